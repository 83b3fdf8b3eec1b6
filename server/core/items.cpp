#include "core/items.h"

#include <algorithm>

#include "core/questions.h"

namespace tablee::core {
namespace {

// One more than those that came before it, as far as they are counted.
Events whole_time(const Step& step, std::int64_t before, TimeMs now) {
  return Events(
      ItemStarted{step.id, std::min(before + 1, limits::items_max), now + step.timer.budget->seconds * 1'000});
}

std::int64_t polls_of(const State& state, std::string_view step, auto wanted) {
  return std::count_if(state.polls.begin(), state.polls.end(),
                       [&](const auto& entry) { return entry.second.step == step && wanted(entry.second); });
}

std::int64_t questions_that_wait(const State& state) {
  return std::count_if(state.questions.begin(), state.questions.end(), [&](const auto& entry) {
    return entry.second.fate == AskedFate::open && is_asking(state, entry.second.store);
  });
}

}  // namespace

ItemSource item_source(const Step& step) {
  if (!step.timer.budget) {
    return ItemSource::none;
  }
  switch (step.kind) {
    case StepKind::vote:
      return ItemSource::polls;
    case StepKind::ask:
      return ItemSource::questions;
    default:
      return ItemSource::lead;
  }
}

Events poll_item(const State& state, PollId opened, TimeMs now) {
  const Step* step = current_step(state);
  if (step == nullptr || item_source(*step) != ItemSource::polls) {
    return {};
  }
  const auto is_over = [&](const Poll& poll) {
    return poll.id != opened && (poll.status == PollStatus::closed || poll.status == PollStatus::published);
  };
  return whole_time(*step, polls_of(state, step->id, is_over), now);
}

Events question_item(const State& state, QuestionId called, TimeMs now) {
  const Step* step = current_step(state);
  if (step == nullptr || item_source(*step) != ItemSource::questions) {
    return {};
  }
  // Called again, it keeps its number.
  const std::vector<QuestionId>& before = state.run.called;
  return whole_time(*step, std::find(before.begin(), before.end(), called) - before.begin(), now);
}

std::int64_t items_left(const State& state) {
  const Step* step = current_step(state);
  if (step == nullptr || !step->timer.budget) {
    return 0;
  }
  const std::int64_t items = step->timer.budget->items;
  switch (item_source(*step)) {
    case ItemSource::polls:
      return polls_of(state, step->id, [](const Poll& poll) { return poll.status == PollStatus::prepared; });
    case ItemSource::questions:
      return std::clamp<std::int64_t>(items - static_cast<std::int64_t>(state.run.called.size()), 0,
                                      questions_that_wait(state));
    default:
      return std::max<std::int64_t>(0, items - state.run.item);
  }
}

void end_item(Run& run) {
  run.item_ends_at = 0;
  run.item_remaining_ms = 0;
}

}  // namespace tablee::core
