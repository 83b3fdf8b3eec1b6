// Who may know what, and who may not. Each rule is tested for yes and for no.
#include <doctest/doctest.h>

#include "core/view_rules.h"
#include "unit/core/view_dump.h"
#include "unit/core/world.h"

namespace visibility_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

// The keys of the sections in which this text can be read.
std::set<std::string> readers_of(const State& state, const std::string& text) {
  std::set<std::string> keys;
  for (const auto& [key, body] : all_sections(state)) {
    if (body.find(text) != std::string::npos) {
      keys.insert(key);
    }
  }
  return keys;
}

using Keys = std::set<std::string>;

struct TwoTables {
  TwoTables() {
    red = room.add_table("Red");
    blue = room.add_table("Blue");
    ada = room.arrive(red, "Ada-of-red");
    bob = room.arrive(red, "Bob-of-red");
    cleo = room.arrive(blue, "Cleo-of-blue");
  }
  // Ada's idea in a cluster, the room before the rank step.
  void sort_one_idea() {
    room.start("write");
    idea = room.write_idea(ada, "the idea of Ada");
    room.start("cluster");
    cluster = room.add_cluster("The cluster", {idea});
  }
  void rank_it() {
    sort_one_idea();
    room.start("rank");
    for (const PersonId id : {ada, bob, cleo}) {
      room.must(person(id), CastPoints{PollId{1}, ballot_key(id.value), {{cluster, 1}}});
    }
  }
  Room room;
  TableId red, blue;
  PersonId ada, bob, cleo;
  IdeaId idea;
  ClusterId cluster;
};

}  // namespace

TEST_CASE("while its step runs, an idea is its author's alone") {
  TwoTables t;
  t.room.start("write");
  t.room.write_idea(t.ada, "the idea of Ada");
  CHECK(readers_of(t.room.state, "the idea of Ada") == Keys{"mine/1"});
  t.room.must(facilitator(), PauseRoom{});
  CHECK(readers_of(t.room.state, "the idea of Ada") == Keys{"mine/1"});
}

TEST_CASE("when its step has ended, an idea is also on the facilitator's sorting table, unsigned") {
  TwoTables t;
  t.room.start("write");
  t.room.write_idea(t.ada, "the idea of Ada");
  t.room.must(facilitator(), EndStep{"write"});
  CHECK(readers_of(t.room.state, "the idea of Ada") == Keys{"mine/1", "sorting"});
  CHECK(readers_of(t.room.state, "Ada-of-red").count("sorting") == 0);
  t.room.must(person(t.bob), SubmitIdea{"write", "a late idea of Bob"});
  CHECK(readers_of(t.room.state, "a late idea of Bob") == Keys{"mine/2", "sorting"});
}

TEST_CASE("an idea not yet sorted is private again when the end of its step is undone") {
  TwoTables t;
  t.room.start("write");
  t.room.write_idea(t.ada, "the idea of Ada");
  t.room.write_idea(t.bob, "the idea of Bob");
  t.room.must(facilitator(), EndStep{"write"});
  t.room.add_cluster("The cluster", {IdeaId{2}});
  t.room.must(facilitator(), UndoTransition{});
  CHECK(readers_of(t.room.state, "the idea of Ada") == Keys{"mine/1"});
  CHECK(readers_of(t.room.state, "the idea of Bob") == Keys{"mine/2", "sorting"});
}

TEST_CASE("clusters are the facilitator's until a cluster step has started, then everyone's") {
  TwoTables t;
  t.room.start("write");
  t.room.write_idea(t.ada, "the idea of Ada");
  t.room.start("break");
  t.room.add_cluster("The cluster", {IdeaId{1}});
  CHECK(readers_of(t.room.state, "The cluster") == Keys{"sorting"});
  CHECK(readers_of(t.room.state, "the idea of Ada") == Keys{"mine/1", "sorting"});
  CHECK(view_mine(t.room.state, t.ada).ideas[0].cluster.empty());
  t.room.start("cluster");
  CHECK(readers_of(t.room.state, "The cluster") == Keys{"board", "mine/1", "sorting"});
  CHECK(readers_of(t.room.state, "the idea of Ada") == Keys{"board", "mine/1", "sorting"});
  CHECK(readers_of(t.room.state, "Ada-of-red").count("board") == 0);
  t.room.must(facilitator(), UndoTransition{});
  CHECK(readers_of(t.room.state, "The cluster") == Keys{"sorting"});
}

