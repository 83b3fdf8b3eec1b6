#include "app/entropy.h"

#include <sys/random.h>

#include <cerrno>

#include "base/check.h"

namespace tablee::app {

Entropy system_entropy() {
  Entropy bytes{};
  ssize_t got = 0;
  do {
    got = ::getrandom(bytes.data(), bytes.size(), 0);
  } while (got < 0 && errno == EINTR);
  // Up to 256 bytes come whole, once the system is up.
  TABLEE_CHECK(got == static_cast<ssize_t>(bytes.size()));
  return bytes;
}

}  // namespace tablee::app
