// core/touch.h: which sections an event or a record may have changed.
//
// It may name too many sections, never too few: the host makes those sections again and sends the ones whose bytes are
// new. A test compares every screen with freshly made sections after every turn of every transcript.
#pragma once

#include <bitset>
#include <set>

#include "core/event.h"
#include "core/record.h"
#include "core/state.h"
#include "core/view.h"

namespace tablee::core {

struct Touched {
  std::bitset<section_count> sections;  // of scope everyone and facilitator
  std::set<TableId> tables;
  std::set<PersonId> people;  // both of their sections
  std::set<PersonId> seats;   // `me` alone: what they wrote is as it was
  // What they show has changed, but their screens know it otherwise: made again when something else changes, and for
  // newcomers.
  std::set<TableId> quiet_tables;
  std::set<PersonId> quiet_people;
  bool all_tables = false;
  bool all_people = false;
};

// Requires: the state after the event or record was applied.
void touch(const State& state, const Event& event, Touched& touched);
void touch(const State& state, const Record& record, Touched& touched);

}  // namespace tablee::core
