// What screens show of the queue, the speakers and the figures; and who must not see it.
#include <algorithm>

#include "unit/core/view_dump.h"
#include "unit/core/world.h"

namespace view_speaking_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

struct Talk {
  explicit Talk(bool names = true) {
    room.state.scenario.names_at_table = names;
    red = room.add_table("Red");
    blue = room.add_table("");
    ada = room.arrive(red, "Ada-of-red");
    bob = room.arrive(red, "Bob-of-red");
    cleo = room.arrive(red, "Cleo-of-red");
    dan = room.arrive(blue, "Dan-of-blue");
  }
  // Speaks at the red table for so long.
  void tap(PersonId id, TimeMs duration) {
    room.must(screen(red), SetSpeaker{std::nullopt, id});
    room.later(duration);
    room.must(screen(red), SetSpeaker{});
  }
  TableSpeakingRow row(TableId table) const {
    for (const TableSpeakingRow& each : view_speaking(room.state).tables) {
      if (each.table == table) {
        return each;
      }
    }
    FAIL("no row for this table");
    return {};
  }
  std::set<std::string> readers_of(const std::string& text) const {
    std::set<std::string> keys;
    for (const auto& [key, body] : all_sections(room.state)) {
      if (body.find(text) != std::string::npos) {
        keys.insert(key);
      }
    }
    return keys;
  }
  Room room{speaking_scenario()};
  TableId red, blue;
  PersonId ada, bob, cleo, dan;
};

}  // namespace

