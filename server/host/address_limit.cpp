#include "host/address_limit.h"

#include <algorithm>

#include "base/limits.h"

namespace tablee::host {

std::int64_t AddressLimit::wait(std::string_view address, TimeMs now) const {
  const auto found = buckets_.find(address);
  return found == buckets_.end() ? 0 : found->second.wait(rule_, now);
}

std::int64_t AddressLimit::take(std::string_view address, TimeMs now) {
  auto found = buckets_.find(address);
  if (found == buckets_.end()) {
    make_room(now);
    found = buckets_.emplace(std::string(address), Bucket{}).first;
  }
  return found->second.take(rule_, now);
}

void AddressLimit::make_room(TimeMs now) {
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
