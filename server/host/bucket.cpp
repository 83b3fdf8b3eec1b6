#include "host/bucket.h"

#include <algorithm>

namespace tablee::host {

std::int64_t Bucket::wait(const BucketRule& rule, TimeMs now) const {
  const TimeMs next_full = std::max(full_at_, now) + rule.interval_ms;
  return std::max<std::int64_t>(0, next_full - now - rule.burst * rule.interval_ms);
}

std::int64_t Bucket::take(const BucketRule& rule, TimeMs now) {
  const std::int64_t wait_ms = wait(rule, now);
  if (wait_ms == 0) {
    full_at_ = std::max(full_at_, now) + rule.interval_ms;
  }
  return wait_ms;
}

}  // namespace tablee::host
