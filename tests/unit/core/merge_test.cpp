#include "core/merge.h"

#include <doctest/doctest.h>

#include "core/lineage.h"
#include "unit/core/merge_world.h"

namespace merge_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

// "1 2|3 4 5": the people of each group, in order, tables separated by " / ".
std::string people_in(const State& state) {
  std::string out;
  const MergeGroup* last = nullptr;
  for (const MergeGroup& group : groups_now(state)->groups) {
    out += last == nullptr ? "" : group.table == last->table ? "|" : " / ";
    last = &group;
    std::string members;
    for (const PersonId person : group.people) {
      members += (members.empty() ? "" : " ") + std::to_string(person.value);
    }
    out += members;
  }
  return out;
}

std::string listed(const std::vector<IdeaId>& ideas) {
  std::string out;
  for (const IdeaId idea : ideas) {
    out += (out.empty() ? "" : " ") + std::to_string(idea.value);
  }
  return out;
}

std::string ideas_of(const State& state, std::uint32_t person) {
  return listed(group_of(state, citizen(person))->ideas);
}

void everyone_comes(Room& room, int count, std::optional<TableId> table) {
  for (int place = 0; place < count; ++place) {
    room.arrive(table);
  }
}

}  // namespace

TEST_CASE("people of a table are cut in order; whoever is left alone joins the last group") {
  const Groupers g;
  CHECK(people_in(g.state) == "9 / 1 2|3 4 5 / 6 7 8");
}

TEST_CASE("groups of a later turn are made of whole earlier ones") {
  Groupers g;
  g.turn(1);
  CHECK(people_in(g.state) == "9 / 1 2 3 4 5 / 6 7 8");
  g.turn(2);
  CHECK(people_in(g.state) == "9 / 1 2 3 4 5 / 6 7 8");
}

TEST_CASE("pairs nest in quartets at larger tables, and a rest of two stays a pair") {
  Room room(scenario_with_merging());
  const TableId table = room.add_table();
  everyone_comes(room, 10, table);
  room.start("merge");
  CHECK(people_in(room.state) == "1 2|3 4|5 6|7 8|9 10");
  room.must(facilitator(), StartTurn{"merge", 1});
  CHECK(people_in(room.state) == "1 2 3 4|5 6 7 8|9 10");
}

TEST_CASE("from larger groups to smaller ones the table is cut anew") {
  Scenario scenario = scenario_with_merging();
  (*scenario.steps[3].timer.turns)[0].form = Form::quartet;
  (*scenario.steps[3].timer.turns)[1].form = Form::pair;
  Groupers g("merge", scenario);
  CHECK(people_in(g.state) == "9 / 1 2 3 4 5 / 6 7 8");
  g.turn(1);
  CHECK(people_in(g.state) == "9 / 1 2|3 4 5 / 6 7 8");
  CHECK(ideas_of(g.state, 1) == "1 2 3 4 5");
}

TEST_CASE("people without a table form groups among themselves, as many as a table would hold") {
  Scenario scenario = scenario_with_merging();
  scenario.steps[3].timer.turns.reset();
  Room room(scenario);
  everyone_comes(room, 6, std::nullopt);
  room.start("merge");
  CHECK(people_in(room.state) == "1 2 3 4|5 6");
}

TEST_CASE("only people who are there are in groups") {
  Room room(scenario_with_merging());
  const TableId table = room.add_table();
  everyone_comes(room, 3, table);
  room.add_person(table);
  room.must(facilitator(), SetGone{PersonId{2}, true});
  room.start("merge");
  CHECK(people_in(room.state) == "1 3");
}

TEST_CASE("somebody who comes in the middle joins the smallest group, the last of them, with their ideas") {
  Groupers g;
  g.must(facilitator(), SeatPerson{PersonId{9}, g.north});
  CHECK(people_in(g.state) == " / 1 2 9|3 4 5 / 6 7 8");
  // Their idea stays where it is: an idea is in one group of a turn.
  CHECK(ideas_of(g.state, 9) == "1 2");
  const PersonId late = g.arrive(g.north);
  CHECK(people_in(g.state) == " / 1 2 9|3 4 5 10 / 6 7 8");
  CHECK(group_of(g.state, person(late)) != nullptr);
  g.turn(1);
  CHECK(people_in(g.state) == "1 2 9|3 4 5 10 / 6 7 8");
}

TEST_CASE("somebody who leaves frees the group, and its ideas stay with it") {
  Groupers g;
  g.must(facilitator(), SetGone{PersonId{1}, true});
  g.must(facilitator(), SetGone{PersonId{2}, true});
  CHECK(people_in(g.state) == "9 / |3 4 5 / 6 7 8");
  g.turn(1);
  CHECK(people_in(g.state) == "9 / 3 4 5 / 6 7 8");
  CHECK(ideas_of(g.state, 3) == "1 2 3 4 5");
}

