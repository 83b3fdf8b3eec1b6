// checks.h: what must hold whatever a transcript says.
#pragma once

#include <string>

#include "core/state.h"
#include "line.h"
#include "store/log.h"
#include "tablet.h"

namespace tablee::transcripts {

// Everything that follows from a state, as bytes: each section for each audience, the numbers, the boxes, the seal.
std::string fingerprint(const core::State& state);

// Replaying the log gives the state that lives.
Fault restart_equals_live(store::Log& log, const core::State& live);

// A connected tablet shows the newest of every section of its audience, and no section of another.
Fault shows_the_newest(const Tablet& tablet, const core::State& state);

}  // namespace tablee::transcripts
