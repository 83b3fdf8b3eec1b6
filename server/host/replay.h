// host/replay.h: a stored atelier becomes a state again.
//
// Order    Every row of the journal in order, then every record: records name things that events made.
// Errors   The first row that is out of place, whose hash does not follow from the one before, or that does not decode;
//          the first record that does not decode. `field` is "row/N" or "record/KIND/KEY"; `detail` is one sentence.
#pragma once

#include "base/result.h"
#include "core/scenario.h"
#include "core/state.h"
#include "store/log.h"

namespace tablee::host {

// Requires: a valid scenario, the one this log was made with. An empty log gives the state before OpenAtelier.
Result<core::State> replay(store::Log& log, core::Scenario scenario);

}  // namespace tablee::host
