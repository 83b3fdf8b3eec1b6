// core/speaking.h: who wishes to speak, who speaks, and who has spoken: the part of the state that remembers it.
//
// Shape    A place is a table, or the plenary (TableId 0). Totals run: each speech is added once, when it ends, and no
//          past speech is read again. Hands are never deleted, they get a fate.
// Units    TimeMs throughout; 0 means "none".
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace tablee::core {

// heard: the floor was given. skipped: the lead went on without it. left: the person is no longer in the room.
enum class HandFate { waiting, heard, withdrawn, skipped, left };
constexpr auto names_of(HandFate) {
  return std::array<std::string_view, 5>{"waiting", "heard", "withdrawn", "skipped", "left"};
}

// replaced: somebody else speaks. left: the speaker is no longer there, or gave their seat up. step: the step is over.
enum class SpeechEnd { done, replaced, passed, left, step };
constexpr auto names_of(SpeechEnd) {
  return std::array<std::string_view, 5>{"done", "replaced", "passed", "left", "step"};
}

struct Hand {
  HandId id;
  PersonId person;
  std::string step;
  bool point_of_order = false;
  TimeMs at = 0;
  HandFate fate = HandFate::waiting;
};

struct MiddleSeat {
  PersonId person;
  bool open = false;  // one of the seats kept for whoever comes
};

// The queue of the plenary in one step. It outlives the end of the step, so that an undone end brings it back.
struct Floor {
  std::optional<bool> open;       // what the lead said; absent: as the kind of the step has it
  std::vector<HandId> waiting;    // oldest first
  std::vector<HandId> ordered;    // those the lead has placed by hand, first to speak first
  std::vector<MiddleSeat> seats;  // fishbowl: who sits in the middle, in order of coming
};

struct Speech {
  PersonId person;
  std::string step;
  bool point_of_order = false;
  TimeMs started_at = 0;
  TimeMs since = 0;         // counting from; 0: the room is paused, or the speech is held
  TimeMs counted_ms = 0;    // before `since`
  TimeMs ends_at = 0;       // end of the countdown; 0: none, or paused
  TimeMs remaining_ms = 0;  // of the countdown, while paused or held
  bool held = false;        // the speaker prepares typed words
};

struct Spoken {
  TimeMs ms = 0;
  std::int64_t speeches = 0;
  bool passed = false;  // said « je passe »: not the same as a silence
};

struct Measured {
  TimeMs ms = 0;
  std::int64_t speeches = 0;  // 0: nobody measured there
  std::map<PersonId, Spoken> people;
};

// What the last gesture on the floor changed, for whoever made it by mistake. Absent once somebody else's doing, or the
// end of the step, has changed the floor too.
struct FloorGesture {
  std::optional<Speech> ended;   // as it stood then: its counted_ms are its whole, its remaining_ms what was left
  std::optional<TableId> table;  // of whoever spoke
  std::optional<HandId> hand;    // the hand it brought down
  std::size_t place = 0;         // where that hand waited
  std::optional<std::size_t> ordered_place;
  bool giving = false;  // what it brought down is; the floor is about to be given
  bool given = false;   // somebody got the floor
};

struct Speaking {
  std::map<HandId, Hand> hands;
  std::map<PersonId, std::int64_t> hands_raised;
  std::map<std::string, Floor> floors;  // by step
  std::map<TableId, Speech> running;    // by place
  std::optional<FloorGesture> last_gesture;
  std::map<std::string, std::map<TableId, Measured>> steps;    // by step and place
  std::map<TableId, Measured> places;                          // in all
  std::map<TableId, std::vector<std::string>> measured_steps;  // of each table, in order
  std::map<TableId, TimeMs> plenary_of_table;                  // spoken in plenary by the people of a table
  std::map<std::string, TimeMs> paused_ms;                     // by step: while the room was paused
};

}  // namespace tablee::core
