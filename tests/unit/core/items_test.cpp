#include "core/items.h"

#include <doctest/doctest.h>

#include "core/view.h"
#include "unit/core/asking_world.h"

namespace items_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Scenario with_budget(Scenario scenario, std::string_view id, Budget budget) {
  for (Step& step : scenario.steps) {
    if (step.id == id) {
      step.timer.budget = budget;
    }
  }
  return scenario;
}

ItemsView items(const Room& room) {
  const auto view = view_step(room.state).items;
  REQUIRE(view.has_value());
  return *view;
}

Code refused(Room& room, const Command& command) {
  const auto decision = room.say(facilitator(), command);
  REQUIRE_FALSE(decision.has_value());
  return decision.error().code;
}

// `present` (ten minutes, firm) has five things of 100 seconds; the lead says when each begins.
struct LeadRoom : Room {
  LeadRoom() : Room(with_budget(small_scenario(), "present", Budget{100, 5})) { start("present"); }
};

// Three articles to vote on, 200 seconds each; twelve were expected.
struct VoteRoom : Room {
  VoteRoom() : Room(with_budget(small_scenario(), "vote", Budget{200, 12})) {
    for (int i = 0; i < 3; ++i) {
      arrive(add_table());
    }
    start("draft");
    for (const auto& [id, article] : state.articles) {
      must(screen(article.table), EditArticle{id, "title", "An article", 0});
    }
    start("vote");
    for (const auto& [id, poll] : state.polls) {
      polls.push_back(id);
    }
  }
  std::vector<PollId> polls;
};

// `reply` gives 150 seconds to each of two questions; five wait.
struct AskRoom {
  AskRoom() : room(with_budget(with_asking(small_scenario()), "reply", Budget{150, 2})) {
    for (int table = 0; table < 3; ++table) {
      tables.push_back(room.add_table());
      room.arrive(tables.back());
    }
    room.start("collect");
    for (int number = 0; number < 5; ++number) {
      const TableId table = tables[static_cast<std::size_t>(number % 3)];
      room.must(screen(table), AskQuestion{"collect", "Why " + std::to_string(number) + "?"});
    }
    room.start("reply");
    for (const auto& [id, question] : room.state.questions) {
      questions.push_back(id);
    }
  }
  Room room;
  std::vector<TableId> tables;
  std::vector<QuestionId> questions;
};

}  // namespace

TEST_CASE("the lead says when the next thing begins, and each has its whole time") {
  LeadRoom room;
  CHECK(items(room).by_lead);
  CHECK(items(room).item == 0);
  CHECK(items(room).left == 5);
  room.must(facilitator(), StartItem{"present", 1});
  CHECK(items(room).ends_at_ms == room.now + 100 * second_ms);
  CHECK(items(room).left == 4);
  room.later(130 * second_ms);
  CHECK(items(room).item == 1);
  room.must(facilitator(), StartItem{"present", 2});
  CHECK(items(room).ends_at_ms == room.now + 100 * second_ms);
  CHECK(items(room).seconds == 100);
  room.must(facilitator(), StartItem{"present", 7});
  CHECK(items(room).left == 0);
}

TEST_CASE("a thing begun by mistake is put back with the time it had, and none at all if it was the first") {
  LeadRoom room;
  room.must(facilitator(), StartItem{"present", 1});
  const TimeMs ends_at = items(room).ends_at_ms;
  room.later(40 * second_ms);
  room.must(facilitator(), StartItem{"present", 2});
  room.must(facilitator(), StartItem{"present", 1, ends_at});
  CHECK(items(room).item == 1);
  CHECK(items(room).ends_at_ms == ends_at);
  room.must(facilitator(), StartItem{"present", 0});
  CHECK(items(room).ends_at_ms == 0);
  CHECK(items(room).left == 5);
}

TEST_CASE("no thing is given more than its time, nor an end before the step began") {
  LeadRoom room;
  CHECK(refused(room, StartItem{"present", 1, room.now + 101 * second_ms}) == Code::out_of_range);
  CHECK(refused(room, StartItem{"present", 1, room.state.run.started_at - 1}) == Code::out_of_range);
}

TEST_CASE("only the current step, and only one with a budget, has things to begin") {
  LeadRoom room;
  CHECK(refused(room, StartItem{"write", 1}) == Code::wrong_step);
  room.start("cluster");
  CHECK(refused(room, StartItem{"cluster", 1}) == Code::not_found);
  CHECK_FALSE(view_step(room.state).items.has_value());
}

TEST_CASE("the time of a thing stands still while the room is paused, and goes below zero past its end") {
  LeadRoom room;
  room.must(facilitator(), StartItem{"present", 1});
  room.later(30 * second_ms);
  room.must(facilitator(), PauseRoom{});
  CHECK(items(room).ends_at_ms == 0);
  CHECK(items(room).remaining_ms == 70 * second_ms);
  CHECK(refused(room, StartItem{"present", 2}) == Code::wrong_state);
  room.later(10 * minute_ms);
  room.must(facilitator(), ResumeRoom{});
  CHECK(items(room).ends_at_ms == room.now + 70 * second_ms);
  CHECK(items(room).remaining_ms == 0);
  room.later(100 * second_ms);
  room.must(facilitator(), PauseRoom{});
  CHECK(items(room).remaining_ms == -30 * second_ms);
}

