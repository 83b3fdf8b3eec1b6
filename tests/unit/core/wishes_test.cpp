#include "core/wishes.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/view.h"
#include "unit/core/world.h"

namespace wishes_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

// The ranking keeps two of three clusters; then `wish` asks, where there is one, and `draft` writes.
Scenario scenario_by_wish(bool asked_in_a_step) {
  Scenario scenario = small_scenario();
  const Grouping wish{Seating::wish, 2, std::nullopt, std::nullopt};
  Step& draft = scenario.steps[6];
  draft.reads->at(0).distribution = Distribution::wish;
  if (!asked_in_a_step) {
    draft.tables = wish;
    return scenario;
  }
  scenario.stores.push_back(Store{"wishes", StoreObject::wish});
  Step step = make_step("wish", StepKind::rank, TimerMode::soft, 10, 12);
  step.reads = {Read{"clusters"}};
  step.writes = {writes_to("wishes")};
  step.tables = wish;
  scenario.steps.insert(scenario.steps.begin() + 6, step);
  return scenario;
}

struct Choosers : Room {
  explicit Choosers(bool asked_in_a_step, std::size_t tables_wanted = 2, std::size_t people_wanted = 5)
      : Room(scenario_by_wish(asked_in_a_step)) {
    for (std::size_t i = 0; i < tables_wanted; ++i) {
      tables.push_back(add_table());
    }
    for (std::size_t i = 0; i < people_wanted; ++i) {
      people.push_back(arrive(tables[0]));
    }
    start("write");
    write_idea(people[0], "a ramp");
    write_idea(people[0], "a bus");
    write_idea(people[1], "a coach");
    start("cluster");
    add_cluster("Entering", {IdeaId{1}});
    add_cluster("Coming", {IdeaId{2}});
    add_cluster("Playing", {IdeaId{3}});
    start("rank");
    CHECK_FALSE(seen_by(0).has_value());  // nobody wishes among what is being ranked
    must(person(people[0]), CastPoints{PollId{1}, ballot_key(1), {{coming, 2}, {entering, 1}}});
    must(facilitator(), ClosePoll{PollId{1}});
  }
  void publish() { must(facilitator(), PublishPoll{PollId{1}}); }
  void wish(std::size_t who, const std::string& step, std::vector<ClusterId> clusters) {
    must(person(people[who]), SetWishes{step, std::move(clusters)});
  }
  std::optional<WishesView> seen_by(std::size_t who) const { return view_me(state, people[who]).wishes; }
  TableId seat(std::size_t who) const { return *state.people.at(people[who]).table; }
  std::size_t people_at(TableId table) const {
    std::size_t count = 0;
    for (const PersonId id : people) {
      count += state.people.at(id).table == table ? 1U : 0U;
    }
    return count;
  }

  ClusterId entering{1}, coming{2}, playing{3};
  std::vector<TableId> tables;
  std::vector<PersonId> people;
};

}  // namespace

TEST_CASE("subjects are asked for once the room knows them, the best ranked first") {
  Choosers room(false);
  CHECK_FALSE(room.seen_by(0).has_value());
  CHECK(refusal_of(room, person(room.people[0]), SetWishes{"draft", {room.coming}}).code == Code::wrong_step);
  room.publish();
  REQUIRE(room.seen_by(0).has_value());
  const WishesView view = *room.seen_by(0);
  CHECK(view.step == "draft");
  CHECK(view.max == 2);
  REQUIRE(view.subjects.size() == 2);
  CHECK(view.subjects[0].title == "Coming");
  CHECK(view.subjects[1].title == "Entering");
  CHECK_FALSE(view.chosen.has_value());
}

TEST_CASE("a step that asks for wishes has no poll, and asks while it runs") {
  Choosers room(true);
  room.publish();
  CHECK_FALSE(room.seen_by(0).has_value());
  room.start("wish");
  CHECK(view_vote(room.state).polls.size() == 1);
  CHECK(room.seen_by(0).has_value());
  room.wish(0, "wish", {room.entering});
  CHECK(view_tally(room.state).wishes == 1);
  room.must(facilitator(), EndStep{"wish"});
  CHECK_FALSE(room.seen_by(0).has_value());
}

TEST_CASE("wishes are a person's own, of subjects there are, no more than the programme asks for") {
  Choosers room(false);
  room.publish();
  room.wish(0, "draft", {room.coming, room.entering});
  CHECK(room.seen_by(0)->chosen == std::vector<ClusterId>{room.coming, room.entering});
  CHECK_FALSE(room.seen_by(1)->chosen.has_value());
  room.wish(0, "draft", {});
  CHECK(room.seen_by(0)->chosen == std::vector<ClusterId>{});
  const auto refused = [&](std::vector<ClusterId> clusters) {
    return refusal_of(room, person(room.people[1]), SetWishes{"draft", std::move(clusters)}).code;
  };
  CHECK(refused({room.coming, room.coming}) == Code::out_of_range);
  CHECK(refused({room.playing}) == Code::not_found);
  CHECK(refused({room.coming, room.entering, room.playing}) == Code::too_many);
  CHECK(refusal_of(room, person(room.people[1]), SetWishes{"vote", {}}).code == Code::wrong_step);
  // The same again changes nothing.
  CHECK(room.must(person(room.people[0]), SetWishes{"draft", {}}).events.empty());
}

