// Tables and people whose time is not the room's.
#include <doctest/doctest.h>

#include <functional>

#include "core/own_time.h"
#include "core/view.h"
#include "unit/core/world.h"

namespace decide_time_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

// Two tables with somebody at each, in the writing step: firm, eight minutes, twelve at the most.
struct TwoTables {
  explicit TwoTables(const Scenario& scenario = small_scenario()) : room(scenario) {
    red = room.add_table("Red");
    blue = room.add_table("Blue");
    ada = room.arrive(red);
    bob = room.arrive(blue);
    room.start("write");
    end = room.now + 8 * minute_ms;
  }
  Room room;
  TableId red;
  TableId blue;
  PersonId ada;
  PersonId bob;
  TimeMs end = 0;
};

Scenario with_write_step(const std::function<void(Step&)>& change) {
  Scenario scenario = small_scenario();
  change(scenario.steps[2]);
  return scenario;
}

}  // namespace

TEST_CASE("a firm step goes on for the table that was given more time, and ends with it") {
  TwoTables w;
  w.room.must(facilitator(), ExtendTable{"write", w.red, 3});
  w.room.later(8 * minute_ms);
  CHECK(w.room.state.run.status == RunStatus::time_up);
  CHECK(next_deadline(w.room.state) == w.end + 3 * minute_ms);
  w.room.later(3 * minute_ms);
  CHECK(w.room.state.run.status == RunStatus::ended);
  CHECK(w.room.state.laps.back().ended_at == w.end + 3 * minute_ms);
}

TEST_CASE("a table with more time that says it is ready is not waited for") {
  TwoTables w;
  w.room.must(facilitator(), ExtendTable{"write", w.red, 3});
  w.room.later(8 * minute_ms);
  w.room.later(minute_ms);
  CHECK(w.room.state.run.status == RunStatus::time_up);
  w.room.must(screen(w.red), SetReady{true});
  w.room.later(0);
  CHECK(w.room.state.run.status == RunStatus::ended);
  CHECK(w.room.state.laps.back().ended_at == w.end + minute_ms);
}

TEST_CASE("a table where nobody sits is not waited for") {
  TwoTables w;
  const TableId empty = w.room.add_table();
  w.room.must(facilitator(), ExtendTable{"write", empty, 3});
  w.room.later(8 * minute_ms);
  CHECK(w.room.state.run.status == RunStatus::ended);
}

TEST_CASE("one table is given no more than the ceiling leaves, or than the programme says, and can be taken back") {
  TwoTables w;
  CHECK(refusal_of(w.room, facilitator(), ExtendTable{"write", w.red, 5}).code == Code::out_of_range);
  w.room.must(facilitator(), ExtendTable{"write", w.red, 4});
  CHECK(table_minutes_left(w.room.state, w.red) == 0);
  CHECK(table_minutes_left(w.room.state, w.blue) == 4);
  CHECK(refusal_of(w.room, facilitator(), ExtendTable{"write", w.red, 1}).code == Code::out_of_range);
  CHECK(refusal_of(w.room, facilitator(), ExtendTable{"write", w.red, -5}).field == "minutes");
  w.room.must(facilitator(), ExtendTable{"write", w.red, -4});
  CHECK(w.room.state.run.tables.at(w.red) == TableTime{});

  TwoTables capped(with_write_step([](Step& step) { step.timer.extension = Extension{5, 5}; }));
  capped.room.must(facilitator(), ExtendTable{"write", capped.red, 5});
  CHECK(refusal_of(capped.room, facilitator(), ExtendTable{"write", capped.red, 1}).code == Code::out_of_range);
}

TEST_CASE("a table's clock is refused where there is none") {
  TwoTables w;
  CHECK(refusal_of(w.room, facilitator(), ExtendTable{"present", w.red, 1}).code == Code::wrong_step);
  CHECK(refusal_of(w.room, facilitator(), ExtendTable{"write", TableId{9}, 1}).code == Code::not_found);
  CHECK(refusal_of(w.room, facilitator(), PauseTable{TableId{9}}).code == Code::not_found);
  w.room.start("welcome");
  CHECK(refusal_of(w.room, facilitator(), PauseTable{w.red}).code == Code::wrong_state);
  w.room.must(facilitator(), EndStep{"welcome"});
  CHECK(refusal_of(w.room, facilitator(), PauseTable{w.red}).code == Code::wrong_state);
}

