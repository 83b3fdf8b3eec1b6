// core/event_speaking.h: who asked for the floor, who spoke, and for how long.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "base/time.h"
#include "core/command.h"
#include "core/speaking.h"

namespace tablee::core {

struct HandRaised {
  static constexpr std::string_view name = "hand_raised";
  HandId hand;
  PersonId person;
  std::string step;
  bool point_of_order = false;
  static constexpr auto fields() {
    return fields_of(field("hand", &HandRaised::hand, "the new hand"), field("person", &HandRaised::person, "whose"),
                     field("step", &HandRaised::step, "in which step"),
                     field("point_of_order", &HandRaised::point_of_order, "goes before the others"));
  }
};

struct HandLowered {
  static constexpr std::string_view name = "hand_lowered";
  HandId hand;
  HandFate fate = HandFate::withdrawn;
  static constexpr auto fields() {
    return fields_of(field("hand", &HandLowered::hand, "no longer waiting"),
                     field("fate", &HandLowered::fate, "what became of it"));
  }
};

struct HandsOrdered {
  static constexpr std::string_view name = "hands_ordered";
  std::string step;
  std::vector<HandId> hands;
  static constexpr auto fields() {
    return fields_of(field("step", &HandsOrdered::step, "in which step"),
                     field("hands", &HandsOrdered::hands, "as the lead placed them; none: the proposed order"));
  }
};

struct QueueOpened {
  static constexpr std::string_view name = "queue_opened";
  std::string step;
  bool open = true;
  static constexpr auto fields() {
    return fields_of(field("step", &QueueOpened::step, "in which step"),
                     field("open", &QueueOpened::open, "false: no more hands"));
  }
};

struct SpeechStarted {
  static constexpr std::string_view name = "speech_started";
  PersonId person;
  std::optional<TableId> table;
  std::string step;
  TimeMs ends_at_ms = 0;
  bool point_of_order = false;
  static constexpr auto fields() {
    return fields_of(field("person", &SpeechStarted::person, "who speaks"),
                     field("table", &SpeechStarted::table, "at which table; absent: before everyone"),
                     field("step", &SpeechStarted::step, "in which step"),
                     field("ends_at_ms", &SpeechStarted::ends_at_ms, "end of the countdown; 0: none"),
                     field("point_of_order", &SpeechStarted::point_of_order, "a point of order"));
  }
};

// The speaker prepares typed words: their time stands still until they are shown.
struct SpeechHeld {
  static constexpr std::string_view name = "speech_held";
  std::optional<TableId> table;
  bool held = false;
  static constexpr auto fields() {
    return fields_of(field("table", &SpeechHeld::table, "where; absent: before everyone"),
                     field("held", &SpeechHeld::held, "false: it runs again"));
  }
};

struct SpeechExtended {
  static constexpr std::string_view name = "speech_extended";
  TimeMs ends_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("ends_at_ms", &SpeechExtended::ends_at_ms, "new end of the countdown in plenary"));
  }
};

struct SpeechEnded {
  static constexpr std::string_view name = "speech_ended";
  PersonId person;
  std::optional<TableId> table;
  std::string step;
  TimeMs spoken_ms = 0;
  SpeechEnd reason = SpeechEnd::done;
  static constexpr auto fields() {
    return fields_of(field("person", &SpeechEnded::person, "who spoke"),
                     field("table", &SpeechEnded::table, "at which table; absent: before everyone"),
                     field("step", &SpeechEnded::step, "in which step"),
                     field("spoken_ms", &SpeechEnded::spoken_ms, "for how long, pauses of the room left out"),
                     field("reason", &SpeechEnded::reason, "why it ended"));
  }
};

// Who spoke and whose hand waited before the last gesture on the floor: so it is again.
struct FloorUndone {
  static constexpr std::string_view name = "floor_undone";
  std::string step;
  std::optional<PersonId> person = {};
  static constexpr auto fields() {
    return fields_of(field("step", &FloorUndone::step, "in which step"),
                     field("person", &FloorUndone::person, "who had got the floor by mistake"));
  }
};

struct TurnPassed {
  static constexpr std::string_view name = "turn_passed";
  PersonId person;
  TableId table;
  std::string step;
  static constexpr auto fields() {
    return fields_of(field("person", &TurnPassed::person, "who said « je passe »"),
                     field("table", &TurnPassed::table, "at which table"),
                     field("step", &TurnPassed::step, "in which step"));
  }
};

struct MiddleSeatTaken {
  static constexpr std::string_view name = "middle_seat_taken";
  PersonId person;
  std::string step;
  bool open = false;
  static constexpr auto fields() {
    return fields_of(field("person", &MiddleSeatTaken::person, "who"),
                     field("step", &MiddleSeatTaken::step, "in which step"),
                     field("open", &MiddleSeatTaken::open, "one of the seats kept for whoever comes"));
  }
};

struct MiddleSeatLeft {
  static constexpr std::string_view name = "middle_seat_left";
  PersonId person;
  std::string step;
  static constexpr auto fields() {
    return fields_of(field("person", &MiddleSeatLeft::person, "who"),
                     field("step", &MiddleSeatLeft::step, "in which step"));
  }
};

}  // namespace tablee::core
