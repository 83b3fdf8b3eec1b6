// core/replan.h: what a programme becomes when a step starts late.
//
// Shape    A list of PlannedStep, made from a scenario or from the plan of a running atelier, in the order of the
//          programme. A delay concerns the steps from the late one up to its bound: the next firm time; a night, when
//          it comes before, for lateness never crosses a night; else the end of the programme. A night that is itself
//          late is its own bound. Within the bound steps follow one another. Free minutes before the bound absorb
//          first. The rest, as far as there is margin, is taken from the steps in proportion to planned − floor;
//          breaks, meals and nights give nothing. What is still left makes the bound late.
// Units    Minutes; times are minutes since midnight of the first day (core/timetable.h).
// Order    Whole minutes by largest remainder, ties to the earlier step.
// Errors   None. Requires a step of the list and a delay of 0 or more.
// Cost     Proportional to the number of steps; a step is compared with every later one to know if it may be dropped.
// Source   Hamilton's method of apportionment (largest remainder), with margins as the claims.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario.h"

namespace tablee::core {

struct PlannedStep {
  std::string id;
  StepKind kind = StepKind::present;
  std::int64_t start = 0;
  std::int64_t planned = 0;
  std::int64_t floor = 0;
  bool is_rest = false;
  bool is_night = false;
  std::optional<std::int64_t> firm_at = {};  // the minute at which it must start
  bool droppable = false;                    // nothing that comes later needs it
};

// Droppable: neither a rest, a welcome, a vote nor a handing over; without a firm time; and no later step reads what it
// writes, is repeated for it, or compares its answers with it.
std::vector<PlannedStep> planned_steps(const Scenario& scenario);

struct PlanRow {
  std::string id;
  std::int64_t start = 0;
  std::int64_t minutes = 0;
  std::int64_t removed = 0;  // of the minutes planned
  bool operator==(const PlanRow&) const = default;
  static constexpr auto fields() {
    return fields_of(
        field("id", &PlanRow::id, "the step"),
        field("start_minute", &PlanRow::start, "its new start, in minutes since midnight of the first day"),
        field("minutes", &PlanRow::minutes, "its new duration"),
        field("removed_minutes", &PlanRow::removed, "how much shorter than planned"));
  }
};

// Where a delay stops: a firm step or a night by its id, or the end of the programme, whose id is "".
struct DelayBound {
  std::string id;
  std::int64_t planned = 0;
  std::int64_t start = 0;  // planned + what could not be absorbed
  bool operator==(const DelayBound&) const = default;
};

inline constexpr std::size_t droppable_max = 3;

struct Replanning {
  DelayBound firm;
  std::int64_t margin = 0;
  std::int64_t late = 0;
  std::int64_t unabsorbed = 0;
  std::vector<PlanRow> plan;
  // When something is left unabsorbed: at most droppable_max steps, those that still have most minutes first, ties to
  // the earlier.
  std::vector<std::string> droppable;
};

Replanning replan(const std::vector<PlannedStep>& steps, std::size_t late_step, std::int64_t late);

// spread: every step gives in proportion to its margin. slip: nothing is shortened and the bound moves. drop: one step
// is left out, and the others give what is still missing.
enum class Remedy { spread, slip, drop };
constexpr auto names_of(Remedy) {
  return std::array<std::string_view, 3>{"spread", "slip", "drop"};
}

// One way to deal with the delay, and what it costs. Minutes cut include those of dropped steps.
struct Alternative {
  Remedy remedy = Remedy::spread;
  std::vector<PlanRow> plan;              // without what is dropped
  std::int64_t deliberation_minutes = 0;  // cut where people write, group, choose, draft, debate and vote
  std::int64_t presentation_minutes = 0;  // cut where they are welcomed, listen, ask, answer a questionnaire, hand over
  std::vector<std::string> dropped;
  std::int64_t firm_slip = 0;  // minutes by which the bound starts late
};

// Spread first, then slip and drop as far as each makes sense: neither when free minutes absorb the delay; no drop when
// no step before the bound is droppable. What is dropped is the first step, in the order of the programme, after which
// the bound is kept; else the longest one, ties to the earlier.
std::vector<Alternative> alternatives(const std::vector<PlannedStep>& steps, std::size_t late_step, std::int64_t late);

}  // namespace tablee::core
