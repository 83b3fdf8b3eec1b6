// unit/core/asking_world.h: the small atelier with a step in which tables ask and one in which they are answered.
#pragma once

#include <string>

#include "unit/core/world.h"

namespace tablee::core::testing {

// `collect` (2 questions a table, 40 characters) and `reply` (90 seconds an answer), before `hand_over`; one store.
inline Scenario with_asking(Scenario scenario) {
  scenario.stores.push_back(Store{"questions", StoreObject::question});
  Step collect = make_step("collect", StepKind::ask, TimerMode::soft, 15, 20);
  collect.audience.form = Form::table;
  Write write = writes_to("questions");
  write.max = 2;
  write.characters = 40;
  collect.writes = {write};
  Step reply = make_step("reply", StepKind::ask, TimerMode::soft, 30, 40);
  reply.reads = {Read{"questions"}};
  reply.writes = {writes_to("questions")};
  reply.speech_seconds = 90;
  scenario.steps.insert(scenario.steps.end() - 1, {collect, reply});
  return scenario;
}

// Two tables: Ada and Bob at Red, Cleo at Blue.
struct Asking {
  Asking() : room(with_asking(small_scenario())) {
    red = room.add_table("Red");
    blue = room.add_table();
    ada = room.arrive(red);
    bob = room.arrive(red);
    cleo = room.arrive(blue);
  }
  QuestionId ask(const Subject& subject, const std::string& text) {
    room.must(subject, AskQuestion{room.state.run.step, text});
    return room.state.questions.rbegin()->first;
  }
  const AskedQuestion& question(QuestionId id) { return room.state.questions.at(id); }

  Room room;
  TableId red, blue;
  PersonId ada, bob, cleo;
};

}  // namespace tablee::core::testing
