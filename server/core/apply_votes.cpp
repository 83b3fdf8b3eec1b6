#include "core/apply_parts.h"
#include "core/items.h"
#include "core/run.h"

namespace tablee::core {
namespace {

ArticleStatus status_after(Outcome outcome) {
  switch (outcome) {
    case Outcome::adopted:
      return ArticleStatus::adopted;
    case Outcome::rejected:
      return ArticleStatus::rejected;
    case Outcome::no_quorum:
      return ArticleStatus::no_quorum;
  }
  return ArticleStatus::rejected;
}

}  // namespace

void change(State& state, const Stamp&, const PollPrepared& event) {
  Poll poll;
  poll.id = event.poll;
  poll.step = event.step;
  poll.rule = event.rule;
  poll.options = event.options;
  poll.article = event.article;
  // A poll in which nobody has voted may be prepared again, when what it asks has changed.
  if (const auto before = state.polls.find(event.poll); before != state.polls.end()) {
    TABLEE_CHECK(before->second.voters.empty() && before->second.box.empty());
  }
  state.polls.insert_or_assign(event.poll, std::move(poll));
}

void change(State& state, const Stamp&, const PollOpened& event) {
  Poll& poll = existing(state.polls, event.poll);
  poll.status = PollStatus::open;
  poll.present = event.present;
  poll.result.reset();
}

void change(State& state, const Stamp&, const BallotCast& event) {
  if (existing(state.polls, event.poll).voters.insert(event.person).second) {
    existing(state.people, event.person).voted.push_back(event.poll);
  }
  existing(state.people, event.person).active = true;
}

void change(State& state, const Stamp&, const PollClosed& event) {
  Poll& poll = existing(state.polls, event.poll);
  poll.status = PollStatus::closed;
  poll.result = event;
  end_item(state.run);
  // While a step goes on, polls are closed by hand; once it has ended, because it ended.
  if (!is_active(state.run)) {
    state.closed_by_transition.push_back(event.poll);
  }
}

void change(State& state, const Stamp&, const PollPublished& event) {
  Poll& poll = existing(state.polls, event.poll);
  TABLEE_CHECK(poll.result.has_value());
  poll.status = PollStatus::published;
  if (poll.article && poll.result->motion) {
    existing(state.articles, *poll.article).status = status_after(poll.result->motion->outcome);
  }
}

void change(State& state, const Stamp&, const PollWorded& event) {
  existing(state.polls, event.poll).wording = event.text.empty() ? std::nullopt : std::optional(event);
}

void change(State& state, const Stamp&, const WordingWaived& event) {
  existing(state.polls, event.poll).wording_waived = event.reason;
}

}  // namespace tablee::core
