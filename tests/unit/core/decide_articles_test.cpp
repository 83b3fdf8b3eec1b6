#include "unit/core/drafting_world.h"

namespace decide_articles_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

const ArticleId first{1};
const ArticleId second{2};

}  // namespace

TEST_CASE("kept clusters are dealt to tables, best first, with their ideas") {
  DraftingRoom room;
  REQUIRE(room.state.articles.size() == 2);
  CHECK(room.state.articles.at(first).table == room.north);
  CHECK(room.state.articles.at(first).cluster == ClusterId{3});
  CHECK(room.state.articles.at(first).sources == std::vector<IdeaId>{IdeaId{3}});
  CHECK(room.state.articles.at(second).cluster == ClusterId{1});
}

TEST_CASE("a cluster that was not kept is dealt to nobody, the first one is dealt again") {
  DraftingRoom room;
  room.add_table();
  room.start("break");
  room.start("draft");
  CHECK(room.state.articles.at(ArticleId{3}).cluster == ClusterId{3});
}

TEST_CASE("a kept cluster merged since the ranking goes on in the other") {
  DraftingRoom room;
  room.add_table();
  room.must(facilitator(), MergeClusters{ClusterId{3}, ClusterId{2}});
  room.start("break");
  room.start("draft");
  CHECK(room.state.articles.size() == 3);
  CHECK(room.state.articles.at(ArticleId{3}).cluster == ClusterId{2});
}

TEST_CASE("without a ranking every cluster is dealt, without a cluster articles have none") {
  Room room;
  for (int i = 0; i < 3; ++i) {
    room.add_table();
  }
  room.start("draft");
  REQUIRE(room.state.articles.size() == 3);
  CHECK_FALSE(room.state.articles.at(first).cluster.has_value());

  Room other;
  for (int i = 0; i < 3; ++i) {
    other.add_table();
  }
  other.add_cluster("one");
  other.add_cluster("two");
  other.add_cluster("merged");
  other.must(facilitator(), MergeClusters{ClusterId{3}, ClusterId{1}});
  other.start("draft");
  CHECK(other.state.articles.at(ArticleId{1}).cluster == ClusterId{1});
  CHECK(other.state.articles.at(ArticleId{2}).cluster == ClusterId{2});
  CHECK(other.state.articles.at(ArticleId{3}).cluster == ClusterId{1});
}

TEST_CASE("a table's screen and its people write its article, nobody else") {
  DraftingRoom room;
  CHECK(room.edit(screen(room.north), first, "title", "Des bancs", 0).has_value());
  CHECK(room.edit(person(room.anna), first, "problem", "On ne peut pas s'asseoir.", 0).has_value());
  CHECK(room.edit(screen(room.south), first, "title", "x", 1).error().code == Code::not_allowed);
  CHECK(room.edit(person(room.bilal), first, "title", "x", 1).error().code == Code::not_allowed);
  CHECK(room.edit(screen(room.north), ArticleId{9}, "title", "x", 0).error().code == Code::not_found);
  room.must(facilitator(), SeatPerson{room.anna, std::nullopt});
  CHECK(room.edit(person(room.anna), first, "problem", "x", 1).error().code == Code::not_allowed);
}

TEST_CASE("a change starts from the last revision of its field, or is refused") {
  DraftingRoom room;
  const auto edited = room.edit(screen(room.north), first, "title", "one ", 0);
  CHECK(edited->records.empty());
  CHECK(written_text(room.state.articles.at(first), "title") == "one ");
  const auto stale = room.edit(person(room.anna), first, "title", "two", 0);
  CHECK(stale.error().code == Code::conflict);
  CHECK(stale.error().field == "revision");
  CHECK(room.edit(person(room.anna), first, "title", "two", text_revision("one")).error().code == Code::conflict);
  CHECK(room.edit(person(room.anna), first, "title", "two", text_revision("one ")).has_value());
  CHECK(room.edit(person(room.anna), first, "problem", "three", 0).has_value());
}

TEST_CASE("a field is in the frame and holds so many characters") {
  DraftingRoom room;
  CHECK(room.edit(screen(room.north), first, "cost", "x", 0).error().code == Code::not_found);
  CHECK(room.edit(screen(room.north), first, "problem", std::string(300, 'x'), 0).has_value());
  CHECK(room.edit(screen(room.north), first, "problem", std::string(301, 'x'), text_revision(std::string(300, 'x')))
            .error()
            .code == Code::too_long);
  CHECK(room.edit(screen(room.north), first, "title", std::string(160, 'x'), 0).has_value());
  CHECK(room.edit(screen(room.north), first, "title", std::string(161, 'x'), text_revision(std::string(160, 'x')))
            .error()
            .code == Code::too_long);
}

