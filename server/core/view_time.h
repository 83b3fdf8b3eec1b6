// core/view_time.h: what screens are told about clocks that are not the room's, ways out, and nights.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/field.h"
#include "base/limits.h"
#include "base/time.h"
#include "core/scenario.h"
#include "core/state.h"

namespace tablee::core {

// A table's own time in the step that runs.
struct TableTimeView {
  std::int64_t extended_minutes = 0;
  std::int64_t shift_ms = 0;
  TimeMs paused_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(
        field("extended_minutes", &TableTimeView::extended_minutes, "given to this table alone"),
        field("shift_ms", &TableTimeView::shift_ms, "its end, after the room's: minutes given, and time spent paused"),
        field("paused_at_ms", &TableTimeView::paused_at_ms, "its clock stands still since; 0: it runs"));
  }
};

// What the programme proposes; the lead takes it or declines it.
struct WayOutView {
  std::string step;
  std::int64_t line = 0;
  std::string when;
  Action action = Action::propose;
  std::string to;
  std::int64_t minutes = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &WayOutView::step, "the step that would be left"),
                     field("line", &WayOutView::line, "the line of its `next`, from 0", up_to(7)),
                     field("when", &WayOutView::when, "the condition that has become true"),
                     field("action", &WayOutView::action, "what would be done"),
                     field("to", &WayOutView::to, "the step that would start; empty: none"),
                     field("minutes", &WayOutView::minutes, "warn, wait, reopen: how many; else 0"));
  }
};

// Things that have each their time, in a step with a budget (core/items.h).
struct ItemsView {
  std::int64_t seconds = 0;
  std::int64_t item = 0;
  TimeMs ends_at_ms = 0;
  std::int64_t remaining_ms = 0;
  std::int64_t left = 0;
  bool by_lead = false;
  static constexpr auto fields() {
    return fields_of(
        field("seconds", &ItemsView::seconds, "for one thing"),
        field("item", &ItemsView::item, "the one under way, or the last, from 1; 0: none yet"),
        field("ends_at_ms", &ItemsView::ends_at_ms, "when its time is up; 0: none is under way, or paused"),
        field("remaining_ms", &ItemsView::remaining_ms, "while paused: time left, negative past its end",
              between(-9'007'199'254'740'991, 9'007'199'254'740'991)),
        field("left", &ItemsView::left, "how many are still to come after it"),
        field("by_lead", &ItemsView::by_lead, "true: the lead says when the next begins; else votes or questions do"));
  }
};

struct ContentSealRow {
  std::string step;
  TimeMs at_ms = 0;
  std::string sha256;
  static constexpr auto fields() {
    return fields_of(field("step", &ContentSealRow::step, "the night"), field("at_ms", &ContentSealRow::at_ms, "when"),
                     field("sha256", &ContentSealRow::sha256, "hash of what people wrote and decided"));
  }
};

// Absent: this table has the room's time.
std::optional<TableTimeView> view_table_time(const State& state, TableId table);
// Absent: no step is going on, or it gives no time to each thing.
std::optional<ItemsView> view_items(const State& state);
// Absent: nothing is proposed.
std::optional<WayOutView> view_way_out(const State& state);
// Until when somebody who needs more time may still send what they began in the last step that asked for ideas. Both
// empty: that step runs, there was none, or this person goes by the room's grace (StepView::late_until_ms).
struct OwnLate {
  TimeMs until_ms = 0;
  bool no_limit = false;
};
// kind: write or measure.
OwnLate own_late(const State& state, const Person& person, StepKind kind);

}  // namespace tablee::core
