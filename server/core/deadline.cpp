#include "core/deadline.h"

#include <algorithm>

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

TimeMs next_deadline(const State& state) {
  if (waits_past_end(state)) {
    return held_until(state).value_or(0);
  }
  // While paused both are 0; past a soft end the status is no longer `running`.
  if (state.run.status != RunStatus::running) {
    return 0;
  }
  const TimeMs step = state.run.ends_at;
  const TimeMs turn = turn_deadline(state);
  return turn == 0 || step == 0 ? std::max(turn, step) : std::min(turn, step);
}

}  // namespace tablee::core
