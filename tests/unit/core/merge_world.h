// unit/core/merge_world.h: the small atelier with groups that keep and merge ideas.
//
// After `write` come `merge` (pairs 6 min, quartets 10, the table 14; at most 2 ideas of 100 characters, into
// `sheets`), `alone` (3 min alone, then pairs, into `more`) and `share` (pairs of their own ideas, then plenary; no
// limit). Groupers has five people at North, three at South and a person without a table; everyone has written one
// idea, whose number is theirs.
#pragma once

#include "unit/core/world.h"

namespace tablee::core::testing {

inline Step make_merge_step(const std::string& id, std::vector<Turn> turns, const Read& read, const std::string& to) {
  Step step = make_step(id, StepKind::merge, TimerMode::firm, 30, 35);
  step.audience.form = Form::table;
  step.timer.turns = std::move(turns);
  step.reads = {read};
  step.writes = {writes_to(to)};
  return step;
}

inline Turn turn_of(std::int64_t minutes, Form form) {
  return Turn{minutes, form, std::nullopt};
}

inline Scenario scenario_with_merging(Scenario scenario = small_scenario()) {
  for (const char* store : {"sheets", "more", "shared"}) {
    scenario.stores.push_back(Store{store, StoreObject::idea});
  }
  Read of_table{"ideas"};
  of_table.distribution = Distribution::own_table;
  Read own{"ideas"};
  own.distribution = Distribution::own;
  Step merge = make_merge_step("merge", {turn_of(6, Form::pair), turn_of(10, Form::quartet), turn_of(14, Form::table)},
                               of_table, "sheets");
  merge.writes->front().min = 1;
  merge.writes->front().max = 2;
  merge.writes->front().characters = 100;
  Step alone = make_merge_step("alone", {turn_of(3, Form::individual), turn_of(6, Form::pair)}, of_table, "more");
  alone.writes->front().max = 2;
  const Step share = make_merge_step("share", {turn_of(6, Form::pair), turn_of(5, Form::plenary)}, own, "shared");
  const auto after_write = scenario.steps.begin() + 3;
  scenario.steps.insert(after_write, {merge, alone, share});
  return scenario;
}

struct Groupers : Room {
  explicit Groupers(const std::string& step = "merge", Scenario scenario = scenario_with_merging())
      : Room(std::move(scenario)) {
    north = add_table("North");
    south = add_table("South");
    for (int place = 0; place < 5; ++place) {
      arrive(north);
    }
    for (int place = 0; place < 3; ++place) {
      arrive(south);
    }
    arrive();
    start("write");
    for (std::uint32_t each = 1; each <= 9; ++each) {
      write_idea(PersonId{each}, "idea " + std::to_string(each));
    }
    start(step);
  }

  Decision turn(std::int64_t number) { return must(facilitator(), StartTurn{state.run.step, number}); }
  KeepIdea keep(std::uint32_t idea, bool kept = true) const {
    return KeepIdea{state.run.step, state.run.turn, IdeaId{idea}, kept};
  }
  MergeIdeas merge(std::vector<IdeaId> ideas, const std::string& text = "both") const {
    return MergeIdeas{state.run.step, state.run.turn, std::move(ideas), text};
  }
  UnmergeIdea unmerge(std::uint32_t idea) const { return UnmergeIdea{state.run.step, state.run.turn, IdeaId{idea}}; }
  const Idea& idea(std::uint32_t id) const { return state.ideas.at(IdeaId{id}); }
  IdeaId last_idea() const { return state.ideas.rbegin()->first; }

  TableId north, south;
};

inline Subject citizen(std::uint32_t id) {
  return person(PersonId{id});
}

}  // namespace tablee::core::testing
