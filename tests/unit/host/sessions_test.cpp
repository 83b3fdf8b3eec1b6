#include "host/sessions.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/limits.h"

namespace sessions_test {

using namespace tablee;
using host::Audience;
using host::ConnectionId;
using host::Sessions;

namespace {

core::Subject person(std::uint32_t id) {
  return {core::Role::participant, PersonId{id}, {}};
}

Audience sorted(Audience audience) {
  std::sort(audience.begin(), audience.end());
  return audience;
}

}  // namespace

TEST_CASE("a seated connection is in its audiences, and in none after it left") {
  Sessions sessions;
  const ConnectionId ann = *sessions.open("a", 0);
  const ConnectionId screen = *sessions.open("b", 0);
  const ConnectionId console = *sessions.open("c", 0);
  CHECK(sessions.everyone().empty());
  sessions.seat(ann, person(1), TableId{4});
  sessions.seat(screen, {core::Role::table, {}, TableId{4}}, TableId{4});
  sessions.seat(console, {core::Role::facilitator, {}, {}}, {});
  CHECK(sorted(sessions.everyone()) == Audience{ann, screen, console});
  CHECK(sorted(sessions.of_table(TableId{4})) == Audience{ann, screen});
  CHECK(sessions.of_person(PersonId{1}) == Audience{ann});
  CHECK(sessions.consoles() == Audience{console});
  CHECK(sessions.of_table(TableId{5}).empty());

  sessions.leave(ann);
  sessions.leave(ann);
  CHECK(sorted(sessions.everyone()) == Audience{screen, console});
  CHECK(sessions.of_table(TableId{4}) == Audience{screen});
  CHECK(sessions.of_person(PersonId{1}).empty());
}

TEST_CASE("presence names people and tables with a screen, each once, and changes when somebody comes or goes") {
  Sessions sessions;
  const ConnectionId first = *sessions.open("a", 0);
  const ConnectionId second = *sessions.open("a", 0);
  const ConnectionId screen = *sessions.open("a", 0);
  sessions.seat(first, person(3), {});
  sessions.seat(second, person(3), {});
  sessions.seat(screen, {core::Role::table, {}, TableId{2}}, TableId{2});
  CHECK(sessions.presence().people == std::vector<PersonId>{PersonId{3}});
  CHECK(sessions.presence().table_screens == std::vector<TableId>{TableId{2}});
  const std::uint64_t before = sessions.moves();
  sessions.close(first);
  CHECK(sessions.moves() != before);
  CHECK(sessions.presence().people.size() == 1);
  sessions.close(second);
  sessions.close(screen);
  CHECK(sessions.presence().people.empty());
  CHECK(sessions.presence().table_screens.empty());
}

TEST_CASE("moving a person moves every screen of theirs, and nobody else's") {
  Sessions sessions;
  const ConnectionId one = *sessions.open("a", 0);
  const ConnectionId two = *sessions.open("a", 0);
  const ConnectionId other = *sessions.open("a", 0);
  sessions.seat(one, person(1), TableId{1});
  sessions.seat(two, person(1), TableId{1});
  sessions.seat(other, person(2), TableId{1});
  CHECK(sorted(sessions.move(PersonId{1}, TableId{2})) == Audience{one, two});
  CHECK(sessions.of_table(TableId{1}) == Audience{other});
  CHECK(sorted(sessions.of_table(TableId{2})) == Audience{one, two});
  CHECK(sessions.move(PersonId{1}, TableId{2}).empty());
  CHECK(sessions.move(PersonId{1}, TableId{}).size() == 2);
  CHECK(sessions.of_table(TableId{2}).empty());
}

TEST_CASE("there are as many places as the bound, and a slot given again is another generation") {
  Sessions sessions;
  for (std::int64_t i = 0; i < limits::connections_max; ++i) {
    REQUIRE(sessions.open("a", 0));
  }
  CHECK_FALSE(sessions.open("a", 0));
  const std::uint32_t before = sessions.at(17).generation;
  sessions.at(17).outbox.put(0, std::make_shared<const std::string>("for somebody else"));
  sessions.close(17);
  CHECK_FALSE(sessions.is_open(17));
  CHECK(sessions.open("b", 0) == std::optional<ConnectionId>(17));
  CHECK(sessions.at(17).generation != before);
  CHECK(sessions.at(17).outbox.empty());
}

}  // namespace sessions_test
