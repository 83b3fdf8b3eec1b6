#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace tablee {

void check_failed(const char* file, int line, const char* condition) {
  std::fprintf(stderr, "tablee: broken invariant at %s:%d: %s\n", file, line, condition);
  std::abort();
}

}  // namespace tablee