TEST_CASE("unsorted and set-aside ideas are not on the public board") {
  TwoTables t;
  t.sort_one_idea();
  CHECK(view_board(t.room.state).clusters[0].ideas.size() == 1);
  t.room.must(facilitator(), MoveIdea{t.idea, std::nullopt});
  CHECK(readers_of(t.room.state, "the idea of Ada") == Keys{"mine/1", "sorting"});
  t.room.must(facilitator(), SetAsideIdea{t.idea, "the reason given"});
  CHECK(readers_of(t.room.state, "the idea of Ada") == Keys{"mine/1", "sorting"});
  CHECK(readers_of(t.room.state, "the reason given") == Keys{"mine/1", "sorting"});
}

TEST_CASE("a withdrawn idea stays with its author") {
  TwoTables t;
  t.room.start("write");
  t.room.write_idea(t.ada, "the idea of Ada");
  t.room.must(person(t.ada), WithdrawIdea{IdeaId{1}});
  t.room.start("cluster");
  CHECK(readers_of(t.room.state, "the idea of Ada") == Keys{"mine/1"});
  CHECK(view_mine(t.room.state, t.ada).ideas[0].fate == Fate::withdrawn);
}

TEST_CASE("a draft is its author's; the facilitator only sees that there is one") {
  TwoTables t;
  t.room.start("write");
  t.room.must(person(t.ada), SaveDraft{"write", "half of a thought"});
  CHECK(readers_of(t.room.state, "half of a thought") == Keys{"me/1"});
  CHECK(view_people(t.room.state).people[0].draft);
}

TEST_CASE("names are for the facilitator, their owner and, when the programme says so, their table") {
  TwoTables t;
  CHECK(readers_of(t.room.state, "Ada-of-red") == Keys{"me/1", "people", "table/1"});
  t.room.state.scenario.names_at_table = false;
  CHECK(readers_of(t.room.state, "Ada-of-red") == Keys{"me/1", "people"});
  CHECK(view_table(t.room.state, t.red).seats_taken == 2);
}

TEST_CASE("someone who has left is no longer named at their table") {
  TwoTables t;
  t.room.must(facilitator(), SetGone{t.ada, true});
  CHECK(readers_of(t.room.state, "Ada-of-red") == Keys{"me/1", "people"});
  CHECK(view_table(t.room.state, t.red).seats_taken == 1);
}

TEST_CASE("a card's code is for its owner and the desk; a table's for the desk") {
  TwoTables t;
  const std::string own = t.room.state.cards.at(t.ada).code;
  REQUIRE(own.size() == code_length);
  CHECK(readers_of(t.room.state, own) == Keys{"desk", "me/1"});
  CHECK(readers_of(t.room.state, t.room.state.table_cards.at(t.red).code) == Keys{"desk"});
}

TEST_CASE("a token is in no section") {
  TwoTables t;
  for (const auto& [id, card] : t.room.state.cards) {
    REQUIRE(card.token.size() == 32);
    CHECK(readers_of(t.room.state, card.token).empty());
  }
  for (const auto& [id, card] : t.room.state.table_cards) {
    CHECK(readers_of(t.room.state, card.token).empty());
  }
  REQUIRE_FALSE(t.room.state.facilitator.token.empty());
  CHECK(readers_of(t.room.state, t.room.state.facilitator.token).empty());
}

TEST_CASE("[access G2] a signal without a name shows the table and not the person") {
  TwoTables t;
  t.room.start("present");
  t.room.must(person(t.ada), SendSignal{SignalKind::not_understood, true});
  t.room.must(person(t.ada), SendSignal{SignalKind::slower, false});
  const std::vector<SignalRow> rows = view_people(t.room.state).signals;
  REQUIRE(rows.size() == 2);
  CHECK_FALSE(rows[0].person.has_value());
  CHECK(rows[0].table == t.red);
  CHECK(rows[1].person == t.ada);
  CHECK(view_me(t.room.state, t.ada).signals.size() == 2);
  CHECK(view_me(t.room.state, t.bob).signals.empty());
}

