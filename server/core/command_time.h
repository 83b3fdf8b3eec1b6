// core/command_time.h: the clocks that are not the room's, and the ways out that the programme offers.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"
#include "base/time.h"

namespace tablee::core {

// How much time one person needs to write. more: the part that the programme says, half as much again when it says
// nothing. twice: as much again. unlimited: until the avis is sealed.
enum class Pace { usual, more, twice, unlimited };
constexpr auto names_of(Pace) {
  return std::array<std::string_view, 4>{"usual", "more", "twice", "unlimited"};
}

// A participant's own choice; nobody asks why.
struct SetPace {
  static constexpr std::string_view name = "set_pace";
  Pace pace = Pace::usual;
  static constexpr auto fields() { return fields_of(field("pace", &SetPace::pace, "the time they need")); }
};

// Minutes below zero take back what was given.
struct ExtendTable {
  static constexpr std::string_view name = "extend_table";
  std::string step;
  TableId table;
  std::int64_t minutes = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &ExtendTable::step, "the current step", between(1, 32)),
                     field("table", &ExtendTable::table, "the table"),
                     field("minutes", &ExtendTable::minutes, "minutes to add",
                           between(-limits::extension_minutes_max, limits::extension_minutes_max)));
  }
};

struct PauseTable {
  static constexpr std::string_view name = "pause_table";
  TableId table;
  static constexpr auto fields() { return fields_of(field("table", &PauseTable::table, "the table")); }
};

struct ResumeTable {
  static constexpr std::string_view name = "resume_table";
  TableId table;
  static constexpr auto fields() { return fields_of(field("table", &ResumeTable::table, "the table")); }
};

// Where neither polls nor questions say which thing is treated now, the lead does. `ends_at_ms` puts back what a
// gesture made by mistake has changed.
struct StartItem {
  static constexpr std::string_view name = "start_item";
  std::string step;
  std::int64_t item = 0;
  std::optional<TimeMs> ends_at_ms = {};
  static constexpr auto fields() {
    return fields_of(field("step", &StartItem::step, "the current step, which has a budget", between(1, 32)),
                     field("item", &StartItem::item, "which thing, from 1; 0: none yet", up_to(limits::items_max)),
                     field("ends_at_ms", &StartItem::ends_at_ms,
                           "server time at which its time is up; absent: its whole time from now on"));
  }
};

// The step is about to be ended by hand: everyone is told, and may have more time by one touch. Nothing ends by itself:
// when the time is over, the lead ends the step.
struct AnnounceEnd {
  static constexpr std::string_view name = "announce_end";
  std::string step;
  std::int64_t seconds = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &AnnounceEnd::step, "the current step", between(1, 32)),
                     field("seconds", &AnnounceEnd::seconds, "from now, at least end_notice_seconds_min; 0: taken back",
                           between(0, limits::end_notice_seconds_max)));
  }
};

// From a person or a table: limits::end_delay_ms more before the end that was announced.
struct DelayEnd {
  static constexpr std::string_view name = "delay_end";
  std::string step;
  static constexpr auto fields() {
    return fields_of(field("step", &DelayEnd::step, "the current step, whose end is announced", between(1, 32)));
  }
};

// The lead confirms what the programme proposes.
struct TakeWayOut {
  static constexpr std::string_view name = "take_way_out";
  std::string step;
  std::int64_t line = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &TakeWayOut::step, "the current step", between(1, 32)),
                     field("line", &TakeWayOut::line, "the line of its `next` that is offered, from 0", up_to(7)));
  }
};

// The lead does not want it: the line is not offered again while this step runs.
struct DeclineWayOut {
  static constexpr std::string_view name = "decline_way_out";
  std::string step;
  std::int64_t line = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &DeclineWayOut::step, "the current step", between(1, 32)),
                     field("line", &DeclineWayOut::line, "the line of its `next` that is offered, from 0", up_to(7)));
  }
};

// What was declined by mistake may be offered again, for as long as what it waits for is true.
struct ReturnWayOut {
  static constexpr std::string_view name = "return_way_out";
  std::string step;
  std::int64_t line = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &ReturnWayOut::step, "the current step", between(1, 32)),
                     field("line", &ReturnWayOut::line, "a line of its `next` that was declined, from 0", up_to(7)));
  }
};

}  // namespace tablee::core
