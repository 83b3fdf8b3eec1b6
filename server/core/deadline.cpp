#include "core/deadline.h"

#include <algorithm>

#include "core/late_text.h"
#include "core/own_time.h"

namespace tablee::core {

TimeMs turn_deadline(const State& state) {
  const Step* step = current_step(state);
  if (step == nullptr || !step->timer.turns || step->timer.mode != TimerMode::firm) {
    return 0;
  }
  const bool last = state.run.turn + 1 >= static_cast<std::int64_t>(step->timer.turns->size());
  return last ? 0 : state.run.turn_ends_at;
}

bool waits_past_end(const State& state) {
  const Run& run = state.run;
  return run.status == RunStatus::time_up && !run.paused && !state.gone_back &&
         current_step(state)->timer.mode == TimerMode::firm;
}

namespace {

TimeMs sooner(TimeMs one, TimeMs other) {
  return one == 0 || other == 0 ? std::max(one, other) : std::min(one, other);
}

TimeMs step_deadline(const State& state) {
  if (waits_past_end(state)) {
    return held_until(state).value_or(0);
  }
  // While paused both are 0; past a soft end the status is no longer `running`.
  if (state.run.status != RunStatus::running) {
    return 0;
  }
  return sooner(turn_deadline(state), state.run.ends_at);
}

}  // namespace

TimeMs next_deadline(const State& state) {
  return sooner(step_deadline(state), next_freeze(state));
}

}  // namespace tablee::core
