#include "host/guess_limit.h"

#include "base/limits.h"

namespace tablee::host {
namespace {

constexpr BucketRule guess_rule{limits::code_failures_burst, limits::code_failure_refill_ms};

}  // namespace

GuessLimit::GuessLimit() : failures_(guess_rule) {}

std::int64_t GuessLimit::wait(std::string_view address, TimeMs now) const {
  return failures_.wait(address, now);
}

void GuessLimit::failed(std::string_view address, TimeMs now) {
  (void)failures_.take(address, now);
}

}  // namespace tablee::host
