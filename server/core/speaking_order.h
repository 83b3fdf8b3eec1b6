// core/speaking_order.h: in which order raised hands are proposed to the lead.
//
// Order    Points of order first, oldest first. Then those who have not spoken in this step; then those who have
//          spoken least, in whole seconds; then those of the table that has spoken least; then the oldest hand.
// Source   Priority to who has not spoken is the rule of the project's process reference (sequence B23); equal time
//          next is the usual « progressive stack ». Seconds are those of the plenary alone: time at tables is
//          measured at some tables only, and would count against them.
#pragma once

#include <vector>

#include "core/state.h"

namespace tablee::core {

struct Wish {
  HandId hand;
  bool point_of_order = false;
  bool has_spoken_in_step = false;
  std::int64_t seconds = 0;        // of this person, in all
  std::int64_t table_seconds = 0;  // of the people of their table
};

// Cost: n log n of the hands waiting.
std::vector<HandId> proposed_order(std::vector<Wish> wishes);

// The hands waiting in the current step, first to speak first: new points of order, then what the lead placed by hand,
// then the others as proposed. Empty when no step is going on.
std::vector<const Hand*> speaking_queue(const State& state);

}  // namespace tablee::core
