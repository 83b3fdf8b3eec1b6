#include "export/avis_document.h"

#include <doctest/doctest.h>

#include "unit/core/merge_world.h"
#include "unit/core/review_world.h"
#include "unit/core/view_dump.h"
#include "unit/export/atelier.h"

namespace avis_document_test {

using namespace tablee;
using namespace tablee::exported;
using namespace tablee::exported::testing;

TEST_CASE("an atelier that has not begun has a document with nothing in it") {
  const AvisDocument document = document_of(Room{});
  CHECK(document.format == "tablee.avis/1");
  CHECK(document.question.fr == "What should change?");
  CHECK(document.articles.empty());
  CHECK(document.rankings.empty());
  CHECK(document.ideas_left.empty());
  CHECK(document.rules.empty());
  CHECK(document.composition.people_present == 0);
  CHECK(document.composition.started_at_ms == 0);
  CHECK(document.programme.worked_minutes == 0);
  CHECK_FALSE(document.promise.has_value());
  CHECK(document.sealed_sha256.empty());
  CHECK(document.journal_sha256 == std::string(64, 'b'));
  CHECK(document.journal_rows == 42);
  CHECK(document.scenario_sha256 == std::string(64, 'a'));
}

TEST_CASE("the composition says who came, and from when to when") {
  const Room room = finished_atelier();
  const Composition composition = document_of(room).composition;
  CHECK(composition.people_present == 3);
  CHECK(composition.tables == 2);
  CHECK(composition.started_at_ms == room.state.laps.front().started_at);
  CHECK(composition.ended_at_ms == room.now);
}

TEST_CASE("an article has its texts with labels, its vote and its sources") {
  const AvisDocument document = document_of(finished_atelier());
  REQUIRE(document.articles.size() == 1);
  const ArticlePrinted& article = document.articles[0];
  CHECK(article.number == 1);
  CHECK(article.title == "Plant trees");
  CHECK(article.subject == "Trees");
  CHECK(article.table == "Red");
  CHECK(article.status == core::ArticleStatus::adopted);
  REQUIRE(article.texts.size() == 1);  // the title apart, the empty field left out
  CHECK(article.texts[0].field_id == "measure");
  REQUIRE(article.texts[0].label.has_value());
  CHECK(article.texts[0].label->fr == "measure");
  CHECK(article.texts[0].text == "One tree a street");
  CHECK(article.vote_stage == VoteStage::published);
  REQUIRE(article.votes.has_value());
  CHECK(article.votes->for_ == 2);
  CHECK(article.votes->against == 0);
  CHECK(article.votes->abstain == 1);
  CHECK(article.votes->not_voting == 0);
  CHECK(article.votes->present == 3);
  CHECK(article.votes->base == 2);
  CHECK(article.votes->yes_needed == 2);
  CHECK(article.votes->quorum_needed == 2);
  CHECK(article.votes->quorum_met);
  CHECK(article.votes->outcome == core::Outcome::adopted);
  CHECK(article.votes->box_sha256.size() == 64);
  REQUIRE(article.sources.size() == 1);
  CHECK(article.sources[0].id == IdeaId{1});
  CHECK(article.sources[0].text == "more trees");
}

TEST_CASE("an article has what other tables said of it once their turn is over, withdrawn comments left out") {
  Readers room;
  core::WriteComment comment = room.about(ArticleId{2});
  comment.passage = core::Passage{"problem", "No bench", 2};
  room.must(screen(room.north), comment);
  room.must(screen(room.north), room.about(ArticleId{2}));
  room.must(screen(room.north), core::WithdrawComment{CommentId{2}});
  CHECK(document_of(room).articles[1].comments.empty());
  room.start("rewrite");
  room.must(screen(room.south), core::AnswerComment{CommentId{1}, core::CommentFate::taken, "Done"});
  room.must(screen(room.south), core::EditArticle{ArticleId{2}, "problem", "Benches",
                                                  core::testing::revision_of(room, ArticleId{2}, "problem")});
  room.must(facilitator(), core::EndStep{"rewrite"});
  const AvisDocument document = document_of(room);
  REQUIRE(document.articles[1].comments.size() == 1);
  const CommentPrinted& printed = document.articles[1].comments[0];
  CHECK(printed.table == "North");
  CHECK(printed.quote == "No bench");
  CHECK(printed.changed);
  CHECK(printed.fate == core::CommentFate::taken);
  CHECK(printed.word == "Done");
  CHECK(document.articles[0].comments.empty());
}

TEST_CASE("people present who put no ballot in are counted as not voting") {
  Room room = finished_atelier();
  core::Poll& poll = room.state.polls.at(PollId{2});
  poll.present = 10;
  CHECK(document_of(room).articles[0].votes->not_voting == 7);
  // Someone who came after the opening voted too.
  poll.present = 2;
  CHECK(document_of(room).articles[0].votes->not_voting == 0);
}

TEST_CASE("a count that is not published is not in the document") {
  Room room = finished_atelier();
  room.state.polls.at(PollId{2}).status = core::PollStatus::closed;
  room.state.polls.at(PollId{1}).status = core::PollStatus::closed;
  const AvisDocument document = document_of(room);
  CHECK_FALSE(document.articles[0].votes.has_value());
  CHECK(document.articles[0].vote_stage == VoteStage::closed);
  CHECK(document.articles[0].status == core::ArticleStatus::submitted);
  CHECK(document.rankings.empty());
}

TEST_CASE("a published points vote is there with its clusters") {
  const AvisDocument document = document_of(finished_atelier());
  REQUIRE(document.rankings.size() == 1);
  const RankingPrinted& ranking = document.rankings[0];
  CHECK(ranking.present == 3);
  CHECK(ranking.ballots == 1);
  CHECK(ranking.points == 5);
  CHECK(ranking.max_per_option == 2);
  CHECK(ranking.keep == 2);
  REQUIRE(ranking.clusters.size() == 1);
  CHECK(ranking.clusters[0].title == "Trees");
  CHECK(ranking.clusters[0].total.points == 2);
  CHECK(ranking.clusters[0].total.supporters == 1);
  CHECK(ranking.clusters[0].total.kept);
  CHECK(ranking.clusters[0].ideas == 1);
}

TEST_CASE("only the rules of votes that were held are printed") {
  CHECK(document_of(finished_atelier()).rules.size() == 2);
  Room room;
  const PersonId ada = room.arrive(room.add_table());
  room.start("write");
  const IdeaId idea = room.write_idea(ada, "an idea");
  room.start("cluster");
  room.add_cluster("C", {idea});
  CHECK(document_of(room).rules.empty());
  room.start("rank");
  REQUIRE(document_of(room).rules.size() == 1);
  CHECK(document_of(room).rules[0].id == "points");
}

TEST_CASE("every idea is a source, or left with its fate; a withdrawn one is only counted") {
  const AvisDocument document = document_of(finished_atelier());
  CHECK(document.ideas_received == 3);
  CHECK(document.ideas_withdrawn == 1);
  REQUIRE(document.ideas_left.size() == 1);
  CHECK(document.ideas_left[0].text == "fewer cars");
  CHECK(document.ideas_left[0].fate == core::Fate::set_aside);
  CHECK(document.ideas_left[0].reason == "another question");
  CHECK(core::testing::dump(document.ideas_left).find("withdrawn") == std::string::npos);
}

TEST_CASE("an idea left tells its cluster, and whether the room kept it") {
  Room room = finished_atelier();
  room.state.articles.at(ArticleId{1}).sources.clear();
  const AvisDocument document = document_of(room);
  REQUIRE(document.ideas_left.size() == 2);
  CHECK(document.ideas_left[0].fate == core::Fate::clustered);
  CHECK(document.ideas_left[0].cluster == "Trees");
  CHECK(document.ideas_left[0].cluster_kept);
}

TEST_CASE("a source that groups merged is printed with the ideas of people; those are not left, what was left out is") {
  core::testing::Groupers g;
  g.must(core::testing::citizen(1), g.merge({IdeaId{1}, IdeaId{2}}, "both"));
  g.must(core::testing::citizen(3), g.keep(3));
  CHECK(document_of(g).ideas_left.size() == 7);
  g.turn(1);
  g.must(core::testing::citizen(3), g.merge({IdeaId{3}, IdeaId{10}}, "all three"));
  g.start("cluster");
  g.add_cluster("Benches", {IdeaId{11}});
  AvisDocument document = document_of(g);
  CHECK(document.ideas_received == 9);
  REQUIRE(document.ideas_left.size() == 10);
  CHECK(document.ideas_left[0].fate == core::Fate::merged);
  CHECK(document.ideas_left[0].into == IdeaId{11});
  CHECK(document.ideas_left[3].fate == core::Fate::not_kept);
  g.start("draft");
  g.must(core::testing::screen(g.north), core::EditArticle{ArticleId{1}, "title", "Sit down", 0});
  g.must(core::testing::facilitator(), core::EndStep{"draft"});
  document = document_of(g);
  REQUIRE(document.articles.size() == 1);
  REQUIRE(document.articles[0].sources.size() == 1);
  CHECK(document.articles[0].sources[0].text == "all three");
  REQUIRE(document.articles[0].sources[0].merged_from.size() == 3);
  CHECK(document.articles[0].sources[0].merged_from[2].text == "idea 3");
  CHECK(document.ideas_left.size() == 6);
}

TEST_CASE("an idea whose step still runs is not printed") {
  Room room;
  const PersonId ada = room.arrive(room.add_table());
  room.start("write");
  room.write_idea(ada, "not yet said");
  CHECK(document_of(room).ideas_left.empty());
  CHECK(document_of(room).ideas_received == 1);
  room.must(core::testing::facilitator(), core::EndStep{"write"});
  CHECK(document_of(room).ideas_left.size() == 1);
}

TEST_CASE("the seal and the promise are printed") {
  const Room room = finished_atelier();
  const AvisDocument document = document_of(room);
  CHECK(document.sealed_sha256 == room.state.sealed_sha256);
  CHECK(document.sealed_sha256.size() == 64);
  CHECK(document.sealed_at_ms == room.state.sealed_at);
  REQUIRE(document.promise.has_value());
  CHECK(document.promise->who == "The sponsor");
  CHECK(document.promise->due == "2026-01-31");
}

}  // namespace avis_document_test
