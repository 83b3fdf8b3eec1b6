// base/time.h: time as the core knows it.
//
// Units    Milliseconds since 1970-01-01 00:00 UTC. Time is an argument; nothing pure reads a clock.
#pragma once

#include <cstdint>

namespace tablee {

using TimeMs = std::int64_t;

inline constexpr TimeMs second_ms = 1'000;
inline constexpr TimeMs minute_ms = 60'000;

}  // namespace tablee
