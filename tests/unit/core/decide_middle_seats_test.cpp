#include "core/speaking_rules.h"
#include "unit/core/world.h"

namespace decide_middle_seats_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

// Three seats in the middle, one of them open.
struct Bowl {
  Bowl() {
    ada = room.arrive();
    bob = room.arrive();
    cleo = room.arrive();
    dan = room.arrive();
  }
  Code refused(const Subject& subject, const Command& command) { return refusal_of(room, subject, command).code; }
  Room room{speaking_scenario()};
  PersonId ada, bob, cleo, dan;
};

}  // namespace

TEST_CASE("anyone takes an open seat; the lead fills the others first") {
  Bowl b;
  CHECK(b.refused(person(b.ada), TakeSeat{"fishbowl"}) == Code::wrong_step);
  b.room.start("debate");
  CHECK(b.refused(person(b.ada), TakeSeat{"debate"}) == Code::wrong_step);
  CHECK(b.refused(facilitator(), SeatInMiddle{b.ada, true}) == Code::wrong_step);
  b.room.start("fishbowl");
  CHECK(the<MiddleSeatTaken>(b.room.must(person(b.ada), TakeSeat{"fishbowl"})).open);
  CHECK(b.room.must(person(b.ada), TakeSeat{"fishbowl"}).events.empty());
  CHECK(b.refused(person(b.bob), TakeSeat{"fishbowl"}) == Code::too_many);
  CHECK_FALSE(the<MiddleSeatTaken>(b.room.must(facilitator(), SeatInMiddle{b.bob, true})).open);
  CHECK_FALSE(the<MiddleSeatTaken>(b.room.must(facilitator(), SeatInMiddle{b.cleo, true})).open);
  CHECK(b.refused(facilitator(), SeatInMiddle{b.dan, true}) == Code::too_many);
  CHECK(b.refused(facilitator(), SeatInMiddle{PersonId{99}, true}) == Code::not_found);
  b.room.must(person(b.ada), LeaveSeat{});
  CHECK(b.room.must(person(b.ada), LeaveSeat{}).events.empty());
  CHECK(the<MiddleSeatTaken>(b.room.must(facilitator(), SeatInMiddle{b.dan, true})).open);
}

TEST_CASE("only people seated in the middle are given the floor") {
  Bowl b;
  b.room.start("fishbowl");
  b.room.must(person(b.ada), RaiseHand{"fishbowl", false});
  CHECK(b.refused(facilitator(), GiveFloor{b.ada}) == Code::wrong_state);
  b.room.must(facilitator(), SeatInMiddle{b.ada, true});
  CHECK(the<SpeechStarted>(b.room.must(facilitator(), GiveFloor{b.ada})).person == b.ada);
  CHECK(the<SpeechEnded>(b.room.must(facilitator(), SeatInMiddle{b.ada, false})).reason == SpeechEnd::left);
  CHECK(b.refused(facilitator(), GiveFloor{b.ada}) == Code::wrong_state);
}

TEST_CASE("whoever leaves the room frees the seat and the floor") {
  Bowl b;
  b.room.start("fishbowl");
  b.room.must(person(b.ada), TakeSeat{"fishbowl"});
  b.room.must(facilitator(), GiveFloor{b.ada});
  const Decision gone = b.room.must(facilitator(), SetGone{b.ada, true});
  CHECK(count_of<MiddleSeatLeft>(gone) == 1);
  CHECK(count_of<SpeechEnded>(gone) == 1);
  CHECK(the<MiddleSeatTaken>(b.room.must(person(b.bob), TakeSeat{"fishbowl"})).open);
}

}  // namespace decide_middle_seats_test
