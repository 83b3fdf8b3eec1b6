#include <doctest/doctest.h>

#include "core/lineage.h"
#include "core/merge.h"
#include "core/seal.h"
#include "core/view.h"
#include "core/view_rules.h"
#include "unit/core/merge_world.h"

namespace decide_merge_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

bool kept(const Groupers& g, std::uint32_t person, std::uint32_t idea) {
  return group_of(g.state, citizen(person))->kept.contains(IdeaId{idea});
}

}  // namespace

TEST_CASE("anyone of the group keeps an idea, and takes it back") {
  Groupers g;
  g.must(citizen(1), g.keep(2));
  CHECK(kept(g, 2, 2));
  CHECK(g.must(citizen(2), g.keep(2)).events.empty());
  g.must(citizen(2), g.keep(2, false));
  CHECK_FALSE(kept(g, 1, 2));
}

TEST_CASE("nobody keeps an idea of another group") {
  Groupers g;
  CHECK(refusal_of(g, citizen(1), g.keep(3)) == refuse(Code::not_found, "idea", "this group has no such idea"));
  CHECK(refusal_of(g, citizen(1), g.keep(99)).code == Code::not_found);
  CHECK(refusal_of(g, screen(g.north), g.keep(1)).code == Code::not_allowed);
  CHECK(refusal_of(g, facilitator(), g.keep(1)).code == Code::not_allowed);
  CHECK(refusal_of(g, projector(), g.keep(1)).code == Code::not_allowed);
}

TEST_CASE("a group keeps at most as many ideas as the step says") {
  Groupers g;
  g.must(citizen(3), g.keep(3));
  g.must(citizen(4), g.keep(4));
  CHECK(refusal_of(g, citizen(5), g.keep(5)).code == Code::too_many);
  g.must(citizen(3), g.keep(3, false));
  g.must(citizen(5), g.keep(5));
}

TEST_CASE("a turn that is over is over, and so is the step") {
  Groupers g;
  const KeepIdea early = g.keep(1);
  g.turn(1);
  CHECK(refusal_of(g, citizen(1), early).code == Code::wrong_step);
  const KeepIdea in_time = g.keep(1);
  g.must(facilitator(), EndStep{"merge"});
  CHECK(refusal_of(g, citizen(1), in_time).code == Code::wrong_step);
}

TEST_CASE("several ideas become one, which is kept; they stay as its parents") {
  Groupers g;
  g.must(citizen(3), g.keep(3));
  g.must(citizen(3), g.merge({IdeaId{4}, IdeaId{3}}, "  three and four "));
  CHECK(g.idea(10).text == "three and four");
  CHECK(g.idea(10).parents == std::vector<IdeaId>{IdeaId{3}, IdeaId{4}});
  CHECK(g.idea(10).table == g.north);
  CHECK(g.idea(3).fate == Fate::merged);
  CHECK(g.idea(3).merged_into == IdeaId{10});
  CHECK(kept(g, 5, 10));
  CHECK_FALSE(kept(g, 5, 3));
}

TEST_CASE("what cannot be merged") {
  Groupers g;
  CHECK(refusal_of(g, citizen(3), g.merge({IdeaId{3}, IdeaId{3}})).code == Code::out_of_range);
  CHECK(refusal_of(g, citizen(3), g.merge({IdeaId{3}, IdeaId{1}})).code == Code::not_found);
  CHECK(refusal_of(g, citizen(3), g.merge({IdeaId{3}, IdeaId{4}}, " \n")).field == "text");
  CHECK(refusal_of(g, citizen(3), g.merge({IdeaId{3}, IdeaId{4}}, std::string(101, 'a'))).code == Code::too_long);
  g.must(citizen(3), g.merge({IdeaId{3}, IdeaId{4}}, std::string(100, 'a')));
}

