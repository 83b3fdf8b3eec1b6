// core/event_time.h: what happened to the clocks that are not the room's, to the ways out, and to the night.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"
#include "base/time.h"
#include "core/command_time.h"

namespace tablee::core {

struct PaceSet {
  static constexpr std::string_view name = "pace_set";
  PersonId person;
  Pace pace = Pace::usual;
  static constexpr auto fields() {
    return fields_of(field("person", &PaceSet::person, "who"), field("pace", &PaceSet::pace, "the time they need"));
  }
};

struct TableExtended {
  static constexpr std::string_view name = "table_extended";
  TableId table;
  std::int64_t minutes = 0;
  static constexpr auto fields() {
    return fields_of(field("table", &TableExtended::table, "the table"),
                     field("minutes", &TableExtended::minutes, "minutes added; below 0: taken back",
                           between(-limits::extension_minutes_max, limits::extension_minutes_max)));
  }
};

struct TablePaused {
  static constexpr std::string_view name = "table_paused";
  TableId table;
  static constexpr auto fields() { return fields_of(field("table", &TablePaused::table, "the table")); }
};

struct TableResumed {
  static constexpr std::string_view name = "table_resumed";
  TableId table;
  static constexpr auto fields() { return fields_of(field("table", &TableResumed::table, "the table")); }
};

// The lead told everyone that the step will be ended by hand.
struct EndAnnounced {
  static constexpr std::string_view name = "end_announced";
  std::string step;
  TimeMs ends_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &EndAnnounced::step, "the step"),
                     field("ends_at_ms", &EndAnnounced::ends_at_ms, "not before; 0: taken back"));
  }
};

// Somebody needs more time; who is not kept.
struct EndDelayed {
  static constexpr std::string_view name = "end_delayed";
  std::string step;
  TimeMs ends_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &EndDelayed::step, "the step"),
                     field("ends_at_ms", &EndDelayed::ends_at_ms, "not before"));
  }
};

// One more of the things that have each their time: a poll, a question, or what the lead says. See items.h.
struct ItemStarted {
  static constexpr std::string_view name = "item_started";
  std::string step;
  std::int64_t item = 0;
  TimeMs ends_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &ItemStarted::step, "the step"),
                     field("item", &ItemStarted::item, "which thing, from 1; 0: none yet", up_to(limits::items_max)),
                     field("ends_at_ms", &ItemStarted::ends_at_ms, "when its time is up; 0: none is under way"));
  }
};

// What is true of the room opens this line of the step's `next`, or closes the one that was open.
struct WayOutOffered {
  static constexpr std::string_view name = "way_out_offered";
  std::string step;
  std::optional<std::int64_t> line = {};
  static constexpr auto fields() {
    return fields_of(field("step", &WayOutOffered::step, "the step"),
                     field("line", &WayOutOffered::line, "the line of its `next`; absent: none any more", up_to(7)));
  }
};

// Taken or declined: not offered again while this step runs.
struct WayOutPassed {
  static constexpr std::string_view name = "way_out_passed";
  std::string step;
  std::int64_t line = 0;
  bool taken = false;
  static constexpr auto fields() {
    return fields_of(field("step", &WayOutPassed::step, "the step"),
                     field("line", &WayOutPassed::line, "the line of its `next`", up_to(7)),
                     field("taken", &WayOutPassed::taken, "true: done; false: declined"));
  }
};

struct WayOutReturned {
  static constexpr std::string_view name = "way_out_returned";
  std::string step;
  std::int64_t line = 0;
  static constexpr auto fields() {
    return fields_of(
        field("step", &WayOutReturned::step, "the step"),
        field("line", &WayOutReturned::line, "the line of its `next` that may be offered again", up_to(7)));
  }
};

// When a night begins, and when it is over: two equal hashes say that nothing was changed in between.
struct ContentSealed {
  static constexpr std::string_view name = "content_sealed";
  std::string step;
  std::string sha256;
  static constexpr auto fields() {
    return fields_of(field("step", &ContentSealed::step, "the night"),
                     field("sha256", &ContentSealed::sha256, "hash of what people wrote and decided, see night.h"));
  }
};

}  // namespace tablee::core
