// core/view_plan.h: what screens show of turns, of a delay and of changes to the programme.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "base/time.h"
#include "core/replan.h"
#include "core/state.h"

namespace tablee::core {

struct TurnSummary {
  std::int64_t minutes = 0;
  std::optional<Form> form;
  std::optional<Texts> title;
  static constexpr auto fields() {
    return fields_of(field("minutes", &TurnSummary::minutes, "how long"),
                     field("form", &TurnSummary::form, "who works together; absent: as in the step"),
                     field("title", &TurnSummary::title, "its title: the speaker, the round"));
  }
};

// One way to answer a delay, and what it costs (core/replan.h).
struct PlanOption {
  Remedy remedy = Remedy::spread;
  std::vector<PlanRow> plan;
  std::vector<std::string> dropped;
  std::int64_t deliberation_minutes = 0;
  std::int64_t presentation_minutes = 0;
  std::int64_t firm_slip_minutes = 0;
  static constexpr auto fields() {
    return fields_of(
        field("remedy", &PlanOption::remedy, "spread over the steps, let the firm time slip, or drop a step"),
        field("plan", &PlanOption::plan, "the steps up to the firm time"),
        field("dropped", &PlanOption::dropped, "steps left out"),
        field("deliberation_minutes", &PlanOption::deliberation_minutes, "cut where people write, choose and decide"),
        field("presentation_minutes", &PlanOption::presentation_minutes, "cut where they listen and ask"),
        field("firm_slip_minutes", &PlanOption::firm_slip_minutes, "minutes by which the firm time is missed"));
  }
};

// What the lead said of being late, and how it can be answered.
struct RunDelay {
  std::string step;
  std::int64_t minutes = 0;
  std::string bound;
  std::int64_t bound_minute = 0;
  std::int64_t margin = 0;
  std::vector<PlanOption> options;
  std::vector<std::string> droppable;
  static constexpr auto fields() {
    return fields_of(
        field("step", &RunDelay::step, "the step that starts late"),
        field("minutes", &RunDelay::minutes, "by how much"),
        field("bound", &RunDelay::bound, "the firm step or the night where the delay must be absorbed; empty: the end"),
        field("bound_minute", &RunDelay::bound_minute, "its time, in minutes since midnight of the first day"),
        field("margin", &RunDelay::margin, "minutes that the steps before it can give"),
        field("options", &RunDelay::options, "two or three plans"),
        field("droppable", &RunDelay::droppable, "steps that could be dropped when it cannot be absorbed"));
  }
};

struct PlanChangeRow {
  TimeMs at_ms = 0;
  PlanChangeKind kind = PlanChangeKind::durations;
  std::vector<std::string> steps;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("at_ms", &PlanChangeRow::at_ms, "when"), field("kind", &PlanChangeRow::kind, "what"),
                     field("steps", &PlanChangeRow::steps, "which steps"),
                     field("reason", &PlanChangeRow::reason, "why, as the lead wrote it"));
  }
};

}  // namespace tablee::core
