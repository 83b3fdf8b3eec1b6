// core/deadline.h: when the core wants to be woken.
#pragma once

#include "base/time.h"
#include "core/state.h"

namespace tablee::core {

// When the next turn of the current step begins by itself: only under a firm timer; 0: it does not.
TimeMs turn_deadline(const State& state);

// A firm step is past the room's end, and goes on for those who have more time.
bool waits_past_end(const State& state);

// The next time at which decide_tick() would have something to say; 0 when nothing is to come. Never in the past for
// long: a tick at that time moves it forward.
TimeMs next_deadline(const State& state);

}  // namespace tablee::core
