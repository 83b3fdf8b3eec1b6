#include "core/speaking_order.h"
#include "core/speaking_rules.h"
#include "unit/core/world.h"

namespace decide_speaking_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

struct Talk {
  Talk() {
    red = room.add_table("Red");
    blue = room.add_table("Blue");
    ada = room.arrive(red, "Ada");
    bob = room.arrive(red, "Bob");
    cleo = room.arrive(blue, "Cleo");
  }
  Code refused(const Subject& subject, const Command& command) { return refusal_of(room, subject, command).code; }
  TimeMs plenary_ms(PersonId id) const { return spoken_in_plenary(room.state.speaking, id).ms; }
  TimeMs table_ms(const char* step, TableId table, PersonId id) const {
    return spoken_at(room.state.speaking, step, table, id).ms;
  }
  Room room{speaking_scenario()};
  TableId red, blue;
  PersonId ada, bob, cleo;
};

}  // namespace

TEST_CASE("hands are raised in a debate, or where the lead opens the queue") {
  Talk t;
  CHECK(t.refused(person(t.ada), RaiseHand{"debate", false}) == Code::wrong_step);
  t.room.start("present");
  CHECK(t.refused(person(t.ada), RaiseHand{"debate", false}) == Code::wrong_step);
  CHECK(t.refused(person(t.ada), RaiseHand{"present", false}) == Code::wrong_state);
  t.room.must(facilitator(), OpenQueue{"present", true});
  CHECK(t.room.must(facilitator(), OpenQueue{"present", true}).events.empty());
  CHECK(t.room.must(person(t.ada), RaiseHand{"present", false}).events.size() == 1);
  t.room.start("write");
  CHECK(t.refused(facilitator(), OpenQueue{"write", true}) == Code::wrong_step);
  t.room.start("debate");
  CHECK(t.room.must(person(t.ada), RaiseHand{"debate", false}).events.size() == 1);
  t.room.must(facilitator(), OpenQueue{"debate", false});
  CHECK(t.refused(person(t.bob), RaiseHand{"debate", false}) == Code::wrong_state);
}

TEST_CASE("a person has one hand of each sort, and takes it back") {
  Talk t;
  t.room.start("debate");
  CHECK(the<HandRaised>(t.room.must(person(t.ada), RaiseHand{"debate", true})).point_of_order);
  CHECK(t.room.must(person(t.ada), RaiseHand{"debate", true}).events.empty());
  CHECK(t.room.must(person(t.ada), RaiseHand{"debate", false}).events.size() == 1);
  CHECK(the<HandLowered>(t.room.must(person(t.ada), LowerHand{true})).hand == HandId{1});
  CHECK(t.room.must(person(t.ada), LowerHand{true}).events.empty());
  CHECK(t.room.state.speaking.hands.at(HandId{1}).fate == HandFate::withdrawn);
  CHECK(waiting_hand(t.room.state, t.ada, false) != nullptr);
}

TEST_CASE("two hundred hands wait, and not one more") {
  Talk t;
  t.room.start("debate");
  for (std::int64_t i = 0; i < limits::hands_waiting_max; ++i) {
    t.room.must(person(t.room.arrive()), RaiseHand{"debate", false});
  }
  CHECK(t.refused(person(t.ada), RaiseHand{"debate", false}) == Code::too_many);
  t.room.must(facilitator(), SkipHand{HandId{7}});
  CHECK(t.room.say(person(t.ada), RaiseHand{"debate", false}).has_value());
}

TEST_CASE("a person raises two hundred hands, and not one more") {
  Talk t;
  t.room.start("debate");
  for (std::int64_t i = 0; i < limits::hands_per_person_max; ++i) {
    t.room.must(person(t.ada), RaiseHand{"debate", false});
    t.room.must(person(t.ada), LowerHand{false});
  }
  CHECK(t.refused(person(t.ada), RaiseHand{"debate", false}) == Code::too_many);
}

