#include "unit/core/world.h"

namespace decide_steps_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Code code_of(Room& room, const Command& command) {
  return refusal_of(room, facilitator(), command).code;
}

}  // namespace

TEST_CASE("a step starts from the step the sender saw, and ends when its time is up") {
  Room room;
  const Decision started = room.must(facilitator(), StartStep{"write", ""});
  CHECK(the<StepStarted>(started).ends_at_ms == room.now + 8 * minute_ms);
  CHECK(room.state.run.status == RunStatus::running);
  CHECK(room.state.run.ends_at == room.now + 8 * minute_ms);
  CHECK(refusal_of(room, facilitator(), StartStep{"present", ""}) ==
        Refusal{Code::conflict, "from", "the room is no longer at that step"});
  CHECK(code_of(room, StartStep{"nowhere", "write"}) == Code::not_found);
  CHECK(code_of(room, StartStep{"write", "write"}) == Code::wrong_state);
}

TEST_CASE("a free step has no end") {
  Room room;
  CHECK(the<StepStarted>(room.start("welcome")).ends_at_ms == 0);
  room.must(facilitator(), PauseRoom{});
  room.later(minute_ms);
  CHECK(the<RoomResumed>(room.must(facilitator(), ResumeRoom{})).ends_at_ms == 0);
  CHECK(code_of(room, ExtendStep{"welcome", 1}) == Code::wrong_state);
}

TEST_CASE("starting a step ends the one before, in one gesture") {
  Room room;
  room.start("welcome");
  room.later(minute_ms);
  const Decision next = room.start("present");
  CHECK(the<StepEnded>(next).step == "welcome");
  CHECK(the<StepEnded>(next).reason == EndReason::facilitator);
  REQUIRE(room.state.laps.size() == 2);
  CHECK(room.state.laps[0].ended_at == room.now);
  CHECK(room.state.laps[1].ended_at == 0);
}

TEST_CASE("a firm timer ends the step and starts nothing") {
  Room room;
  room.start("write");
  room.later(8 * minute_ms - 1);
  CHECK(room.state.run.status == RunStatus::running);
  room.later(1);
  CHECK(room.state.run.status == RunStatus::ended);
  CHECK(room.state.run.step == "write");
  CHECK(std::get<StepEnded>(room.journal.back().event).reason == EndReason::timer);
  CHECK(code_of(room, EndStep{"write"}) == Code::wrong_state);
  CHECK(code_of(room, PauseRoom{}) == Code::wrong_state);
}

TEST_CASE("a soft timer tells, and the step goes on") {
  Room room;
  room.start("break");
  room.later(15 * minute_ms);
  CHECK(room.state.run.status == RunStatus::time_up);
  CHECK(std::holds_alternative<StepTimeUp>(room.journal.back().event));
  room.later(60 * minute_ms);
  CHECK(room.state.run.status == RunStatus::time_up);
  CHECK(decide_tick(room.state, room.envelope(Subject{}, 0)).events.empty());
  room.must(facilitator(), EndStep{"break"});
  CHECK(room.state.run.status == RunStatus::ended);
}

TEST_CASE("only the current step ends, and only once") {
  Room room;
  CHECK(code_of(room, EndStep{"write"}) == Code::wrong_step);
  room.start("write");
  CHECK(code_of(room, EndStep{"present"}) == Code::wrong_step);
  room.must(facilitator(), EndStep{"write"});
  CHECK(code_of(room, EndStep{"write"}) == Code::wrong_state);
}

TEST_CASE("a pause keeps the remaining time") {
  Room room;
  CHECK(code_of(room, PauseRoom{}) == Code::wrong_state);
  room.start("write");
  room.later(3 * minute_ms);
  CHECK(code_of(room, ResumeRoom{}) == Code::wrong_state);
  room.must(facilitator(), PauseRoom{});
  CHECK(room.state.run.remaining_ms == 5 * minute_ms);
  CHECK(room.state.run.ends_at == 0);
  CHECK(code_of(room, PauseRoom{}) == Code::wrong_state);
  room.later(60 * minute_ms);
  CHECK(room.state.run.status == RunStatus::running);
  room.must(facilitator(), ResumeRoom{});
  CHECK(room.state.run.ends_at == room.now + 5 * minute_ms);
  CHECK_FALSE(room.state.run.paused);
}

