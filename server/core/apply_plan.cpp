#include <algorithm>

#include "core/apply_parts.h"
#include "core/scenario_order.h"

namespace tablee::core {
namespace {

Step& existing_step(State& state, const std::string& id) {
  const auto found = std::find_if(state.scenario.steps.begin(), state.scenario.steps.end(),
                                  [&](const Step& step) { return step.id == id; });
  TABLEE_CHECK(found != state.scenario.steps.end());
  return *found;
}

void note(State& state, const Stamp& stamp, PlanChangeKind kind, std::vector<std::string> steps,
          const std::string& reason) {
  if (!steps.empty()) {
    state.plan_changes.push_back(PlanChange{stamp.at, kind, std::move(steps), reason});
  }
}

}  // namespace

void change(State& state, const Stamp& stamp, const PlanChanged& event) {
  std::vector<std::string> changed;
  for (const StepMinutes& each : event.durations) {
    Step& step = existing_step(state, each.step);
    state.first_planned.try_emplace(each.step, step.duration.planned);
    step.duration.planned = each.minutes;
    changed.push_back(each.step);
  }
  for (const std::string& id : event.restored) {
    state.dropped.erase(id);
  }
  state.dropped.insert(event.dropped.begin(), event.dropped.end());
  note(state, stamp, PlanChangeKind::durations, std::move(changed), event.reason);
  note(state, stamp, PlanChangeKind::dropped, event.dropped, event.reason);
  note(state, stamp, PlanChangeKind::restored, event.restored, event.reason);
  // The plan has answered the delay.
  state.delay.reset();
}

void change(State& state, const Stamp& stamp, const StepMoved& event) {
  move_step(state.scenario, event.step, event.after);
  note(state, stamp, PlanChangeKind::moved, {event.step}, event.reason);
}

void change(State& state, const Stamp& stamp, const StepInserted& event) {
  insert_step(state.scenario, event.inserted, event.after);
  note(state, stamp, PlanChangeKind::inserted, {event.inserted.id}, event.reason);
}

void change(State& state, const Stamp& stamp, const StepEdited& event) {
  Step& step = existing_step(state, event.step);
  step.title = event.title;
  step.instruction = event.instruction;
  note(state, stamp, PlanChangeKind::edited, {event.step}, event.reason);
}

void change(State& state, const Stamp& stamp, const RuleSet& event) {
  existing_step(state, event.step).rule = event.rule;
  note(state, stamp, PlanChangeKind::rule, {event.step}, event.reason);
}

void change(State& state, const Stamp& stamp, const DelayNoted& event) {
  state.delay.reset();
  if (event.minutes > 0) {
    state.delay = Delay{event.step, event.minutes, stamp.at};
  }
}

}  // namespace tablee::core
