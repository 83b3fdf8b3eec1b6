// export/programme.h: the programme as it was opened, as it really ran, and how it was changed meanwhile.
//
// Shape    Steps in the order they have now. A step added while the atelier ran was not planned: it has no planned
//          start and no planned minutes. Changes in the order in which they were made, with the reason the lead wrote.
// Units    *_minutes are whole minutes, half a minute counted as one. *_minute are minutes since midnight of the first
//          day on the clock of the room. *_ms are TimeMs: the journal does not know the time zone of the room.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "core/scenario.h"
#include "core/state.h"

namespace tablee::exported {

// Minutes that the lead gave to a step while it ran, or took back from it: the whole room's, or one table's.
struct TimeGiven {
  std::string step;  // of one table's: empty, the one that ran then
  std::int64_t minutes = 0;
  TimeMs at = 0;
  std::optional<TableId> table = {};
};

struct TableTimePrinted {
  std::string table;
  std::int64_t extended_minutes = 0;
  static constexpr auto fields() {
    return fields_of(field("table", &TableTimePrinted::table, "the table"),
                     field("extended_minutes", &TableTimePrinted::extended_minutes, "given to it alone"));
  }
};

struct LapPrinted {
  TimeMs started_at_ms = 0;
  TimeMs ended_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("started_at_ms", &LapPrinted::started_at_ms, "when it started"),
                     field("ended_at_ms", &LapPrinted::ended_at_ms, "when it ended; 0: it goes on"));
  }
};

struct StepPrinted {
  std::string id;
  core::Texts title;
  core::StepKind kind = core::StepKind::present;
  core::Form form = core::Form::plenary;
  std::optional<std::int64_t> planned_start_minute;
  std::optional<std::int64_t> planned_minutes;
  std::optional<std::int64_t> changed_minutes;
  std::vector<LapPrinted> laps;
  std::int64_t worked_minutes = 0;
  std::optional<std::int64_t> difference_minutes;
  std::int64_t extended_minutes = 0;
  std::vector<TableTimePrinted> tables;
  bool dropped = false;
  bool inserted = false;
  bool moved = false;
  static constexpr auto fields() {
    return fields_of(
        field("id", &StepPrinted::id, "the step"), field("title", &StepPrinted::title, "its title"),
        field("kind", &StepPrinted::kind, "what happened"), field("form", &StepPrinted::form, "who worked together"),
        field("planned_start_minute", &StepPrinted::planned_start_minute,
              "when it was to start, in minutes since midnight of the first day; absent: it was added"),
        field("planned_minutes", &StepPrinted::planned_minutes,
              "as planned at the opening; of a night, until it is over; absent: it was added"),
        field("changed_minutes", &StepPrinted::changed_minutes,
              "as planned anew, or as planned when it was added; absent: not changed"),
        field("laps", &StepPrinted::laps, "when it really ran; several when it was opened again; none: never"),
        field("worked_minutes", &StepPrinted::worked_minutes, "as it ran, pauses of the room included"),
        field("difference_minutes", &StepPrinted::difference_minutes,
              "worked less planned; absent: it is not over, or never began and was not left out"),
        field("extended_minutes", &StepPrinted::extended_minutes, "given by the lead to everyone while it ran"),
        field("tables", &StepPrinted::tables, "those that were given time of their own"),
        field("dropped", &StepPrinted::dropped, "the lead left it out"),
        field("inserted", &StepPrinted::inserted, "added while the atelier ran"),
        field("moved", &StepPrinted::moved, "moved while the atelier ran"));
  }
};

// How people work: all together; at tables and in small groups; each alone; in a committee. Breaks are not work.
enum class Together { plenary, tables, individual, committee, breaks };
constexpr auto names_of(Together) {
  return std::array<std::string_view, 5>{"plenary", "tables", "individual", "committee", "breaks"};
}

struct TimeSpent {
  Together together = Together::plenary;
  std::int64_t planned_minutes = 0;
  std::int64_t worked_minutes = 0;
  static constexpr auto fields() {
    return fields_of(field("together", &TimeSpent::together, "who worked together"),
                     field("planned_minutes", &TimeSpent::planned_minutes, "as planned at the opening"),
                     field("worked_minutes", &TimeSpent::worked_minutes, "as it ran"));
  }
};

struct ChangePrinted {
  TimeMs at_ms = 0;
  core::PlanChangeKind kind = core::PlanChangeKind::durations;
  std::vector<std::string> steps;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("at_ms", &ChangePrinted::at_ms, "when"), field("kind", &ChangePrinted::kind, "what"),
                     field("steps", &ChangePrinted::steps, "ids of the steps concerned"),
                     field("reason", &ChangePrinted::reason, "why, as the lead wrote it"));
  }
};

// Whether anything that people wrote or decided was changed during a night: two equal hashes say that nothing was.
struct NightPrinted {
  std::string step;
  std::string evening_sha256;
  std::string morning_sha256;
  static constexpr auto fields() {
    return fields_of(field("step", &NightPrinted::step, "the night"),
                     field("evening_sha256", &NightPrinted::evening_sha256, "hash of the content when it began"),
                     field("morning_sha256", &NightPrinted::morning_sha256, "when it was over; empty: it goes on"));
  }
};

struct ProgrammePrinted {
  std::vector<StepPrinted> steps;
  std::vector<TimeSpent> times;
  std::int64_t planned_minutes = 0;
  std::int64_t worked_minutes = 0;
  std::int64_t extensions = 0;
  std::int64_t extended_minutes = 0;
  std::vector<ChangePrinted> changes;
  std::vector<NightPrinted> nights;
  static constexpr auto fields() {
    return fields_of(
        field("steps", &ProgrammePrinted::steps, "in the order they have now"),
        field("times", &ProgrammePrinted::times, "time by who worked together, and breaks; nights left out"),
        field("planned_minutes", &ProgrammePrinted::planned_minutes, "work planned at the opening, breaks left out"),
        field("worked_minutes", &ProgrammePrinted::worked_minutes, "work done, breaks left out"),
        field("extensions", &ProgrammePrinted::extensions, "steps to which the lead gave time, for everyone"),
        field("extended_minutes", &ProgrammePrinted::extended_minutes, "and how much in all"),
        field("changes", &ProgrammePrinted::changes, "of the programme while it ran; none: never changed"),
        field("nights", &ProgrammePrinted::nights, "with the hashes that say nothing was changed meanwhile"));
  }
};

// opened: the programme before any change. An extension of a start that was undone is left out.
ProgrammePrinted build_programme(const core::State& state, const core::Scenario& opened,
                                 const std::vector<TimeGiven>& extensions);

}  // namespace tablee::exported
