// app/kept_atelier.h: an atelier read from its directory, believed only after it was checked.
//
// Order    The file, the hash chain, the scenario against its hash in the first row, then the replay. Replaying
//          nonsense would break invariants and abort, so nothing is replayed before the chain was found whole.
// Errors   One French sentence as the detail.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "core/state.h"
#include "store/log.h"
#include "store/verify.h"

namespace tablee::app {

std::string atelier_file(const std::string& data);

// The scenario kept in an atelier. Refuses when it cannot be used any more.
Result<core::Scenario> kept_scenario(const std::string& text, const std::string& file);

struct KeptAtelier {
  std::unique_ptr<store::Log> log;
  store::ChainHead head;
  core::Scenario opened;  // the programme before any change
  core::State state;
};

// Opens for reading only, also while a server is running.
Result<KeptAtelier> read_atelier(const std::string& data);

}  // namespace tablee::app
