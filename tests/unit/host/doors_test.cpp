#include "host/doors.h"

#include <doctest/doctest.h>

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
