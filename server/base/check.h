// base/check.h: broken invariants stop the program.
//
// TABLEE_CHECK(condition) is compiled into every build. It is for bugs only: nothing a person sends may reach it.
#pragma once

namespace tablee {

// Prints the place and the condition on standard error, then aborts. A restart replays the journal.
[[noreturn]] void check_failed(const char* file, int line, const char* condition);

}  // namespace tablee

#define TABLEE_CHECK(condition)                               \
  do {                                                        \
    if (!(condition)) {                                       \
      ::tablee::check_failed(__FILE__, __LINE__, #condition); \
    }                                                         \
  } while (false)
