// core/sample.h: a `review` step in which each person reads ideas drawn for them, of other tables than their own.
//
// Order    The draw goes through the people in a drawn order; each receives the ideas that fewest have received so
//          far, lots deciding among equals. All ideas are thus read equally often, give or take one, as far as nobody
//          reads their own table's. Whoever comes later, or is given a seat, receives those least read, in order of
//          creation.
// Seed     The first 64 bits of SHA-256 over the step, a line feed and its start in milliseconds; recorded.
#pragma once

#include <vector>

#include "core/events.h"
#include "core/state.h"

namespace tablee::core {

// The store of this step whose ideas are drawn for each person; nullptr: none.
const Read* sampled_read(const Step& review);

// What this person reads alone in that step; nullptr: nothing.
const std::vector<IdeaId>* sample_of(const State& state, std::string_view step, PersonId person);

// At the start of the step, people who have received ideas before keep them. Nothing when there is nothing to read.
Events samples_for_everyone(const State& state, const Step& review);
// While it runs, for those whom this gesture brought.
Events samples_for_newcomers(const State& state, const Events& gesture);

}  // namespace tablee::core
