// host/guess_limit.h: wrong card codes, counted for each address.
//
// An address that typed limits::code_failures_burst wrong codes waits limits::code_failure_refill_ms for each further
// try, right or wrong. Tokens are not codes: nobody finds 128 bits by trying, so tablets that already belong to
// somebody come back at once, whatever a neighbour types.
#pragma once

#include <cstddef>
#include <string_view>

#include "base/time.h"
#include "host/address_limit.h"

namespace tablee::host {

class GuessLimit {
 public:
  GuessLimit();
  // 0 when this address may try a code now, or how many milliseconds it must wait.
  std::int64_t wait(std::string_view address, TimeMs now) const;
  void failed(std::string_view address, TimeMs now);
  std::size_t addresses() const { return failures_.addresses(); }

 private:
  AddressLimit failures_;
};

}  // namespace tablee::host
