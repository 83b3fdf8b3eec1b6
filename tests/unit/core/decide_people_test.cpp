#include <set>

#include "unit/core/world.h"

namespace decide_people_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Code code_of(Room& room, const Command& command) {
  return refusal_of(room, facilitator(), command).code;
}

std::map<TableId, int> sizes(const Room& room) {
  std::map<TableId, int> sizes;
  for (const auto& [id, person] : room.state.people) {
    if (person.table && !person.gone) {
      ++sizes[*person.table];
    }
  }
  return sizes;
}

Result<Decision> join(Room& room, TableId table, const std::string& name) {
  auto decision = decide_join(room.state, room.envelope(Subject{}, 0), JoinTable{table, name});
  if (decision) {
    room.take(Stamp{room.now, Subject{}, "", 0}, *decision);
  }
  return decision;
}

}  // namespace

TEST_CASE("a new atelier gives the facilitator a token, once") {
  Room room;
  CHECK(room.state.facilitator.token.size() == 32);
  CHECK(room.state.facilitator.code.empty());
  CHECK(room.state.opened_at == room.now);
  CHECK(room.state.scenario_sha256 == std::string(64, 'a'));
  CHECK(decide_open(room.state, room.envelope(Subject{}, 0), OpenAtelier{}).error().code == Code::wrong_state);
}

TEST_CASE("every table and person gets a card of their own") {
  Room room;
  const TableId table = room.add_table(" Table \n bleue ");
  CHECK(room.state.tables.at(table).title == "Table   bleue");
  CHECK(room.state.table_cards.at(table).code.size() == code_length);
  room.must(facilitator(), AddPeople{{{"=Anna", table}, {"", std::nullopt}, {"Chloé", table}}});
  REQUIRE(room.state.people.size() == 3);
  CHECK(room.state.cards.at(PersonId{1}).display_name == "Anna");
  CHECK(room.state.people.at(PersonId{3}).table == table);
  CHECK_FALSE(room.state.people.at(PersonId{2}).table.has_value());
  std::set<std::string> secrets{room.state.facilitator.token};
  for (const auto& [id, card] : room.state.cards) {
    secrets.insert(card.code);
    secrets.insert(card.token);
  }
  secrets.insert(room.state.table_cards.at(table).code);
  secrets.insert(room.state.table_cards.at(table).token);
  CHECK(secrets.size() == 9);
}

TEST_CASE("a code that is already on a card is drawn again") {
  Room room;
  Envelope envelope = room.envelope(facilitator(), 1);
  auto first = decide(room.state, envelope, AddTable{});
  room.take(Stamp{room.now, facilitator(), "a", 1}, *first);
  const auto second = decide(room.state, envelope, AddTable{});
  const Card& one = std::get<Card>(first->records.at(0));
  const Card& other = std::get<Card>(second->records.at(0));
  CHECK(one.code != other.code);
}

TEST_CASE("the journal holds no name") {
  Room room;
  const Decision added = room.must(facilitator(), AddPeople{{{"Anna", std::nullopt}}});
  CHECK(added.events.size() == 1);
  const Decision renamed = room.must(facilitator(), RenamePerson{PersonId{1}, "Anne"});
  CHECK(renamed.events.empty());
  CHECK(room.state.cards.at(PersonId{1}).display_name == "Anne");
  CHECK(room.state.cards.at(PersonId{1}).code == std::get<Card>(added.records.at(0)).code);
}

TEST_CASE("the list of people holds two thousand and not one more") {
  Room room;
  for (int i = 0; i < 4; ++i) {
    room.must(facilitator(), AddPeople{std::vector<NewPerson>(i == 3 ? 499 : 500)});
  }
  CHECK(code_of(room, AddPeople{std::vector<NewPerson>(2)}) == Code::too_many);
  room.must(facilitator(), AddPeople{std::vector<NewPerson>(1)});
  CHECK(code_of(room, AddPeople{std::vector<NewPerson>(1)}) == Code::too_many);
}

TEST_CASE("the room holds a hundred tables and not one more") {
  Room room;
  for (std::int64_t i = 0; i < limits::tables_max; ++i) {
    room.add_table();
  }
  CHECK(code_of(room, AddTable{}) == Code::too_many);
  room.must(facilitator(), RemoveTable{TableId{1}});
  CHECK(room.add_table() == TableId{101});
}

TEST_CASE("what is not there is not found") {
  Room room;
  const PersonId citizen = room.add_person();
  CHECK(code_of(room, AddPeople{{{"", TableId{9}}}}) == Code::not_found);
  CHECK(code_of(room, SeatPerson{citizen, TableId{9}}) == Code::not_found);
  CHECK(code_of(room, SeatPerson{PersonId{9}, std::nullopt}) == Code::not_found);
  CHECK(code_of(room, RenamePerson{PersonId{9}, ""}) == Code::not_found);
  CHECK(code_of(room, SetGone{PersonId{9}, true}) == Code::not_found);
  CHECK(code_of(room, ReplaceCard{PersonId{9}}) == Code::not_found);
  CHECK(code_of(room, RenameTable{TableId{9}, ""}) == Code::not_found);
  CHECK(code_of(room, RemoveTable{TableId{9}}) == Code::not_found);
}

TEST_CASE("people are seated, moved and unseated") {
  Room room;
  const TableId table = room.add_table();
  const PersonId citizen = room.add_person();
  room.must(facilitator(), SeatPerson{citizen, table});
  CHECK(room.state.people.at(citizen).table == table);
  CHECK(room.must(facilitator(), SeatPerson{citizen, table}).events.empty());
  room.must(facilitator(), SeatPerson{citizen, std::nullopt});
  CHECK_FALSE(room.state.people.at(citizen).table.has_value());
}

