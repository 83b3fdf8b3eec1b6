// speech/wav.h: the sound a voice wrote to a pipe, made a file.
//
// A program that writes to a pipe cannot go back to write the length at the beginning; players then show no duration,
// or wait for bytes that do not come.
//
// Source   RIFF WAVE, “Multimedia Programming Interface and Data Specifications 1.0” (IBM and Microsoft, 1991).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tablee::speech {

// Writes the true lengths. False when the bytes are no WAV with sound in it: then they are left as they were.
bool mend_wav(std::string& bytes);

// The length of the sound in milliseconds. Requires: mend_wav() was true.
std::int64_t wav_ms(const std::string& bytes);

}  // namespace tablee::speech