TEST_CASE("a count is the facilitator's when the poll closes, and everyone's when it is published") {
  TwoTables t;
  t.rank_it();
  CHECK_FALSE(view_vote(t.room.state).polls[0].points_result.has_value());
  CHECK_FALSE(view_counts(t.room.state).polls[0].points_result.has_value());
  CHECK(view_vote(t.room.state).polls[0].ballots == 0);
  t.room.must(facilitator(), ClosePoll{PollId{1}});
  CHECK_FALSE(view_vote(t.room.state).polls[0].points_result.has_value());
  CHECK(view_vote(t.room.state).polls[0].ballots == 3);
  REQUIRE(view_counts(t.room.state).polls[0].points_result.has_value());
  CHECK(view_counts(t.room.state).polls[0].points_result->at(0).points == 3);
  CHECK_FALSE(view_board(t.room.state).clusters[0].kept);
  CHECK_FALSE(view_mine(t.room.state, t.ada).ideas[0].kept);
  t.room.must(facilitator(), PublishPoll{PollId{1}});
  REQUIRE(view_vote(t.room.state).polls[0].points_result.has_value());
  CHECK(view_board(t.room.state).clusters[0].kept);
  CHECK(view_mine(t.room.state, t.ada).ideas[0].kept);
}

TEST_CASE("a poll opened again shows no count, not even the facilitator's") {
  TwoTables t;
  t.rank_it();
  t.room.must(facilitator(), ClosePoll{PollId{1}});
  t.room.must(facilitator(), OpenPoll{PollId{1}});
  CHECK_FALSE(view_counts(t.room.state).polls[0].points_result.has_value());
  CHECK(view_counts(t.room.state).polls[0].box_sha256.empty());
}

TEST_CASE("a ballot is in no section, nor its key") {
  TwoTables t;
  t.rank_it();
  t.room.must(facilitator(), ClosePoll{PollId{1}});
  t.room.must(facilitator(), PublishPoll{PollId{1}});
  for (const PersonId id : {t.ada, t.bob, t.cleo}) {
    CHECK(readers_of(t.room.state, ballot_key(id.value)).empty());
  }
}

TEST_CASE("polls of a step whose start was undone are not shown") {
  TwoTables t;
  t.sort_one_idea();
  t.room.start("rank");
  CHECK(view_vote(t.room.state).polls.size() == 1);
  t.room.must(facilitator(), UndoTransition{});
  CHECK(view_vote(t.room.state).polls.empty());
}

TEST_CASE("an article is its table's while it is written, and everyone's once submitted") {
  TwoTables t;
  t.sort_one_idea();
  t.room.start("draft");
  t.room.must(screen(t.red), EditArticle{ArticleId{1}, "measure", "the words of red", 0});
  CHECK(readers_of(t.room.state, "the words of red") == Keys{"table/1"});
  CHECK(view_people(t.room.state).tables[0].article_characters == 16);
  t.room.must(facilitator(), EndStep{"draft"});
  CHECK(readers_of(t.room.state, "the words of red") == Keys{"avis", "table/1"});
  t.room.must(facilitator(), UndoTransition{});
  CHECK(readers_of(t.room.state, "the words of red") == Keys{"table/1"});
}

TEST_CASE("the decision on an article is known when its poll is published") {
  TwoTables t;
  t.sort_one_idea();
  t.room.start("draft");
  t.room.must(screen(t.red), EditArticle{ArticleId{1}, "title", "Benches", 0});
  t.room.start("vote");
  t.room.must(facilitator(), OpenPoll{PollId{1}});
  for (const PersonId id : {t.ada, t.bob}) {
    t.room.must(person(id), CastVote{PollId{1}, ballot_key(id.value), Choice::for_});
  }
  t.room.must(facilitator(), ClosePoll{PollId{1}});
  CHECK(view_avis(t.room.state).articles[0].status == ArticleStatus::submitted);
  CHECK(view_table(t.room.state, t.red).article->status == ArticleStatus::submitted);
  t.room.must(facilitator(), PublishPoll{PollId{1}});
  CHECK(view_avis(t.room.state).articles[0].status == ArticleStatus::adopted);
}

TEST_CASE("a message to one table is that table's") {
  TwoTables t;
  t.room.must(facilitator(), SendMessage{t.red, "for red only"});
  t.room.must(facilitator(), SendMessage{std::nullopt, "for everyone"});
  CHECK(readers_of(t.room.state, "for red only") == Keys{"desk", "table/1"});
  CHECK(readers_of(t.room.state, "for everyone") == Keys{"notices"});
}

TEST_CASE("a source that is no longer on the board is not printed in the avis") {
  TwoTables t;
  t.sort_one_idea();
  t.room.start("draft");
  t.room.must(screen(t.red), EditArticle{ArticleId{1}, "title", "Benches", 0});
  t.room.must(facilitator(), EndStep{"draft"});
  CHECK(view_avis(t.room.state).articles[0].sources.size() == 1);
  t.room.must(facilitator(), SetAsideIdea{t.idea, "hurtful"});
  CHECK(view_avis(t.room.state).articles[0].sources.empty());
}

}  // namespace visibility_test
