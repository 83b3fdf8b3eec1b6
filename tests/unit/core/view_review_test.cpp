#include "core/view_review.h"

#include "unit/core/review_world.h"
#include "unit/core/view_dump.h"

namespace view_review_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

const ArticleId of_south{2};

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

TableReview review_of(const Room& room, TableId table) {
  const auto view = view_table_review(room.state, table);
  REQUIRE(view.has_value());
  return *view;
}

}  // namespace

TEST_CASE("before the first review a table has nothing to read") {
  Room room;
  const TableId table = room.add_table();
  CHECK_FALSE(view_table_review(room.state, table).has_value());
  CHECK(view_readings(room.state).empty());
}

TEST_CASE("a table reads the articles of its turn, and they leave with the step") {
  Readers room;
  const TableReview first = review_of(room, room.north);
  REQUIRE(first.texts.size() == 1);
  CHECK(first.texts[0].article == of_south);
  CHECK(first.texts[0].title == "Article of South");
  CHECK(first.texts[0].author == "South");
  CHECK(first.texts[0].texts[1].field_id == "problem");
  room.turn(1);
  CHECK(review_of(room, room.north).texts[0].author == "West");
  room.must(facilitator(), EndStep{"review"});
  CHECK(review_of(room, room.north).texts.empty());
}

TEST_CASE("while others write, a comment is the affair of the table that wrote it") {
  Readers room;
  room.must(screen(room.north), room.about(of_south, CommentKind::question, "the question of North"));
  CHECK(readers_of(room.state, "the question of North") == Keys{"table/1"});
  CHECK(view_people(room.state).tables[0].comments_written == 1);
  CHECK(view_people(room.state).tables[1].comments_received == 1);
}

TEST_CASE("once the turn is over, the table that wrote the text has it, and the facilitator") {
  Readers room;
  room.must(screen(room.north), room.about(of_south, CommentKind::question, "the question of North"));
  room.turn(1);
  CHECK(readers_of(room.state, "the question of North") == Keys{"sorting", "table/1", "table/2"});
  // Going back to the turn hides it again.
  room.turn(0);
  CHECK(readers_of(room.state, "the question of North") == Keys{"table/1"});
  room.must(facilitator(), EndStep{"review"});
  CHECK(readers_of(room.state, "the question of North") == Keys{"sorting", "table/1", "table/2"});
}

TEST_CASE("a comment withdrawn is nobody's any more") {
  Readers room;
  room.must(screen(room.north), room.about(of_south, CommentKind::question, "the question of North"));
  room.must(screen(room.north), WithdrawComment{CommentId{1}});
  room.must(facilitator(), EndStep{"review"});
  CHECK(readers_of(room.state, "the question of North").empty());
  CHECK(view_people(room.state).tables[0].comments_written == 0);
}

TEST_CASE("what became of it is told to both tables") {
  Readers room;
  room.must(screen(room.north), room.about(of_south));
  room.start("rewrite");
  room.must(screen(room.south), AnswerComment{CommentId{1}, CommentFate::partly, "the word of South"});
  CHECK(readers_of(room.state, "the word of South") == Keys{"sorting", "table/1", "table/2"});
  CHECK(review_of(room, room.north).written[0].fate == CommentFate::partly);
  CHECK(review_of(room, room.south).received[0].word == "the word of South");
}

TEST_CASE("a passage that has changed keeps its quote and says so, first to those who change it") {
  Readers room;
  WriteComment command = room.about(of_south);
  command.passage = Passage{"problem", "No bench", 1};
  room.must(screen(room.north), command);
  room.start("rewrite");
  CHECK_FALSE(review_of(room, room.south).received[0].changed);
  room.must(screen(room.south), EditArticle{of_south, "problem", "Benches", revision_of(room, of_south, "problem")});
  CHECK(review_of(room, room.south).received[0].changed);
  CHECK(review_of(room, room.south).received[0].passage->quote == "No bench");
  CHECK_FALSE(review_of(room, room.north).written[0].changed);
  room.must(facilitator(), EndStep{"rewrite"});
  CHECK(review_of(room, room.north).written[0].changed);
}

TEST_CASE("everyone may know who reads whom, while the turn goes on") {
  Readers room;
  const auto pairs = view_step(room.state).readings;
  REQUIRE(pairs.size() == 3);
  CHECK(pairs[0].reader == "North");
  CHECK(pairs[0].author == "South");
  room.turn(1);
  CHECK(view_step(room.state).readings[0].author == "West");
  room.must(facilitator(), EndStep{"review"});
  CHECK(view_step(room.state).readings.empty());
}

TEST_CASE("clusters are read with their ideas, ideas as their words; no name is shown") {
  Readers room;
  room.start("check");
  const TableReview view = review_of(room, room.south);
  REQUIRE(view.texts.size() == 2);
  CHECK(view.texts[0].idea == IdeaId{1});
  CHECK(view.texts[0].title == "a bench");
  CHECK(view.texts[1].cluster == ClusterId{1});
  CHECK(view.texts[1].author.empty());
  CHECK(view.texts[1].texts[0].text == "a bench");
  CHECK(view_step(room.state).characters == limits::comment_chars_max);
}

}  // namespace view_review_test
