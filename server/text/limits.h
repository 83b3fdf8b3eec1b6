// text/limits.h: what one update may ask of a document.
//
// Source   Bounds of ours: Yjs has none, and a 17-byte update then burns a client id for ever, an array in an array
//          200,000 deep overflows its reader, and a parked delete set slows every later keystroke.
#pragma once

#include <cstdint>

namespace tablee::text::limits {

// Integers of the wire that Yjs writes: safe integers of JavaScript.
inline constexpr std::uint64_t wire_integer_max = (std::uint64_t{1} << 53) - 1;
// One more than the last clock of a client; every clock and every length of the module fits in 32 bits.
inline constexpr std::uint64_t clock_max = std::uint64_t{1} << 31;
// A run of deleted or collected units costs no bytes; other lengths cannot pass the bytes they are written with.
inline constexpr std::uint64_t deleted_length_max = std::uint64_t{1} << 20;
// Arrays and objects inside one value of lib0, and inside one JSON text.
inline constexpr int value_depth_max = 64;
// Types inside types that are read; what lies deeper is kept and relayed, and read as null.
inline constexpr int view_depth_max = 100;
inline constexpr std::uint32_t roots_max = 256;
inline constexpr std::uint64_t name_bytes_max = 256;
inline constexpr std::uint32_t clients_max = 65'536;
// What waits for something that has not come: bytes of structs, and ranges of deletions.
inline constexpr std::uint64_t parked_bytes_max = std::uint64_t{4} << 20;
inline constexpr std::uint64_t parked_ranges_max = 4'096;

}  // namespace tablee::text::limits