TEST_CASE("one table pauses and the room does not; it is given back the time it stood still") {
  TwoTables w;
  w.room.later(2 * minute_ms);
  w.room.must(facilitator(), PauseTable{w.red});
  CHECK(w.room.must(facilitator(), PauseTable{w.red}).events.empty());
  CHECK(w.room.state.run.ends_at == w.end);
  w.room.later(3 * minute_ms);
  w.room.must(facilitator(), ResumeTable{w.red});
  CHECK(w.room.must(facilitator(), ResumeTable{w.red}).events.empty());
  CHECK(w.room.state.run.tables.at(w.red).shift_ms == 3 * minute_ms);
  CHECK(w.room.state.run.tables.at(w.red).extended_minutes == 0);
  w.room.later(3 * minute_ms);
  CHECK(w.room.state.run.status == RunStatus::time_up);
  w.room.later(3 * minute_ms);
  CHECK(w.room.state.run.status == RunStatus::ended);
}

TEST_CASE("a table still paused at the end does not hold the room") {
  TwoTables w;
  w.room.must(facilitator(), PauseTable{w.red});
  w.room.later(8 * minute_ms);
  CHECK(w.room.state.run.status == RunStatus::ended);
}

TEST_CASE("the room's own pause is not counted again for a table that was paused") {
  TwoTables w;
  w.room.must(facilitator(), PauseTable{w.red});
  w.room.later(minute_ms);
  w.room.must(facilitator(), PauseRoom{});
  w.room.later(5 * minute_ms);
  w.room.must(facilitator(), ResumeRoom{});
  w.room.later(minute_ms);
  w.room.must(facilitator(), ResumeTable{w.red});
  CHECK(w.room.state.run.tables.at(w.red).shift_ms == 2 * minute_ms);
}

TEST_CASE("a table that resumes while the room is paused, or paused within it, loses and gains nothing") {
  TwoTables w;
  w.room.must(facilitator(), PauseTable{w.red});
  w.room.later(minute_ms);
  w.room.must(facilitator(), PauseRoom{});
  w.room.later(minute_ms);
  w.room.must(facilitator(), PauseTable{w.blue});
  w.room.later(minute_ms);
  w.room.must(facilitator(), ResumeTable{w.red});
  w.room.must(facilitator(), ResumeRoom{});
  w.room.must(facilitator(), ResumeTable{w.blue});
  CHECK(w.room.state.run.tables.at(w.red).shift_ms == minute_ms);
  CHECK(w.room.state.run.tables.at(w.blue).shift_ms == 0);
}

TEST_CASE("[access T3] what somebody who needs more time began is received for longer, after the step has ended") {
  TwoTables w(with_write_step([](Step& step) { step.timer.personal_percent = 200; }));
  w.room.must(person(w.ada), SetPace{Pace::more});
  CHECK(w.room.must(person(w.ada), SetPace{Pace::more}).events.empty());
  w.room.later(8 * minute_ms);
  CHECK(w.room.state.run.status == RunStatus::ended);
  w.room.start("break");
  w.room.later(9 * minute_ms);
  const IdeaId late = w.room.write_idea(w.ada, "slowly");
  CHECK(w.room.state.ideas.at(late).late);
  CHECK(refusal_of(w.room, person(w.bob), SubmitIdea{"write", "too late"}).code == Code::wrong_step);
  w.room.later(2 * minute_ms);
  CHECK(refusal_of(w.room, person(w.ada), SubmitIdea{"write", "too late"}).code == Code::wrong_step);
}

TEST_CASE("without limit means until the avis is sealed") {
  TwoTables w;
  w.room.must(person(w.ada), SetPace{Pace::unlimited});
  w.room.later(8 * minute_ms);
  w.room.start("break");
  w.room.later(60 * minute_ms);
  w.room.write_idea(w.ada, "an hour later");
  w.room.start("hand_over");
  CHECK(refusal_of(w.room, person(w.ada), SubmitIdea{"write", "sealed"}).code == Code::wrong_step);
}

