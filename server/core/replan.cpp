#include "core/replan.h"

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

#include "base/check.h"
#include "core/timetable.h"

namespace tablee::core {

namespace {

// ---- what may be dropped

void add_stores_written(std::set<std::string>& stores, const std::optional<std::vector<Write>>& writes) {
  for (const Write& write : writes.value_or(std::vector<Write>{})) {
    stores.insert(write.to);
  }
}

bool reads_any(const std::optional<std::vector<Read>>& reads, const std::set<std::string>& stores) {
  const std::vector<Read> all = reads.value_or(std::vector<Read>{});
  return std::any_of(all.begin(), all.end(), [&](const Read& read) { return stores.contains(read.from); });
}

// Articles are written, and tables composed, on the subjects that a ranking kept, whatever its store is called.
bool takes_subjects(const Step& step) {
  return step.kind == StepKind::draft || (step.tables && step.tables->mode == Seating::wish);
}

bool needs(const Step& later, const Step& step, const std::set<std::string>& written) {
  return (step.kind == StepKind::rank && takes_subjects(later)) || reads_any(later.reads, written) ||
         (later.parallel && reads_any(later.parallel->reads, written)) ||
         (later.repeat && later.repeat->for_each && written.contains(*later.repeat->for_each)) ||
         later.compare_with == step.id;
}

bool is_droppable(const Scenario& scenario, std::size_t place) {
  const Step& step = scenario.steps[place];
  if (is_rest(step) || step.timer.firm_at || step.kind == StepKind::welcome || step.kind == StepKind::vote ||
      step.kind == StepKind::hand_over) {
    return false;
  }
  std::set<std::string> written;
  add_stores_written(written, step.writes);
  if (step.parallel) {
    add_stores_written(written, step.parallel->writes);
  }
  return std::none_of(scenario.steps.begin() + static_cast<std::ptrdiff_t>(place) + 1, scenario.steps.end(),
                      [&](const Step& later) { return needs(later, step, written); });
}

// ---- what may be shortened

using Steps = std::vector<PlannedStep>;

std::int64_t margin_of(const PlannedStep& step) {
  return step.is_rest || step.is_night ? 0 : std::max<std::int64_t>(step.planned - step.floor, 0);
}

// The steps a delay concerns, and where it stops.
struct Reach {
  Steps steps;
  std::string bound;
  std::int64_t start = 0;
  std::int64_t deadline = 0;

  std::int64_t margin() const {
    return std::accumulate(steps.begin(), steps.end(), std::int64_t{0},
                           [](std::int64_t sum, const PlannedStep& step) { return sum + margin_of(step); });
  }
  // Minutes to be found before the deadline.
  std::int64_t missing() const {
    const std::int64_t end =
        std::accumulate(steps.begin(), steps.end(), start,
                        [](std::int64_t minute, const PlannedStep& step) { return minute + step.planned; });
    return std::max<std::int64_t>(end - deadline, 0);
  }
  std::int64_t unabsorbed() const { return std::max<std::int64_t>(missing() - margin(), 0); }
};

Reach reach_of(const Steps& steps, std::size_t late_step, std::int64_t late) {
  TABLEE_CHECK(late_step < steps.size() && late >= 0);
  Reach reach;
  reach.start = steps[late_step].start + late;
  for (std::size_t i = late_step; i < steps.size(); ++i) {
    if (steps[i].is_night || (steps[i].firm_at && i > late_step)) {
      reach.bound = steps[i].id;
      reach.deadline = steps[i].firm_at.value_or(steps[i].start);
      return reach;
    }
    reach.steps.push_back(steps[i]);
  }
  reach.deadline = steps.back().start + steps.back().planned;
  return reach;
}

// What each margin gives of `minutes`. Requires 0 <= minutes <= the sum of margins.
std::vector<std::int64_t> shares_of(const std::vector<std::int64_t>& margins, std::int64_t minutes) {
  const std::int64_t sum = std::accumulate(margins.begin(), margins.end(), std::int64_t{0});
  std::vector<std::int64_t> shares(margins.size(), 0);
  if (sum == 0) {
    return shares;
  }
  std::vector<std::size_t> by_remainder(margins.size());
  std::iota(by_remainder.begin(), by_remainder.end(), std::size_t{0});
  std::stable_sort(by_remainder.begin(), by_remainder.end(), [&](std::size_t left, std::size_t right) {
    return minutes * margins[left] % sum > minutes * margins[right] % sum;
  });
  std::int64_t left = minutes;
  for (std::size_t i = 0; i < margins.size(); ++i) {
    shares[i] = minutes * margins[i] / sum;
    left -= shares[i];
  }
  // Fewer are left than there are remainders above 0, so that nobody gives more than its margin.
  for (std::size_t i = 0; left > 0; ++i, --left) {
    ++shares[by_remainder[i]];
  }
  return shares;
}

std::vector<PlanRow> rows_of(const Reach& reach, std::int64_t minutes_to_remove) {
  std::vector<std::int64_t> margins;
  for (const PlannedStep& step : reach.steps) {
    margins.push_back(margin_of(step));
  }
  const std::vector<std::int64_t> shares = shares_of(margins, minutes_to_remove);
  std::vector<PlanRow> rows;
  std::int64_t minute = reach.start;
  for (std::size_t i = 0; i < reach.steps.size(); ++i) {
    const std::int64_t minutes = reach.steps[i].planned - shares[i];
    rows.push_back(PlanRow{reach.steps[i].id, minute, minutes, shares[i]});
    minute += minutes;
  }
  return rows;
}

std::vector<PlanRow> spread_rows(const Reach& reach) {
  return rows_of(reach, std::min(reach.missing(), reach.margin()));
}

// The droppable steps, those that have most of `minutes` first.
std::vector<std::string> longest_droppable(const Reach& reach, const std::vector<PlanRow>& rows) {
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < reach.steps.size(); ++i) {
    if (reach.steps[i].droppable) {
      places.push_back(i);
    }
  }
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t left, std::size_t right) { return rows[left].minutes > rows[right].minutes; });
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < places.size() && i < droppable_max; ++i) {
    ids.push_back(reach.steps[places[i]].id);
  }
  return ids;
}

