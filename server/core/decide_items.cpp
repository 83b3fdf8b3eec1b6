#include "core/decide_parts.h"
#include "core/items.h"

namespace tablee::core {

Result<Decision> answer(const State& state, const Envelope& envelope, const StartItem& command) {
  if (!is_active(state, command.step)) {
    return refuse(Code::wrong_step, "step", "this is not the current step");
  }
  const Step& step = *current_step(state);
  const ItemSource source = item_source(step);
  if (source == ItemSource::none) {
    return refuse(Code::not_found, "step", "this step gives no time to each thing");
  }
  if (source != ItemSource::lead) {
    return refuse(Code::wrong_state, "step", "its votes or its questions say which thing is under way");
  }
  if (state.run.paused) {
    return refuse(Code::wrong_state, "", "the room is paused");
  }
  if (command.item == 0) {
    return fact(ItemStarted{command.step, 0, 0});
  }
  const TimeMs latest = envelope.now + step.timer.budget->seconds * 1'000;
  const TimeMs ends_at = command.ends_at_ms.value_or(latest);
  if (ends_at > latest || ends_at < state.run.started_at) {
    return refuse(Code::out_of_range, "ends_at_ms",
                  "one thing has " + std::to_string(step.timer.budget->seconds) + " seconds, from now at most");
  }
  return fact(ItemStarted{command.step, command.item, ends_at});
}

}  // namespace tablee::core
