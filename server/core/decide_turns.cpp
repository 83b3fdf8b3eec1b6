#include "core/decide_parts.h"

namespace tablee::core {

TurnStarted turn_started(const Step& step, std::int64_t turn, TimeMs now) {
  const bool has_end = step.timer.mode != TimerMode::free;
  const std::int64_t minutes = step.timer.turns->at(static_cast<std::size_t>(turn)).minutes;
  return TurnStarted{step.id, turn, has_end ? now + minutes * minute_ms : 0};
}

Result<Decision> answer(const State& state, const Envelope& envelope, const StartTurn& command) {
  if (command.step != state.run.step || !is_active(state.run)) {
    return refuse(Code::wrong_step, "step", "this is not the current step");
  }
  const Step& step = *current_step(state);
  if (!step.timer.turns || command.turn >= static_cast<std::int64_t>(step.timer.turns->size())) {
    return refuse(Code::not_found, "turn", "this step has no such turn");
  }
  if (state.run.paused) {
    return refuse(Code::wrong_state, "", "the room is paused");
  }
  return fact(turn_started(step, command.turn, envelope.now));
}

}  // namespace tablee::core
