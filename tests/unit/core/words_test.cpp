// Typed words on the screen of a table, and the turn that waits for them.
#include <doctest/doctest.h>

#include "core/view.h"
#include "unit/core/world.h"

namespace words_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

struct Round {
  Room room{speaking_scenario()};
  TableId table = room.add_table();
  PersonId ada = room.arrive(table, "Ada");
  PersonId bob = room.arrive(table, "Bob");
  Round() { room.start("round"); }
};

}  // namespace

TEST_CASE("[access N1] words are shown on the screen of the person's own table until they take them away") {
  Round world;
  Room& room = world.room;
  const TableId other = room.add_table();
  room.must(person(world.bob), ShowWords{" I agree. "});
  const std::vector<ShownWords> shown = view_table(room.state, world.table).words;
  REQUIRE(shown.size() == 1);
  CHECK(shown[0].name_shown == "Bob");
  CHECK(shown[0].seat == 2);
  CHECK(shown[0].text == "I agree.");
  CHECK(shown[0].step == "round");
  CHECK(view_table(room.state, other).words.empty());
  CHECK(view_me(room.state, world.bob).words == "I agree.");
  const Decision none = room.must(person(world.bob), ShowWords{""});
  REQUIRE(none.records.size() == 1);
  CHECK(is_erased(none.records[0]));
  CHECK(none.events.empty());
  CHECK(view_table(room.state, world.table).words.empty());
}

TEST_CASE("[access N2] the time of a speaker who prepares a message stands still, and runs on when it is shown") {
  Round world;
  Room& room = world.room;
  room.must(screen(world.table), SetSpeaker{std::nullopt, world.ada});
  room.later(60'000);
  room.must(person(world.ada), PrepareWords{true});
  room.later(100'000);
  TableSpeech speech = *view_table(room.state, world.table).speech;
  CHECK(speech.held);
  CHECK(speech.ends_at_ms == 0);
  CHECK(speech.remaining_ms == 120'000);
  CHECK(view_table(room.state, world.table).words[0].preparing);
  room.must(person(world.ada), ShowWords{"Here it is"});
  speech = *view_table(room.state, world.table).speech;
  CHECK_FALSE(speech.held);
  CHECK(speech.ends_at_ms == room.now + 120'000);
}

TEST_CASE("[access N2] a pause of the room changes nothing for a turn that is held") {
  Round world;
  Room& room = world.room;
  room.must(screen(world.table), SetSpeaker{std::nullopt, world.ada});
  room.later(60'000);
  room.must(person(world.ada), PrepareWords{true});
  room.must(facilitator(), PauseRoom{});
  room.later(30'000);
  room.must(facilitator(), ResumeRoom{});
  CHECK(view_table(room.state, world.table).speech->held);
  CHECK(view_table(room.state, world.table).speech->remaining_ms == 120'000);
  room.must(facilitator(), PauseRoom{});
  room.must(person(world.ada), PrepareWords{false});
  CHECK(view_table(room.state, world.table).speech->remaining_ms == 120'000);
  room.must(facilitator(), ResumeRoom{});
  CHECK(view_table(room.state, world.table).speech->ends_at_ms == room.now + 120'000);
}

TEST_CASE("[access N2] whoever has not the turn holds nobody's, and a late message keeps its step") {
  Round world;
  Room& room = world.room;
  room.must(screen(world.table), SetSpeaker{std::nullopt, world.ada});
  CHECK(room.must(person(world.bob), PrepareWords{true}).events.empty());
  CHECK_FALSE(view_table(room.state, world.table).speech->held);
  room.start("fishbowl");
  room.must(person(world.bob), ShowWords{"about the round"});
  CHECK(view_table(room.state, world.table).words[0].step == "round");
}

TEST_CASE("[access N2] somebody who holds the floor before everyone is not hurried") {
  Room room{speaking_scenario()};
  const PersonId ada = room.arrive(room.add_table());
  room.start("debate");
  room.must(facilitator(), GiveFloor{ada});
  room.later(20'000);
  room.must(person(ada), PrepareWords{true});
  CHECK(view_floor(room.state).speech->held);
  CHECK(view_floor(room.state).speech->remaining_ms == 40'000);
  CHECK(refusal_of(room, facilitator(), ExtendSpeech{30}).code == Code::wrong_state);
  room.later(20'000);
  room.must(facilitator(), EndSpeech{});
  CHECK(room.state.speaking.places.at(TableId{}).ms == 20'000);
}

TEST_CASE("words need a table to be shown at, and are erased when the avis is sealed") {
  Room room;
  const PersonId ada = room.arrive();
  CHECK(refusal_of(room, person(ada), ShowWords{"x"}).code == Code::not_allowed);
  CHECK(refusal_of(room, person(ada), PrepareWords{true}).code == Code::not_allowed);
  room.must(facilitator(), SeatPerson{ada, room.add_table()});
  room.must(person(ada), ShowWords{"x"});
  room.start("hand_over");
  REQUIRE(room.state.sealed_at != 0);
  CHECK(room.state.words.empty());
  CHECK(refusal_of(room, person(ada), ShowWords{"y"}).code == Code::wrong_state);
}

}  // namespace words_test
