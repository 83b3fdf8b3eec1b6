// app/replan_command.h: `tablee replan`: the timetable when a step starts late, for a desk where nothing runs yet.
//
// Errors   A file that cannot be read, a programme that is not valid and a step it does not have end with 1 and say so.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/output.h"
#include "app/settings.h"
#include "base/field.h"

namespace tablee::app {

struct ReplannedBound {
  std::string id;
  std::string planned;
  std::string start;
  static constexpr auto fields() {
    return fields_of(field("id", &ReplannedBound::id, "the firm step or the night; \"\": the end of the programme"),
                     field("planned", &ReplannedBound::planned, "clock time planned, \"HH:MM\""),
                     field("start", &ReplannedBound::start, "clock time now, \"HH:MM\""));
  }
};

struct ReplannedStep {
  std::string id;
  std::string start;
  std::int64_t minutes = 0;
  std::int64_t removed = 0;
  static constexpr auto fields() {
    return fields_of(field("id", &ReplannedStep::id, "the step"),
                     field("start", &ReplannedStep::start, "clock time, \"HH:MM\""),
                     field("minutes", &ReplannedStep::minutes, "how long it lasts now"),
                     field("removed", &ReplannedStep::removed, "minutes it lost"));
  }
};

// What --json prints.
struct ReplannedProgramme {
  ReplannedBound firm;
  std::int64_t margin = 0;
  std::int64_t late = 0;
  std::int64_t unabsorbed = 0;
  std::vector<ReplannedStep> plan;
  std::optional<std::vector<std::string>> droppable;
  static constexpr auto fields() {
    return fields_of(
        field("firm", &ReplannedProgramme::firm, "where the delay stops"),
        field("margin", &ReplannedProgramme::margin, "minutes the steps can give"),
        field("late", &ReplannedProgramme::late, "minutes the first step is late"),
        field("unabsorbed", &ReplannedProgramme::unabsorbed, "minutes the bound starts late"),
        field("plan", &ReplannedProgramme::plan, "the steps before the bound, in order"),
        field("droppable", &ReplannedProgramme::droppable, "with unabsorbed minutes: steps that could be dropped"));
  }
};

int run_replan(const ReplanSettings& settings, Output& output);

}  // namespace tablee::app
