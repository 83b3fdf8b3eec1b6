#include <doctest/doctest.h>

#include <algorithm>

#include "core/timetable.h"
#include "unit/core/world.h"

namespace decide_plan_test {

using namespace tablee;
using namespace tablee::core;
using tablee::core::testing::facilitator;
using tablee::core::testing::make_step;
using tablee::core::testing::Room;
using tablee::core::testing::small_scenario;
using tablee::core::testing::words;

namespace {

constexpr const char* why = "The shuttle is late.";

struct Refused {
  Code code;
  std::string field;
  bool operator==(const Refused&) const = default;
};

Refused refused(Room& room, const Command& command) {
  const auto decision = room.say(facilitator(), command);
  REQUIRE_FALSE(decision.has_value());
  return {decision.error().code, decision.error().field};
}

std::vector<std::string> order(const Room& room) {
  std::vector<std::string> ids;
  for (const Step& step : room.state.scenario.steps) {
    ids.push_back(step.id);
  }
  return ids;
}

Step a_break(const std::string& id) {
  return make_step(id, StepKind::pause, TimerMode::soft, 10, 10);
}

}  // namespace

TEST_CASE("durations change within their floor and ceiling, and what was first planned is kept") {
  Room room;
  room.must(facilitator(), ChangePlan{{{"present", 15}}, {}, {}, why});
  CHECK(find_step(room.state.scenario, "present")->duration.planned == 15);
  CHECK(room.state.first_planned.at("present") == 10);
  room.must(facilitator(), ChangePlan{{{"present", 12}}, {}, {}, why});
  CHECK(room.state.first_planned.at("present") == 10);
  CHECK(room.state.plan_changes.size() == 2);
  CHECK(room.state.plan_changes[1].reason == why);
  const std::int64_t floor = find_step(room.state.scenario, "present")->duration.floor;
  CHECK(refused(room, ChangePlan{{{"present", 16}}, {}, {}, why}) ==
        Refused{Code::out_of_range, "durations/0/minutes"});
  CHECK(refused(room, ChangePlan{{{"present", floor - 1}}, {}, {}, why}) ==
        Refused{Code::out_of_range, "durations/0/minutes"});
  room.must(facilitator(), ChangePlan{{{"present", floor}}, {}, {}, why});
}

TEST_CASE("what has started is not changed, and a change says why") {
  Room room;
  room.start("welcome");
  CHECK(refused(room, ChangePlan{{{"welcome", 20}}, {}, {}, why}) == Refused{Code::wrong_state, "durations/0/step"});
  CHECK(refused(room, ChangePlan{{}, {"welcome"}, {}, why}) == Refused{Code::wrong_state, "dropped/0"});
  CHECK(refused(room, ChangePlan{{{"present", 12}}, {}, {}, " \n"}) == Refused{Code::out_of_range, "reason"});
  CHECK(refused(room, ChangePlan{{}, {}, {}, why}) == Refused{Code::out_of_range, "durations"});
  CHECK(refused(room, ChangePlan{{{"nowhere", 12}}, {}, {}, why}) == Refused{Code::not_found, "durations/0/step"});
  CHECK(refused(room, MoveStep{"welcome", "present", why}) == Refused{Code::wrong_state, "step"});
  CHECK(refused(room, EditStep{"welcome", words("a"), words("b"), why}) == Refused{Code::wrong_state, "step"});
}

TEST_CASE("a dropped step takes no time, cannot start, and can be taken back") {
  Room room;
  room.must(facilitator(), ChangePlan{{}, {"break"}, {}, why});
  CHECK(room.state.dropped.contains("break"));
  const auto slots = timetable(room.state.scenario, room.state.dropped);
  CHECK(slots[4].start == slots[3].start);
  CHECK(refused(room, StartStep{"break", ""}) == Refused{Code::wrong_state, "step"});
  CHECK(refused(room, ChangePlan{{}, {"break"}, {}, why}) == Refused{Code::wrong_state, "dropped/0"});
  CHECK(refused(room, ChangePlan{{}, {}, {"present"}, why}) == Refused{Code::not_found, "restored/0"});
  room.must(facilitator(), ChangePlan{{}, {}, {"break"}, why});
  room.start("break");
}

TEST_CASE("nothing is dropped or moved that a later step needs") {
  Room room;
  CHECK(refused(room, ChangePlan{{}, {"write"}, {}, why}) == Refused{Code::conflict, "dropped"});
  CHECK(refused(room, MoveStep{"write", "cluster", why}) == Refused{Code::conflict, "after"});
  CHECK(refused(room, MoveStep{"hand_over", "welcome", why}) == Refused{Code::conflict, "after"});
  CHECK(order(room) == order(Room()));
}

TEST_CASE("a step moves among those that have not started") {
  Room room;
  room.start("welcome");
  room.must(facilitator(), MoveStep{"break", "welcome", why});
  CHECK(order(room)[1] == "break");
  room.start("write");
  room.must(facilitator(), MoveStep{"break", "write", why});
  CHECK(order(room)[3] == "break");
  CHECK(refused(room, MoveStep{"vote", "welcome", why}).field == "after");
  CHECK(refused(room, MoveStep{"vote", "vote", why}) == Refused{Code::out_of_range, "after"});
  CHECK(refused(room, MoveStep{"vote", "nowhere", why}) == Refused{Code::not_found, "after"});
}

TEST_CASE("a step is inserted as a scenario file would have it") {
  Room room;
  room.start("write");
  room.must(facilitator(), InsertStep{a_break("breathe"), "write", why});
  CHECK(order(room)[3] == "breathe");
  room.start("breathe");
  CHECK(room.state.run.step == "breathe");
  CHECK(refused(room, InsertStep{a_break("breathe"), "breathe", why}) == Refused{Code::conflict, "step/id"});
  CHECK(refused(room, InsertStep{a_break("early"), "welcome", why}) == Refused{Code::wrong_state, "after"});
  Step broken = a_break("vote-again");
  broken.kind = StepKind::vote;
  CHECK(refused(room, InsertStep{broken, "breathe", why}) == Refused{Code::conflict, "step"});
}

TEST_CASE("the programme holds so many steps and not one more") {
  Scenario scenario = small_scenario();
  while (scenario.steps.size() + 1 < static_cast<std::size_t>(limits::steps_max)) {
    scenario.steps.insert(scenario.steps.begin() + 1, a_break("b" + std::to_string(scenario.steps.size())));
  }
  Room room(std::move(scenario));
  room.must(facilitator(), InsertStep{a_break("last"), "welcome", why});
  CHECK(refused(room, InsertStep{a_break("more"), "welcome", why}) == Refused{Code::too_many, "step"});
}

TEST_CASE("words and rules change before their step starts") {
  Room room;
  room.must(facilitator(), EditStep{"write", words("Two ideas"), words("Write two ideas."), why});
  CHECK(find_step(room.state.scenario, "write")->title.fr == words("Two ideas").fr);
  CHECK(refused(room, EditStep{"write", words(" "), words("b"), why}) == Refused{Code::out_of_range, "title/fr"});
  Rule other = *find_rule(room.state.scenario, "motion");
  other.id = "strict";
  room.state.scenario.rules.push_back(other);
  room.must(facilitator(), SetRule{"vote", "strict", why});
  CHECK(find_step(room.state.scenario, "vote")->rule == "strict");
  CHECK(refused(room, SetRule{"vote", "points", why}) == Refused{Code::conflict, "rule"});
  CHECK(refused(room, SetRule{"vote", "nothing", why}) == Refused{Code::not_found, "rule"});
  CHECK(refused(room, SetRule{"write", "motion", why}) == Refused{Code::not_found, "step"});
  room.start("vote");
  CHECK(refused(room, SetRule{"vote", "motion", why}) == Refused{Code::wrong_state, "step"});
}

TEST_CASE("a delay is noted, replaced, and answered by a plan") {
  Room room;
  room.must(facilitator(), NoteDelay{"present", 7});
  CHECK(room.state.delay->minutes == 7);
  room.must(facilitator(), NoteDelay{"present", 0});
  CHECK_FALSE(room.state.delay.has_value());
  room.must(facilitator(), NoteDelay{"present", 9});
  room.must(facilitator(), ChangePlan{{{"write", 7}}, {}, {}, why});
  CHECK_FALSE(room.state.delay.has_value());
}

}  // namespace decide_plan_test
