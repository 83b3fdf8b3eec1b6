#include "core/ways_out.h"

#include <doctest/doctest.h>

#include "unit/core/world.h"

namespace ways_out_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Next line(const std::string& when, Action action, std::optional<std::int64_t> minutes = std::nullopt,
          std::optional<std::string> to = std::nullopt) {
  return Next{when, action, std::move(to), minutes};
}

// A step of the small scenario with these ways out.
Scenario with_next(std::size_t place, std::vector<Next> next) {
  Scenario scenario = small_scenario();
  scenario.steps[place].next = std::move(next);
  return scenario;
}
constexpr std::size_t welcome_step = 0;
constexpr std::size_t present_step = 1;
constexpr std::size_t write_step = 2;
constexpr std::size_t break_step = 3;
constexpr std::size_t cluster_step = 4;
constexpr std::size_t vote_step = 7;

// What the host does once a turn.
void weigh(Room& room) {
  for (int count = 0; count < 16; ++count) {
    Decision decision = decide_ways_out(room.state, room.envelope(Subject{}, 0));
    if (decision.events.empty()) {
      return;
    }
    room.take(Stamp{room.now, Subject{}, "", 0}, decision);
  }
  FAIL("the ways out do not come to rest");
}

void later(Room& room, TimeMs duration) {
  room.later(duration);
  weigh(room);
}

}  // namespace

TEST_CASE("a soft step past its time proposes what the programme says, and the lead confirms") {
  Room room(with_next(break_step, {line("time_up", Action::propose)}));
  room.start("break");
  weigh(room);
  CHECK_FALSE(room.state.run.way_out);
  later(room, 15 * minute_ms);
  CHECK(room.state.run.way_out == 0);
  CHECK(room.state.run.step == "break");
  room.must(facilitator(), TakeWayOut{"break", 0});
  CHECK(room.state.run.step == "cluster");
  CHECK_FALSE(room.state.run.way_out);
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.run.step == "break");
}

TEST_CASE("auto under a soft timer is only proposed") {
  Room room(with_next(break_step, {line("time_up", Action::auto_)}));
  room.start("break");
  later(room, 15 * minute_ms);
  CHECK(room.state.run.step == "break");
  CHECK(room.state.run.way_out == 0);
}

TEST_CASE("auto under a firm timer is done: at its end, or before when everyone has finished") {
  const auto next = std::vector<Next>{line("all_ready", Action::auto_), line("time_up", Action::auto_)};
  Room in_time(with_next(write_step, next));
  in_time.arrive();
  in_time.start("write");
  later(in_time, 8 * minute_ms);
  CHECK(in_time.state.run.step == "break");
  CHECK(in_time.state.run.status == RunStatus::running);

  Room early(with_next(write_step, next));
  const PersonId ada = early.arrive();
  early.start("write");
  weigh(early);
  CHECK(early.state.run.step == "write");
  early.must(person(ada), SetReady{true});
  weigh(early);
  CHECK(early.state.run.step == "break");
}

TEST_CASE("what was undone is not done again by itself") {
  Room room(with_next(write_step, {line("time_up", Action::auto_)}));
  room.start("write");
  later(room, 8 * minute_ms);
  REQUIRE(room.state.run.step == "break");
  room.must(facilitator(), UndoTransition{});
  weigh(room);
  CHECK(room.state.run.step == "write");
  CHECK(room.state.run.way_out == 0);
  room.must(facilitator(), TakeWayOut{"write", 0});
  CHECK(room.state.run.step == "break");
}

TEST_CASE("nothing leads by itself to a step that has a firm time, or that seals the avis") {
  Scenario timed = with_next(write_step, {line("time_up", Action::auto_)});
  timed.steps[break_step].timer.firm_at = "15:00";
  Room room(timed);
  room.start("write");
  later(room, 8 * minute_ms);
  CHECK(room.state.run.status == RunStatus::ended);
  CHECK(room.state.run.way_out == 0);

  Room sealing(with_next(present_step, {line("time_up", Action::auto_, std::nullopt, "hand_over")}));
  sealing.start("present");
  later(sealing, 10 * minute_ms);
  CHECK(sealing.state.run.step == "present");
  CHECK(sealing.state.sealed_at == 0);
}

