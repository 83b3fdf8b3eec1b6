#include "export/programme.h"

#include <algorithm>
#include <map>
#include <utility>

#include "core/timetable.h"
#include "core/view_rules.h"

namespace tablee::exported {
namespace {

using core::Form;
using core::Lap;
using core::PlanChange;
using core::PlanChangeKind;
using core::Scenario;
using core::Slot;
using core::State;
using core::Step;

std::int64_t whole_minutes(TimeMs duration) {
  return (duration + minute_ms / 2) / minute_ms;
}

Together together_in(const Step& step) {
  if (core::is_rest(step)) {
    return Together::breaks;
  }
  switch (step.audience.form) {
    case Form::plenary:
      return Together::plenary;
    case Form::individual:
      return Together::individual;
    case Form::committee:
      return Together::committee;
    case Form::pair:
    case Form::trio:
    case Form::quartet:
    case Form::table:
    case Form::group:
      break;
  }
  return Together::tables;
}

// How long a step ran, over all its laps; a lap that goes on is counted up to the last event.
std::map<std::string, TimeMs> worked_ms(const State& state) {
  std::map<std::string, TimeMs> worked;
  for (const Lap& lap : state.laps) {
    const TimeMs end = lap.ended_at == 0 ? state.last_event_at : lap.ended_at;
    worked[lap.step] += std::max<TimeMs>(0, end - lap.started_at);
  }
  return worked;
}

// The lap in which it was given; nullptr: of a start that was undone.
const Lap* lap_of(const State& state, const TimeGiven& given) {
  const auto found = std::find_if(state.laps.rbegin(), state.laps.rend(), [&](const Lap& lap) {
    return (given.step.empty() || lap.step == given.step) && lap.started_at <= given.at &&
           (lap.ended_at == 0 || given.at <= lap.ended_at);
  });
  return found == state.laps.rend() ? nullptr : &*found;
}

bool was_moved(const State& state, const std::string& step) {
  return std::any_of(state.plan_changes.begin(), state.plan_changes.end(), [&](const PlanChange& change) {
    return change.kind == PlanChangeKind::moved && change.steps.front() == step;
  });
}

StepPrinted build_step(const State& state, const Step& step, TimeMs worked) {
  StepPrinted printed;
  printed.id = step.id;
  printed.title = step.title;
  printed.kind = step.kind;
  printed.form = step.audience.form;
  for (const Lap& lap : state.laps) {
    if (lap.step == step.id) {
      printed.laps.push_back({lap.started_at, lap.ended_at});
    }
  }
  printed.worked_minutes = whole_minutes(worked);
  printed.dropped = state.dropped.contains(step.id);
  printed.moved = was_moved(state, step.id);
  return printed;
}

void add_plan(StepPrinted& printed, const Step& step, const Scenario& opened, const std::vector<Slot>& slots) {
  const Step* first = core::find_step(opened, step.id);
  printed.inserted = first == nullptr;
  if (first != nullptr) {
    const Slot& slot = slots[static_cast<std::size_t>(first - opened.steps.data())];
    printed.planned_start_minute = slot.start;
    printed.planned_minutes = slot.minutes;
  }
  if (first == nullptr || step.duration.planned != first->duration.planned) {
    printed.changed_minutes = step.duration.planned;
  }
  const bool is_over = !printed.laps.empty() && printed.laps.back().ended_at_ms != 0;
  if (is_over || printed.dropped) {
    printed.difference_minutes = printed.worked_minutes - printed.planned_minutes.value_or(0);
  }
}

// What was taken back was not given.
void add_extensions(ProgrammePrinted& programme, const State& state, const std::vector<TimeGiven>& extensions) {
  std::map<std::pair<std::string, std::optional<TableId>>, std::int64_t> minutes;
  for (const TimeGiven& given : extensions) {
    if (const Lap* lap = lap_of(state, given)) {
      minutes[{lap->step, given.table}] += given.minutes;
    }
  }
  for (StepPrinted& step : programme.steps) {
    for (auto given = minutes.lower_bound({step.id, std::nullopt});
         given != minutes.end() && given->first.first == step.id; ++given) {
      if (const auto table = given->first.second; table && given->second > 0) {
        step.tables.push_back({core::table_title(state, *table), given->second});
      } else if (!table) {
        step.extended_minutes = given->second;
      }
    }
    programme.extended_minutes += step.extended_minutes;
    programme.extensions += step.extended_minutes > 0 ? 1 : 0;
  }
}

// Sums are made of the time itself, and rounded once.
void add_times(ProgrammePrinted& programme, const State& state, const Scenario& opened,
               const std::map<std::string, TimeMs>& worked) {
  std::map<Together, std::int64_t> planned;
  std::map<Together, TimeMs> ran;
  for (const Step& step : opened.steps) {
    planned[together_in(step)] += core::is_night(step) ? 0 : step.duration.planned;
  }
  for (const Step& step : state.scenario.steps) {
    const auto found = worked.find(step.id);
    ran[together_in(step)] += core::is_night(step) || found == worked.end() ? 0 : found->second;
  }
  TimeMs work = 0;
  for (std::size_t i = 0; i < names_of(Together{}).size(); ++i) {
    const auto each = static_cast<Together>(i);
    programme.times.push_back({each, planned[each], whole_minutes(ran[each])});
    if (each != Together::breaks) {
      programme.planned_minutes += planned[each];
      work += ran[each];
    }
  }
  programme.worked_minutes = whole_minutes(work);
}

}  // namespace

ProgrammePrinted build_programme(const State& state, const Scenario& opened, const std::vector<TimeGiven>& extensions) {
  ProgrammePrinted programme;
  const std::map<std::string, TimeMs> worked = worked_ms(state);
  const std::vector<Slot> slots = core::timetable(opened);
  for (const Step& step : state.scenario.steps) {
    const auto found = worked.find(step.id);
    StepPrinted printed = build_step(state, step, found == worked.end() ? 0 : found->second);
    add_plan(printed, step, opened, slots);
    programme.steps.push_back(std::move(printed));
  }
  add_extensions(programme, state, extensions);
  add_times(programme, state, opened, worked);
  for (const PlanChange& change : state.plan_changes) {
    programme.changes.push_back({change.at, change.kind, change.steps, change.reason});
  }
  for (const core::ContentSeal& seal : state.content_seals) {
    // A night gone back to has several pairs: the first evening and the last morning count.
    const auto known = std::find_if(programme.nights.begin(), programme.nights.end(),
                                    [&](const NightPrinted& each) { return each.step == seal.step; });
    if (known == programme.nights.end()) {
      programme.nights.push_back({seal.step, seal.sha256, ""});
    } else {
      known->morning_sha256 = seal.sha256;
    }
  }
  return programme;
}

}  // namespace tablee::exported
