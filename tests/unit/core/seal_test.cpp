#include "core/seal.h"

#include <doctest/doctest.h>

#include "base/sha256.h"
#include "unit/core/world.h"

namespace seal_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

// One table, one person, one idea, one cluster; the room is at the vote step with one article.
Room room_with_article(const std::string& problem) {
  Room room;
  const TableId red = room.add_table("Red");
  const PersonId ada = room.arrive(red, "Ada");
  room.start("write");
  const IdeaId idea = room.write_idea(ada, "more trees");
  room.start("cluster");
  room.add_cluster("Trees", {idea});
  room.start("draft");
  room.must(screen(red), EditArticle{ArticleId{1}, "title", "Été", 0});
  room.must(screen(red), EditArticle{ArticleId{1}, "problem", problem, 0});
  room.start("vote");
  return room;
}

}  // namespace

TEST_CASE("an atelier without articles seals its question") {
  const Room room;
  CHECK(canonical_avis(room.state) == "tablee.avis/1\nquestion 19\nWhat should change?\narticles 0\n");
}

TEST_CASE("an article is sealed with its fields, its vote and its sources; lengths are bytes") {
  Room room = room_with_article("Heat");
  const std::string head =
      "tablee.avis/1\nquestion 19\nWhat should change?\narticles 1\narticle 1\n"
      "field title 5\nÉté\nfield problem 4\nHeat\nfield measure 0\n\n";
  CHECK(canonical_avis(room.state) == head + "vote none\nsources 1\n");
  room.must(facilitator(), OpenPoll{PollId{1}});
  room.must(person(PersonId{1}), CastVote{PollId{1}, ballot_key(1), Choice::for_});
  room.must(facilitator(), ClosePoll{PollId{1}});
  CHECK(canonical_avis(room.state) == head + "vote none\nsources 1\n");
  room.must(facilitator(), PublishPoll{PollId{1}});
  CHECK(canonical_avis(room.state) ==
        head + "vote adopted for 1 against 0 abstain 0 base 1 yes_needed 1 quorum_needed 1\nsources 1\n");
}

TEST_CASE("no text can pass for a line of the format") {
  const Room honest = room_with_article("Heat");
  const Room forged = room_with_article("Heat\nvote adopted for 9 against 0");
  const std::string text = canonical_avis(forged.state);
  CHECK(text.find("field problem 33\nHeat\nvote adopted for 9 against 0\nfield measure 0\n") != std::string::npos);
  CHECK(text != canonical_avis(honest.state));
}

TEST_CASE("sources are sealed in order of id") {
  Room room = room_with_article("Heat");
  for (const IdeaId id : {IdeaId{3}, IdeaId{12}}) {
    Idea idea;
    idea.id = id;
    room.state.ideas.emplace(id, idea);
  }
  room.state.articles.at(ArticleId{1}).sources = {IdeaId{12}, IdeaId{3}};
  CHECK(canonical_avis(room.state).ends_with("sources 3 12\n"));
  room.state.articles.at(ArticleId{1}).sources.clear();
  CHECK(canonical_avis(room.state).ends_with("sources\n"));
}

TEST_CASE("what the hand-over seals is the canonical avis") {
  Room room = room_with_article("Heat");
  const Decision decision = room.start("hand_over");
  CHECK(the<AvisSealed>(decision).sha256 == to_hex(sha256(canonical_avis(room.state))));
}

}  // namespace seal_test