TEST_CASE("a pause past a soft end keeps the overrun") {
  Room room;
  room.start("break");
  room.later(17 * minute_ms);
  room.must(facilitator(), PauseRoom{});
  CHECK(room.state.run.remaining_ms == -2 * minute_ms);
  room.later(minute_ms);
  room.must(facilitator(), ResumeRoom{});
  CHECK(room.state.run.ends_at == room.now - 2 * minute_ms);
  CHECK(room.state.run.status == RunStatus::time_up);
}

TEST_CASE("an extension goes up to the ceiling, and one minute more is refused") {
  Room room;
  CHECK(code_of(room, ExtendStep{"write", 1}) == Code::wrong_step);
  room.start("write");
  CHECK(refusal_of(room, facilitator(), ExtendStep{"write", 5}).field == "minutes");
  CHECK(the<StepExtended>(room.must(facilitator(), ExtendStep{"write", 3})).ends_at_ms == room.now + 11 * minute_ms);
  CHECK(code_of(room, ExtendStep{"write", 2}) == Code::out_of_range);
  room.must(facilitator(), ExtendStep{"write", 1});
  CHECK(room.state.run.extended_minutes == 4);
  CHECK(code_of(room, ExtendStep{"write", 1}) == Code::out_of_range);
  CHECK(code_of(room, ExtendStep{"present", 1}) == Code::wrong_step);
  room.must(facilitator(), EndStep{"write"});
  CHECK(code_of(room, ExtendStep{"write", 1}) == Code::wrong_state);
}

TEST_CASE("minutes given are taken back, no more than were given, and never so that a firm step is over at once") {
  Room room;
  room.start("write");
  const TimeMs end = room.state.run.ends_at;
  CHECK(code_of(room, ExtendStep{"write", -1}) == Code::out_of_range);
  room.must(facilitator(), ExtendStep{"write", 3});
  CHECK(the<StepExtended>(room.must(facilitator(), ExtendStep{"write", -3})).ends_at_ms == end);
  CHECK(room.state.run.extended_minutes == 0);
  room.must(facilitator(), ExtendStep{"write", 3});
  room.later(9 * minute_ms);
  CHECK(code_of(room, ExtendStep{"write", -3}) == Code::wrong_state);
  CHECK(room.must(facilitator(), ExtendStep{"write", 0}).events.empty());
}

TEST_CASE("minutes given to a soft step past its time are taken back while the room is paused or not") {
  Room room;
  room.start("break");
  room.later(16 * minute_ms);
  room.must(facilitator(), ExtendStep{"break", 5});
  room.must(facilitator(), PauseRoom{});
  CHECK(room.state.run.remaining_ms == 5 * minute_ms);
  room.must(facilitator(), ExtendStep{"break", -5});
  CHECK(room.state.run.remaining_ms == 0);
  room.must(facilitator(), ResumeRoom{});
  room.later(1);
  CHECK(room.state.run.status == RunStatus::time_up);
}

TEST_CASE("an extension past a soft end counts from now and restarts the clock") {
  Room room;
  room.start("break");
  room.later(18 * minute_ms);
  room.must(facilitator(), ExtendStep{"break", 5});
  CHECK(room.state.run.status == RunStatus::running);
  CHECK(room.state.run.ends_at == room.now + 5 * minute_ms);
}

TEST_CASE("an extension while paused is given back at the end of the pause") {
  Room room;
  room.start("break");
  room.later(10 * minute_ms);
  room.must(facilitator(), PauseRoom{});
  CHECK(the<StepExtended>(room.must(facilitator(), ExtendStep{"break", 2})).ends_at_ms == 0);
  CHECK(room.state.run.remaining_ms == 7 * minute_ms);
  room.must(facilitator(), ResumeRoom{});
  CHECK(room.state.run.ends_at == room.now + 7 * minute_ms);
  room.later(8 * minute_ms);
  room.must(facilitator(), PauseRoom{});
  room.must(facilitator(), ExtendStep{"break", 3});
  CHECK(room.state.run.remaining_ms == 3 * minute_ms);
  CHECK(room.state.run.status == RunStatus::running);
}

TEST_CASE("a paused room may move on") {
  Room room;
  room.start("write");
  room.must(facilitator(), PauseRoom{});
  room.start("break");
  CHECK_FALSE(room.state.run.paused);
  CHECK(room.state.run.ends_at == room.now + 15 * minute_ms);
}

