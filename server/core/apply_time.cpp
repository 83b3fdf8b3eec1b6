#include "core/apply_parts.h"
#include "core/run.h"

namespace tablee::core {

void change(State& state, const Stamp&, const PaceSet& event) {
  existing(state.people, event.person).pace = event.pace;
}

void change(State& state, const Stamp&, const TableExtended& event) {
  TableTime& time = state.run.tables[event.table];
  time.extended_minutes += event.minutes;
  time.shift_ms += event.minutes * minute_ms;
}

void change(State& state, const Stamp& stamp, const TablePaused& event) {
  state.run.tables[event.table].paused_at = stamp.at;
}

// The room's own pauses already move the room's end: only the rest of this pause moves the table's.
void change(State& state, const Stamp& stamp, const TableResumed& event) {
  TableTime& time = existing(state.run.tables, event.table);
  const TimeMs until = state.run.paused ? std::max(time.paused_at, state.run.paused_at) : stamp.at;
  time.shift_ms += until - time.paused_at;
  time.paused_at = 0;
}

void change(State& state, const Stamp&, const WayOutOffered& event) {
  state.run.way_out = event.line;
}

void change(State& state, const Stamp&, const WayOutPassed& event) {
  state.run.ways_passed.insert(event.line);
  state.run.way_out.reset();
}

void change(State& state, const Stamp&, const WayOutReturned& event) {
  state.run.ways_passed.erase(event.line);
}

// A poll may be opened while the room is paused: its time waits with the others'.
void change(State& state, const Stamp& stamp, const ItemStarted& event) {
  TABLEE_CHECK(is_active(state, event.step));
  Run& run = state.run;
  const bool waits = run.paused && event.ends_at_ms != 0;
  run.item = event.item;
  run.item_ends_at = waits ? 0 : event.ends_at_ms;
  run.item_remaining_ms = waits ? event.ends_at_ms - stamp.at : 0;
}

void change(State& state, const Stamp& stamp, const ContentSealed& event) {
  state.content_seals.push_back({event.step, stamp.at, event.sha256});
}

void change(State& state, const Stamp&, const EndAnnounced& event) {
  state.run.closing_at = event.ends_at_ms;
  state.run.closing_left_ms = 0;
}

void change(State& state, const Stamp&, const EndDelayed& event) {
  state.run.closing_at = event.ends_at_ms;
  state.run.end_delays += 1;
}

}  // namespace tablee::core
