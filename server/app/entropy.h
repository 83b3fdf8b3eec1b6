// app/entropy.h: chance, from the system.
#pragma once

#include "base/rng.h"

namespace tablee::app {

// Thirty-two bytes of getrandom(2). It cannot run out; should the system have none at all, the program aborts.
Entropy system_entropy();

}  // namespace tablee::app
