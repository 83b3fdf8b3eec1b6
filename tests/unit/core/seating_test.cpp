#include "core/seating.h"

#include <doctest/doctest.h>

#include <map>

#include "unit/core/world.h"

namespace seating_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Scenario with_tables(const std::string& id, Grouping grouping) {
  Scenario scenario = small_scenario();
  for (Step& step : scenario.steps) {
    if (step.id == id) {
      step.tables = grouping;
    }
  }
  return scenario;
}

Grouping rotation(std::int64_t shift, bool host) {
  return Grouping{Seating::rotate, std::nullopt, shift, host};
}

// Three tables of two.
struct Cafe {
  explicit Cafe(Scenario scenario) : room(std::move(scenario)) {
    for (int table = 0; table < 3; ++table) {
      tables.push_back(room.add_table());
    }
    for (const TableId table : tables) {
      people.push_back(room.arrive(table));
      people.push_back(room.arrive(table));
    }
  }
  TableId seat(std::size_t person) const { return *room.state.people.at(people[person]).table; }
  Room room;
  std::vector<TableId> tables;
  std::vector<PersonId> people;
};

}  // namespace

TEST_CASE("in a rotation everyone goes to the next table, round the room") {
  Cafe cafe(with_tables("break", rotation(1, false)));
  cafe.room.start("break");
  CHECK(cafe.seat(0) == cafe.tables[1]);
  CHECK(cafe.seat(1) == cafe.tables[1]);
  CHECK(cafe.seat(2) == cafe.tables[2]);
  CHECK(cafe.seat(5) == cafe.tables[0]);
}

TEST_CASE("a host stays, and stays again in the next round") {
  Scenario scenario = with_tables("break", rotation(1, true));
  scenario.steps[4].tables = rotation(1, true);
  Cafe cafe(scenario);
  cafe.room.start("break");
  CHECK(cafe.seat(0) == cafe.tables[0]);
  CHECK(cafe.seat(1) == cafe.tables[1]);
  cafe.room.start("cluster");
  CHECK(cafe.seat(0) == cafe.tables[0]);
  CHECK(cafe.seat(1) == cafe.tables[2]);
  CHECK(cafe.seat(4) == cafe.tables[2]);
}

TEST_CASE("when the host has left, another of the table stays") {
  Scenario scenario = with_tables("break", rotation(1, true));
  scenario.steps[4].tables = rotation(1, true);
  Cafe cafe(scenario);
  cafe.room.start("break");
  cafe.room.must(facilitator(), SetGone{cafe.people[0], true});
  cafe.room.start("cluster");
  CHECK(cafe.seat(5) == cafe.tables[0]);
}

TEST_CASE("a step gone back to gives everyone their seat back, and a step that runs again moves nobody") {
  Cafe cafe(with_tables("break", rotation(1, false)));
  cafe.room.start("break");
  cafe.room.must(facilitator(), UndoTransition{});
  CHECK(cafe.seat(0) == cafe.tables[0]);
  cafe.room.start("break");
  CHECK(cafe.seat(0) == cafe.tables[1]);
  cafe.room.start("cluster");
  cafe.room.start("break");
  CHECK(cafe.seat(0) == cafe.tables[1]);
}

TEST_CASE("mix deals everyone present evenly, and leaves the others where they are") {
  Cafe cafe(with_tables("break", Grouping{Seating::mix, std::nullopt, std::nullopt, std::nullopt}));
  const PersonId absent = cafe.room.add_person(cafe.tables[0]);
  const Decision decision = cafe.room.start("break");
  CHECK(the<TablesDealt>(decision).seats.size() == 6);
  CHECK(cafe.room.state.people.at(absent).table == cafe.tables[0]);
  std::map<TableId, int> taken;
  for (std::size_t i = 0; i < 6; ++i) {
    ++taken[cafe.seat(i)];
  }
  for (const TableId table : cafe.tables) {
    CHECK(taken[table] == 2);
  }
}

TEST_CASE("after a welcome that mixes, those who came and have no seat are dealt; nobody who has one moves") {
  Cafe cafe(with_tables("welcome", Grouping{Seating::mix, std::nullopt, std::nullopt, std::nullopt}));
  cafe.room.start("welcome");
  const PersonId late = cafe.room.arrive();
  CHECK_FALSE(cafe.room.state.people.at(late).table);
  cafe.room.start("present");
  CHECK(cafe.room.state.people.at(late).table.has_value());
  CHECK(cafe.seat(0) == cafe.tables[0]);
  CHECK(cafe.room.state.run.step == "present");
}

TEST_CASE("a step that moves people is prepared as any other") {
  Cafe cafe(with_tables("draft", rotation(1, false)));
  cafe.room.start("draft");
  CHECK(cafe.room.state.articles.size() == 3);
}

}  // namespace seating_test
