// app/verify_command.h: `tablee verify`: the chain, the replay, and every closed box counted again.
#pragma once

#include <optional>
#include <string>

#include "app/output.h"
#include "app/settings.h"
#include "core/state.h"

namespace tablee::app {

// The first closed poll whose box does not give the result in the journal, as one French sentence; nothing when all do.
// A box is counted only once its hash is that of the journal: counting other ballots would break invariants.
std::optional<std::string> recount(const core::State& state);

int run_verify(const VerifySettings& settings, Output& output);

}  // namespace tablee::app
