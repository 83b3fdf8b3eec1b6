// core/event_plan.h: what happened to the programme while it ran.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/time.h"
#include "core/command_plan.h"

namespace tablee::core {

struct TurnStarted {
  static constexpr std::string_view name = "turn_started";
  std::string step;
  std::int64_t turn = 0;
  TimeMs ends_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &TurnStarted::step, "the step"),
                     field("turn", &TurnStarted::turn, "which of its turns, from 0"),
                     field("ends_at_ms", &TurnStarted::ends_at_ms, "when its time is up; 0: never, or paused"));
  }
};

struct PlanChanged {
  static constexpr std::string_view name = "plan_changed";
  std::vector<StepMinutes> durations;
  std::vector<std::string> dropped;
  std::vector<std::string> restored;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("durations", &PlanChanged::durations, "steps that take another time"),
                     field("dropped", &PlanChanged::dropped, "steps that will not take place"),
                     field("restored", &PlanChanged::restored, "dropped steps that take place after all"),
                     field("reason", &PlanChanged::reason, "why"));
  }
};

struct StepMoved {
  static constexpr std::string_view name = "step_moved";
  std::string step;
  std::string after;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("step", &StepMoved::step, "the step"),
                     field("after", &StepMoved::after, "the step it now follows"),
                     field("reason", &StepMoved::reason, "why"));
  }
};

struct StepInserted {
  static constexpr std::string_view name = "step_inserted";
  Step inserted;
  std::string after;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("step", &StepInserted::inserted, "the new step"),
                     field("after", &StepInserted::after, "the step it follows"),
                     field("reason", &StepInserted::reason, "why"));
  }
};

struct StepEdited {
  static constexpr std::string_view name = "step_edited";
  std::string step;
  Texts title;
  Texts instruction;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("step", &StepEdited::step, "the step"), field("title", &StepEdited::title, "its title"),
                     field("instruction", &StepEdited::instruction, "its instruction"),
                     field("reason", &StepEdited::reason, "why"));
  }
};

struct RuleSet {
  static constexpr std::string_view name = "rule_set";
  std::string step;
  std::string rule;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("step", &RuleSet::step, "the step"), field("rule", &RuleSet::rule, "its rule"),
                     field("reason", &RuleSet::reason, "why"));
  }
};

struct DelayNoted {
  static constexpr std::string_view name = "delay_noted";
  std::string step;
  std::int64_t minutes = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &DelayNoted::step, "the step that starts late"),
                     field("minutes", &DelayNoted::minutes, "by how much; 0: no longer late"));
  }
};

}  // namespace tablee::core
