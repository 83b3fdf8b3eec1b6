#include "host/numbers.h"

#include <doctest/doctest.h>

#include "base/limits.h"

namespace numbers_test {

using tablee::PersonId;
using tablee::TableId;
using tablee::core::Role;
using tablee::core::Subject;
using tablee::host::Numbers;

namespace {

const Subject ann{Role::participant, PersonId{1}, TableId{}};
const Subject bob{Role::participant, PersonId{2}, TableId{}};

}  // namespace

TEST_CASE("a line goes on from the journal's number or from memory, whichever is later") {
  Numbers numbers;
  Numbers::Line* line = numbers.hold(ann, "tablet", 7);
  REQUIRE(line != nullptr);
  CHECK(line->last == 7);
  line->last = 9;
  Numbers::let_go(*line);
  CHECK(numbers.hold(ann, "tablet", 7)->last == 9);
  CHECK(numbers.hold(ann, "tablet", 12)->last == 12);
}

TEST_CASE("two connections of one device share a line; another device or person does not") {
  Numbers numbers;
  Numbers::Line* line = numbers.hold(ann, "tablet", 0);
  CHECK(numbers.hold(ann, "tablet", 0) == line);
  CHECK(numbers.hold(ann, "other", 0) != line);
  CHECK(numbers.hold(bob, "tablet", 0) != line);
}

TEST_CASE("a subject has as many devices at once as the bound, and not one more; those not held make room") {
  Numbers numbers;
  for (std::int64_t i = 0; i < tablee::limits::senders_per_subject_max; ++i) {
    REQUIRE(numbers.hold(ann, "device " + std::to_string(i), 0) != nullptr);
  }
  CHECK(numbers.hold(ann, "one more", 0) == nullptr);
  CHECK(numbers.hold(bob, "one more", 0) != nullptr);
  Numbers::let_go(*numbers.hold(ann, "device 3", 0));
  CHECK(numbers.hold(ann, "one more", 0) == nullptr);  // device 3 is still held once
  Numbers::let_go(*numbers.hold(ann, "device 3", 0));
  Numbers::let_go(*numbers.hold(ann, "device 3", 5));
  Numbers::Line* three = numbers.hold(ann, "device 3", 0);
  Numbers::let_go(*three);
  Numbers::let_go(*three);
  CHECK(numbers.hold(ann, "one more", 0) != nullptr);
}

}  // namespace numbers_test
