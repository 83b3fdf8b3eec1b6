// core/presence.h: who is in the room.
#pragma once

#include "core/state.h"

namespace tablee::core {

// Has opened their screen once, and has not left since: one of people_present().
inline bool is_present(const Person& person) {
  return person.arrived_at != 0 && !person.gone;
}

}  // namespace tablee::core
