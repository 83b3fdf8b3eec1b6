#include "core/sample.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/view.h"
#include "unit/core/world.h"

namespace sample_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

// Twelve ideas of four people at two tables, read in `alone`: each person two of them, in any order.
struct Alone : Room {
  explicit Alone(std::optional<Grouping> seating = std::nullopt) : Room(scenario(seating)) {
    for (int i = 0; i < 2; ++i) {
      tables.push_back(add_table());
    }
    for (std::size_t i = 0; i < 4; ++i) {
      people.push_back(arrive(tables[i % 2]));
    }
    for (const char* step : {"write", "more", "most"}) {
      start(step);
      for (const PersonId author : people) {
        must(person(author), SubmitIdea{step, "an idea"});
      }
    }
    start("alone");
  }

  static Scenario scenario(std::optional<Grouping> seating) {
    Scenario scenario = small_scenario();
    scenario.stores.push_back(Store{"marks", StoreObject::comment});
    for (const char* id : {"more", "most"}) {
      Step again = make_write_step();
      again.id = id;
      scenario.steps.insert(scenario.steps.begin() + 3, again);
    }
    Step step = make_step("alone", StepKind::review, TimerMode::soft, 20, 25);
    step.reads = {Read{"ideas", std::nullopt, Distribution::sample, 3}};
    Write marks = writes_to("marks");
    marks.max = 2;
    step.writes = {marks};
    step.tables = seating;
    scenario.steps.insert(scenario.steps.begin() + 6, step);
    return scenario;
  }

  const std::vector<IdeaId>& sample(std::size_t who) const { return state.samples.at("alone").at(people[who]); }
  WriteComment mark(IdeaId idea, CommentKind kind = CommentKind::agree) const {
    WriteComment command;
    command.step = "alone";
    command.idea = idea;
    command.kind = kind;
    return command;
  }

  std::vector<TableId> tables;
  std::vector<PersonId> people;
};

}  // namespace

TEST_CASE("each person receives their share, never an idea of their own table, and all are read equally often") {
  const Alone room;
  std::map<IdeaId, int> times;
  for (std::size_t who = 0; who < 4; ++who) {
    CHECK(room.sample(who).size() == 3);
    for (const IdeaId idea : room.sample(who)) {
      ++times[idea];
      CHECK(room.state.ideas.at(idea).table != room.state.people.at(room.people[who]).table);
    }
  }
  CHECK(times.size() == 12);
  CHECK(std::all_of(times.begin(), times.end(), [](const auto& each) { return each.second == 1; }));
}

TEST_CASE("a start that moves people deals once, by the seed, to where they sit now") {
  const Alone room(Grouping{Seating::mix, std::nullopt, std::nullopt, std::nullopt});
  std::size_t dealt = 0;
  for (const JournalLine& line : room.journal) {
    if (const auto* samples = std::get_if<SamplesDealt>(&line.event)) {
      ++dealt;
      CHECK_FALSE(samples->seed.empty());
    }
  }
  CHECK(dealt == 1);
  for (std::size_t who = 0; who < 4; ++who) {
    for (const IdeaId idea : room.sample(who)) {
      CHECK(room.state.ideas.at(idea).table != room.state.people.at(room.people[who]).table);
    }
  }
}

TEST_CASE("what was said alone stays its author's at another table") {
  Alone room;
  room.must(person(room.people[0]), room.mark(room.sample(0)[0]));
  room.must(facilitator(), SeatPerson{room.people[0], room.tables[1]});
  REQUIRE(view_me(room.state, room.people[0]).review->written.size() == 1);
  room.must(person(room.people[0]), room.mark(room.sample(0)[0], CommentKind::doubt));
  CHECK(view_me(room.state, room.people[0]).review->written.size() == 1);
  room.must(person(room.people[0]), WithdrawComment{room.state.comments.rbegin()->first});
  CHECK(view_me(room.state, room.people[0]).review->written.empty());
}

TEST_CASE("an undone start is forgotten while nobody has said anything") {
  Alone room;
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.samples.empty());
  room.start("alone");
  room.must(person(room.people[0]), room.mark(room.sample(0)[0]));
  const std::vector<IdeaId> read = room.sample(0);
  room.must(facilitator(), UndoTransition{});
  room.start("alone");
  CHECK(room.sample(0) == read);
}

TEST_CASE("what a person reads is on their own screen alone, and leaves with the step") {
  Alone room;
  const auto review = view_me(room.state, room.people[0]).review;
  REQUIRE(review.has_value());
  CHECK(review->texts.size() == 3);
  CHECK(view_step(room.state).alone);
  CHECK(view_table(room.state, room.tables[0]).review->texts.empty());
  room.must(facilitator(), EndStep{"alone"});
  CHECK(view_me(room.state, room.people[0]).review->texts.empty());
}

TEST_CASE("a person marks what they received, changes their mind, and nobody at their table sees it") {
  Alone room;
  const IdeaId idea = room.sample(0)[0];
  room.must(person(room.people[0]), room.mark(idea));
  room.must(person(room.people[0]), room.mark(idea, CommentKind::doubt));
  REQUIRE(view_me(room.state, room.people[0]).review->written.size() == 1);
  CHECK(view_me(room.state, room.people[0]).review->written[0].kind == CommentKind::doubt);
  CHECK(view_me(room.state, room.people[2]).review->written.empty());
  CHECK(view_table(room.state, room.tables[0]).review->written.empty());
  const CommentId comment = room.state.comments.rbegin()->first;
  CHECK(refusal_of(room, person(room.people[2]), WithdrawComment{comment}).code == Code::not_found);
  room.must(person(room.people[0]), WithdrawComment{comment});
  CHECK(view_me(room.state, room.people[0]).review->written.empty());
}

TEST_CASE("nobody marks what others received, and a table's screen marks nothing") {
  Alone room;
  const IdeaId of_others = room.sample(2)[0];
  CHECK(refusal_of(room, person(room.people[0]), room.mark(of_others)).code == Code::not_allowed);
  CHECK(refusal_of(room, screen(room.tables[0]), room.mark(room.sample(0)[0])).code == Code::not_allowed);
}

TEST_CASE("who comes later receives what was least read, and who comes back keeps theirs") {
  Alone room;
  const std::vector<IdeaId> before = room.sample(0);
  const PersonId late = room.arrive(room.tables[0]);
  REQUIRE(room.state.samples.at("alone").contains(late));
  CHECK(room.state.samples.at("alone").at(late).size() == 3);
  room.must(facilitator(), SetGone{room.people[0], true});
  room.must(facilitator(), SetGone{room.people[0], false});
  CHECK(room.sample(0) == before);
  const PersonId unseated = room.arrive();
  CHECK_FALSE(room.state.samples.at("alone").contains(unseated));
  room.must(facilitator(), SeatPerson{unseated, room.tables[1]});
  CHECK(room.state.samples.at("alone").contains(unseated));
}

}  // namespace sample_test
