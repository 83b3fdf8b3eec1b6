// The ways out that the programme offers: weighed by the machine, taken or declined by the lead.
#include "core/decide_parts.h"
#include "core/ways_out.h"

namespace tablee::core {
namespace {

// The step goes on, and ends then.
Event ends_at(const State& state, TimeMs then) {
  return StepExtended{state.run.step, 0, then};
}

Events end_if_active(const State& state) {
  return is_active(state.run) ? end_of_step(state, EndReason::facilitator) : Events{};
}

// Leaves for the step that the line leads to; ends the current one when there is none.
Result<Events> leave(const State& state, const Envelope& envelope, const Next& line) {
  Events events = end_if_active(state);
  const Step* target = target_of(state, line);
  if (target == nullptr) {
    return events;
  }
  if (const auto refusal = unstartable(state, *target)) {
    return *refusal;
  }
  events.append(start_of_step(state, envelope, *target, line.action == Action::reopen ? line.minutes : std::nullopt));
  return events;
}

// What the line does, beyond being passed.
Result<Events> done_by(const State& state, const Envelope& envelope, const Next& line) {
  const TimeMs then = envelope.now + line.minutes.value_or(0) * minute_ms;
  const bool has_clock =
      is_active(state.run) && !state.run.paused && current_step(state)->timer.mode != TimerMode::free;
  switch (line.action.value_or(Action::auto_)) {
    case Action::propose:
    case Action::auto_:
    case Action::close:
    case Action::take_as_is:
    case Action::annex:
    case Action::seal:
    case Action::reopen:
      return leave(state, envelope, line);
    case Action::close_submissions:
    case Action::freeze:
    case Action::archive:
      return end_if_active(state);
    case Action::warn:
      // Only ever nearer: people are told that less time is left.
      return has_clock && then < state.run.ends_at ? Events{ends_at(state, then)} : Events{};
    case Action::wait:
      return has_clock && then > state.run.ends_at ? Events{ends_at(state, then)} : Events{};
  }
  return Events{};
}

Result<Decision> take(const State& state, const Envelope& envelope, std::int64_t line) {
  const Next& next = current_step(state)->next->at(static_cast<std::size_t>(line));
  auto events = done_by(state, envelope, next);
  if (!events) {
    return events.error();
  }
  // After the end, so that a step gone back to may be offered it again; before the start, which knows nothing of it.
  const auto start = std::find_if(events->begin(), events->end(),
                                  [](const Event& event) { return std::holds_alternative<StepStarted>(event); });
  events->insert(start, WayOutPassed{state.run.step, line, true});
  return Decision{std::move(*events), {}};
}

std::optional<Refusal> not_offered(const State& state, const std::string& step, std::int64_t line) {
  if (step != state.run.step) {
    return refuse(Code::wrong_step, "step", "this is not the current step");
  }
  if (state.run.way_out != line) {
    return refuse(Code::conflict, "line", "this way out is no longer offered");
  }
  return std::nullopt;
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope& envelope, const TakeWayOut& command) {
  if (const auto refusal = not_offered(state, command.step, command.line)) {
    return *refusal;
  }
  return take(state, envelope, command.line);
}

Result<Decision> answer(const State& state, const Envelope&, const DeclineWayOut& command) {
  if (const auto refusal = not_offered(state, command.step, command.line)) {
    return *refusal;
  }
  return fact(WayOutPassed{command.step, command.line, false});
}

Result<Decision> answer(const State& state, const Envelope&, const ReturnWayOut& command) {
  if (command.step != state.run.step) {
    return refuse(Code::wrong_step, "step", "this is not the current step");
  }
  const bool passed = state.run.ways_passed.contains(command.line);
  if (!passed || is_automatic(state, current_step(state)->next->at(static_cast<std::size_t>(command.line)))) {
    return refuse(Code::wrong_state, "line", "this way out was not declined");
  }
  return fact(WayOutReturned{command.step, command.line});
}

Decision decide_ways_out(const State& state, const Envelope& envelope) {
  const std::optional<std::int64_t> open = open_way_out(state, envelope.now);
  if (open && is_automatic(state, current_step(state)->next->at(static_cast<std::size_t>(*open)))) {
    if (auto taken = take(state, envelope, *open)) {
      return *taken;
    }
  }
  return open == state.run.way_out ? Decision{} : fact(WayOutOffered{state.run.step, open});
}

}  // namespace tablee::core
