// host/bucket.h: how often something may happen: so many at once, then one more every so often.
//
// Shape    A token bucket in whole milliseconds: what is owed, not what is left, so that a fresh bucket is all zeros.
// Units    Milliseconds of time to wait off. `burst` tokens of `interval_ms` each.
// Source   The generic cell rate algorithm (ITU-T I.371), virtual scheduling form.
#pragma once

#include <cstdint>

#include "base/time.h"

namespace tablee::host {

struct BucketRule {
  std::int64_t burst = 1;
  std::int64_t interval_ms = 1;
};

class Bucket {
 public:
  // Takes one token at `now`. Returns 0, or how many milliseconds to wait before there is one: then none was taken.
  std::int64_t take(const BucketRule& rule, TimeMs now);
  // What take() would return.
  std::int64_t wait(const BucketRule& rule, TimeMs now) const;
  // True when everything taken has come back.
  bool full(TimeMs now) const { return full_at_ <= now; }
  TimeMs full_at() const { return full_at_; }

 private:
  TimeMs full_at_ = 0;
};

}  // namespace tablee::host
