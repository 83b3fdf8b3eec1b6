// core/own_time.h: tables and people whose time is not the room's.
//
// A table's own end is the room's end moved by what it was given and by the time it stood paused. A person who needs
// more time has the step's length times the programme's `personal_percent`.
#pragma once

#include "base/time.h"
#include "core/state.h"

namespace tablee::core {

// Minutes that this table may still be given in the current step.
std::int64_t table_minutes_left(const State& state, TableId table);

// Somebody who needs more time goes on with such a step after its end: they write, or answer, alone.
bool goes_on_alone(StepKind kind);

// When a step whose timer is firm is over for the last one it waits for: tables with more time that do not say they are
// ready, and people with more time when the step waits for everyone. The room's end when it waits for nobody; nothing
// when it waits for somebody who has no limit. Requires: the step runs, not paused, under a firm timer.
std::optional<TimeMs> held_until(const State& state);

// People in the room who need more time, and have not voted in this open poll.
std::int64_t voters_awaited(const State& state, const Poll& poll);

// Until when what this person began in `lap` is still received: later than the grace for late words for those who need
// more time. Nothing: no limit. Requires: the lap is over.
std::optional<TimeMs> own_end(const State& state, const Lap& lap, const Person& person);

}  // namespace tablee::core
