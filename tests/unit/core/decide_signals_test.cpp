#include "core/view.h"
#include "unit/core/world.h"

namespace decide_signals_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

TEST_CASE("a signal stands until it is taken back, and is not repeated") {
  Room room;
  const PersonId anna = room.arrive();
  const Decision sent = room.must(person(anna), SendSignal{SignalKind::slower, true});
  const SignalId id = the<SignalSent>(sent).signal;
  CHECK(room.state.signals.at(id).anonymous);
  CHECK(room.must(person(anna), SendSignal{SignalKind::slower, false}).events.empty());
  CHECK(room.must(person(anna), SendSignal{SignalKind::pause, false}).events.size() == 1);
  CHECK(the<SignalCancelled>(room.must(person(anna), CancelSignal{SignalKind::slower})).signal == id);
  CHECK(room.must(person(anna), CancelSignal{SignalKind::slower}).events.empty());
  CHECK(room.must(person(anna), SendSignal{SignalKind::slower, false}).events.size() == 1);
}

TEST_CASE("[access K8] not understood says which screen and word it is about, so that help arrives knowing") {
  Room room;
  const PersonId anna = room.arrive();
  room.must(person(anna), SendSignal{SignalKind::not_understood, false, "  Voter : \"quorum\"  "});
  room.must(person(anna), SendSignal{SignalKind::pause, false, "   "});
  const std::vector<SignalRow> rows = view_people(room.state).signals;
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].about == "Voter : \"quorum\"");
  CHECK(rows[1].about.empty());
}

TEST_CASE("a message sent by mistake is shown no more") {
  Room room;
  const TableId table = room.add_table();
  room.must(facilitator(), SendMessage{std::nullopt, "to all"});
  room.must(facilitator(), SendMessage{table, "to one"});
  room.must(facilitator(), SendMessage{std::nullopt, "to all again"});
  room.must(facilitator(), WithdrawMessage{MessageId{1}});
  room.must(facilitator(), WithdrawMessage{MessageId{2}});
  REQUIRE(view_notices(room.state).messages.size() == 1);
  CHECK(view_notices(room.state).messages[0].text == "to all again");
  CHECK(view_table(room.state, table).messages.empty());
  CHECK(room.must(facilitator(), WithdrawMessage{MessageId{1}}).events.empty());
  CHECK(refusal_of(room, facilitator(), WithdrawMessage{MessageId{9}}).code == Code::not_found);
}

TEST_CASE("the facilitator sees standing signals, once each") {
  Room room;
  const PersonId anna = room.arrive();
  room.must(person(anna), SendSignal{SignalKind::slower, false});
  CHECK(refusal_of(room, facilitator(), SeeSignal{SignalId{9}}).code == Code::not_found);
  room.must(facilitator(), SeeSignal{SignalId{1}});
  CHECK(room.state.signals.at(SignalId{1}).seen);
  CHECK(room.must(facilitator(), SeeSignal{SignalId{1}}).events.empty());
  room.must(facilitator(), SeeSignal{SignalId{1}, false});
  CHECK_FALSE(room.state.signals.at(SignalId{1}).seen);
  room.must(person(anna), CancelSignal{SignalKind::slower});
  CHECK(refusal_of(room, facilitator(), SeeSignal{SignalId{1}}).code == Code::wrong_state);
}

TEST_CASE("signals already seen end with their step, the others wait on") {
  Room room;
  const PersonId anna = room.arrive();
  room.start("write");
  room.must(person(anna), SendSignal{SignalKind::slower, false});
  room.must(person(anna), SendSignal{SignalKind::pause, false});
  room.must(facilitator(), SeeSignal{SignalId{1}});
  room.start("break");
  CHECK(room.state.signals.at(SignalId{1}).cancelled);
  CHECK_FALSE(room.state.signals.at(SignalId{2}).cancelled);
}

TEST_CASE("a person sends two hundred signals and not one more") {
  Room room;
  const PersonId anna = room.arrive();
  for (std::int64_t i = 0; i < limits::signals_per_person_max; ++i) {
    room.must(person(anna), SendSignal{SignalKind::slower, false});
    room.must(person(anna), CancelSignal{SignalKind::slower});
  }
  CHECK(refusal_of(room, person(anna), SendSignal{SignalKind::slower, false}).code == Code::too_many);
}

