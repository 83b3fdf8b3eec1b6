// core/seal.h: the avis as it is sealed.
//
// Shape    Canonical text, UTF-8, LF: question, then each article in order with its number, title, fields, outcome and
//          counts, and the ids of its sources. Its SHA-256 is shown on the projector and printed in every export.
#pragma once

#include <string>

#include "core/state.h"

namespace tablee::core {

std::string canonical_avis(const State& state);

}  // namespace tablee::core
