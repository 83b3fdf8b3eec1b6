#include "core/committee.h"

#include <doctest/doctest.h>

#include "core/view.h"
#include "unit/core/world.h"

namespace committee_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Scenario with_committee(Selection selection, std::int64_t size) {
  Scenario scenario = small_scenario();
  Step& pause = scenario.steps[3];
  Parallel parallel;
  parallel.title = words("Sorting");
  parallel.instruction = words("sort");
  parallel.audience.form = Form::committee;
  parallel.audience.size = size;
  parallel.audience.selection = selection;
  pause.parallel = parallel;
  return scenario;
}

// Two people, one idea each, and the break in which a committee sorts.
struct World {
  explicit World(Selection selection, std::int64_t size = 1) : room(with_committee(selection, size)) {
    const TableId table = room.add_table();
    ada = room.arrive(table);
    bob = room.arrive(table);
    room.start("write");
    hers = room.write_idea(ada, "a bench");
    his = room.write_idea(bob, "a ramp");
    room.start("break");
  }
  Room room;
  PersonId ada;
  PersonId bob;
  IdeaId hers;
  IdeaId his;
};

}  // namespace

TEST_CASE("the members of the committee sort from their tablets; nobody else does") {
  World w(Selection::facilitator);
  CHECK(refusal_of(w.room, person(w.ada), AddCluster{"Benches", {w.his}}).code == Code::not_allowed);
  w.room.must(facilitator(), SetCommittee{"break", {w.ada}});
  w.room.must(person(w.ada), AddCluster{"Benches", {w.hers}});
  w.room.must(person(w.ada), MoveIdea{w.his, ClusterId{1}});
  CHECK(refusal_of(w.room, person(w.bob), MoveIdea{w.hers, std::nullopt}).code == Code::not_allowed);
  CHECK(refusal_of(w.room, person(w.ada), DealTables{true}).code == Code::not_allowed);
  w.room.start("cluster");
  CHECK(refusal_of(w.room, person(w.ada), MoveIdea{w.his, std::nullopt}).code == Code::not_allowed);
}

TEST_CASE("only the members see what there is to sort, and only while they sort") {
  World w(Selection::facilitator);
  CHECK_FALSE(view_me(w.room.state, w.ada).committee);
  w.room.must(facilitator(), SetCommittee{"break", {w.ada}});
  const auto seen = view_me(w.room.state, w.ada).committee;
  REQUIRE(seen.has_value());
  CHECK(seen->member);
  CHECK(seen->ideas.size() == 2);
  CHECK_FALSE(view_me(w.room.state, w.bob).committee);
  w.room.start("rank");
  CHECK_FALSE(view_me(w.room.state, w.ada).committee);
}

TEST_CASE("volunteers come in as long as there is a place, and go out when they want") {
  World w(Selection::volunteers);
  CHECK(view_me(w.room.state, w.bob).committee->ideas.empty());
  w.room.must(person(w.ada), JoinCommittee{"break", true});
  CHECK(w.room.must(person(w.ada), JoinCommittee{"break", true}).events.empty());
  CHECK(refusal_of(w.room, person(w.bob), JoinCommittee{"break", true}).code == Code::too_many);
  w.room.must(person(w.ada), JoinCommittee{"break", false});
  w.room.must(person(w.bob), JoinCommittee{"break", true});
  CHECK(sorts(w.room.state, w.bob));
  CHECK(refusal_of(w.room, person(w.ada), JoinCommittee{"cluster", true}).code == Code::wrong_step);

  World closed(Selection::facilitator);
  CHECK(refusal_of(closed.room, person(closed.ada), JoinCommittee{"break", true}).code == Code::not_allowed);
}

TEST_CASE("a committee that is drawn is drawn when its step starts, among those present, once") {
  World w(Selection::draw, 1);
  CHECK(committee_now(w.room.state).size() == 1);
  const auto before = w.room.state.committees;
  w.room.start("cluster");
  w.room.start("break");
  CHECK(w.room.state.committees == before);
}

TEST_CASE("the lead forms a committee of people who are there, no larger than the programme says") {
  World w(Selection::draw, 1);
  w.room.must(facilitator(), SetCommittee{"break", {}});
  CHECK(committee_now(w.room.state).empty());
  CHECK(refusal_of(w.room, facilitator(), SetCommittee{"break", {w.ada, w.bob}}).code == Code::too_many);
  CHECK(refusal_of(w.room, facilitator(), SetCommittee{"break", {PersonId{99}}}).code == Code::not_found);
  CHECK(refusal_of(w.room, facilitator(), SetCommittee{"write", {w.ada}}).code == Code::wrong_step);
  CHECK(refusal_of(w.room, facilitator(), SetCommittee{"nowhere", {w.ada}}).code == Code::not_found);
}

TEST_CASE("an author contests the place of their idea; the team moves it, or says why it stays") {
  World w(Selection::facilitator);
  CHECK(refusal_of(w.room, person(w.ada), ContestPlace{w.hers, "not there"}).code == Code::wrong_state);
  w.room.start("cluster");
  w.room.must(facilitator(), AddCluster{"Ramps", {w.hers, w.his}});
  CHECK(refusal_of(w.room, person(w.ada), ContestPlace{w.his, "not there"}).code == Code::not_found);
  CHECK(refusal_of(w.room, person(w.ada), ContestPlace{w.hers, "  "}).field == "reason");
  CHECK(refusal_of(w.room, facilitator(), KeepPlace{w.hers, "why"}).code == Code::wrong_state);
  w.room.must(person(w.ada), ContestPlace{w.hers, "A bench is no ramp."});
  CHECK(view_sorting(w.room.state).ideas[0].contested == "A bench is no ramp.");
  w.room.must(facilitator(), KeepPlace{w.hers, "Both are ways in."});
  CHECK(view_mine(w.room.state, w.ada).ideas[0].place_kept == "Both are ways in.");
  CHECK(view_sorting(w.room.state).ideas[0].contested.empty());
  CHECK(refusal_of(w.room, facilitator(), KeepPlace{w.hers, "  "}).field == "reason");
  w.room.must(facilitator(), KeepPlace{w.hers, ""});
  CHECK(view_sorting(w.room.state).ideas[0].contested == "A bench is no ramp.");
  CHECK(view_mine(w.room.state, w.ada).ideas[0].place_kept.empty());
  w.room.must(facilitator(), KeepPlace{w.hers, "Both are ways in."});
  w.room.must(person(w.ada), ContestPlace{w.hers, "Still not."});
  w.room.must(facilitator(), AddCluster{"Benches", {}});
  w.room.must(facilitator(), MoveIdea{w.hers, ClusterId{2}});
  CHECK(view_mine(w.room.state, w.ada).ideas[0].contested.empty());
  CHECK(view_mine(w.room.state, w.ada).ideas[0].place_kept.empty());
}

}  // namespace committee_test