TEST_CASE("people and tables say they are ready for the step that is going on") {
  Room room;
  const TableId table = room.add_table();
  const PersonId anna = room.arrive(table);
  CHECK(refusal_of(room, person(anna), SetReady{true}).code == Code::wrong_step);
  room.start("write");
  CHECK(the<PersonReady>(room.must(person(anna), SetReady{true})).person == anna);
  CHECK_FALSE(room.state.tables.at(table).ready);
  CHECK(room.must(person(anna), SetReady{true}).events.empty());
  CHECK(the<TableReady>(room.must(screen(table), SetReady{true})).table == table);
  room.must(screen(table), SetReady{false});
  CHECK_FALSE(room.state.tables.at(table).ready);
  room.must(facilitator(), EndStep{"write"});
  CHECK(refusal_of(room, screen(table), SetReady{true}).code == Code::wrong_step);
}

TEST_CASE("a table asks for help, by its screen or by anyone who sits there") {
  Room room;
  const TableId table = room.add_table();
  const PersonId anna = room.arrive(table);
  room.must(person(anna), CallHelp{true});
  const TimeMs since = room.now;
  CHECK(room.state.tables.at(table).help_since == since);
  room.later(1000);
  CHECK(room.must(screen(table), CallHelp{true}).events.empty());
  CHECK(room.state.tables.at(table).help_since == since);
  room.must(screen(table), CallHelp{true, SignalKind::slower});
  CHECK(room.state.tables.at(table).help_since == since);
  CHECK(room.state.tables.at(table).help_kind == SignalKind::slower);
  CHECK(room.must(screen(table), CallHelp{true, SignalKind::slower}).events.empty());
  room.must(screen(table), CallHelp{true});
  CHECK_FALSE(room.state.tables.at(table).help_kind.has_value());
  room.must(screen(table), CallHelp{true, SignalKind::pause});
  room.must(screen(table), CallHelp{false, SignalKind::pause});
  CHECK(room.state.tables.at(table).help_since == 0);
  CHECK_FALSE(room.state.tables.at(table).help_kind.has_value());
  CHECK(room.must(screen(table), CallHelp{false, SignalKind::pause}).events.empty());
}

TEST_CASE("the projector shows what the facilitator says") {
  Room room;
  room.must(facilitator(), ShowScene{Scene::message, " On reprend à 15 h. "});
  CHECK(room.state.scene == Scene::message);
  CHECK(room.state.scene_message == "On reprend à 15 h.");
  CHECK(refusal_of(room, facilitator(), ShowScene{Scene::message, " "}).field == "message");
  room.must(facilitator(), ShowScene{Scene::blank, "not shown"});
  CHECK(room.state.scene_message.empty());
  CHECK(room.must(facilitator(), ShowScene{Scene::blank, ""}).events.empty());
}

TEST_CASE("messages go to everyone or to one table, five hundred and not one more") {
  Room room;
  const TableId table = room.add_table();
  room.must(facilitator(), SendMessage{table, "Bonjour"});
  CHECK(room.state.messages.at(MessageId{1}).table == table);
  CHECK(refusal_of(room, facilitator(), SendMessage{TableId{9}, "Bonjour"}).code == Code::not_found);
  CHECK(refusal_of(room, facilitator(), SendMessage{std::nullopt, " "}).field == "text");
  for (std::int64_t i = 1; i < limits::messages_max; ++i) {
    room.must(facilitator(), SendMessage{std::nullopt, "Bonjour"});
  }
  CHECK(refusal_of(room, facilitator(), SendMessage{std::nullopt, "Bonjour"}).code == Code::too_many);
}

TEST_CASE("a promise has a person, words and a real day") {
  Room room;
  room.must(facilitator(), RecordPromise{"Mme Durand", "Une réponse écrite", "2028-02-29"});
  REQUIRE(room.state.promise.has_value());
  CHECK(room.state.promise->due == "2028-02-29");
  CHECK(room.state.promise->at == room.now);
  for (const char* day : {"2027-02-29", "2100-02-29", "2027-04-31", "2027-13-01", "2027-00-10", "2027-01-00",
                          "2027/01/01", "27-01-01", "2027-1-010", "20270101aa", "2027-01-1x"}) {
    CAPTURE(day);
    CHECK(refusal_of(room, facilitator(), RecordPromise{"Mme Durand", "oui", day}).field == "due");
  }
  CHECK(room.say(facilitator(), RecordPromise{"Mme Durand", "oui", "2000-02-29"}).has_value());
  CHECK(room.say(facilitator(), RecordPromise{"Mme Durand", "oui", "2027-12-31"}).has_value());
  CHECK(refusal_of(room, facilitator(), RecordPromise{"=", "oui", "2027-12-31"}).field == "who");
  CHECK(refusal_of(room, facilitator(), RecordPromise{"Mme Durand", " ", "2027-12-31"}).field == "text");
}

}  // namespace decide_signals_test
