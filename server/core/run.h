// core/run.h: what the clock of the room allows.
#pragma once

#include "core/state.h"

namespace tablee::core {

// The current step is going on, paused or not, past its time or not.
constexpr bool is_active(RunStatus status) {
  return status == RunStatus::running || status == RunStatus::time_up;
}
inline bool is_active(const Run& run) {
  return is_active(run.status);
}

// This step is the current one, and going on.
inline bool is_active(const State& state, std::string_view step) {
  return is_active(state.run) && state.run.step == step;
}

}  // namespace tablee::core
