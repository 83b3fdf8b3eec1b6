// speech/engine.h: the voice: a program that takes a text on its standard input and writes a WAV on its standard
// output.
//
// Shape    A command line cut at its spaces, without a shell. In each word {language} becomes fr or en,
//          {words_per_minute} a pace around 140, {percent} the speed asked for, {length_scale} its inverse (1.00 at the
//          usual pace, for voices that stretch sounds).
// Errors   A Fault. A program that is too slow, or says too much, is killed with all it started.
// Cost     A process a sentence. The caller waits: never call it on the room's thread.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "speech/limits.h"
#include "speech/spoken_text.h"

namespace tablee::speech {

inline constexpr std::string_view usual_command = "espeak-ng -v {language} -s {words_per_minute} --stdin --stdout";
inline constexpr std::int64_t usual_words_per_minute = 140;

struct Sentence {
  std::string text;  // as spoken_text() gives it
  Language language = Language::fr;
  std::int64_t percent = 100;  // percent_min to percent_max
};

enum class Fault {
  none,
  absent,    // there is no such program
  failed,    // it ended badly, or what it wrote is no sound
  too_slow,  // engine_ms_max passed
  busy,      // too many sentences wait already
  stopped,   // we go home
};

struct Sound {
  Fault fault = Fault::none;
  std::string wav;
};

// The words of the command for this sentence.
std::vector<std::string> command_for(std::string_view command, const Sentence& sentence);

struct EngineBounds {
  std::chrono::milliseconds time{engine_ms_max};
  std::size_t wav_bytes = wav_bytes_max;
};

// `stop` is asked several times a second; true ends the program.
Sound run_engine(std::string_view command, const Sentence& sentence, const EngineBounds& bounds,
                 const std::function<bool()>& stop);

}  // namespace tablee::speech
