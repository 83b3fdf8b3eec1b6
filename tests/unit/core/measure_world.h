// unit/core/measure_world.h: the small atelier with two questionnaires, and twelve people who can answer them.
#pragma once

#include <string>
#include <vector>

#include "unit/core/world.h"

namespace tablee::core::testing {

inline Step make_measure_step(const std::string& id) {
  Step step = make_step(id, StepKind::measure, TimerMode::soft, 5, 10);
  step.audience.form = Form::individual;
  step.questions = {Question{"heard", words("I am heard"), Scale::agreement},
                    Question{"sky", words("How is the sky?"), Scale::weather},
                    Question{"again", words("Would you come again?"), Scale::yes_no},
                    Question{"word", words("In your words"), Scale::words}};
  Write write = writes_to("opinions");
  step.writes = {write};
  return step;
}

// small_scenario() with `before`, and `after` that is compared with it, in front of `hand_over`.
inline Scenario measure_scenario() {
  Scenario scenario = small_scenario();
  scenario.stores.push_back(Store{"opinions", StoreObject::answer});
  Step after = make_measure_step("after");
  after.compare_with = "before";
  scenario.steps.insert(scenario.steps.end() - 1, {make_measure_step("before"), after});
  return scenario;
}

inline SheetAnswer level(const std::string& question, std::int64_t chosen) {
  return SheetAnswer{question, chosen, false, ""};
}
inline SheetAnswer unknown(const std::string& question) {
  return SheetAnswer{question, std::nullopt, true, ""};
}
inline SheetAnswer in_words(const std::string& question, const std::string& text) {
  return SheetAnswer{question, std::nullopt, false, text};
}

// A pseudonym as a tablet would draw it, different for each person.
inline std::string pseudonym_of(PersonId id) {
  return ballot_key(1000 + id.value);
}

struct Twelve {
  Twelve() : room(measure_scenario()) {
    table = room.add_table("Red");
    for (int i = 0; i < 12; ++i) {
      people.push_back(room.arrive(table));
    }
  }
  Decision fill(std::size_t place, const std::string& step, std::vector<SheetAnswer> answers) {
    return room.must(person(people[place]), FillSheet{step, pseudonym_of(people[place]), std::move(answers)});
  }
  void end_and_publish(const std::string& step) {
    room.must(facilitator(), EndStep{step});
    room.must(facilitator(), PublishMeasure{step});
  }
  const MeasurePublished& result(const std::string& step) { return *room.state.measures.at(step).result; }

  Room room;
  TableId table;
  std::vector<PersonId> people;
};

}  // namespace tablee::core::testing
