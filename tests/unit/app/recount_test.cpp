#include <doctest/doctest.h>

#include "app/verify_command.h"
#include "core/box.h"
#include "core/measure.h"

namespace recount_test {

using namespace tablee;
using namespace tablee::core;
using tablee::app::recount;

namespace {

constexpr PollId motion{1};
constexpr PollId ranking{2};

void cast(State& state, PollId poll, const std::string& key, std::optional<Choice> choice,
          std::optional<std::vector<PointsOn>> points) {
  state.polls.at(poll).box[key] = Ballot{poll, key, choice, std::move(points)};
}

// Two closed polls, counted right.
State counted_room() {
  State state;
  Rule vote;
  vote.id = "vote";
  vote.method = Method::motion;
  vote.base = Base::cast;
  vote.threshold = "1/2";
  Rule rank;
  rank.id = "rank";
  rank.method = Method::points;
  rank.points = 3;
  rank.max_per_option = 2;
  rank.keep = 1;
  state.scenario.rules = {vote, rank};
  state.polls[motion].id = motion;
  state.polls[motion].rule = "vote";
  state.polls[ranking].id = ranking;
  state.polls[ranking].rule = "rank";
  state.polls[ranking].options = {ClusterId{1}, ClusterId{2}};
  cast(state, motion, "aa", Choice::for_, std::nullopt);
  cast(state, motion, "bb", Choice::against, std::nullopt);
  cast(state, ranking, "cc", std::nullopt, std::vector<PointsOn>{{ClusterId{1}, 2}, {ClusterId{2}, 1}});
  for (auto& [id, poll] : state.polls) {
    poll.status = PollStatus::closed;
    poll.result = count_poll(state, poll);
  }
  return state;
}

}  // namespace

TEST_CASE("boxes that give their results are accepted") {
  CHECK_FALSE(recount(counted_room()));
}

TEST_CASE("an open box is not counted") {
  State state = counted_room();
  state.polls[motion].result.reset();
  state.polls[motion].box["aa"].choice.reset();
  CHECK_FALSE(recount(state));
}

TEST_CASE("a box with a changed, added or missing ballot is named") {
  State state = counted_room();
  SUBCASE("changed") {
    state.polls[ranking].box["cc"].points = std::vector<PointsOn>{{ClusterId{2}, 2}};
  }
  SUBCASE("added") {
    cast(state, ranking, "dd", std::nullopt, std::vector<PointsOn>{});
  }
  SUBCASE("missing") {
    state.polls[ranking].box.clear();
  }
  SUBCASE("of another kind") {
    cast(state, ranking, "cc", Choice::for_, std::nullopt);
  }
  SUBCASE("of both kinds") {
    state.polls[ranking].box["cc"].choice = Choice::for_;
  }
  SUBCASE("of no kind") {
    state.polls[ranking].box["cc"].points.reset();
  }
  const auto wrong = recount(state);
  REQUIRE(wrong);
  CHECK(wrong->find("L’urne du vote 2 ") == 0);
}

TEST_CASE("a result that its box does not give is named") {
  State state = counted_room();
  SUBCASE("a count") {
    state.polls[motion].result->motion->for_ += 1;
  }
  SUBCASE("the number of ballots") {
    state.polls[motion].result->ballots += 1;
  }
  SUBCASE("the outcome") {
    state.polls[motion].result->motion->outcome = Outcome::adopted;
  }
  const auto wrong = recount(state);
  REQUIRE(wrong);
  CHECK(wrong->find("L’urne du vote 1 ") == 0);
}

TEST_CASE("sheets that were changed after publication do not give the published result") {
  State state;
  Step step;
  step.id = "t0";
  step.kind = StepKind::measure;
  step.questions = {Question{"heard", Texts{"?"}, Scale::agreement}};
  state.scenario.steps = {step};
  for (char key = 'a'; key < 'm'; ++key) {
    state.measures["t0"].box[std::string(1, key)] =
        Sheet{"t0", std::string(1, key), {SheetAnswer{"heard", 4, false, ""}}};
  }
  state.measures["t0"].result = count_measure(state, step);
  CHECK_FALSE(recount(state));
  state.measures["t0"].box["a"].answers[0].level = 5;
  const auto wrong = recount(state);
  REQUIRE(wrong);
  CHECK(wrong->find("« t0 »") != std::string::npos);
}

}  // namespace recount_test
