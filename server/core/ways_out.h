// core/ways_out.h: which way out of the current step is open: the lines of its `next`, weighed on what is true now.
//
// Order    Of several true lines, one about a result comes before one about readiness, and that before one about time;
//          among equals the first in the file. A line without `when` is the lead's own decision and is never weighed.
//          A line that leads to a step that has run `repeat.turns_max` times is not open.
//          Whatever the lead does by hand comes first: a step that the lead ended offers nothing.
// Cost     One walk through the people, tables and polls, and only while a step with `next` runs: the host weighs once
//          a turn of its loop, not once a command.
#pragma once

#include <cstdint>
#include <optional>

#include "base/time.h"
#include "core/state.h"

namespace tablee::core {

// The line that is open now, from 0.
std::optional<std::int64_t> open_way_out(const State& state, TimeMs now);

// The step that this line leads to, dropped ones skipped; nullptr: none, the programme is over.
const Step* target_of(const State& state, const Next& line);

// Done without asking: under a firm timer only, unless the line says `propose` or changes the plan, or leads to a step
// that has a firm time or seals the avis. After an undo nothing is done by itself any more.
bool is_automatic(const State& state, const Next& line);

// When time alone will open another line; 0: it will not.
TimeMs next_weighing(const State& state, TimeMs now);

}  // namespace tablee::core
