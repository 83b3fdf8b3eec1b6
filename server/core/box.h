// core/box.h: counting a closed ballot box.
//
// Shape    The canonical box is one line a ballot, sorted by ballot key: `key TAB ballot LF`. A motion's ballot is its
//          choice, and so is that of a points poll that gives none; else a points ballot is `option=points` pairs, by
//          option, joined by commas. Its SHA-256 goes into the
//          journal.
// Errors   Ballots were checked when cast; a ballot that breaks its rule is a broken invariant.
#pragma once

#include <string>

#include "core/event.h"
#include "core/state.h"

namespace tablee::core {

std::string canonical_box(const Poll& poll);

// The PollClosed that closing this poll now would give. Used to close, and again to verify.
PollClosed count_poll(const State& state, const Poll& poll);

}  // namespace tablee::core