TEST_CASE("a step that the lead ended offers nothing: what is done by hand comes first") {
  Room room(with_next(write_step, {line("time_up", Action::auto_)}));
  room.start("write");
  room.must(facilitator(), EndStep{"write"});
  weigh(room);
  CHECK(room.state.run.status == RunStatus::ended);
  CHECK_FALSE(room.state.run.way_out);
}

TEST_CASE("of several true lines: a result, then readiness, then time; among equals the first") {
  Room room(with_next(break_step, {line("time_up", Action::propose), line("all_ready", Action::propose),
                                   line("tables_ready >= 0", Action::propose)}));
  const PersonId ada = room.arrive(room.add_table());
  room.start("break");
  later(room, 15 * minute_ms);
  CHECK(room.state.run.way_out == 2);
  room.must(person(ada), SetReady{true});
  weigh(room);
  CHECK(room.state.run.way_out == 1);
  room.must(person(ada), SetReady{false});
  weigh(room);
  CHECK(room.state.run.way_out == 2);
}

TEST_CASE("a line declined is not offered again while the step runs, and gives way to the next") {
  Room room(with_next(break_step, {line("time_up", Action::propose), line("time_up", Action::archive)}));
  room.start("break");
  later(room, 15 * minute_ms);
  CHECK(refusal_of(room, facilitator(), DeclineWayOut{"break", 1}).code == Code::conflict);
  CHECK(refusal_of(room, facilitator(), DeclineWayOut{"write", 0}).code == Code::wrong_step);
  room.must(facilitator(), DeclineWayOut{"break", 0});
  weigh(room);
  CHECK(room.state.run.way_out == 1);
  CHECK(refusal_of(room, facilitator(), TakeWayOut{"break", 0}).code == Code::conflict);
  CHECK(refusal_of(room, facilitator(), ReturnWayOut{"break", 1}).code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), ReturnWayOut{"write", 0}).code == Code::wrong_step);
  room.must(facilitator(), ReturnWayOut{"break", 0});
  weigh(room);
  CHECK(room.state.run.way_out == 0);
  room.must(facilitator(), DeclineWayOut{"break", 0});
  weigh(room);
  room.must(facilitator(), TakeWayOut{"break", 1});
  CHECK(room.state.run.status == RunStatus::ended);
}

TEST_CASE("warn brings the end nearer, never further") {
  Room room(with_next(break_step, {line("tables_ready >= 0.5", Action::warn, 5)}));
  const TableId table = room.add_table();
  room.arrive(table);
  room.start("break");
  const TimeMs end = room.state.run.ends_at;
  room.must(screen(table), SetReady{true});
  weigh(room);
  room.must(facilitator(), TakeWayOut{"break", 0});
  CHECK(room.state.run.ends_at == room.now + 5 * minute_ms);
  CHECK(room.state.run.extended_minutes == 0);

  Room near(with_next(break_step, {line("tables_ready >= 0", Action::warn, 20)}));
  near.arrive(near.add_table());
  near.start("break");
  weigh(near);
  near.must(facilitator(), TakeWayOut{"break", 0});
  CHECK(near.state.run.ends_at == end - room.state.run.started_at + near.state.run.started_at);
}