TEST_CASE("tables are composed when the step starts: each has a subject, and its article is about it") {
  Choosers room(false);
  room.publish();
  room.wish(0, "draft", {room.entering});
  room.wish(1, "draft", {room.entering, room.coming});
  room.wish(2, "draft", {room.coming});
  room.start("draft");
  CHECK(room.state.subjects.at(room.tables[0]) == room.coming);
  CHECK(room.state.subjects.at(room.tables[1]) == room.entering);
  CHECK(room.seat(0) == room.tables[1]);
  CHECK(room.seat(1) == room.tables[1]);
  CHECK(room.seat(2) == room.tables[0]);
  CHECK(room.people_at(room.tables[0]) + room.people_at(room.tables[1]) == 5);
  CHECK(room.people_at(room.tables[1]) == 3);  // the most wished takes the fifth
  CHECK(view_table(room.state, room.tables[1]).article->subject == "Entering");
  CHECK(view_table(room.state, room.tables[1]).article->proposed_sources.size() == 1);
}

TEST_CASE("when all want the same, every table keeps its share, and lots decide") {
  Choosers room(false, 2, 6);
  room.publish();
  for (std::size_t i = 0; i < 6; ++i) {
    room.wish(i, "draft", {room.entering});
  }
  room.start("draft");
  CHECK(room.people_at(room.tables[0]) == 3);
  CHECK(room.people_at(room.tables[1]) == 3);
}

TEST_CASE("more tables than subjects: the most wished subject has several") {
  Choosers room(false, 3, 6);
  room.publish();
  for (std::size_t i = 0; i < 4; ++i) {
    room.wish(i, "draft", {room.entering});
  }
  room.start("draft");
  std::size_t about_entering = 0;
  for (const auto& [table, subject] : room.state.subjects) {
    about_entering += subject == room.entering ? 1U : 0U;
  }
  CHECK(about_entering == 2);
}

TEST_CASE("nobody said anything: subjects and people are still spread over all tables") {
  Choosers room(false, 4, 6);
  room.publish();
  room.start("draft");
  std::map<ClusterId, int> tables_of;
  for (const auto& [table, subject] : room.state.subjects) {
    ++tables_of[subject];
  }
  CHECK(tables_of == std::map<ClusterId, int>{{room.entering, 2}, {room.coming, 2}});
  for (const TableId table : room.tables) {
    CHECK(room.people_at(table) >= 1);
  }
}

TEST_CASE("a subject merged into another since is wished as the other") {
  Choosers room(false);
  room.publish();
  room.wish(0, "draft", {room.coming, room.entering});
  room.must(facilitator(), MergeClusters{room.entering, room.coming});
  CHECK(room.seen_by(0)->subjects.size() == 1);
  CHECK(room.seen_by(0)->chosen == std::vector<ClusterId>{room.coming});
}

TEST_CASE("after an undone start a table that has its article keeps its subject") {
  Choosers room(false, 3, 6);
  room.publish();
  room.wish(0, "draft", {room.coming});
  room.start("draft");
  const auto before = room.state.subjects;
  room.must(facilitator(), UndoTransition{});
  room.wish(0, "draft", {room.entering});
  room.wish(1, "draft", {room.entering});
  room.start("draft");
  CHECK(room.state.subjects == before);
}

TEST_CASE("a night before the step that is composed by wishes is time to wish") {
  Choosers room(false);
  for (Step& step : room.state.scenario.steps) {
    if (step.id == "break") {
      step.rest = Rest::night;
    }
  }
  auto& steps = room.state.scenario.steps;
  std::rotate(steps.begin() + 3, steps.begin() + 4, steps.begin() + 6);  // break between rank and draft
  room.publish();
  room.start("break");
  room.wish(0, "draft", {room.entering});
  CHECK(room.seen_by(0)->chosen.has_value());
}

TEST_CASE("asked in a step of their own, wishes are carried out when the next one starts") {
  Choosers room(true);
  room.publish();
  room.start("wish");
  room.wish(3, "wish", {room.entering});
  room.start("draft");
  CHECK(room.seat(3) == room.tables[1]);
  CHECK(view_table(room.state, room.tables[1]).article->subject == "Entering");
}

TEST_CASE("an undone start gives seats and subjects back; started again it composes tables anew") {
  Choosers room(false);
  room.publish();
  room.wish(4, "draft", {room.entering});
  room.start("draft");
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.subjects.empty());
  CHECK(room.seat(4) == room.tables[0]);
  room.wish(4, "draft", {room.coming});
  room.start("draft");
  CHECK(room.seat(4) == room.tables[0]);
  // A step that runs a second time moves nobody.
  room.must(facilitator(), SeatPerson{room.people[4], room.tables[1]});
  room.start("vote");
  room.start("draft");
  CHECK(room.seat(4) == room.tables[1]);
}

}  // namespace wishes_test
