// core/night.h: the night is a state, not a long pause.
//
// While a night runs, clocks stand still and what people wrote and decided is read only, but for what its committee
// drafts (core/drafting.h); people, seats, cards, messages and the programme can be seen to, so that tablets and
// substitutes are ready in the morning.
#pragma once

#include <string>

#include "core/state.h"

namespace tablee::core {

bool is_night(const State& state);

// What people wrote and decided, as text: two equal hashes of it say that nothing was changed in between.
//
// Shape    Canonical text, UTF-8, LF: `tablee.content/1`, then one line a thing in order of id: ideas, clusters,
//          questions, comments, articles with their fields, polls with their counts once closed. Each text stands on a
//          line of its own after its length in bytes. No ballot, no name, no draft is in it.
std::string canonical_content(const State& state);

}  // namespace tablee::core
