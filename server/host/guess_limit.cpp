#include "host/guess_limit.h"

#include <algorithm>

#include "base/limits.h"

namespace tablee::host {
namespace {

constexpr BucketRule guess_rule{limits::code_failures_burst, limits::code_failure_refill_ms};

}  // namespace

std::int64_t GuessLimit::wait(std::string_view address, TimeMs now) const {
  const auto found = buckets_.find(address);
  return found == buckets_.end() ? 0 : found->second.wait(guess_rule, now);
}

void GuessLimit::failed(std::string_view address, TimeMs now) {
  auto found = buckets_.find(address);
  if (found == buckets_.end()) {
    make_room(now);
    found = buckets_.emplace(std::string(address), Bucket{}).first;
  }
  (void)found->second.take(guess_rule, now);
}

void GuessLimit::make_room(TimeMs now) {
  if (buckets_.size() < static_cast<std::size_t>(limits::addresses_max)) {
    return;
  }
  std::erase_if(buckets_, [now](const auto& entry) { return entry.second.full(now); });
  if (buckets_.size() >= static_cast<std::size_t>(limits::addresses_max)) {
    buckets_.erase(std::min_element(buckets_.begin(), buckets_.end(), [](const auto& left, const auto& right) {
      return left.second.full_at() < right.second.full_at();
    }));
  }
}

}  // namespace tablee::host