TEST_CASE("a missed quorum is waited for, and the vote can be opened again") {
  Room room(with_next(vote_step,
                      {line("outcome == no_quorum", Action::wait, 45, "vote"), line("all_voted", Action::propose)}));
  const TableId table = room.add_table();
  const PersonId ada = room.arrive(table);
  room.start("draft");
  room.must(screen(table), EditArticle{ArticleId{1}, "problem", "A text", 0});
  room.start("vote");
  room.must(facilitator(), OpenPoll{PollId{1}});
  weigh(room);
  CHECK_FALSE(room.state.run.way_out);
  room.must(facilitator(), ClosePoll{PollId{1}});
  weigh(room);
  CHECK(room.state.run.way_out == 0);
  room.must(facilitator(), TakeWayOut{"vote", 0});
  CHECK(room.state.run.ends_at == room.now + 45 * minute_ms);
  room.must(facilitator(), OpenPoll{PollId{1}});
  room.must(person(ada), CastVote{PollId{1}, ballot_key(1), Choice::for_});
  weigh(room);
  CHECK(room.state.run.way_out == 1);
}

TEST_CASE("reopen starts an earlier step again for its minutes") {
  Room room(with_next(break_step, {line("time_up", Action::reopen, 4, "write")}));
  room.start("break");
  later(room, 15 * minute_ms);
  room.must(facilitator(), TakeWayOut{"break", 0});
  CHECK(room.state.run.step == "write");
  CHECK(room.state.run.ends_at == room.now + 4 * minute_ms);
}

TEST_CASE("time alone opens a line about the minutes spent, and the host is told when") {
  Room room(with_next(welcome_step, {line("present >= expected or duration >= ceiling", Action::propose)}));
  room.arrive();
  const PersonId late = room.add_person();
  room.start("welcome");
  weigh(room);
  CHECK(next_weighing(room.state, room.now) == room.now + 30 * minute_ms);
  later(room, 30 * minute_ms);
  CHECK(room.state.run.way_out == 0);
  CHECK(next_weighing(room.state, room.now) == 0);
  room.must(facilitator(), SetGone{late, true});
  weigh(room);
  CHECK(room.state.run.way_out == 0);
}

TEST_CASE("a paused room offers nothing until it goes on") {
  Room room(with_next(break_step, {line("present >= 0", Action::propose)}));
  room.start("break");
  weigh(room);
  REQUIRE(room.state.run.way_out == 0);
  room.must(facilitator(), PauseRoom{});
  weigh(room);
  CHECK_FALSE(room.state.run.way_out);
  room.must(facilitator(), ResumeRoom{});
  weigh(room);
  CHECK(room.state.run.way_out == 0);
}

TEST_CASE("a dropped step is skipped on the way out, and the last step leads nowhere") {
  Room room(with_next(cluster_step, {line("time_up", Action::propose)}));
  room.must(facilitator(), ChangePlan{{}, {"rank"}, {}, "late"});
  room.start("cluster");
  later(room, 20 * minute_ms);
  room.must(facilitator(), TakeWayOut{"cluster", 0});
  CHECK(room.state.run.step == "draft");

  Scenario last = small_scenario();
  last.steps.back().next = {line("present >= 0", Action::propose)};
  last.steps.back().timer.mode = TimerMode::soft;
  Room over(last);
  over.start("hand_over");
  weigh(over);
  over.must(facilitator(), TakeWayOut{"hand_over", 0});
  CHECK(over.state.run.status == RunStatus::ended);
}

TEST_CASE("a line leads back as often as the step it leads to allows, and `turn` counts its runs") {
  Scenario scenario = with_next(write_step, {line("time_up", Action::propose, std::nullopt, "present")});
  scenario.steps[present_step].repeat = Repeat{std::nullopt, 2};
  scenario.steps[present_step].next = {line("turn == 2", Action::propose)};
  Room room(scenario);
  room.start("present");
  weigh(room);
  CHECK_FALSE(room.state.run.way_out);
  room.start("write");
  later(room, 8 * minute_ms);
  CHECK(room.state.run.way_out == 0);
  room.must(facilitator(), TakeWayOut{"write", 0});
  weigh(room);
  CHECK(room.state.run.step == "present");
  CHECK(room.state.run.way_out == 0);
  room.start("write");
  later(room, 8 * minute_ms);
  CHECK_FALSE(room.state.run.way_out);
}

}  // namespace ways_out_test