TEST_CASE("a table that had nobody has a group as soon as somebody sits there") {
  Groupers g;
  const TableId west = g.add_table("West");
  g.must(facilitator(), SeatPerson{PersonId{9}, west});
  CHECK(people_in(g.state) == " / 1 2|3 4 5 / 6 7 8 / 9");
  g.must(facilitator(), DealTables{true});
  for (std::uint32_t each = 1; each <= 9; ++each) {
    CHECK(group_of(g.state, citizen(each))->table == g.state.people.at(PersonId{each}).table);
  }
}

TEST_CASE("pairs start from the ideas of their members, the table from all of its own") {
  Groupers g;
  CHECK(ideas_of(g.state, 1) == "1 2");
  CHECK(ideas_of(g.state, 4) == "3 4 5");
  CHECK(ideas_of(g.state, 9) == "9");
  g.turn(2);
  CHECK(ideas_of(g.state, 1) == "1 2 3 4 5");
}

TEST_CASE(
    "ideas of somebody who is not there are with the table where they were written, unless they are theirs alone") {
  Room room(scenario_with_merging());
  const TableId table = room.add_table();
  everyone_comes(room, 3, table);
  room.start("write");
  room.write_idea(PersonId{3}, "left behind");
  room.must(facilitator(), SetGone{PersonId{3}, true});
  room.start("merge");
  CHECK(ideas_of(room.state, 1) == "1");
  room.start("share");
  CHECK(ideas_of(room.state, 1).empty());
}

TEST_CASE("a later turn starts from what earlier groups kept; from everything where nothing was kept") {
  Groupers g;
  g.must(citizen(1), g.keep(2));
  g.turn(1);
  CHECK(ideas_of(g.state, 1) == "2 3 4 5");
}

TEST_CASE("an idea sent a little late reaches the group of its author") {
  Groupers g;
  g.must(citizen(6), SubmitIdea{"write", "late"});
  CHECK(ideas_of(g.state, 7) == "6 7 8 10");
}

TEST_CASE("ideas written alone in the step go to the first group, with those it reads") {
  Groupers g("alone");
  CHECK(groups_now(g.state) == nullptr);
  g.must(citizen(1), SubmitIdea{"alone", "new"});
  g.turn(1);
  CHECK(ideas_of(g.state, 2) == "1 2 10");
  // Two minutes are left to what was being typed.
  g.must(citizen(2), SubmitIdea{"alone", "typed"});
  CHECK(ideas_of(g.state, 1) == "1 2 10 11");
  CHECK(g.idea(11).late);
  g.now += limits::late_grace_ms + 1;
  CHECK(refusal_of(g, citizen(2), SubmitIdea{"alone", "too late"}).code == Code::wrong_step);
}

TEST_CASE("back to a turn: its groups go on as they were; those of later turns are formed again") {
  Groupers g;
  g.must(citizen(1), g.keep(1));
  g.turn(1);
  g.must(citizen(1), g.keep(3));
  g.turn(0);
  CHECK(group_of(g.state, citizen(1))->kept.contains(IdeaId{1}));
  g.must(citizen(1), g.keep(2));
  g.turn(1);
  CHECK(ideas_of(g.state, 1) == "1 2 3 4 5");
}

TEST_CASE("a group has a bounded number of ideas; what does not fit stays what it was") {
  Scenario scenario = scenario_with_merging();
  scenario.steps[2].writes->front().max = limits::ideas_per_person_max;
  Room room(scenario);
  const TableId table = room.add_table();
  everyone_comes(room, 7, table);
  room.start("write");
  for (std::uint32_t each = 1; each <= 7; ++each) {
    for (std::int64_t count = 0; count < limits::ideas_per_person_max; ++count) {
      room.write_idea(PersonId{each}, "idea");
    }
  }
  room.start("merge");
  room.must(facilitator(), StartTurn{"merge", 2});
  CHECK(static_cast<std::int64_t>(group_of(room.state, citizen(1))->ideas.size()) == limits::ideas_per_group_max);
  room.must(citizen(1), KeepIdea{"merge", 2, IdeaId{1}, true});
  const Decision end = room.must(facilitator(), EndStep{"merge"});
  CHECK(static_cast<std::int64_t>(the<MergeEnded>(end).not_kept.size()) == limits::ideas_per_group_max - 1);
  CHECK(room.state.ideas.rbegin()->second.fate == Fate::open);
}

TEST_CASE("what a merged idea comes from, through every turn") {
  Groupers g;
  g.must(citizen(1), g.merge({IdeaId{1}, IdeaId{2}}));
  g.must(citizen(3), g.merge({IdeaId{3}, IdeaId{5}}));
  g.turn(1);
  g.must(citizen(4), g.merge({IdeaId{10}, IdeaId{11}}));
  CHECK(listed(written_ideas(g.state, g.idea(12))) == "1 2 3 5");
  CHECK(authors_of(g.state, g.idea(12)).size() == 4);
  CHECK(goes_on_in(g.state, g.idea(1)).id == IdeaId{12});
}

}  // namespace merge_test
