#include "host/bucket.h"

#include <doctest/doctest.h>

namespace bucket_test {

using tablee::host::Bucket;
using tablee::host::BucketRule;

namespace {

constexpr BucketRule three_then_one_a_second{3, 1000};

}  // namespace

TEST_CASE("a fresh bucket gives its burst at once, then makes one wait") {
  Bucket bucket;
  CHECK(bucket.take(three_then_one_a_second, 50'000) == 0);
  CHECK(bucket.take(three_then_one_a_second, 50'000) == 0);
  CHECK(bucket.take(three_then_one_a_second, 50'000) == 0);
  CHECK(bucket.take(three_then_one_a_second, 50'000) == 1000);
  CHECK(bucket.take(three_then_one_a_second, 50'400) == 600);
  CHECK(bucket.take(three_then_one_a_second, 51'000) == 0);
  CHECK(bucket.take(three_then_one_a_second, 51'000) == 1000);
}

TEST_CASE("asking how long to wait takes nothing, and a refused try takes nothing") {
  Bucket bucket;
  for (int i = 0; i < 3; ++i) {
    CHECK(bucket.wait(three_then_one_a_second, 0) == 0);
    CHECK(bucket.take(three_then_one_a_second, 0) == 0);
  }
  for (int i = 0; i < 10; ++i) {
    CHECK(bucket.take(three_then_one_a_second, 0) == 1000);
  }
  CHECK(bucket.take(three_then_one_a_second, 1000) == 0);
}

TEST_CASE("the whole burst comes back with time, and no more than it") {
  Bucket bucket;
  for (int i = 0; i < 3; ++i) {
    CHECK(bucket.take(three_then_one_a_second, 0) == 0);
  }
  CHECK_FALSE(bucket.full(2999));
  CHECK(bucket.full(3000));
  for (int i = 0; i < 3; ++i) {
    CHECK(bucket.take(three_then_one_a_second, 1'000'000) == 0);
  }
  CHECK(bucket.take(three_then_one_a_second, 1'000'000) == 1000);
}

}  // namespace bucket_test