TEST_CASE("everyone sees who has the floor and the next two; each their own place") {
  Talk t;
  t.room.start("debate");
  CHECK(view_floor(t.room.state).open);
  for (const PersonId id : {t.ada, t.bob, t.cleo, t.dan}) {
    t.room.must(person(id), RaiseHand{"debate", false});
  }
  t.room.must(facilitator(), GiveFloor{t.ada});
  const FloorView floor = view_floor(t.room.state);
  REQUIRE(floor.speech.has_value());
  CHECK(floor.speech->speaker.name_shown == "Ada-of-red");
  CHECK(floor.speech->speaker.table == "Red");
  CHECK(floor.speech->ends_at_ms == t.room.now + 60'000);
  CHECK(floor.waiting == 3);
  REQUIRE(floor.next.size() == 2);
  CHECK(floor.next[0].name_shown == "Bob-of-red");
  CHECK(view_my_speech(t.room.state, t.ada).has_floor);
  CHECK(view_my_speech(t.room.state, t.ada).hand_place == 0);
  CHECK(view_my_speech(t.room.state, t.dan).hand_place == 3);
  t.room.must(person(t.dan), RaiseHand{"debate", true});
  CHECK(view_my_speech(t.room.state, t.dan).point_of_order_place == 1);
  CHECK(view_my_speech(t.room.state, t.dan).hand_place == 4);
  CHECK_FALSE(view_my_speech(t.room.state, t.dan).has_floor);
}

TEST_CASE("without names at tables, the room sees the table alone") {
  Talk t(false);
  t.room.start("debate");
  t.room.must(person(t.ada), RaiseHand{"debate", false});
  t.room.must(facilitator(), GiveFloor{t.dan});
  const FloorView floor = view_floor(t.room.state);
  CHECK(floor.speech->speaker.name_shown.empty());
  CHECK(floor.next[0].name_shown.empty());
  CHECK(floor.next[0].table == "Red");
  CHECK(t.readers_of("Ada-of-red") == std::set<std::string>{"people", "me/1"});
  t.room.start("round");
  const auto speech = view_table_speech(t.room.state, t.red);
  REQUIRE(speech.has_value());
  REQUIRE(speech->people.size() == 3);
  CHECK(speech->people[1].person == t.bob);
  CHECK(speech->people[1].name_shown.empty());
  CHECK(speech->people[1].seat == 2);
}

TEST_CASE("the lead sees the queue with what each has spoken, and nobody else does") {
  Talk t;
  t.room.start("debate");
  t.room.must(facilitator(), GiveFloor{t.ada});
  t.room.later(31'000);
  t.room.must(facilitator(), EndSpeech{});
  t.room.must(person(t.ada), RaiseHand{"debate", false});
  t.room.must(person(t.bob), RaiseHand{"debate", false});
  const SpeakingView view = view_speaking(t.room.state);
  REQUIRE(view.queue.size() == 2);
  CHECK(view.queue[0].person == t.bob);
  CHECK(view.queue[1].has_spoken);
  CHECK(view.queue[1].seconds == 31);
  CHECK(view.tables.empty());
  CHECK(scope_of(Section::speaking) == Scope::facilitator);
  CHECK(scope_of(Section::floor) == Scope::everyone);
}

TEST_CASE("a table's figures have a base; a table nobody measured has none") {
  Talk t;
  t.room.start("round");
  t.tap(t.ada, 150'000);
  t.tap(t.bob, 50'000);
  const TableSpeakingRow row = t.row(t.red);
  REQUIRE(row.measured.has_value());
  CHECK(row.measured->people == 3);
  CHECK(row.measured->seconds == 200);
  CHECK(row.measured->silent == 1);
  CHECK(row.measured->top_percent == 75);
  CHECK(row.measured->gini_thousandths == 500);  // (2 * 150) / (3 * 200)
  CHECK(row.hints == std::vector{SpeakingHint::uneven, SpeakingHint::dominated});
  CHECK_FALSE(row.coverage_percent.has_value());
  CHECK_FALSE(t.row(t.blue).measured.has_value());
  CHECK(t.row(t.blue).people.empty());
  CHECK_FALSE(view_speaking(t.room.state).room.has_value());
}

TEST_CASE("whoever passed is not silent, until they speak after all") {
  Talk t;
  t.room.start("round");
  t.tap(t.ada, 100'000);
  t.tap(t.bob, 100'000);
  t.room.must(person(t.cleo), PassTurn{"round"});
  CHECK(t.row(t.red).measured->people == 2);
  CHECK(t.row(t.red).measured->silent == 0);
  CHECK(view_my_speech(t.room.state, t.cleo).passed);
  t.tap(t.cleo, 400);
  CHECK(t.row(t.red).measured->people == 3);
  CHECK(t.row(t.red).measured->silent == 0);
}

TEST_CASE("two measured steps without a word make a hint, one does not") {
  Talk t;
  for (const char* step : {"draft", "round"}) {
    t.room.start(step);
    t.tap(t.ada, 100'000);
    t.tap(t.bob, 100'000);
    const std::vector<SpeakingHint> hints = t.row(t.red).hints;
    CHECK((std::find(hints.begin(), hints.end(), SpeakingHint::silent_twice) != hints.end()) ==
          (std::string(step) == "round"));
  }
}

TEST_CASE("coverage is that of the table steps that are over") {
  Talk t;
  t.room.start("draft");
  t.tap(t.ada, 60'000);
  t.room.later(60'000);
  t.room.start("round");
  CHECK(t.row(t.red).coverage_percent == 50);
  CHECK(t.row(t.blue).coverage_percent == 0);
  CHECK_FALSE(t.row(t.red).measured.has_value());
}

TEST_CASE("the room has figures from ten measured people on") {
  Talk t;
  for (int i = 0; i < 7; ++i) {
    t.room.arrive(t.red);
  }
  t.room.start("round");
  t.tap(t.ada, 60'000);
  const auto room = view_speaking(t.room.state).room;
  REQUIRE(room.has_value());
  CHECK(room->people == 10);
  CHECK(room->silent == 9);
}

TEST_CASE("the middle of a fishbowl is shown to everyone") {
  Talk t;
  t.room.start("fishbowl");
  CHECK(view_floor(t.room.state).seats->open_free == 1);
  t.room.must(person(t.ada), TakeSeat{"fishbowl"});
  const FloorView floor = view_floor(t.room.state);
  CHECK(floor.seats->count == 3);
  CHECK(floor.seats->open_free == 0);
  REQUIRE(floor.seats->seated.size() == 1);
  CHECK(floor.seats->seated[0].name_shown == "Ada-of-red");
  CHECK(view_my_speech(t.room.state, t.ada).seated);
  CHECK_FALSE(view_my_speech(t.room.state, t.bob).seated);
  t.room.start("debate");
  CHECK_FALSE(view_floor(t.room.state).seats.has_value());
}

}  // namespace view_speaking_test
