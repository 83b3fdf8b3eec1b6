// app/output.h: where a command speaks, so that tests can listen.
#pragma once

#include <ostream>

namespace tablee::app {

struct Output {
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;  // `out` is read by a person, now
};

// Exit codes of the program.
inline constexpr int exit_done = 0;
inline constexpr int exit_failed = 1;   // one sentence on `err` says why
inline constexpr int exit_misused = 2;  // the command line was not understood

}  // namespace tablee::app
