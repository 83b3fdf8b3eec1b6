#include "host/guess_limit.h"

#include <doctest/doctest.h>

#include "base/limits.h"

namespace guess_limit_test {

using tablee::host::GuessLimit;
namespace limits = tablee::limits;

namespace {

void fail_often(GuessLimit& guesses, const std::string& address, std::int64_t times, tablee::TimeMs now) {
  for (std::int64_t i = 0; i < times; ++i) {
    guesses.failed(address, now);
  }
}

}  // namespace

TEST_CASE("an address fails as often as the burst allows, then waits for each further try") {
  GuessLimit guesses;
  fail_often(guesses, "a", limits::code_failures_burst - 1, 1'000'000);
  CHECK(guesses.wait("a", 1'000'000) == 0);
  guesses.failed("a", 1'000'000);
  CHECK(guesses.wait("a", 1'000'000) == limits::code_failure_refill_ms);
  CHECK(guesses.wait("a", 1'000'000 + limits::code_failure_refill_ms - 1) == 1);
  CHECK(guesses.wait("a", 1'000'000 + limits::code_failure_refill_ms) == 0);
}

TEST_CASE("the failures of one address are not those of another") {
  GuessLimit guesses;
  fail_often(guesses, "a", limits::code_failures_burst, 0);
  CHECK(guesses.wait("a", 0) > 0);
  CHECK(guesses.wait("b", 0) == 0);
}

TEST_CASE("no more addresses are remembered than the bound, and the worst offender is not the one forgotten") {
  GuessLimit guesses;
  fail_often(guesses, "offender", limits::code_failures_burst, 0);
  for (std::int64_t i = 0; i < limits::addresses_max; ++i) {
    guesses.failed("address " + std::to_string(i), 0);
  }
  CHECK(guesses.addresses() == static_cast<std::size_t>(limits::addresses_max));
  CHECK(guesses.wait("offender", 0) > 0);
}

TEST_CASE("addresses whose failures have been forgiven make room at once") {
  GuessLimit guesses;
  for (std::int64_t i = 0; i < limits::addresses_max; ++i) {
    guesses.failed("address " + std::to_string(i), 0);
  }
  guesses.failed("new", limits::code_failure_refill_ms);
  CHECK(guesses.addresses() == 1);
}

}  // namespace guess_limit_test
