#include "core/view_merge.h"

#include <doctest/doctest.h>

#include "core/view.h"
#include "unit/core/merge_world.h"
#include "unit/core/view_dump.h"

namespace view_merge_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

// The sections in which a text appears.
std::set<std::string> seen_in(const State& state, const std::string& text) {
  std::set<std::string> found;
  for (const auto& [key, section] : all_sections(state)) {
    if (section.find(text) != std::string::npos) {
      found.insert(key);
    }
  }
  return found;
}

using Keys = std::set<std::string>;

}  // namespace

TEST_CASE("a group sees its ideas, its people and what it keeps") {
  Groupers g;
  g.must(facilitator(), RenamePerson{PersonId{2}, "Bob"});
  g.must(citizen(1), g.keep(1));
  const GroupView view = *view_me(g.state, PersonId{1}).group;
  CHECK(view.form == Form::pair);
  CHECK(view.people == 2);
  CHECK(view.with == std::vector<std::string>{"Bob"});
  CHECK(view.min == 1);
  CHECK(view.max == 2);
  CHECK(view.characters == 100);
  REQUIRE(view.ideas.size() == 2);
  CHECK(view.ideas[0].kept);
  CHECK_FALSE(view.ideas[1].kept);
}

TEST_CASE("names are shown only where the programme says so") {
  Scenario scenario = scenario_with_merging();
  scenario.names_at_table = false;
  Groupers g("merge", scenario);
  g.must(facilitator(), RenamePerson{PersonId{2}, "Bob"});
  CHECK(view_me(g.state, PersonId{1}).group->with.empty());
  CHECK(view_me(g.state, PersonId{1}).group->people == 2);
}

TEST_CASE("a merged idea shows its parents, to its group alone while the step runs") {
  Groupers g;
  g.must(citizen(1), g.merge({IdeaId{1}, IdeaId{2}}, "benches and trees"));
  const GroupIdea made = view_me(g.state, PersonId{2}).group->ideas.front();
  CHECK(made.made);
  CHECK(made.kept);
  CHECK(made.parents == std::vector<std::string>{"idea 1", "idea 2"});
  CHECK(seen_in(g.state, "benches and trees") == Keys{"me/1", "me/2"});
  g.turn(2);
  CHECK(seen_in(g.state, "benches and trees") == Keys{"me/1", "me/2", "me/3", "me/4", "me/5", "table/1"});
  CHECK_FALSE(view_me(g.state, PersonId{1}).group->ideas.front().made);
}

TEST_CASE("an author learns what their idea goes on in once the step is over") {
  Groupers g;
  g.must(citizen(1), g.merge({IdeaId{1}, IdeaId{2}}, "both"));
  g.must(citizen(3), g.keep(3));
  CHECK(view_mine(g.state, PersonId{1}).ideas[0].fate == Fate::merged);
  CHECK(view_mine(g.state, PersonId{1}).ideas[0].into.empty());
  g.start("cluster");
  CHECK(view_mine(g.state, PersonId{4}).ideas[0].fate == Fate::not_kept);
  MyIdea mine = view_mine(g.state, PersonId{1}).ideas[0];
  CHECK(mine.into == "both");
  CHECK(mine.into_fate == Fate::open);
  g.add_cluster("Places", {IdeaId{10}});
  mine = view_mine(g.state, PersonId{1}).ideas[0];
  CHECK(mine.cluster == "Places");
  CHECK(mine.into_fate == Fate::clustered);
}

TEST_CASE("groups are counted by table and for the room") {
  Groupers g;
  g.must(citizen(1), g.keep(1));
  const PeopleView people = view_people(g.state);
  CHECK(people.tables[0].groups == 2);
  CHECK(people.tables[0].groups_kept == 1);
  CHECK(view_tally(g.state).groups == 4);
  CHECK(view_tally(g.state).groups_kept == 1);
  g.must(facilitator(), EndStep{"merge"});
  CHECK(view_tally(g.state).groups == 0);
}

TEST_CASE("in plenary everyone reads what groups kept, by table, while the turn goes on") {
  Groupers g("share");
  g.must(citizen(1), g.keep(1));
  g.must(citizen(6), g.merge({IdeaId{6}, IdeaId{7}}, "six and seven"));
  CHECK(view_board(g.state).kept_at_tables.empty());
  g.turn(1);
  CHECK(view_me(g.state, PersonId{1}).group == std::nullopt);
  const std::vector<TableKept> shown = view_board(g.state).kept_at_tables;
  REQUIRE(shown.size() == 2);
  CHECK(shown[0].table == "North");
  CHECK(shown[0].ideas == std::vector<std::string>{"idea 1"});
  CHECK(shown[1].ideas == std::vector<std::string>{"six and seven"});
  g.must(facilitator(), EndStep{"share"});
  CHECK(view_board(g.state).kept_at_tables.empty());
}

TEST_CASE("a table shows a bounded number of ideas in plenary") {
  Scenario scenario = scenario_with_merging();
  scenario.steps[2].writes->front().max = limits::ideas_per_person_max;
  Room room(scenario);
  const PersonId writer = room.arrive(room.add_table());
  room.start("write");
  for (std::int64_t count = 0; count <= limits::kept_shown_per_table_max; ++count) {
    room.write_idea(writer, "idea");
  }
  room.start("share");
  for (std::uint32_t id = 1; id <= limits::kept_shown_per_table_max + 1; ++id) {
    room.must(person(writer), KeepIdea{"share", 0, IdeaId{id}, true});
  }
  room.must(facilitator(), StartTurn{"share", 1});
  CHECK(static_cast<std::int64_t>(view_board(room.state).kept_at_tables[0].ideas.size()) ==
        limits::kept_shown_per_table_max);
}

}  // namespace view_merge_test
