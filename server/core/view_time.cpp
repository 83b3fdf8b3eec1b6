#include "core/view_time.h"

#include <algorithm>

#include "core/items.h"
#include "core/own_time.h"
#include "core/run.h"
#include "core/ways_out.h"

namespace tablee::core {

std::optional<TableTimeView> view_table_time(const State& state, TableId table) {
  const auto time = state.run.tables.find(table);
  if (time == state.run.tables.end() || time->second == TableTime{}) {
    return std::nullopt;
  }
  return TableTimeView{time->second.extended_minutes, time->second.shift_ms, time->second.paused_at};
}

std::optional<ItemsView> view_items(const State& state) {
  const Run& run = state.run;
  const Step* step = current_step(state);
  if (step == nullptr || !is_active(run) || !step->timer.budget) {
    return std::nullopt;
  }
  return ItemsView{step->timer.budget->seconds, run.item,          run.item_ends_at,
                   run.item_remaining_ms,       items_left(state), item_source(*step) == ItemSource::lead};
}

std::optional<WayOutView> view_way_out(const State& state) {
  const Step* step = current_step(state);
  if (!state.run.way_out || step == nullptr || !step->next) {
    return std::nullopt;
  }
  const Next& line = step->next->at(static_cast<std::size_t>(*state.run.way_out));
  const Step* target = target_of(state, line);
  return WayOutView{step->id,
                    *state.run.way_out,
                    line.when.value_or(""),
                    line.action.value_or(Action::auto_),
                    target == nullptr ? "" : target->id,
                    line.minutes.value_or(0)};
}

OwnLate own_late(const State& state, const Person& person, StepKind kind) {
  if (person.pace == Pace::usual) {
    return {};
  }
  const auto last = std::find_if(state.laps.rbegin(), state.laps.rend(),
                                 [&](const Lap& lap) { return lap.kind == kind && !is_active(state, lap.step); });
  if (last == state.laps.rend()) {
    return {};
  }
  const auto until = own_end(state, *last, person);
  return until ? OwnLate{*until, false} : OwnLate{0, true};
}

}  // namespace tablee::core
