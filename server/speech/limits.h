// speech/limits.h: the bounds of reading aloud.
//
// Shape    What one address may ask, what waits, what is kept, how long a voice may take.
// Units    As in base/limits.h.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tablee::speech {

// One sentence. In a request each code point may take twelve bytes, which still fits in a request head of 8 kB.
inline constexpr std::int64_t text_chars_max = 500;
inline constexpr std::int64_t percent_min = 70;
inline constexpr std::int64_t percent_max = 130;

// Sentences that need the voice, for each address; what was said before is not counted.
inline constexpr std::int64_t sentences_burst = 30;
inline constexpr std::int64_t sentence_refill_ms = 250;

// Different sentences that wait for the voice.
inline constexpr std::size_t waiting_max = 128;
inline constexpr std::size_t workers_max = 2;
inline constexpr std::int64_t engine_ms_max = 5'000;
inline constexpr std::int64_t answer_ms_max = 8'000;  // from the request to the answer, waiting included

// A minute of speech at 22 kHz, 16 bits, is 2.6 MB.
inline constexpr std::size_t wav_bytes_max = std::size_t{8} * 1024 * 1024;
inline constexpr std::size_t kept_bytes_max = std::size_t{64} * 1024 * 1024;

// How much of the processor the voice leaves to the room (setpriority(2)).
inline constexpr int niceness = 10;

}  // namespace tablee::speech
