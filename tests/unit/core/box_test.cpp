#include "core/box.h"

#include "base/sha256.h"
#include "unit/core/world.h"

namespace box_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Poll poll_of(const std::string& rule, const std::vector<Ballot>& ballots) {
  Poll poll;
  poll.id = PollId{1};
  poll.rule = rule;
  poll.options = {ClusterId{2}, ClusterId{5}, ClusterId{11}};
  for (const Ballot& ballot : ballots) {
    poll.box.emplace(ballot.ballot_key, ballot);
  }
  return poll;
}

Ballot motion(std::uint32_t key, Choice choice) {
  return Ballot{PollId{1}, ballot_key(key), choice, std::nullopt};
}

Ballot points(std::uint32_t key, std::vector<PointsOn> given) {
  return Ballot{PollId{1}, ballot_key(key), std::nullopt, std::move(given)};
}

State with_rules() {
  State state;
  state.scenario = small_scenario();
  return state;
}

}  // namespace

TEST_CASE("the canonical box is sorted by key, one ballot a line") {
  const Poll poll =
      poll_of("motion", {motion(3, Choice::abstain), motion(1, Choice::against), motion(2, Choice::for_)});
  const std::string zeros(31, '0');
  CHECK(canonical_box(poll) == zeros + "1\tagainst\n" + zeros + "2\tfor\n" + zeros + "3\tabstain\n");
}

TEST_CASE("a points ballot is written by option, an empty one as nothing") {
  const Poll poll = poll_of("points", {points(1, {{ClusterId{11}, 1}, {ClusterId{2}, 2}}), points(2, {})});
  const std::string zeros(31, '0');
  CHECK(canonical_box(poll) == zeros + "1\t2=2,11=1\n" + zeros + "2\t\n");
}

TEST_CASE("a motion is counted against those present when it opened") {
  Poll poll = poll_of("motion", {motion(1, Choice::for_), motion(2, Choice::for_), motion(3, Choice::against),
                                 motion(4, Choice::abstain)});
  poll.present = 8;
  const PollClosed closed = count_poll(with_rules(), poll);
  CHECK(closed.ballots == 4);
  CHECK(closed.box_sha256 == to_hex(sha256(canonical_box(poll))));
  CHECK_FALSE(closed.points.has_value());
  CHECK(closed.motion == MotionTotal{2, 1, 1, 3, 2, 4, true, Outcome::adopted});
  poll.present = 9;
  CHECK(count_poll(with_rules(), poll).motion == MotionTotal{2, 1, 1, 3, 2, 5, false, Outcome::no_quorum});
}

TEST_CASE("a rule that says little counts more than half of those cast, without quorum") {
  State state;
  Rule bare;
  bare.id = "bare";
  state.scenario.rules = {bare};
  Poll poll = poll_of("bare", {motion(1, Choice::for_)});
  poll.present = 100;
  CHECK(count_poll(state, poll).motion == MotionTotal{1, 0, 0, 1, 1, 0, true, Outcome::adopted});
}

TEST_CASE("the base may be those present, and abstentions may count") {
  State state;
  Rule rule;
  rule.id = "rule";
  rule.base = Base::present;
  rule.threshold = "2/3";
  rule.strict = false;
  state.scenario.rules = {rule};
  Poll poll = poll_of("rule", {motion(1, Choice::for_), motion(2, Choice::for_), motion(3, Choice::abstain)});
  poll.present = 3;
  CHECK(count_poll(state, poll).motion == MotionTotal{2, 0, 1, 3, 2, 0, true, Outcome::adopted});
  poll.present = 4;
  CHECK(count_poll(state, poll).motion->outcome == Outcome::rejected);
  state.scenario.rules[0].base = Base::cast_plus_abstain;
  CHECK(count_poll(state, poll).motion->base == 3);
}

TEST_CASE("points are counted best first and the kept options named") {
  const Poll poll =
      poll_of("points", {points(1, {{ClusterId{11}, 2}}), points(2, {{ClusterId{5}, 1}, {ClusterId{11}, 1}})});
  const PollClosed closed = count_poll(with_rules(), poll);
  const std::vector<OptionTotal> expected{
      {ClusterId{11}, 3, 2, true}, {ClusterId{5}, 1, 1, true}, {ClusterId{2}, 0, 0, false}};
  CHECK(closed.points == expected);
  CHECK_FALSE(closed.motion.has_value());
}

}  // namespace box_test
