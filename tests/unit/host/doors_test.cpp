#include "host/doors.h"

#include <doctest/doctest.h>

namespace doors_test {

using namespace tablee;
using host::Doors;
using host::looks_like_token;

namespace {

core::Card card(std::uint32_t person, std::uint32_t table, const char* code, char token_digit) {
  return {PersonId{person}, TableId{table}, "", code, std::string(32, token_digit)};
}

}  // namespace

TEST_CASE("cards of the state open their doors, each by its own role") {
  core::State state;
  state.facilitator = card(0, 0, "", 'a');
  state.cards[PersonId{1}] = card(1, 0, "AAAAAAAA", 'b');
  state.table_cards[TableId{2}] = card(0, 2, "CCCCCCCC", 'c');
  const Doors doors(state);
  CHECK(doors.by_token(std::string(32, 'a'))->role == core::Role::facilitator);
  CHECK(doors.by_token(std::string(32, 'b')) == core::Subject{core::Role::participant, PersonId{1}, {}});
  CHECK(doors.by_code("CCCCCCCC") == core::Subject{core::Role::table, {}, TableId{2}});
  CHECK_FALSE(doors.by_code("DDDDDDDD"));
  CHECK_FALSE(doors.by_token(std::string(32, 'd')));
  CHECK_FALSE(doors.by_code(""));  // the facilitator's empty code is no code
  CHECK_FALSE(doors.by_token(""));
}

TEST_CASE("an atelier not yet opened has no door at all") {
  const Doors doors{core::State{}};
  CHECK_FALSE(doors.by_token(""));
  CHECK_FALSE(doors.by_code(""));
}

TEST_CASE("a token is 32 lower-case hexadecimal digits") {
  CHECK(looks_like_token("0123456789abcdef0123456789abcdef"));
  CHECK_FALSE(looks_like_token("0123456789abcdef0123456789abcde"));
  CHECK_FALSE(looks_like_token("0123456789abcdef0123456789abcdef0"));
  CHECK_FALSE(looks_like_token("0123456789ABCDEF0123456789ABCDEF"));
  CHECK_FALSE(looks_like_token("0123456789abcdeg0123456789abcdef"));
}

TEST_CASE("[access J1] four digits are a number of a card, and open it until its person arrives or goes") {
  CHECK(host::door_number("0001") == 1);
  CHECK(host::door_number("1728") == 1728);
  for (const char* not_one : {"", "1", "0000", "1729", "9999", "00001", "000a", "+001", " 001"}) {
    CHECK_FALSE(host::door_number(not_one));
  }
  CHECK(host::after_door("door:0417") == "0417");
  CHECK_FALSE(host::after_door("DOORACDE"));
  core::State state;
  core::Card numbered = card(1, 0, "AAAAAAAA", 'b');
  numbered.door_number = 417;
  state.cards[PersonId{1}] = numbered;
  state.people[PersonId{1}];
  Doors doors(state);
  CHECK(doors.by_number(417) == PersonId{1});
  CHECK_FALSE(doors.by_number(418));
  CHECK(host::door_open(state, PersonId{1}));
  state.people[PersonId{1}].arrived_at = 1;
  CHECK_FALSE(host::door_open(state, PersonId{1}));
  core::Card fresh = card(1, 0, "CCCCCCCC", 'c');
  fresh.door_number = 418;
  doors.set(fresh, &numbered);
  CHECK_FALSE(doors.by_number(417));
  CHECK(doors.by_number(418) == PersonId{1});
}

}  // namespace doors_test
