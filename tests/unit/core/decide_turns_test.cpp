#include <doctest/doctest.h>

#include "core/deadline.h"
#include "unit/core/world.h"

namespace decide_turns_test {

using namespace tablee;
using namespace tablee::core;
using tablee::core::testing::facilitator;
using tablee::core::testing::Room;
using tablee::core::testing::small_scenario;

namespace {

// `present` lasts ten minutes: two speakers of three, then four minutes of questions.
Scenario with_turns(TimerMode mode) {
  Scenario scenario = small_scenario();
  Step& step = scenario.steps[1];
  step.timer.mode = mode;
  step.timer.scope = TimerScope::turn;
  step.timer.turns = {Turn{3, std::nullopt, std::nullopt}, Turn{3, std::nullopt, std::nullopt},
                      Turn{4, std::nullopt, std::nullopt}};
  return scenario;
}

Code code_of(Room& room, const Command& command) {
  const auto decision = room.say(facilitator(), command);
  REQUIRE_FALSE(decision.has_value());
  return decision.error().code;
}

}  // namespace

TEST_CASE("a firm timer passes the floor on at the end of each turn, and ends the step after the last") {
  Room room(with_turns(TimerMode::firm));
  const TimeMs start = room.now;
  room.start("present");
  CHECK(room.state.run.turn == 0);
  CHECK(room.state.run.turn_ends_at == start + 3 * minute_ms);
  CHECK(next_deadline(room.state) == start + 3 * minute_ms);
  room.later(3 * minute_ms);
  CHECK(room.state.run.turn == 1);
  room.later(3 * minute_ms);
  CHECK(room.state.run.turn == 2);
  CHECK(next_deadline(room.state) == start + 10 * minute_ms);
  room.later(4 * minute_ms);
  CHECK(room.state.run.status == RunStatus::ended);
  CHECK(room.state.run.turn_ends_at == 0);
}

TEST_CASE("a soft timer waits for the lead, who may also go back") {
  Room room(with_turns(TimerMode::soft));
  room.start("present");
  room.later(5 * minute_ms);
  CHECK(room.state.run.turn == 0);
  room.must(facilitator(), StartTurn{"present", 1});
  CHECK(room.state.run.turn == 1);
  CHECK(room.state.run.turn_ends_at == room.now + 3 * minute_ms);
  room.must(facilitator(), StartTurn{"present", 0});
  CHECK(room.state.run.turn == 0);
}

TEST_CASE("a turn keeps its time through a pause, and grows with its step") {
  Room room(with_turns(TimerMode::firm));
  room.start("present");
  room.later(minute_ms);
  room.must(facilitator(), PauseRoom{});
  CHECK(room.state.run.turn_remaining_ms == 2 * minute_ms);
  CHECK(code_of(room, StartTurn{"present", 1}) == Code::wrong_state);
  room.later(60 * minute_ms);
  CHECK(room.state.run.turn == 0);
  room.must(facilitator(), ResumeRoom{});
  CHECK(room.state.run.turn_ends_at == room.now + 2 * minute_ms);
  room.must(facilitator(), ExtendStep{"present", 5});
  CHECK(room.state.run.turn_ends_at == room.now + 7 * minute_ms);
}

TEST_CASE("a step that is undone gives its turn back, moved by the time in between") {
  Room room(with_turns(TimerMode::firm));
  room.start("present");
  room.later(minute_ms);
  room.start("write");
  room.later(20'000);
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.run.step == "present");
  CHECK(room.state.run.turn_ends_at == room.now + 2 * minute_ms);
}

TEST_CASE("only a turn of the current step can start") {
  Room room(with_turns(TimerMode::soft));
  CHECK(code_of(room, StartTurn{"present", 0}) == Code::wrong_step);
  room.start("present");
  CHECK(code_of(room, StartTurn{"write", 0}) == Code::wrong_step);
  CHECK(code_of(room, StartTurn{"present", 3}) == Code::not_found);
  room.start("write");
  CHECK(code_of(room, StartTurn{"write", 0}) == Code::not_found);
}

TEST_CASE("turns of a free step have no end") {
  Room room(with_turns(TimerMode::free));
  room.start("present");
  CHECK(room.state.run.turn_ends_at == 0);
  CHECK(next_deadline(room.state) == 0);
  room.must(facilitator(), StartTurn{"present", 2});
  CHECK(room.state.run.turn == 2);
}

}  // namespace decide_turns_test
