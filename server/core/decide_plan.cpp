#include <set>

#include "core/decide_parts.h"
#include "core/scenario_check.h"
#include "core/scenario_order.h"
#include "core/view_rules.h"

namespace tablee::core {
namespace {

// The step of this id, which has not started and may therefore still change.
Result<const Step*> open_step(const State& state, const std::string& id, std::string_view field) {
  const Step* step = find_step(state.scenario, id);
  if (step == nullptr) {
    return refuse(Code::not_found, std::string(field), "the programme has no such step");
  }
  if (step_has_started(state, id)) {
    return refuse(Code::wrong_state, std::string(field), "this step has already started");
  }
  return step;
}

Result<std::string> reason_of(const std::string& typed) {
  return some_text(typed, "reason");
}

// The problems of a programme that were not there before the change: codes with their places.
Result<Nothing> still_makes_sense(const State& state, const Scenario& changed, std::string_view field) {
  const auto errors = [](const Scenario& scenario) {
    std::set<std::string> codes;
    for (const Problem& problem : check_scenario(scenario, {Severity::warning})) {
      if (problem.severity == Severity::error) {
        codes.insert(problem.code);
      }
    }
    return codes;
  };
  const std::set<std::string> before = errors(taking_place(state.scenario, state.dropped));
  for (const std::string& code : errors(changed)) {
    if (!before.contains(code)) {
      return refuse(Code::conflict, std::string(field), "the programme would no longer make sense: " + code);
    }
  }
  return Nothing{};
}

Result<Nothing> check_durations(const State& state, const ChangePlan& command) {
  for (std::size_t i = 0; i < command.durations.size(); ++i) {
    const StepMinutes& change = command.durations[i];
    const std::string place = "durations/" + std::to_string(i);
    const auto step = open_step(state, change.step, place + "/step");
    if (!step) {
      return step.error();
    }
    const Duration& duration = (*step)->duration;
    if (change.minutes < duration.floor || change.minutes > duration.ceiling) {
      return refuse(Code::out_of_range, place + "/minutes",
                    "from " + std::to_string(duration.floor) + " to " + std::to_string(duration.ceiling));
    }
  }
  return Nothing{};
}

Result<std::set<std::string>> check_dropped(const State& state, const ChangePlan& command) {
  std::set<std::string> dropped = state.dropped;
  for (std::size_t i = 0; i < command.restored.size(); ++i) {
    if (dropped.erase(command.restored[i]) == 0) {
      return refuse(Code::not_found, "restored/" + std::to_string(i), "this step was not dropped");
    }
  }
  for (std::size_t i = 0; i < command.dropped.size(); ++i) {
    const std::string place = "dropped/" + std::to_string(i);
    if (const auto step = open_step(state, command.dropped[i], place); !step) {
      return step.error();
    }
    if (!dropped.insert(command.dropped[i]).second) {
      return refuse(Code::wrong_state, place, "this step is already dropped");
    }
  }
  return dropped;
}

// Where a step may go: never before what has started.
Result<Nothing> check_place(const State& state, const std::string& after) {
  const Step* step = find_step(state.scenario, after);
  if (step == nullptr) {
    return refuse(Code::not_found, "after", "the programme has no such step");
  }
  for (const Step* later = step + 1; later != state.scenario.steps.data() + state.scenario.steps.size(); ++later) {
    if (step_has_started(state, later->id)) {
      return refuse(Code::wrong_state, "after", "a step after that place has already started");
    }
  }
  return Nothing{};
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope&, const ChangePlan& command) {
  auto reason = reason_of(command.reason);
  if (!reason) {
    return reason.error();
  }
  if (command.durations.empty() && command.dropped.empty() && command.restored.empty()) {
    return refuse(Code::out_of_range, "durations", "nothing would change");
  }
  if (const auto checked = check_durations(state, command); !checked) {
    return checked.error();
  }
  const auto dropped = check_dropped(state, command);
  if (!dropped) {
    return dropped.error();
  }
  if (const auto sense = still_makes_sense(state, taking_place(state.scenario, *dropped), "dropped"); !sense) {
    return sense.error();
  }
  return fact(PlanChanged{command.durations, command.dropped, command.restored, *reason});
}

Result<Decision> answer(const State& state, const Envelope&, const MoveStep& command) {
  auto reason = reason_of(command.reason);
  if (!reason) {
    return reason.error();
  }
  if (const auto step = open_step(state, command.step, "step"); !step) {
    return step.error();
  }
  if (command.after == command.step) {
    return refuse(Code::out_of_range, "after", "a step cannot follow itself");
  }
  if (const auto place = check_place(state, command.after); !place) {
    return place.error();
  }
  Scenario changed = state.scenario;
  move_step(changed, command.step, command.after);
  if (const auto sense = still_makes_sense(state, taking_place(changed, state.dropped), "after"); !sense) {
    return sense.error();
  }
  return fact(StepMoved{command.step, command.after, *reason});
}

Result<Decision> answer(const State& state, const Envelope&, const InsertStep& command) {
  auto reason = reason_of(command.reason);
  if (!reason) {
    return reason.error();
  }
  if (is_full(state.scenario.steps, limits::steps_max)) {
    return refuse(Code::too_many, "step", "the programme has as many steps as it can hold");
  }
  if (find_step(state.scenario, command.inserted.id) != nullptr) {
    return refuse(Code::conflict, "step/id", "this identifier is taken");
  }
  if (const auto place = check_place(state, command.after); !place) {
    return place.error();
  }
  Scenario changed = state.scenario;
  insert_step(changed, command.inserted, command.after);
  if (const auto sense = still_makes_sense(state, taking_place(changed, state.dropped), "step"); !sense) {
    return sense.error();
  }
  return fact(StepInserted{command.inserted, command.after, *reason});
}

Result<Decision> answer(const State& state, const Envelope&, const EditStep& command) {
  auto reason = reason_of(command.reason);
  if (!reason) {
    return reason.error();
  }
  if (const auto step = open_step(state, command.step, "step"); !step) {
    return step.error();
  }
  for (const auto& [field, texts] : {std::pair{"title/fr", &command.title}, {"instruction/fr", &command.instruction}}) {
    if (auto text = some_text(texts->fr, field); !text) {
      return text.error();
    }
  }
  return fact(StepEdited{command.step, command.title, command.instruction, *reason});
}

Result<Decision> answer(const State& state, const Envelope&, const SetRule& command) {
  auto reason = reason_of(command.reason);
  if (!reason) {
    return reason.error();
  }
  const Step* step = find_step(state.scenario, command.step);
  const Rule* rule = find_rule(state.scenario, command.rule);
  if (step == nullptr || !step->rule) {
    return refuse(Code::not_found, "step", "the programme has no such vote");
  }
  if (rule == nullptr) {
    return refuse(Code::not_found, "rule", "the programme has no such rule");
  }
  if (rule->method != find_rule(state.scenario, *step->rule)->method) {
    return refuse(Code::conflict, "rule", "this rule decides in another way");
  }
  // Once a vote was announced with a rule and opened, the rule stands.
  if (step_has_started(state, command.step)) {
    return refuse(Code::wrong_state, "step", "this vote has already been announced with its rule");
  }
  return fact(RuleSet{command.step, command.rule, *reason});
}

Result<Decision> answer(const State& state, const Envelope&, const NoteDelay& command) {
  if (const auto step = open_step(state, command.step, "step"); !step) {
    return step.error();
  }
  return fact(DelayNoted{command.step, command.minutes});
}

}  // namespace tablee::core
