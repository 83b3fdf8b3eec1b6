// host/address_limit.h: how often something may happen for each address, with one rule for all.
//
// Shape    A bucket an address, at most limits::addresses_max of them; past that, the one closest to being forgotten is
//          forgotten.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "base/time.h"
#include "host/bucket.h"

namespace tablee::host {

class AddressLimit {
 public:
  explicit AddressLimit(const BucketRule& rule) : rule_(rule) {}
  // As Bucket::wait and Bucket::take, for this address.
  std::int64_t wait(std::string_view address, TimeMs now) const;
  std::int64_t take(std::string_view address, TimeMs now);
  std::size_t addresses() const { return buckets_.size(); }

 private:
  void make_room(TimeMs now);

  BucketRule rule_;
  std::map<std::string, Bucket, std::less<>> buckets_;
};

}  // namespace tablee::host
