#include "core/drafting.h"

#include <algorithm>
#include <utility>

#include "core/committee.h"
#include "core/review.h"
#include "core/run.h"

namespace tablee::core {
namespace {

const Write* first_of(const std::optional<std::vector<Write>>& writes) {
  return writes && !writes->empty() ? &writes->front() : nullptr;
}

// The article is of the kind that this `reads` asks for.
bool passes(const Article& article, const Read& read) {
  if (read.only == Filter::rejected) {
    return article.status == ArticleStatus::rejected;
  }
  if (read.only == Filter::adopted) {
    return article.status == ArticleStatus::adopted;
  }
  return article.status == ArticleStatus::submitted;
}

}  // namespace

bool has_drafting_committee(const Step& step) {
  return step.parallel && step.parallel->kind == StepKind::draft;
}

bool drafts(const Step& step) {
  return step.kind == StepKind::draft || has_drafting_committee(step);
}

const Write* article_write(const Step& step, bool by_committee) {
  if (by_committee) {
    return has_drafting_committee(step) ? first_of(step.parallel->writes) : nullptr;
  }
  return step.kind == StepKind::draft ? first_of(step.writes) : nullptr;
}

std::string_view store_of(const Scenario& scenario, const Article& article) {
  const Step* step = find_step(scenario, article.step);
  const Write* write = step == nullptr ? nullptr : article_write(*step, article.by_committee);
  return write == nullptr ? std::string_view{} : std::string_view{write->to};
}

std::set<PersonId> drafting_members(const State& state) {
  const Step* step = current_step(state);
  return step != nullptr && has_drafting_committee(*step) ? committee_now(state) : std::set<PersonId>{};
}

bool holds_the_pen(const State& state, const Subject& subject, const Article& article) {
  if (article.by_committee) {
    return subject.role == Role::participant && drafting_members(state).contains(subject.person);
  }
  if (subject.role == Role::table) {
    return subject.table == article.table;
  }
  const auto person = state.people.find(subject.person);
  return person != state.people.end() && person->second.table == article.table;
}

bool held_the_pen(const State& state, const Subject& subject, const Article& article) {
  if (holds_the_pen(state, subject, article)) {
    return true;
  }
  const bool is_written = article.status == ArticleStatus::writing && is_active(state, article.step);
  return article.by_committee && !is_written &&
         std::any_of(article.writers.begin(), article.writers.end(),
                     [&](const auto& entry) { return entry.second.subject == subject; });
}

bool is_being_decided(const State& state, ArticleId article) {
  return std::any_of(state.polls.begin(), state.polls.end(), [&](const auto& entry) {
    const Poll& poll = entry.second;
    return poll.article == article && (poll.status == PollStatus::open || poll.status == PollStatus::closed);
  });
}

Events articles_for_committee(const State& state, const Step& step, ArticleId next) {
  Events events;
  const Write* write = article_write(step, true);
  if (write == nullptr) {
    return events;
  }
  bool has_own = false;
  for (const auto& [id, article] : state.articles) {
    if (article.step == step.id && article.by_committee) {
      has_own = true;
      continue;
    }
    const auto asked = [&, &each = article](const Read& read) {
      return read.from == write->to && store_of(state.scenario, each) == read.from && passes(each, read);
    };
    if (step.parallel->reads && !is_being_decided(state, id) &&
        std::any_of(step.parallel->reads->begin(), step.parallel->reads->end(), asked)) {
      events.add(ArticleReopened{id, step.id, true});
    }
  }
  if (events.empty() && !has_own) {
    events.add(ArticleOpened{next, step.id, std::nullopt, std::nullopt, {}, true});
  }
  return events;
}

}  // namespace tablee::core
