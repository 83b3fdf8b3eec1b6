#include "core/deadline.h"

#include <algorithm>

namespace tablee::core {

TimeMs turn_deadline(const State& state) {
  const Step* step = current_step(state);
  if (step == nullptr || !step->timer.turns || step->timer.mode != TimerMode::firm) {
    return 0;
  }
  const bool last = state.run.turn + 1 >= static_cast<std::int64_t>(step->timer.turns->size());
  return last ? 0 : state.run.turn_ends_at;
}

TimeMs next_deadline(const State& state) {
  // While paused both are 0; past a soft end the status is no longer `running`.
  if (state.run.status != RunStatus::running) {
    return 0;
  }
  const TimeMs step = state.run.ends_at;
  const TimeMs turn = turn_deadline(state);
  return turn == 0 || step == 0 ? std::max(turn, step) : std::min(turn, step);
}

}  // namespace tablee::core
