// core/command_speaking.h: who wishes to speak and who speaks, at a table and before everyone.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"

namespace tablee::core {

// A point of order goes before the other hands; a person has at most one hand of each sort.
struct RaiseHand {
  static constexpr std::string_view name = "raise_hand";
  std::string step;
  bool point_of_order = false;
  static constexpr auto fields() {
    return fields_of(field("step", &RaiseHand::step, "the step that is going on", between(1, 32)),
                     field("point_of_order", &RaiseHand::point_of_order, "true: about how we work, not about what"));
  }
};

struct LowerHand {
  static constexpr std::string_view name = "lower_hand";
  bool point_of_order = false;
  static constexpr auto fields() {
    return fields_of(field("point_of_order", &LowerHand::point_of_order, "which of the person's two hands"));
  }
};

// « Je passe »: a right, in a step where each person of a table speaks in turn.
struct PassTurn {
  static constexpr std::string_view name = "pass_turn";
  std::string step;
  static constexpr auto fields() {
    return fields_of(field("step", &PassTurn::step, "the step that is going on", between(1, 32)));
  }
};

// One of the open seats of a fishbowl.
struct TakeSeat {
  static constexpr std::string_view name = "take_seat";
  std::string step;
  static constexpr auto fields() {
    return fields_of(field("step", &TakeSeat::step, "the step that is going on", between(1, 32)));
  }
};

struct LeaveSeat {
  static constexpr std::string_view name = "leave_seat";
  static constexpr auto fields() { return fields_of(); }
};

// Who speaks at a table. From its screen, or from the lead, who names the table.
struct SetSpeaker {
  static constexpr std::string_view name = "set_speaker";
  std::optional<TableId> table;
  std::optional<PersonId> person;
  static constexpr auto fields() {
    return fields_of(field("table", &SetSpeaker::table, "the table; absent: the sender's own"),
                     field("person", &SetSpeaker::person, "somebody of this table; absent: nobody speaks"));
  }
};

struct OpenQueue {
  static constexpr std::string_view name = "open_queue";
  std::string step;
  bool open = false;
  static constexpr auto fields() {
    return fields_of(field("step", &OpenQueue::step, "the step that is going on", between(1, 32)),
                     field("open", &OpenQueue::open, "false: no more hands"));
  }
};

// Whoever was speaking no longer is. The person's hand, if raised, comes down.
struct GiveFloor {
  static constexpr std::string_view name = "give_floor";
  PersonId person;
  static constexpr auto fields() { return fields_of(field("person", &GiveFloor::person, "who speaks now")); }
};

struct EndSpeech {
  static constexpr std::string_view name = "end_speech";
  static constexpr auto fields() { return fields_of(); }
};

struct SkipHand {
  static constexpr std::string_view name = "skip_hand";
  HandId hand;
  static constexpr auto fields() { return fields_of(field("hand", &SkipHand::hand, "a hand that is waiting")); }
};

// The last gesture on the floor (give_floor, end_speech, skip_hand) was a mistake: whoever spoke goes on, a hand that
// came down waits again where it was, and the speech begun by mistake is not counted.
// It names what it takes back, lest it take back what somebody else has done since: nothing is named for end_speech.
struct UndoFloor {
  static constexpr std::string_view name = "undo_floor";
  std::optional<PersonId> person = {};
  std::optional<HandId> hand = {};
  static constexpr auto fields() {
    return fields_of(field("person", &UndoFloor::person, "give_floor: who got the floor"),
                     field("hand", &UndoFloor::hand, "skip_hand: the hand that was skipped"));
  }
};

struct ExtendSpeech {
  static constexpr std::string_view name = "extend_speech";
  std::int64_t seconds = 0;
  static constexpr auto fields() {
    return fields_of(field("seconds", &ExtendSpeech::seconds, "seconds to add; below 0: to take back",
                           between(-limits::speech_extension_seconds_max, limits::speech_extension_seconds_max)));
  }
};

// From then on the order is the lead's; new points of order still come first.
struct MoveHand {
  static constexpr std::string_view name = "move_hand";
  HandId hand;
  std::int64_t place = 1;
  static constexpr auto fields() {
    return fields_of(field("hand", &MoveHand::hand, "a hand that is waiting"),
                     field("place", &MoveHand::place, "its new place, from 1; past the end: last",
                           between(1, limits::hands_waiting_max)));
  }
};

// Back to the proposed order (core/speaking_order.h).
struct ProposeOrder {
  static constexpr std::string_view name = "propose_order";
  static constexpr auto fields() { return fields_of(); }
};

struct SeatInMiddle {
  static constexpr std::string_view name = "seat_in_middle";
  PersonId person;
  bool seated = false;
  static constexpr auto fields() {
    return fields_of(field("person", &SeatInMiddle::person, "the person"),
                     field("seated", &SeatInMiddle::seated, "false: back to the room"));
  }
};

}  // namespace tablee::core
