#include "core/lineage.h"

#include <algorithm>
#include <set>

#include "core/review.h"

namespace tablee::core {

bool stands(const Idea& idea) {
  return idea.fate == Fate::open || idea.fate == Fate::clustered;
}

std::string_view standing_contest(const Idea& idea) {
  return idea.place_kept.empty() ? std::string_view(idea.contested) : std::string_view();
}

const Idea& goes_on_in(const State& state, const Idea& idea) {
  const Idea* standing = &idea;
  while (standing->fate == Fate::merged && standing->merged_into) {
    standing = &state.ideas.at(*standing->merged_into);
  }
  return *standing;
}

std::vector<IdeaId> written_ideas(const State& state, const Idea& idea) {
  std::set<IdeaId> written;
  std::vector<IdeaId> open{idea.id};
  while (!open.empty()) {
    const Idea& next = state.ideas.at(open.back());
    open.pop_back();
    if (next.parents.empty()) {
      written.insert(next.id);
    }
    open.insert(open.end(), next.parents.begin(), next.parents.end());
  }
  return {written.begin(), written.end()};
}

std::vector<PersonId> authors_of(const State& state, const Idea& idea) {
  std::vector<PersonId> authors;
  for (const IdeaId id : written_ideas(state, idea)) {
    const PersonId author = state.ideas.at(id).author;
    if (std::find(authors.begin(), authors.end(), author) == authors.end()) {
      authors.push_back(author);
    }
  }
  return authors;
}

bool lies_in(const State& state, const Idea& idea, std::string_view store) {
  return store_of(state.scenario, idea.step) == store ||
         std::any_of(idea.kept_in.begin(), idea.kept_in.end(),
                     [&](const std::string& step) { return store_of(state.scenario, step) == store; });
}

bool is_read_by(const State& state, const Step& step, const Idea& idea) {
  return step.reads && std::any_of(step.reads->begin(), step.reads->end(),
                                   [&](const Read& read) { return lies_in(state, idea, read.from); });
}

}  // namespace tablee::core