TEST_CASE("an article is written while its step goes on, paused or past its time") {
  DraftingRoom room;
  room.must(facilitator(), PauseRoom{});
  CHECK(room.edit(screen(room.north), first, "title", "one", 0).has_value());
  room.must(facilitator(), ResumeRoom{});
  room.later(41 * minute_ms);
  CHECK(room.edit(screen(room.north), first, "title", "two", text_revision("one")).has_value());
  room.must(facilitator(), EndStep{"draft"});
  CHECK(room.edit(screen(room.north), first, "title", "three", text_revision("two")).has_value());
  room.later(limits::text_grace_ms);
  CHECK(room.edit(screen(room.north), first, "title", "four", 2).error().code == Code::wrong_step);
}

TEST_CASE("sources are ideas of the board") {
  DraftingRoom room;
  room.must(screen(room.north), SetSources{first, {IdeaId{3}, IdeaId{1}, IdeaId{3}}});
  CHECK(room.state.articles.at(first).sources == std::vector<IdeaId>{IdeaId{1}, IdeaId{3}});
  CHECK(room.must(person(room.anna), SetSources{first, {IdeaId{1}, IdeaId{3}}}).events.empty());
  CHECK(refusal_of(room, screen(room.north), SetSources{first, {IdeaId{4}}}).code == Code::not_found);
  CHECK(refusal_of(room, screen(room.north), SetSources{first, {IdeaId{9}}}).code == Code::not_found);
  CHECK(refusal_of(room, screen(room.north), SetSources{second, {}}).code == Code::not_allowed);
  room.must(screen(room.north), SetSources{first, {}});
  CHECK(room.state.articles.at(first).sources.empty());
}

TEST_CASE("the end of the step submits what was written, and leaves blank articles alone") {
  DraftingRoom room;
  room.must(screen(room.north), EditArticle{first, "title", " Des\nbancs ", 0});
  room.must(screen(room.north), EditArticle{first, "measure", "Dix bancs.\n", 0});
  room.must(screen(room.south), EditArticle{second, "title", " \n", 0});
  const Decision ended = room.must(facilitator(), EndStep{"draft"});
  const std::vector<FieldText> expected{{"title", "Des bancs"}, {"problem", ""}, {"measure", "Dix bancs."}};
  CHECK(the<ArticleSubmitted>(ended).texts == expected);
  CHECK(room.state.articles.at(first).status == ArticleStatus::submitted);
  CHECK(room.state.articles.at(second).status == ArticleStatus::writing);
}

TEST_CASE("undo lets tables write on, and the next end submits the new text") {
  DraftingRoom room;
  room.must(screen(room.north), EditArticle{first, "title", "one", 0});
  room.start("vote");
  CHECK(room.state.articles.at(first).status == ArticleStatus::submitted);
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.articles.at(first).status == ArticleStatus::writing);
  CHECK(room.edit(screen(room.north), first, "title", "two", text_revision("one")).has_value());
  const Decision ended = room.must(facilitator(), EndStep{"draft"});
  CHECK(the<ArticleSubmitted>(ended).texts.front().text == "two");
}

TEST_CASE("starting the draft step again reopens its articles, and undo submits them again") {
  DraftingRoom room;
  room.must(screen(room.north), EditArticle{first, "title", "one", 0});
  room.start("break");
  const Decision again = room.start("draft");
  CHECK(count_of<ArticleOpened>(again) == 0);
  CHECK(room.state.articles.at(first).status == ArticleStatus::writing);
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.articles.at(first).status == ArticleStatus::submitted);
  CHECK(room.state.articles.at(second).status == ArticleStatus::writing);
}

TEST_CASE("an article emptied after an earlier end is not submitted with its old text") {
  DraftingRoom room;
  room.must(screen(room.north), EditArticle{first, "title", "one", 0});
  room.start("break");
  room.start("draft");
  room.must(screen(room.north), EditArticle{first, "title", "", text_revision("one")});
  room.start("break");
  CHECK(room.state.articles.at(first).status == ArticleStatus::writing);
  CHECK(room.state.articles.at(first).texts.empty());
}

TEST_CASE("an article the room has decided on is not written again") {
  DraftingRoom room;
  room.must(screen(room.north), EditArticle{first, "title", "one", 0});
  room.start("vote");
  const PollId poll = room.state.polls.rbegin()->first;
  room.must(facilitator(), OpenPoll{poll});
  room.must(facilitator(), ClosePoll{poll});
  room.must(facilitator(), PublishPoll{poll});
  room.start("draft");
  CHECK(room.state.articles.at(first).status == ArticleStatus::no_quorum);
  CHECK(room.edit(screen(room.north), first, "title", "two", 1).error().code == Code::wrong_state);
}

}  // namespace decide_articles_test