TEST_CASE("a step waits for those who have more time only when the programme says so, and until they have finished") {
  const Scenario waiting = with_write_step([](Step& step) { step.timer.waits_for_everyone = true; });
  TwoTables w(waiting);
  w.room.must(person(w.ada), SetPace{Pace::more});
  w.room.later(8 * minute_ms);
  CHECK(w.room.state.run.status == RunStatus::time_up);
  w.room.later(4 * minute_ms);
  CHECK(w.room.state.run.status == RunStatus::ended);

  TwoTables endless(waiting);
  endless.room.must(person(endless.ada), SetPace{Pace::unlimited});
  endless.room.later(60 * minute_ms);
  CHECK(endless.room.state.run.status == RunStatus::time_up);
  endless.room.must(person(endless.ada), SetReady{true});
  endless.room.later(0);
  CHECK(endless.room.state.run.status == RunStatus::ended);
}

TEST_CASE("a step gone back to after its end goes on until the lead says more") {
  TwoTables w;
  w.room.must(facilitator(), ExtendTable{"write", w.red, 1});
  w.room.later(9 * minute_ms);
  CHECK(w.room.state.run.status == RunStatus::ended);
  w.room.must(facilitator(), UndoTransition{});
  w.room.later(30 * minute_ms);
  CHECK(w.room.state.run.status == RunStatus::time_up);
}

TEST_CASE("[access T2] an end that is announced leaves a minute or more, and every touch adds one") {
  Room room;
  const TableId table = room.add_table();
  const PersonId ada = room.arrive(table);
  room.start("present");
  CHECK(refusal_of(room, facilitator(), AnnounceEnd{"present", 59}).code == Code::out_of_range);
  CHECK(refusal_of(room, facilitator(), AnnounceEnd{"write", 60}).code == Code::wrong_step);
  CHECK(refusal_of(room, person(ada), DelayEnd{"present"}).code == Code::wrong_state);
  room.must(facilitator(), AnnounceEnd{"present", 60});
  CHECK(view_step(room.state).closing_at_ms == room.now + 60'000);
  room.later(20'000);
  const TimeMs before = view_step(room.state).closing_at_ms;
  for (int i = 1; i <= 12; ++i) {
    room.must(i % 2 == 0 ? person(ada) : screen(table), DelayEnd{"present"});
    CHECK(view_step(room.state).closing_at_ms == before + i * 60'000);
  }
}

TEST_CASE("[access T2] when the announced end has come, nothing ends by itself, and more time may still be asked for") {
  Room room;
  const PersonId ada = room.arrive(room.add_table());
  room.start("welcome");
  room.must(facilitator(), AnnounceEnd{"welcome", 60});
  room.later(600'000);
  CHECK(room.state.run.status == RunStatus::running);
  room.must(person(ada), DelayEnd{"welcome"});
  CHECK(view_step(room.state).closing_at_ms == room.now + 60'000);
  room.must(facilitator(), AnnounceEnd{"welcome", 0});
  CHECK(view_step(room.state).closing_at_ms == 0);
  CHECK(room.must(facilitator(), AnnounceEnd{"welcome", 0}).events.empty());
  room.must(facilitator(), AnnounceEnd{"welcome", 120});
  room.start("present");
  CHECK(view_step(room.state).closing_at_ms == 0);
}

TEST_CASE("[access T2] the announced end waits while the room is paused") {
  Room room;
  room.start("welcome");
  room.must(facilitator(), AnnounceEnd{"welcome", 60});
  room.later(20'000);
  room.must(facilitator(), PauseRoom{});
  CHECK(view_step(room.state).closing_at_ms == 0);
  CHECK(view_step(room.state).closing_left_ms == 40'000);
  CHECK(refusal_of(room, facilitator(), AnnounceEnd{"welcome", 60}).code == Code::wrong_state);
  room.later(100'000);
  room.must(facilitator(), ResumeRoom{});
  CHECK(view_step(room.state).closing_at_ms == room.now + 40'000);
}

}  // namespace decide_time_test
