// Settings under a person's card, and what the team is told of them.
#include <doctest/doctest.h>

#include "core/touch.h"
#include "core/view.h"
#include "unit/core/world.h"

namespace profile_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Profile with_headphones() {
  Profile profile;
  profile.headphones = true;
  profile.text_px = 32;
  return profile;
}

std::int64_t counted(const NeedsView& view, std::optional<TableId> table, Need need) {
  for (const NeedCount& count : view.counts) {
    if (count.table == table && count.need == need) {
      return count.people;
    }
  }
  return 0;
}

}  // namespace

TEST_CASE("[access J4] settings are kept under the person's card, and the usual ones are not kept at all") {
  Room room;
  const PersonId anna = room.arrive();
  CHECK_FALSE(view_me(room.state, anna).profile.has_value());
  CHECK(room.must(person(anna), SetProfile{Profile{}}).records.empty());
  const Decision kept = room.must(person(anna), SetProfile{with_headphones()});
  CHECK(kept.events.empty());
  REQUIRE(kept.records.size() == 1);
  CHECK(record_key(kept.records[0]) == "1");
  CHECK(view_me(room.state, anna).profile == with_headphones());
  CHECK(room.must(person(anna), SetProfile{with_headphones()}).records.empty());
  const Decision usual = room.must(person(anna), SetProfile{Profile{}});
  REQUIRE(usual.records.size() == 1);
  CHECK(is_erased(usual.records[0]));
  CHECK(room.state.profiles.empty());
}

TEST_CASE("settings are erased when the avis is sealed, and are then the tablet's alone") {
  Room room;
  const PersonId anna = room.arrive(room.add_table());
  room.must(person(anna), SetProfile{with_headphones()});
  room.start("hand_over");
  CHECK(room.state.sealed_at != 0);
  CHECK(room.state.profiles.empty());
  CHECK(refusal_of(room, person(anna), SetProfile{with_headphones()}).code == Code::wrong_state);
}

TEST_CASE("nobody else's screen has anything of a person's settings") {
  Room room;
  const TableId table = room.add_table();
  const PersonId anna = room.arrive(table);
  const PersonId bob = room.arrive(table);
  room.must(person(anna), SetProfile{with_headphones()});
  CHECK_FALSE(view_me(room.state, bob).profile.has_value());
  Touched touched;
  touch(room.state, Record{KeptProfile{anna, with_headphones()}}, touched);
  CHECK(touched.seats == std::set<PersonId>{anna});
  CHECK(touched.people.empty());
  CHECK(touched.tables.empty());
}

TEST_CASE("the team is told what to prepare at a table, and where few people sit only in the room") {
  Room room;
  const TableId red = room.add_table("Red");
  const TableId blue = room.add_table("Blue");
  std::vector<PersonId> people;
  for (int i = 0; i < 3; ++i) {
    people.push_back(room.arrive(red));
  }
  const PersonId alone = room.arrive(blue);
  room.must(person(people[0]), SetProfile{with_headphones()});
  room.must(person(people[1]), SetProfile{with_headphones()});
  room.must(person(alone), SetProfile{with_headphones()});
  room.must(person(people[2]), SetPace{Pace::twice});
  const NeedsView view = view_needs(room.state);
  CHECK(counted(view, red, Need::headphones) == 2);
  CHECK(counted(view, red, Need::more_time) == 1);
  CHECK(counted(view, blue, Need::headphones) == 0);
  CHECK(counted(view, std::nullopt, Need::headphones) == 1);
  CHECK(view.told.empty());
  room.must(facilitator(), SetGone{people[0], true});
  CHECK(counted(view_needs(room.state), std::nullopt, Need::headphones) == 2);
}

TEST_CASE("[access A4] a name stands beside wishes only when the person said so") {
  Room room;
  const PersonId anna = room.arrive(room.add_table());
  Profile profile = with_headphones();
  profile.tell_team = true;
  profile.calling = Calling::by_message;
  room.must(person(anna), SetProfile{profile});
  const NeedsView view = view_needs(room.state);
  REQUIRE(view.told.size() == 1);
  CHECK(view.told[0].person == anna);
  CHECK(view.told[0].needs == std::vector<Need>{Need::headphones, Need::large_text, Need::not_by_surprise});
}

}  // namespace profile_test