TEST_CASE("a start asks everyone anew") {
  Room room;
  const TableId table = room.add_table();
  const PersonId citizen = room.arrive(table);
  room.start("write");
  room.must(person(citizen), SetReady{true});
  room.must(screen(table), SetReady{true});
  CHECK(room.state.people.at(citizen).ready);
  CHECK(room.state.people.at(citizen).active);
  room.start("break");
  CHECK_FALSE(room.state.people.at(citizen).ready);
  CHECK_FALSE(room.state.people.at(citizen).active);
  CHECK_FALSE(room.state.tables.at(table).ready);
}

TEST_CASE("undo gives back the step before and the time in between") {
  Room room;
  CHECK(code_of(room, UndoTransition{}) == Code::wrong_state);
  room.start("write");
  room.later(2 * minute_ms);
  const Run before = room.state.run;
  room.start("break");
  room.later(limits::undo_ms);
  room.must(facilitator(), UndoTransition{});
  Run expected = before;
  expected.ends_at += limits::undo_ms;
  CHECK(room.state.run == expected);
  REQUIRE(room.state.laps.size() == 1);
  CHECK(room.state.laps[0].ended_at == 0);
  CHECK(code_of(room, UndoTransition{}) == Code::wrong_state);
}

TEST_CASE("undo comes too late after a minute") {
  Room room;
  room.start("write");
  room.later(limits::undo_ms + 1);
  CHECK(code_of(room, UndoTransition{}) == Code::wrong_state);
}

TEST_CASE("undo of the first start leads back to waiting") {
  Room room;
  room.start("welcome");
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.run == Run{});
  CHECK(room.state.laps.empty());
  room.start("welcome");
  CHECK(room.state.run.status == RunStatus::running);
}

TEST_CASE("undo after an end and a later start takes back the start alone") {
  Room room;
  room.start("write");
  room.must(facilitator(), EndStep{"write"});
  room.later(1000);
  const Run ended = room.state.run;
  room.start("break");
  room.later(1000);
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.run == ended);
  CHECK(room.state.laps.size() == 1);
  CHECK(room.state.laps[0].ended_at == ended.ended_at);
}

TEST_CASE("undo of an early end lets the clock run on") {
  Room room;
  room.start("write");
  room.later(minute_ms);
  room.must(facilitator(), EndStep{"write"});
  room.later(30'000);
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.run.status == RunStatus::running);
  CHECK(room.state.run.ends_at == room.now + 7 * minute_ms);
}

TEST_CASE("undo of a firm end lets the step go on past its time") {
  Room room;
  room.start("write");
  room.later(8 * minute_ms + 10'000);
  REQUIRE(room.state.run.status == RunStatus::ended);
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.run.status == RunStatus::time_up);
  room.later(minute_ms);
  CHECK(room.state.run.status == RunStatus::time_up);
  room.must(facilitator(), ExtendStep{"write", 2});
  CHECK(room.state.run.ends_at == room.now + 2 * minute_ms);
}

TEST_CASE("undo brings a paused room back paused, with its remaining time") {
  Room room;
  room.start("write");
  room.later(minute_ms);
  room.must(facilitator(), PauseRoom{});
  room.start("break");
  room.later(5'000);
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.run.paused);
  CHECK(room.state.run.remaining_ms == 7 * minute_ms);
  CHECK(room.state.run.ends_at == 0);
}

TEST_CASE("a step reopened has two laps and its whole time") {
  Room room;
  room.start("write");
  room.must(facilitator(), ExtendStep{"write", 4});
  room.must(facilitator(), EndStep{"write"});
  room.later(minute_ms);
  room.start("write");
  CHECK(room.state.run.ends_at == room.now + 8 * minute_ms);
  CHECK(room.state.run.extended_minutes == 0);
  CHECK(room.state.laps.size() == 2);
}

TEST_CASE("a sealed avis is sealed when the hand-over starts, and undo drops the seal") {
  Room room;
  const Decision handed = room.start("hand_over");
  CHECK(the<AvisSealed>(handed).sha256.size() == 64);
  CHECK(room.state.sealed_sha256 == the<AvisSealed>(handed).sha256);
  CHECK(room.state.sealed_at == room.now);
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.sealed_sha256.empty());
  CHECK(room.state.sealed_at == 0);
}

}  // namespace decide_steps_test