TEST_CASE("a table is renamed, and removed when it is empty and wrote nothing") {
  Room room;
  const TableId table = room.add_table();
  room.must(facilitator(), RenameTable{table, "Nord"});
  CHECK(room.state.tables.at(table).title == "Nord");
  CHECK(room.must(facilitator(), RenameTable{table, "Nord"}).events.empty());
  const PersonId citizen = room.add_person(table);
  CHECK(code_of(room, RemoveTable{table}) == Code::wrong_state);
  room.must(facilitator(), SetGone{citizen, true});
  room.must(facilitator(), RemoveTable{table});
  CHECK(room.state.tables.at(table).removed);
  CHECK_FALSE(room.state.people.at(citizen).table.has_value());
  CHECK(code_of(room, RenameTable{table, "Sud"}) == Code::not_found);
  CHECK(code_of(room, SeatPerson{citizen, table}) == Code::not_found);
  const TableId writer = room.add_table();
  room.start("draft");
  CHECK(code_of(room, RemoveTable{writer}) == Code::wrong_state);
}

TEST_CASE("people are present from their first hello until they are gone") {
  Room room;
  const PersonId citizen = room.add_person();
  CHECK(people_present(room.state) == 0);
  auto arrived = decide_arrive(room.state, room.envelope(Subject{}, 0), Arrive{citizen});
  room.take(Stamp{room.now, Subject{}, "", 0}, *arrived);
  CHECK(people_present(room.state) == 1);
  CHECK(decide_arrive(room.state, room.envelope(Subject{}, 0), Arrive{citizen})->events.empty());
  room.must(facilitator(), SetGone{citizen, true});
  CHECK(people_present(room.state) == 0);
  CHECK(decide_arrive(room.state, room.envelope(Subject{}, 0), Arrive{citizen}).error().code == Code::not_allowed);
  CHECK(decide_arrive(room.state, room.envelope(Subject{}, 0), Arrive{PersonId{9}}).error().code == Code::not_found);
  room.must(facilitator(), SetGone{citizen, false});
  CHECK(people_present(room.state) == 1);
}

TEST_CASE("a replaced card keeps the name and nothing else") {
  Room room;
  const PersonId citizen = room.add_person(std::nullopt, "Anna");
  const Card before = room.state.cards.at(citizen);
  CHECK(count_of<CardReplaced>(room.must(facilitator(), ReplaceCard{citizen})) == 1);
  const Card& after = room.state.cards.at(citizen);
  CHECK(after.display_name == "Anna");
  CHECK(after.code != before.code);
  CHECK(after.token != before.token);
}

TEST_CASE("walk-ins fill a table up to its last seat") {
  Room room;
  const TableId table = room.add_table();
  const TableId other = room.add_table();
  for (int i = 0; i < 3; ++i) {
    room.add_person(table);
  }
  const auto joined = join(room, table, " Zoé ");
  REQUIRE(joined.has_value());
  CHECK(std::get<Card>(joined->records.back()).display_name == "Zoé");
  CHECK(the<PersonAdded>(*joined).table == table);
  CHECK(join(room, table, "Max").error() == Refusal{Code::too_many, "table", "every seat at this table is taken"});
  CHECK(join(room, other, "Max").has_value());
  CHECK(join(room, TableId{9}, "Max").error().code == Code::not_found);
  room.must(facilitator(), SetGone{PersonId{1}, true});
  CHECK(join(room, table, "Max").has_value());
  room.add_person(table);
  CHECK(sizes(room)[table] == 5);
}

TEST_CASE("everyone is dealt evenly, and the draw can be done again from its seed") {
  Room room;
  for (int i = 0; i < 3; ++i) {
    room.add_table();
  }
  room.must(facilitator(), AddPeople{std::vector<NewPerson>(11, NewPerson{"", TableId{1}})});
  room.must(facilitator(), SetGone{PersonId{4}, true});
  const Decision decision = room.must(facilitator(), DealTables{true});
  const auto& dealt = the<TablesDealt>(decision);
  CHECK(dealt.algorithm == "splitmix64+fisher-yates/1");
  CHECK(dealt.seats.size() == 10);
  CHECK(sizes(room) == std::map<TableId, int>{{TableId{1}, 4}, {TableId{2}, 3}, {TableId{3}, 3}});
  std::vector<PersonId> people;
  for (std::uint32_t i = 1; i <= 11; ++i) {
    if (i != 4) {
      people.push_back(PersonId{i});
    }
  }
  Rng(std::stoull(dealt.seed)).shuffle(people);
  for (std::size_t i = 0; i < people.size(); ++i) {
    CHECK(dealt.seats[i].person == people[i]);
    CHECK(dealt.seats[i].table == TableId{static_cast<std::uint32_t>(i % 3 + 1)});
  }
}

TEST_CASE("people without a seat go to the emptiest tables") {
  Room room;
  CHECK(code_of(room, DealTables{true}) == Code::wrong_state);
  const TableId full = room.add_table();
  const TableId empty = room.add_table();
  for (int i = 0; i < 3; ++i) {
    room.add_person(full);
  }
  CHECK(room.must(facilitator(), DealTables{false}).events.empty());
  room.must(facilitator(), AddPeople{std::vector<NewPerson>(4)});
  room.must(facilitator(), DealTables{false});
  CHECK(sizes(room) == std::map<TableId, int>{{full, 4}, {empty, 3}});
  CHECK(room.state.people.at(PersonId{1}).table == full);
}

}  // namespace decide_people_test