TEST_CASE("two at once on the same idea: the second is told, and nothing is lost") {
  Groupers g;
  g.must(citizen(3), g.merge({IdeaId{3}, IdeaId{4}}));
  CHECK(refusal_of(g, citizen(4), g.merge({IdeaId{4}, IdeaId{5}})) ==
        refuse(Code::conflict, "ideas", "somebody has just done something else with this idea"));
  CHECK(refusal_of(g, citizen(5), g.keep(4)).code == Code::conflict);
  CHECK(g.idea(5).fate == Fate::open);
  g.must(citizen(4), g.unmerge(10));
  CHECK(refusal_of(g, citizen(5), g.unmerge(10)).code == Code::conflict);
  CHECK(refusal_of(g, citizen(1), g.unmerge(10)).field == "idea");
}

TEST_CASE("a merged idea is taken apart: its parents come back, kept as far as there is room") {
  Groupers g;
  g.must(citizen(3), g.merge({IdeaId{3}, IdeaId{4}, IdeaId{5}}));
  g.must(citizen(4), g.unmerge(10));
  CHECK(g.idea(10).fate == Fate::dissolved);
  CHECK(g.idea(3).fate == Fate::open);
  CHECK_FALSE(g.idea(3).merged_into);
  CHECK(kept(g, 3, 3));
  CHECK(kept(g, 3, 4));
  CHECK_FALSE(kept(g, 3, 5));
}

TEST_CASE("an idea made in an earlier turn is not taken apart") {
  Groupers g;
  g.must(citizen(1), g.merge({IdeaId{1}, IdeaId{2}}));
  g.turn(1);
  CHECK(refusal_of(g, citizen(1), g.unmerge(10)).code == Code::wrong_state);
  CHECK(refusal_of(g, citizen(1), g.unmerge(3)).code == Code::wrong_state);
}

TEST_CASE("a merged idea counts as one of those kept") {
  Groupers g;
  g.turn(1);
  g.must(citizen(1), g.keep(1));
  g.must(citizen(1), g.keep(2));
  CHECK(refusal_of(g, citizen(1), g.merge({IdeaId{3}, IdeaId{4}})).code == Code::too_many);
  g.must(citizen(1), g.merge({IdeaId{2}, IdeaId{3}}));
  CHECK(group_of(g.state, citizen(1))->kept.size() == 2);
}

TEST_CASE("a group merges a bounded number of times") {
  Groupers g;
  for (std::int64_t count = 0; count < limits::merges_per_group_max; ++count) {
    g.must(citizen(1), g.merge({IdeaId{1}, IdeaId{2}}));
    g.must(citizen(1), g.unmerge(g.last_idea().value));
  }
  CHECK(refusal_of(g, citizen(1), g.merge({IdeaId{1}, IdeaId{2}})).code == Code::too_many);
}

TEST_CASE("where the table is one group, its screen works too") {
  Groupers g;
  g.turn(2);
  g.must(screen(g.north), g.keep(5));
  CHECK(kept(g, 1, 5));
  CHECK(refusal_of(g, screen(g.south), g.keep(5)).code == Code::not_found);
}

TEST_CASE("at the end of the step an idea in whose place others were kept is not kept; where nothing was, all go on") {
  Groupers g;
  g.must(citizen(1), g.keep(1));
  g.turn(1);
  g.must(citizen(3), g.keep(3));
  g.must(citizen(3), g.merge({IdeaId{4}, IdeaId{5}}));
  g.turn(2);
  const MergeEnded end = the<MergeEnded>(g.must(facilitator(), EndStep{"merge"}));
  CHECK(end.not_kept == std::vector<IdeaId>{IdeaId{1}, IdeaId{2}});
  CHECK(end.kept == std::vector<IdeaId>{IdeaId{3}, IdeaId{6}, IdeaId{7}, IdeaId{8}, IdeaId{9}, IdeaId{10}});
  CHECK(g.idea(2).fate == Fate::not_kept);
  CHECK(lies_in(g.state, g.idea(3), "sheets"));
  CHECK(lies_in(g.state, g.idea(10), "sheets"));
  CHECK_FALSE(lies_in(g.state, g.idea(2), "sheets"));
}

