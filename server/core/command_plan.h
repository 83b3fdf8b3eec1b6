// core/command_plan.h: the lead's commands on the programme while it runs.
//
// Every change says why; what has started is not changed any more.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/limits.h"
#include "core/scenario.h"

namespace tablee::core {

struct StartTurn {
  static constexpr std::string_view name = "start_turn";
  std::string step;
  std::int64_t turn = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &StartTurn::step, "the current step", between(1, 32)),
                     field("turn", &StartTurn::turn, "which of its turns, from 0", up_to(limits::turns_max - 1)));
  }
};

struct StepMinutes {
  std::string step;
  std::int64_t minutes = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &StepMinutes::step, "a step that has not started", between(1, 32)),
                     field("minutes", &StepMinutes::minutes, "its duration from now on, from its floor to its ceiling",
                           between(1, limits::step_minutes_max)));
  }
};

struct ChangePlan {
  static constexpr std::string_view name = "change_plan";
  std::vector<StepMinutes> durations;
  std::vector<std::string> dropped;
  std::vector<std::string> restored;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(
        field("durations", &ChangePlan::durations, "steps that take another time", up_to(limits::steps_max)),
        field("dropped", &ChangePlan::dropped, "steps that will not take place", up_to(limits::steps_max)),
        field("restored", &ChangePlan::restored, "dropped steps that take place after all", up_to(limits::steps_max)),
        field("reason", &ChangePlan::reason, "why, for the journal and the guarantors",
              between(1, limits::reason_chars_max)));
  }
};

struct MoveStep {
  static constexpr std::string_view name = "move_step";
  std::string step;
  std::string after;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("step", &MoveStep::step, "a step that has not started", between(1, 32)),
                     field("after", &MoveStep::after, "the step it will follow", between(1, 32)),
                     field("reason", &MoveStep::reason, "why", between(1, limits::reason_chars_max)));
  }
};

struct InsertStep {
  static constexpr std::string_view name = "insert_step";
  Step inserted;
  std::string after;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("step", &InsertStep::inserted, "a new step, as in a scenario file"),
                     field("after", &InsertStep::after, "the step it will follow", between(1, 32)),
                     field("reason", &InsertStep::reason, "why", between(1, limits::reason_chars_max)));
  }
};

struct EditStep {
  static constexpr std::string_view name = "edit_step";
  std::string step;
  Texts title;
  Texts instruction;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("step", &EditStep::step, "a step that has not started", between(1, 32)),
                     field("title", &EditStep::title, "its title from now on"),
                     field("instruction", &EditStep::instruction, "its instruction from now on"),
                     field("reason", &EditStep::reason, "why", between(1, limits::reason_chars_max)));
  }
};

struct SetRule {
  static constexpr std::string_view name = "set_rule";
  std::string step;
  std::string rule;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("step", &SetRule::step, "a rank or vote step whose vote has not opened", between(1, 32)),
                     field("rule", &SetRule::rule, "another rule of the programme, of the same method", between(1, 32)),
                     field("reason", &SetRule::reason, "why", between(1, limits::reason_chars_max)));
  }
};

// By how much the room is late, as the lead sees it: the plans that could absorb it are then worked out.
struct NoteDelay {
  static constexpr std::string_view name = "note_delay";
  std::string step;
  std::int64_t minutes = 0;
  static constexpr auto fields() {
    return fields_of(
        field("step", &NoteDelay::step, "a step that has not started: the first that can still change", between(1, 32)),
        field("minutes", &NoteDelay::minutes, "by how much it will start late; 0: no longer late",
              up_to(limits::step_minutes_max)));
  }
};

}  // namespace tablee::core
