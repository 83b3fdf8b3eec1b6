// core/deadline.h: when the core wants to be woken.
#pragma once

#include "base/time.h"
#include "core/state.h"

namespace tablee::core {

// The next time at which decide_tick() would have something to say; 0 when nothing is to come. Never in the past for
// long: a tick at that time moves it forward.
TimeMs next_deadline(const State& state);

}  // namespace tablee::core