// ---- what it costs

void add_cost(Alternative& alternative, StepKind kind, std::int64_t minutes) {
  switch (kind) {
    case StepKind::write:
    case StepKind::merge:
    case StepKind::cluster:
    case StepKind::rank:
    case StepKind::draft:
    case StepKind::review:
    case StepKind::amend:
    case StepKind::debate:
    case StepKind::vote:
      alternative.deliberation_minutes += minutes;
      break;
    case StepKind::welcome:
    case StepKind::present:
    case StepKind::ask:
    case StepKind::measure:
    case StepKind::hand_over:
      alternative.presentation_minutes += minutes;
      break;
    case StepKind::pause:
      break;
  }
}

Alternative with_plan(Remedy remedy, const Reach& reach, std::vector<PlanRow> plan, std::int64_t firm_slip) {
  Alternative alternative;
  alternative.remedy = remedy;
  alternative.plan = std::move(plan);
  alternative.firm_slip = firm_slip;
  for (std::size_t i = 0; i < reach.steps.size(); ++i) {
    add_cost(alternative, reach.steps[i].kind, alternative.plan[i].removed);
  }
  return alternative;
}

Reach without(const Reach& reach, std::size_t place) {
  Reach shorter = reach;
  shorter.steps.erase(shorter.steps.begin() + static_cast<std::ptrdiff_t>(place));
  return shorter;
}

// The place of the step to leave out.
std::optional<std::size_t> step_to_drop(const Reach& reach) {
  std::optional<std::size_t> longest;
  for (std::size_t i = 0; i < reach.steps.size(); ++i) {
    if (!reach.steps[i].droppable) {
      continue;
    }
    if (without(reach, i).unabsorbed() == 0) {
      return i;
    }
    if (!longest || reach.steps[i].planned > reach.steps[*longest].planned) {
      longest = i;
    }
  }
  return longest;
}

Alternative dropping(const Reach& reach, std::size_t place) {
  const Reach shorter = without(reach, place);
  Alternative alternative = with_plan(Remedy::drop, shorter, spread_rows(shorter), shorter.unabsorbed());
  alternative.dropped.push_back(reach.steps[place].id);
  add_cost(alternative, reach.steps[place].kind, reach.steps[place].planned);
  return alternative;
}

}  // namespace

std::vector<PlannedStep> planned_steps(const Scenario& scenario) {
  const std::vector<Slot> slots = timetable(scenario);
  std::vector<PlannedStep> steps;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Step& step = scenario.steps[i];
    PlannedStep planned;
    planned.id = step.id;
    planned.kind = step.kind;
    planned.start = slots[i].start;
    planned.planned = slots[i].minutes;
    planned.floor = step.duration.floor;
    planned.is_rest = is_rest(step);
    planned.is_night = is_night(step);
    if (step.timer.firm_at) {
      planned.firm_at = slots[i].start;
    }
    planned.droppable = is_droppable(scenario, i);
    steps.push_back(std::move(planned));
  }
  return steps;
}

Replanning replan(const std::vector<PlannedStep>& steps, std::size_t late_step, std::int64_t late) {
  const Reach reach = reach_of(steps, late_step, late);
  Replanning result;
  result.late = late;
  result.margin = reach.margin();
  result.unabsorbed = reach.unabsorbed();
  result.firm = DelayBound{reach.bound, reach.deadline, reach.deadline + result.unabsorbed};
  result.plan = spread_rows(reach);
  if (result.unabsorbed > 0) {
    result.droppable = longest_droppable(reach, result.plan);
  }
  return result;
}

std::vector<Alternative> alternatives(const std::vector<PlannedStep>& steps, std::size_t late_step, std::int64_t late) {
  const Reach reach = reach_of(steps, late_step, late);
  std::vector<Alternative> all{with_plan(Remedy::spread, reach, spread_rows(reach), reach.unabsorbed())};
  if (reach.missing() == 0) {
    return all;
  }
  all.push_back(with_plan(Remedy::slip, reach, rows_of(reach, 0), reach.missing()));
  if (const auto place = step_to_drop(reach)) {
    all.push_back(dropping(reach, *place));
  }
  return all;
}

}  // namespace tablee::core