TEST_CASE("what a step is given is not one thing's") {
  LeadRoom room;
  room.must(facilitator(), StartItem{"present", 1});
  const TimeMs ends_at = items(room).ends_at_ms;
  room.must(facilitator(), ExtendStep{"present", 3});
  CHECK(items(room).ends_at_ms == ends_at);
}

TEST_CASE("a step that is undone gives the thing under way its time back") {
  LeadRoom room;
  room.must(facilitator(), StartItem{"present", 2});
  room.later(30 * second_ms);
  room.start("write");
  CHECK_FALSE(view_step(room.state).items.has_value());
  room.later(20 * second_ms);
  room.must(facilitator(), UndoTransition{});
  CHECK(items(room).item == 2);
  CHECK(items(room).ends_at_ms == room.now + 70 * second_ms);
}

TEST_CASE("in a vote each poll is a thing, from its opening to its close") {
  VoteRoom room;
  CHECK(items(room).left == 3);
  CHECK_FALSE(items(room).by_lead);
  CHECK(refused(room, StartItem{"vote", 1}) == Code::wrong_state);
  room.must(facilitator(), OpenPoll{room.polls[1]});
  CHECK(items(room).item == 1);
  CHECK(items(room).left == 2);
  CHECK(items(room).ends_at_ms == room.now + 200 * second_ms);
  room.later(100 * second_ms);
  room.must(facilitator(), ClosePoll{room.polls[1]});
  CHECK(items(room).ends_at_ms == 0);
  CHECK(items(room).item == 1);
  room.must(facilitator(), OpenPoll{room.polls[0]});
  CHECK(items(room).item == 2);
  room.must(facilitator(), ClosePoll{room.polls[0]});
  room.must(facilitator(), OpenPoll{room.polls[0]});
  CHECK(items(room).item == 2);
  CHECK(items(room).left == 1);
}

TEST_CASE("a poll opened while the room is paused keeps its whole time") {
  VoteRoom room;
  room.must(facilitator(), PauseRoom{});
  room.must(facilitator(), OpenPoll{room.polls[0]});
  CHECK(items(room).ends_at_ms == 0);
  CHECK(items(room).remaining_ms == 200 * second_ms);
  room.later(minute_ms);
  room.must(facilitator(), ResumeRoom{});
  CHECK(items(room).ends_at_ms == room.now + 200 * second_ms);
}

TEST_CASE("an end of step that is undone opens the poll again, with its time") {
  VoteRoom room;
  room.must(facilitator(), OpenPoll{room.polls[0]});
  room.later(50 * second_ms);
  room.must(facilitator(), EndStep{"vote"});
  room.later(10 * second_ms);
  room.must(facilitator(), UndoTransition{});
  CHECK(items(room).ends_at_ms == room.now + 150 * second_ms);
}

TEST_CASE("of the questions that wait, those that fit in the budget are to come") {
  AskRoom cast;
  Room& room = cast.room;
  CHECK(items(room).left == 2);
  room.must(facilitator(), CallQuestion{cast.questions[0]});
  CHECK(items(room).item == 1);
  CHECK(items(room).left == 1);
  CHECK(items(room).ends_at_ms == room.now + 150 * second_ms);
  // The next is called while the first is being answered.
  room.must(facilitator(), CallQuestion{cast.questions[1]});
  CHECK(items(room).item == 2);
  CHECK(items(room).left == 0);
  CHECK(items(room).ends_at_ms == room.now + 150 * second_ms);
  room.must(facilitator(), FinishAnswer{cast.questions[1]});
  CHECK(items(room).ends_at_ms == 0);
}

TEST_CASE("a question called by mistake was none of those that had their time") {
  AskRoom cast;
  Room& room = cast.room;
  room.must(facilitator(), CallQuestion{cast.questions[0]});
  room.must(facilitator(), ReturnQuestion{cast.questions[0]});
  CHECK(items(room).item == 0);
  CHECK(items(room).ends_at_ms == 0);
  room.must(facilitator(), CallQuestion{cast.questions[2]});
  CHECK(items(room).item == 1);
}

TEST_CASE("a question called again keeps its number") {
  AskRoom cast;
  Room& room = cast.room;
  room.must(facilitator(), CallQuestion{cast.questions[0]});
  room.must(facilitator(), CallQuestion{cast.questions[1]});
  room.must(facilitator(), ReturnQuestion{cast.questions[1]});
  room.must(facilitator(), CallQuestion{cast.questions[0]});
  CHECK(items(room).item == 1);
  CHECK(items(room).left == 1);
  CHECK(items(room).ends_at_ms == room.now + 150 * second_ms);
}

TEST_CASE("the question that the end of a step cut short was heard: undone, no time runs for it") {
  AskRoom cast;
  Room& room = cast.room;
  room.must(facilitator(), CallQuestion{cast.questions[0]});
  room.must(facilitator(), EndStep{"reply"});
  room.must(facilitator(), UndoTransition{});
  CHECK(items(room).item == 1);
  CHECK(items(room).ends_at_ms == 0);
}

}  // namespace items_test
