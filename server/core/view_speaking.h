// core/view_speaking.h: the parts of sections that say who speaks, who waits and who has spoken.
//
// Included by core/view.h. Names are shown to everyone only when the programme shows them at tables; otherwise people
// are their table, or « Personne 2 » at it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"
#include "base/time.h"

namespace tablee::core {

// ---- everyone

// Somebody before the room, as far as the room may know them.
struct FloorPerson {
  std::string name_shown;
  std::string table;
  bool point_of_order = false;
  static constexpr auto fields() {
    return fields_of(
        field("name", &FloorPerson::name_shown, "their name, when the programme lets tables see it; else empty"),
        field("table", &FloorPerson::table, "the title of their table; empty: none"),
        field("point_of_order", &FloorPerson::point_of_order, "speaks about how we work"));
  }
};

struct FloorSpeech {
  FloorPerson speaker;
  TimeMs started_at_ms = 0;
  TimeMs ends_at_ms = 0;
  std::int64_t remaining_ms = 0;
  bool held = false;
  static constexpr auto fields() {
    return fields_of(
        field("speaker", &FloorSpeech::speaker, "who"),
        field("started_at_ms", &FloorSpeech::started_at_ms, "since when"),
        field("ends_at_ms", &FloorSpeech::ends_at_ms, "end of the countdown; 0: none, or paused"),
        field("remaining_ms", &FloorSpeech::remaining_ms, "while paused or held: time left, negative past the end",
              between(-9'007'199'254'740'991, 9'007'199'254'740'991)),
        field("held", &FloorSpeech::held, "they prepare typed words: their time stands still"));
  }
};

struct FloorSeats {
  std::int64_t count = 0;
  std::int64_t open_free = 0;
  std::vector<FloorPerson> seated;
  static constexpr auto fields() {
    return fields_of(field("count", &FloorSeats::count, "seats in the middle"),
                     field("open_free", &FloorSeats::open_free, "free seats that anyone may take"),
                     field("seated", &FloorSeats::seated, "who sits there, in order of coming"));
  }
};

// ---- one table

struct TableSpeaker {
  PersonId person;
  std::string name_shown;
  std::int64_t seat = 0;
  bool passed = false;
  static constexpr auto fields() {
    return fields_of(
        field("person", &TableSpeaker::person, "somebody of this table"),
        field("name", &TableSpeaker::name_shown, "their name, when the programme lets a table see it; else empty"),
        field("seat", &TableSpeaker::seat, "from 1, in the order of the list of people"),
        field("passed", &TableSpeaker::passed, "said in this step: I pass"));
  }
};

// Present while people work at tables.
struct TableSpeech {
  std::optional<PersonId> speaker;
  TimeMs started_at_ms = 0;
  TimeMs ends_at_ms = 0;
  std::int64_t remaining_ms = 0;
  std::int64_t turn_seconds = 0;
  std::vector<TableSpeaker> people;
  bool held = false;
  static constexpr auto fields() {
    return fields_of(field("speaker", &TableSpeech::speaker, "who speaks; absent: nobody, or not measured"),
                     field("started_at_ms", &TableSpeech::started_at_ms, "since when; 0: nobody"),
                     field("ends_at_ms", &TableSpeech::ends_at_ms, "end of the countdown; 0: none, or paused"),
                     field("remaining_ms", &TableSpeech::remaining_ms, "while paused: time left, negative past the end",
                           between(-9'007'199'254'740'991, 9'007'199'254'740'991)),
                     field("turn_seconds", &TableSpeech::turn_seconds, "how long each speaks in turn; 0: no turns"),
                     field("people", &TableSpeech::people, "who sits here"),
                     field("held", &TableSpeech::held, "the speaker prepares typed words: their time stands still"));
  }
};

// ---- one person

struct MySpeech {
  std::int64_t hand_place = 0;
  std::int64_t point_of_order_place = 0;
  bool has_floor = false;
  bool passed = false;
  bool seated = false;
  static constexpr auto fields() {
    return fields_of(
        field("hand_place", &MySpeech::hand_place, "place of their hand in the queue, from 1; 0: not raised"),
        field("point_of_order_place", &MySpeech::point_of_order_place, "the same for a point of order"),
        field("has_floor", &MySpeech::has_floor, "speaks now, before everyone"),
        field("passed", &MySpeech::passed, "said at their table in this step: I pass"),
        field("seated", &MySpeech::seated, "sits in the middle"));
  }
};

// ---- the facilitator

struct HandRow {
  HandId id;
  PersonId person;
  bool point_of_order = false;
  TimeMs at_ms = 0;
  bool has_spoken = false;
  std::int64_t seconds = 0;
  static constexpr auto fields() {
    return fields_of(field("id", &HandRow::id, "the hand"), field("person", &HandRow::person, "whose"),
                     field("point_of_order", &HandRow::point_of_order, "goes before the others"),
                     field("at_ms", &HandRow::at_ms, "raised at"),
                     field("has_spoken", &HandRow::has_spoken, "has already had the floor in this step"),
                     field("seconds", &HandRow::seconds, "spoken in plenary, in all steps"));
  }
};

// Hints for the lead, never a verdict: bounds in core/speaking_figures.h.
enum class SpeakingHint { uneven, dominated, silent_twice };
constexpr auto names_of(SpeakingHint) {
  return std::array<std::string_view, 3>{"uneven", "dominated", "silent_twice"};
}

struct PersonSpeaking {
  PersonId person;
  std::int64_t seconds = 0;
  bool passed = false;
  static constexpr auto fields() {
    return fields_of(field("person", &PersonSpeaking::person, "who"),
                     field("seconds", &PersonSpeaking::seconds, "spoken"),
                     field("passed", &PersonSpeaking::passed, "said: I pass; no silence is counted for them"));
  }
};

// A base without seconds is a silence; an absent row is not measured.
struct SpeakingRow {
  std::int64_t people = 0;
  std::int64_t seconds = 0;
  std::int64_t silent = 0;
  std::int64_t gini_thousandths = 0;
  std::int64_t top_percent = 0;
  static constexpr auto fields() {
    return fields_of(
        field("people", &SpeakingRow::people, "how many are measured: the base of the other figures"),
        field("seconds", &SpeakingRow::seconds, "spoken by them"),
        field("silent", &SpeakingRow::silent, "of them, those who have said nothing; who passed is not counted"),
        field("gini_thousandths", &SpeakingRow::gini_thousandths, "0: all alike; near 1000: one person alone"),
        field("top_percent", &SpeakingRow::top_percent, "part of who spoke most"));
  }
};

struct TableSpeakingRow {
  TableId table;
  std::optional<PersonId> speaker;
  std::optional<SpeakingRow> measured;
  std::vector<PersonSpeaking> people;
  std::optional<std::int64_t> coverage_percent;
  std::vector<SpeakingHint> hints;
  static constexpr auto fields() {
    return fields_of(field("table", &TableSpeakingRow::table, "the table"),
                     field("speaker", &TableSpeakingRow::speaker, "who speaks there now"),
                     field("measured", &TableSpeakingRow::measured, "figures of this step; absent: not measured"),
                     field("people", &TableSpeakingRow::people, "of this step, when measured"),
                     field("coverage_percent", &TableSpeakingRow::coverage_percent,
                           "part of the table steps that are over that was measured; absent: none is over"),
                     field("hints", &TableSpeakingRow::hints, "what may deserve a look"));
  }
};

}  // namespace tablee::core
