#include "core/sample.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/rng.h"
#include "base/sha256.h"
#include "core/lineage.h"
#include "core/presence.h"
#include "core/review.h"
#include "core/run.h"

namespace tablee::core {
namespace {

std::uint64_t seed_of(const State& state, const Step& review) {
  const auto digest = sha256(review.id + "\n" + std::to_string(state.run.started_at));
  std::uint64_t seed = 0;
  for (std::size_t i = 0; i < sizeof seed; ++i) {
    seed = seed << 8 | digest[i];
  }
  return seed;
}

bool is_there_only_one_table(const State& state) {
  return std::count_if(state.tables.begin(), state.tables.end(),
                       [](const auto& entry) { return !entry.second.removed; }) <= 1;
}

class Draw {
 public:
  Draw(const State& state, const Step& review)
      : state_(state), each_(sampled_read(review)->each.value_or(1)), one_table_(is_there_only_one_table(state)) {
    for (const auto& [id, idea] : state.ideas) {
      if (idea_is_read(state, review, idea)) {
        ideas_.push_back(id);
      }
    }
    if (const auto dealt = state.samples.find(review.id); dealt != state.samples.end()) {
      for (const auto& [person, ideas] : dealt->second) {
        dealt_to_.insert(person);
        for (const IdeaId idea : ideas) {
          ++times_[idea];
        }
      }
    }
    for (const auto& [id, person] : state.people) {
      if (is_present(person) && person.table && !dealt_to_.contains(id)) {
        people_.push_back(id);
      }
    }
  }

  void shuffle(std::uint64_t seed) {
    Rng rng(seed);
    rng.shuffle(people_);
    rng.shuffle(ideas_);
  }

  std::vector<Sample> samples() {
    std::vector<Sample> samples;
    for (const PersonId person : people_) {
      std::vector<IdeaId> own = readable_by(person);
      if (own.empty()) {
        continue;
      }
      std::stable_sort(own.begin(), own.end(),
                       [&](const IdeaId one, const IdeaId other) { return times_[one] < times_[other]; });
      own.resize(std::min(own.size(), static_cast<std::size_t>(each_)));
      for (const IdeaId idea : own) {
        ++times_[idea];
      }
      samples.push_back({person, std::move(own)});
    }
    return samples;
  }

 private:
  // Of another table, and of other people.
  std::vector<IdeaId> readable_by(PersonId person) const {
    const TableId table = *state_.people.at(person).table;
    std::vector<IdeaId> ideas;
    std::copy_if(ideas_.begin(), ideas_.end(), std::back_inserter(ideas), [&](const IdeaId id) {
      const Idea& idea = state_.ideas.at(id);
      const std::vector<PersonId> authors = authors_of(state_, idea);
      const bool own = std::find(authors.begin(), authors.end(), person) != authors.end();
      return !own && (one_table_ || idea.table != table);
    });
    return ideas;
  }

  const State& state_;
  std::int64_t each_;
  bool one_table_;
  std::vector<IdeaId> ideas_;
  std::set<PersonId> dealt_to_;
  std::vector<PersonId> people_;
  std::map<IdeaId, std::int64_t> times_;
};

Events dealt(const Step& review, std::string seed, std::vector<Sample> samples) {
  return samples.empty() ? Events{} : Events{SamplesDealt{review.id, std::move(seed), std::move(samples)}};
}

bool brings_somebody(const Event& event) {
  return std::holds_alternative<PersonArrived>(event) || std::holds_alternative<PersonGone>(event) ||
         std::holds_alternative<PersonSeated>(event) || std::holds_alternative<TablesDealt>(event);
}

}  // namespace

const Read* sampled_read(const Step& review) {
  if (review.kind != StepKind::review || !review.reads) {
    return nullptr;
  }
  const auto found = std::find_if(review.reads->begin(), review.reads->end(),
                                  [](const Read& read) { return read.distribution == Distribution::sample; });
  return found == review.reads->end() ? nullptr : &*found;
}

const std::vector<IdeaId>* sample_of(const State& state, std::string_view step, PersonId person) {
  const auto dealt_in = state.samples.find(std::string(step));
  if (dealt_in == state.samples.end()) {
    return nullptr;
  }
  const auto found = dealt_in->second.find(person);
  return found == dealt_in->second.end() ? nullptr : &found->second;
}

Events samples_for_everyone(const State& state, const Step& review) {
  const std::uint64_t seed = seed_of(state, review);
  Draw draw(state, review);
  draw.shuffle(seed);
  return dealt(review, std::to_string(seed), draw.samples());
}

Events samples_for_newcomers(const State& state, const Events& gesture) {
  const Step* step = current_step(state);
  // A start deals to everyone, whoever it moves.
  const bool started = std::any_of(gesture.begin(), gesture.end(),
                                   [](const Event& event) { return std::holds_alternative<StepStarted>(event); });
  if (step == nullptr || !is_active(state.run) || sampled_read(*step) == nullptr || started ||
      std::none_of(gesture.begin(), gesture.end(), brings_somebody)) {
    return {};
  }
  return dealt(*step, "", Draw(state, *step).samples());
}

}  // namespace tablee::core
