#include "vote/motion.h"

#include <doctest/doctest.h>

namespace motion_test {

using namespace tablee;
using namespace tablee::vote;

namespace {

MotionRule rule(MotionBase base, Fraction threshold, bool strict) {
  return MotionRule{base, threshold, strict, {}};
}

}  // namespace

TEST_CASE("a fraction is two whole numbers, 0 < a <= b <= 10000") {
  CHECK(parse_fraction("1/2").value() == Fraction{1, 2});
  CHECK(parse_fraction("1/1").value() == Fraction{1, 1});
  CHECK(parse_fraction("10000/10000").value() == Fraction{10'000, 10'000});
  for (const char* text : {"0/2", "3/2", "1/10001", "-1/2", "1/-2", "1/0"}) {
    CHECK(parse_fraction(text).error().code == Code::out_of_range);
  }
  for (const char* text :
       {"", "/", "1/", "/2", "1", "0.5", "1/2/3", " 1/2", "1/2 ", "a/b", "99999999999999999999/2", "+1/2"}) {
    CHECK(parse_fraction(text).error().code == Code::malformed);
  }
}

// Robert's Rules of Order, the worked example: 150 members, 30 present, 25 voting.
TEST_CASE("majority and two thirds of 25 cast, 30 present, 150 members") {
  const MotionCount count{13, 12, 5, 30};
  CHECK(decide_motion(rule(MotionBase::cast, {1, 2}, true), count).yes_needed == 13);
  CHECK(decide_motion(rule(MotionBase::cast_plus_abstain, {1, 2}, true), count).yes_needed == 16);
  CHECK(decide_motion(rule(MotionBase::present, {1, 2}, true), {13, 12, 0, 150}).yes_needed == 76);
  CHECK(decide_motion(rule(MotionBase::cast, {2, 3}, false), count).yes_needed == 17);
  CHECK(decide_motion(rule(MotionBase::present, {2, 3}, false), count).yes_needed == 20);
  CHECK(decide_motion(rule(MotionBase::present, {2, 3}, false), {13, 12, 0, 150}).yes_needed == 100);
}

// The Congress of 21 July 2008: three fifths of 896 votes cast is 537.6; 539 were for.
TEST_CASE("three fifths of 896 is 538") {
  const MotionRule three_fifths = rule(MotionBase::cast, {3, 5}, false);
  CHECK(decide_motion(three_fifths, {539, 357, 9, 905}).yes_needed == 538);
  CHECK(decide_motion(three_fifths, {539, 357, 9, 905}).outcome == MotionOutcome::adopted);
  CHECK(decide_motion(three_fifths, {538, 358, 9, 905}).outcome == MotionOutcome::adopted);
  CHECK(decide_motion(three_fifths, {537, 359, 9, 905}).outcome == MotionOutcome::rejected);
}

TEST_CASE("an exact two thirds is enough when it must only be reached") {
  CHECK(decide_motion(rule(MotionBase::cast, {2, 3}, false), {20, 10, 0, 30}).outcome == MotionOutcome::adopted);
  CHECK(decide_motion(rule(MotionBase::cast, {2, 3}, true), {20, 10, 0, 30}).outcome == MotionOutcome::rejected);
  CHECK(decide_motion(rule(MotionBase::cast, {2, 3}, true), {21, 9, 0, 30}).outcome == MotionOutcome::adopted);
}

TEST_CASE("a tie rejects, whatever the threshold, and so does an empty box") {
  CHECK(decide_motion(rule(MotionBase::cast, {1, 2}, true), {10, 10, 3, 30}).outcome == MotionOutcome::rejected);
  CHECK(decide_motion(rule(MotionBase::cast, {1, 2}, false), {10, 10, 3, 30}).outcome == MotionOutcome::rejected);
  CHECK(decide_motion(rule(MotionBase::cast, {1, 3}, true), {10, 10, 3, 30}).outcome == MotionOutcome::rejected);
  CHECK(decide_motion(rule(MotionBase::cast, {1, 2}, false), {0, 0, 0, 30}).outcome == MotionOutcome::rejected);
  CHECK(decide_motion(rule(MotionBase::present, {1, 2}, false), {0, 0, 0, 0}).outcome == MotionOutcome::rejected);
}

TEST_CASE("abstentions count against only when the base says so") {
  const MotionCount count{11, 9, 4, 24};
  CHECK(decide_motion(rule(MotionBase::cast, {1, 2}, true), count).outcome == MotionOutcome::adopted);
  const MotionResult with_abstentions = decide_motion(rule(MotionBase::cast_plus_abstain, {1, 2}, true), count);
  CHECK(with_abstentions.base == 24);
  CHECK(with_abstentions.yes_needed == 13);
  CHECK(with_abstentions.outcome == MotionOutcome::rejected);
}

TEST_CASE("the quorum is tested first, abstentions count towards it") {
  MotionRule half = rule(MotionBase::cast, {1, 2}, true);
  half.quorum = Fraction{1, 2};
  const MotionResult met = decide_motion(half, {5, 1, 2, 15});
  CHECK(met.quorum_needed == 8);
  CHECK(met.quorum_met);
  CHECK(met.outcome == MotionOutcome::adopted);
  const MotionResult missed = decide_motion(half, {5, 1, 1, 15});
  CHECK_FALSE(missed.quorum_met);
  CHECK(missed.outcome == MotionOutcome::no_quorum);
  CHECK(decide_motion(rule(MotionBase::cast, {1, 2}, true), {5, 1, 1, 15}).quorum_needed == 0);
}

}  // namespace motion_test