TEST_CASE("the end undone brings everything back; so does an end that was the start of the next step") {
  Groupers g;
  g.must(citizen(1), g.keep(1));
  g.turn(1);
  for (const bool next : {false, true}) {
    if (next) {
      g.start("break");
    } else {
      g.must(facilitator(), EndStep{"merge"});
    }
    CHECK(g.idea(2).fate == Fate::not_kept);
    CHECK(lies_in(g.state, g.idea(1), "sheets"));
    g.must(facilitator(), UndoTransition{});
    CHECK(g.idea(2).fate == Fate::open);
    CHECK_FALSE(lies_in(g.state, g.idea(1), "sheets"));
    CHECK(g.state.run.turn == 1);
    CHECK(group_of(g.state, citizen(1))->ideas.size() == 4);
  }
  g.must(citizen(1), g.keep(1));
}

TEST_CASE("a start undone leaves no groups, and what was merged is there when the step starts again") {
  Groupers g;
  g.must(citizen(1), g.merge({IdeaId{1}, IdeaId{2}}));
  g.must(facilitator(), UndoTransition{});
  CHECK(groups_now(g.state) == nullptr);
  CHECK(g.state.merges.empty());
  g.start("merge");
  CHECK(group_of(g.state, citizen(1))->ideas == std::vector<IdeaId>{IdeaId{10}});
}

TEST_CASE("started again, the step goes on with what it had kept") {
  Groupers g;
  g.must(citizen(1), g.keep(1));
  g.must(facilitator(), EndStep{"merge"});
  g.start("break");
  g.start("merge");
  CHECK(group_of(g.state, citizen(1))->ideas == std::vector<IdeaId>{IdeaId{1}});
  g.turn(1);
  g.must(citizen(3), g.keep(3));
  g.start("break");
  CHECK_FALSE(lies_in(g.state, g.idea(1), "sheets"));
  g.must(facilitator(), UndoTransition{});
  CHECK(lies_in(g.state, g.idea(1), "sheets"));
}

TEST_CASE("what a group merged or did not keep is not sorted; what it kept is") {
  Groupers g;
  g.must(citizen(1), g.keep(1));
  g.must(citizen(3), g.merge({IdeaId{3}, IdeaId{4}}));
  g.start("cluster");
  for (const std::uint32_t id : {2U, 3U}) {
    CHECK_FALSE(idea_can_be_sorted(g.state, g.idea(id)));
    CHECK(refusal_of(g, facilitator(), MoveIdea{IdeaId{id}, std::nullopt}).code == Code::wrong_state);
  }
  g.add_cluster("Kept", {IdeaId{1}, IdeaId{10}});
  CHECK(g.idea(10).fate == Fate::clustered);
  g.start("draft");
  CHECK(g.state.articles.at(ArticleId{1}).sources == std::vector<IdeaId>{IdeaId{1}, IdeaId{10}});
  CHECK(canonical_avis(g.state).find("merged") == std::string::npos);
  g.must(screen(g.north), EditArticle{ArticleId{1}, "title", "Benches", 0});
  g.must(facilitator(), EndStep{"draft"});
  CHECK(canonical_avis(g.state).find("sources 1 10\nmerged 10 from 3 4\n") != std::string::npos);
}

TEST_CASE("an idea of a cluster that is merged leaves it, and is there again when the merge is undone") {
  Groupers g("cluster");
  g.add_cluster("Places", {IdeaId{1}});
  g.start("merge");
  g.must(citizen(1), g.merge({IdeaId{1}, IdeaId{2}}));
  CHECK(view_board(g.state).clusters.front().ideas.empty());
  g.must(citizen(1), g.unmerge(10));
  CHECK(g.idea(1).fate == Fate::clustered);
  CHECK(view_board(g.state).clusters.front().ideas.size() == 1);
}

TEST_CASE("alone, people write as many ideas as the step says; in the other turns, none") {
  Groupers g("alone");
  g.must(citizen(1), SaveDraft{"alone", "half"});
  g.must(citizen(1), SubmitIdea{"alone", "one"});
  g.must(citizen(1), SubmitIdea{"alone", "two"});
  CHECK(refusal_of(g, citizen(1), SubmitIdea{"alone", "three"}).code == Code::too_many);
  CHECK(refusal_of(g, citizen(1), g.keep(1)).code == Code::wrong_step);
  Groupers pairs;
  CHECK(refusal_of(pairs, citizen(1), SubmitIdea{"merge", "one"}).code == Code::wrong_step);
}

}  // namespace decide_merge_test