TEST_CASE("giving the floor starts a countdown, takes the hand and ends the speech before") {
  Talk t;
  CHECK(t.refused(facilitator(), GiveFloor{t.ada}) == Code::wrong_step);
  t.room.start("round");
  CHECK(t.refused(facilitator(), GiveFloor{t.ada}) == Code::wrong_step);
  t.room.start("debate");
  CHECK(t.refused(facilitator(), GiveFloor{PersonId{99}}) == Code::not_found);
  t.room.must(person(t.ada), RaiseHand{"debate", false});
  const Decision given = t.room.must(facilitator(), GiveFloor{t.ada});
  CHECK(the<SpeechStarted>(given).ends_at_ms == t.room.now + 60'000);
  CHECK(the<HandLowered>(given).fate == HandFate::heard);
  CHECK(t.room.must(facilitator(), GiveFloor{t.ada}).events.empty());
  t.room.later(12'345);
  const Decision next = t.room.must(facilitator(), GiveFloor{t.bob});
  CHECK(the<SpeechEnded>(next).spoken_ms == 12'345);
  CHECK(the<SpeechEnded>(next).reason == SpeechEnd::replaced);
  CHECK(t.plenary_ms(t.ada) == 12'345);
  t.room.later(1'000);
  t.room.must(facilitator(), EndSpeech{});
  CHECK(t.room.must(facilitator(), EndSpeech{}).events.empty());
  CHECK(t.plenary_ms(t.bob) == 1'000);
}

TEST_CASE("the floor given by mistake goes back: the speech goes on, the hand waits where it was, nothing is counted") {
  Talk t;
  t.room.start("debate");
  CHECK(t.refused(facilitator(), UndoFloor{}) == Code::wrong_state);
  t.room.must(person(t.cleo), RaiseHand{"debate", false});
  t.room.must(person(t.bob), RaiseHand{"debate", false});
  t.room.must(facilitator(), MoveHand{HandId{2}, 1});
  t.room.must(facilitator(), GiveFloor{t.ada});
  t.room.later(10'000);
  t.room.must(facilitator(), GiveFloor{t.bob});
  t.room.later(3'000);
  CHECK(t.refused(facilitator(), UndoFloor{}) == Code::conflict);
  CHECK(t.refused(facilitator(), UndoFloor{t.ada}) == Code::conflict);
  t.room.must(facilitator(), UndoFloor{t.bob});
  const Speech& speech = t.room.state.speaking.running.at(plenary);
  CHECK(speech.person == t.ada);
  CHECK(speech.ends_at == t.room.now + 50'000);
  CHECK(spoken_ms(speech, t.room.now + 1'000) == 11'000);
  CHECK(t.plenary_ms(t.ada) == 0);
  CHECK(t.plenary_ms(t.bob) == 0);
  REQUIRE(speaking_queue(t.room.state).size() == 2);
  CHECK(speaking_queue(t.room.state)[0]->person == t.bob);
  CHECK(t.refused(facilitator(), UndoFloor{}) == Code::wrong_state);
  t.room.later(5'000);
  t.room.must(facilitator(), EndSpeech{});
  CHECK(t.plenary_ms(t.ada) == 15'000);
}

TEST_CASE("a speech ended, or a hand skipped, by mistake comes back; not once the step is over or the person gone") {
  Talk t;
  t.room.start("debate");
  t.room.must(facilitator(), GiveFloor{t.ada});
  t.room.later(70'000);
  t.room.must(facilitator(), EndSpeech{});
  CHECK(t.plenary_ms(t.ada) == 70'000);
  t.room.must(facilitator(), UndoFloor{});
  CHECK(t.room.state.speaking.running.at(plenary).ends_at == t.room.now - 10'000);
  CHECK(t.room.state.speaking.steps.at("debate").empty());
  t.room.must(facilitator(), EndSpeech{});
  t.room.must(person(t.bob), RaiseHand{"debate", false});
  t.room.must(person(t.cleo), RaiseHand{"debate", false});
  t.room.must(facilitator(), SkipHand{HandId{1}});
  CHECK(t.refused(facilitator(), UndoFloor{std::nullopt, HandId{2}}) == Code::conflict);
  t.room.must(facilitator(), UndoFloor{std::nullopt, HandId{1}});
  CHECK(waiting_hand(t.room.state, t.bob, false)->id == HandId{1});
  t.room.must(facilitator(), SkipHand{HandId{1}});
  t.room.must(person(t.bob), RaiseHand{"debate", false});
  t.room.must(facilitator(), UndoFloor{std::nullopt, HandId{1}});  // they have raised another
  CHECK(waiting_hand(t.room.state, t.bob, false)->id == HandId{3});
  t.room.must(facilitator(), GiveFloor{t.cleo});
  t.room.must(facilitator(), SetGone{t.cleo, true});
  CHECK(t.refused(facilitator(), UndoFloor{}) == Code::wrong_state);
  t.room.must(facilitator(), GiveFloor{t.bob});
  t.room.must(facilitator(), EndSpeech{});
  t.room.must(facilitator(), EndStep{"debate"});
  t.room.start("present");
  CHECK(t.refused(facilitator(), UndoFloor{}) == Code::wrong_state);
}

TEST_CASE("a step that says nothing gives two minutes") {
  Talk t;
  t.room.start("present");
  CHECK(the<SpeechStarted>(t.room.must(facilitator(), GiveFloor{t.ada})).ends_at_ms == t.room.now + 120'000);
}

TEST_CASE("a point of order is heard before the other hand of the same person") {
  Talk t;
  t.room.start("debate");
  t.room.must(person(t.ada), RaiseHand{"debate", false});
  t.room.must(person(t.ada), RaiseHand{"debate", true});
  CHECK(the<SpeechStarted>(t.room.must(facilitator(), GiveFloor{t.ada})).point_of_order);
  CHECK(waiting_hand(t.room.state, t.ada, true) == nullptr);
  CHECK_FALSE(the<SpeechStarted>(t.room.must(facilitator(), GiveFloor{t.ada})).point_of_order);
  CHECK(waiting_hand(t.room.state, t.ada, false) == nullptr);
}

TEST_CASE("thirty seconds more, from now when the time is over") {
  Talk t;
  t.room.start("debate");
  CHECK(t.refused(facilitator(), ExtendSpeech{30}) == Code::wrong_state);
  t.room.must(facilitator(), GiveFloor{t.ada});
  const TimeMs end = t.room.now + 60'000;
  CHECK(the<SpeechExtended>(t.room.must(facilitator(), ExtendSpeech{30})).ends_at_ms == end + 30'000);
  t.room.later(100'000);
  CHECK(the<SpeechExtended>(t.room.must(facilitator(), ExtendSpeech{30})).ends_at_ms == t.room.now + 30'000);
}

TEST_CASE("a pause of the room stops the speaker's clock and the measure") {
  Talk t;
  t.room.start("debate");
  t.room.must(facilitator(), GiveFloor{t.ada});
  t.room.later(10'000);
  t.room.must(facilitator(), PauseRoom{});
  CHECK(t.refused(facilitator(), GiveFloor{t.bob}) == Code::wrong_state);
  CHECK(t.refused(facilitator(), ExtendSpeech{30}) == Code::wrong_state);
  CHECK(speech_at(t.room.state, plenary)->remaining_ms == 50'000);
  CHECK(speech_at(t.room.state, plenary)->ends_at == 0);
  t.room.later(30'000);
  t.room.must(facilitator(), ResumeRoom{});
  CHECK(speech_at(t.room.state, plenary)->ends_at == t.room.now + 50'000);
  t.room.later(5'000);
  t.room.must(facilitator(), EndSpeech{});
  CHECK(t.plenary_ms(t.ada) == 15'000);
  t.room.must(facilitator(), EndStep{"debate"});
  CHECK(elapsed_ms(t.room.state, "debate") == 15'000);
}

TEST_CASE("a step that ends in a pause, and the undoing of that end, count the pause once") {
  Talk t;
  t.room.start("debate");
  t.room.later(10'000);
  t.room.must(facilitator(), PauseRoom{});
  t.room.later(20'000);
  t.room.must(facilitator(), EndStep{"debate"});
  CHECK(elapsed_ms(t.room.state, "debate") == 10'000);
  t.room.later(5'000);
  t.room.must(facilitator(), UndoTransition{});
  t.room.later(5'000);
  t.room.must(facilitator(), ResumeRoom{});
  t.room.later(4'000);
  t.room.must(facilitator(), EndStep{"debate"});
  CHECK(elapsed_ms(t.room.state, "debate") == 14'000);
}

TEST_CASE("hands are moved and skipped while they wait") {
  Talk t;
  t.room.start("debate");
  for (const PersonId id : {t.ada, t.bob, t.cleo}) {
    t.room.must(person(id), RaiseHand{"debate", false});
  }
  CHECK(the<HandsOrdered>(t.room.must(facilitator(), MoveHand{HandId{1}, 200})).hands ==
        std::vector{HandId{2}, HandId{3}, HandId{1}});
  CHECK(t.room.must(facilitator(), MoveHand{HandId{1}, 3}).events.empty());
  CHECK(the<HandLowered>(t.room.must(facilitator(), SkipHand{HandId{3}})).fate == HandFate::skipped);
  CHECK(t.refused(facilitator(), SkipHand{HandId{3}}) == Code::wrong_state);
  CHECK(t.refused(facilitator(), MoveHand{HandId{3}, 1}) == Code::wrong_state);
  CHECK(t.refused(facilitator(), MoveHand{HandId{9}, 1}) == Code::not_found);
  CHECK(t.refused(facilitator(), SkipHand{HandId{9}}) == Code::not_found);
  t.room.start("round");
  CHECK(t.refused(facilitator(), SkipHand{HandId{1}}) == Code::wrong_state);
}

TEST_CASE("whoever leaves the room leaves the queue and the floor") {
  Talk t;
  t.room.start("debate");
  t.room.must(facilitator(), GiveFloor{t.ada});
  t.room.must(person(t.bob), RaiseHand{"debate", false});
  t.room.later(7'000);
  CHECK(the<SpeechEnded>(t.room.must(facilitator(), SetGone{t.ada, true})).reason == SpeechEnd::left);
  CHECK(t.plenary_ms(t.ada) == 7'000);
  CHECK(the<HandLowered>(t.room.must(facilitator(), SetGone{t.bob, true})).fate == HandFate::left);
  CHECK(t.refused(facilitator(), GiveFloor{t.ada}) == Code::not_found);
  CHECK(t.room.must(facilitator(), SetGone{t.cleo, true}).events.size() == 1);
}

TEST_CASE("the end of a step ends every speech") {
  Talk t;
  t.room.start("debate");
  t.room.must(facilitator(), GiveFloor{t.ada});
  t.room.later(3'000);
  const Decision next = t.room.start("round");
  CHECK(the<SpeechEnded>(next).reason == SpeechEnd::step);
  CHECK(the<SpeechEnded>(next).step == "debate");
  t.room.must(screen(t.red), SetSpeaker{std::nullopt, t.ada});
  t.room.must(screen(t.blue), SetSpeaker{std::nullopt, t.cleo});
  CHECK(count_of<SpeechEnded>(t.room.must(facilitator(), UndoTransition{})) == 2);
}

TEST_CASE("the avis is sealed once when the floor is taken from somebody") {
  Talk t;
  t.room.start("debate");
  t.room.must(facilitator(), GiveFloor{t.ada});
  const Decision last = t.room.start("hand_over");
  CHECK(count_of<SpeechEnded>(last) == 1);
  CHECK(count_of<AvisSealed>(last) == 1);
  CHECK(std::holds_alternative<AvisSealed>(last.events.back()));
}

TEST_CASE("a table taps who speaks, another name, then nobody") {
  Talk t;
  CHECK(t.refused(screen(t.red), SetSpeaker{std::nullopt, t.ada}) == Code::wrong_step);
  t.room.start("debate");
  CHECK(t.refused(screen(t.red), SetSpeaker{std::nullopt, t.ada}) == Code::wrong_step);
  t.room.start("round");
  CHECK(t.refused(screen(t.red), SetSpeaker{std::nullopt, t.cleo}) == Code::not_found);
  CHECK(t.refused(screen(t.red), SetSpeaker{t.blue, t.cleo}) == Code::not_allowed);
  CHECK(t.refused(facilitator(), SetSpeaker{std::nullopt, t.cleo}) == Code::not_found);
  CHECK(the<SpeechStarted>(t.room.must(screen(t.red), SetSpeaker{std::nullopt, t.ada})).ends_at_ms ==
        t.room.now + 180'000);
  CHECK(t.room.must(screen(t.red), SetSpeaker{std::nullopt, t.ada}).events.empty());
  t.room.later(10'000);
  t.room.must(facilitator(), SetSpeaker{t.red, t.bob});
  t.room.later(4'000);
  t.room.must(screen(t.red), SetSpeaker{});
  CHECK(t.room.must(screen(t.red), SetSpeaker{}).events.empty());
  CHECK(t.table_ms("round", t.red, t.ada) == 10'000);
  CHECK(t.table_ms("round", t.red, t.bob) == 4'000);
  CHECK(t.plenary_ms(t.ada) == 0);
  CHECK(measured_at(t.room.state.speaking, "round", t.blue) == nullptr);
  t.room.start("draft");
  CHECK(the<SpeechStarted>(t.room.must(screen(t.red), SetSpeaker{std::nullopt, t.ada})).ends_at_ms == 0);
}

TEST_CASE("in a step with turns, the form of the turn decides") {
  Talk t;
  for (Step& step : t.room.state.scenario.steps) {
    if (step.id == "round") {
      step.timer.turns = {Turn{10, std::nullopt, std::nullopt}, Turn{10, Form::plenary, std::nullopt}};
    }
  }
  t.room.start("round");
  t.room.must(screen(t.red), SetSpeaker{std::nullopt, t.ada});
  t.room.later(3'000);
  CHECK(the<SpeechEnded>(t.room.must(facilitator(), StartTurn{"round", 1})).reason == SpeechEnd::step);
  CHECK(t.refused(screen(t.red), SetSpeaker{std::nullopt, t.ada}) == Code::wrong_step);
  CHECK(t.refused(person(t.ada), PassTurn{"round"}) == Code::wrong_step);
  t.room.must(facilitator(), StartTurn{"round", 0});
  CHECK(t.room.say(screen(t.red), SetSpeaker{std::nullopt, t.ada}).has_value());
}

TEST_CASE("whoever changes tables no longer speaks at the old one") {
  Talk t;
  t.room.start("round");
  t.room.must(screen(t.red), SetSpeaker{std::nullopt, t.ada});
  t.room.later(2'000);
  const Decision moved = t.room.must(facilitator(), SeatPerson{t.ada, t.blue});
  CHECK(the<SpeechEnded>(moved).table == t.red);
  CHECK(t.room.must(facilitator(), SeatPerson{t.bob, t.blue}).events.size() == 1);
}

TEST_CASE("to pass is recorded, and is no silence") {
  Talk t;
  CHECK(t.refused(person(t.ada), PassTurn{"round"}) == Code::wrong_step);
  t.room.start("draft");
  CHECK(t.refused(person(t.ada), PassTurn{"draft"}) == Code::wrong_step);
  t.room.start("round");
  CHECK(t.refused(person(t.room.arrive()), PassTurn{"round"}) == Code::not_allowed);
  CHECK(the<TurnPassed>(t.room.must(person(t.ada), PassTurn{"round"})).table == t.red);
  CHECK(t.room.must(person(t.ada), PassTurn{"round"}).events.empty());
  CHECK(spoken_at(t.room.state.speaking, "round", t.red, t.ada).passed);
  CHECK(measured_at(t.room.state.speaking, "round", t.red) == nullptr);
  t.room.must(screen(t.red), SetSpeaker{std::nullopt, t.bob});
  t.room.later(2'000);
  CHECK(the<SpeechEnded>(t.room.must(person(t.bob), PassTurn{"round"})).reason == SpeechEnd::passed);
}

}  // namespace decide_speaking_test
