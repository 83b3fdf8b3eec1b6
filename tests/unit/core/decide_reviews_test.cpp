#include "core/passage.h"
#include "core/review.h"
#include "unit/core/review_world.h"

namespace decide_reviews_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

const ArticleId of_north{1};
const ArticleId of_south{2};
const ArticleId of_west{3};

CommentId last_comment(const Room& room) {
  return room.state.comments.rbegin()->first;
}

}  // namespace

TEST_CASE("the start of each turn records who reads whom, and nothing else does") {
  Readers room;
  CHECK(room.state.readings.at({"review", 0}).size() == 3);
  CHECK(the<ReadingsDealt>(room.turn(1)).turn == 1);
  CHECK(room.state.readings.at({"review", 1}) ==
        readings_for(room.state, *find_step(room.state.scenario, "review"), 1));
  // A table that arrives in the middle of a turn changes nobody's reading.
  room.add_table();
  CHECK(room.state.readings.at({"review", 1}).size() == 3);
  CHECK(count_of<ReadingsDealt>(room.start("check")) == 0);
}

TEST_CASE("the members and the screen of the table that reads write comments, nobody else") {
  Readers room;
  const Decision decision = room.must(person(room.anna), room.about(of_south));
  const auto& event = the<CommentWritten>(decision);
  CHECK(event.table == room.north);
  CHECK(event.article == of_south);
  CHECK(event.turn == 0);
  CHECK_FALSE(event.late);
  CHECK(room.say(screen(room.north), room.about(of_south)).has_value());
  CHECK(refusal_of(room, screen(room.south), room.about(of_south)).code == Code::not_allowed);
  CHECK(refusal_of(room, person(room.chloe), room.about(of_south)).field == "article");
  CHECK(refusal_of(room, screen(room.north), room.about(of_west)).code == Code::not_allowed);
  CHECK(refusal_of(room, screen(room.north), room.about(ArticleId{9})).code == Code::not_found);
  room.must(facilitator(), SeatPerson{room.anna, std::nullopt});
  CHECK(refusal_of(room, person(room.anna), room.about(of_south)).code == Code::not_allowed);
}

TEST_CASE("a comment is about one text, of a kind that suits it, with words") {
  Readers room;
  WriteComment two = room.about(of_south);
  two.idea = IdeaId{1};
  CHECK(refusal_of(room, screen(room.north), two).code == Code::out_of_range);
  WriteComment none = room.about(of_south);
  none.article.reset();
  CHECK(refusal_of(room, screen(room.north), none).code == Code::out_of_range);
  CHECK(refusal_of(room, screen(room.north), room.about(of_south, CommentKind::agree)).field == "kind");
  CHECK(refusal_of(room, screen(room.north), room.about(of_south, CommentKind::change, " \n")).field == "text");
  CHECK(room.say(screen(room.north), room.about(of_south, CommentKind::change, std::string(100, 'x'))).has_value());
  CHECK(refusal_of(room, screen(room.north), room.about(of_south, CommentKind::change, std::string(101, 'x'))).code ==
        Code::too_long);
}

TEST_CASE("a passage must be in the submitted text, as often as it says") {
  Readers room;
  WriteComment command = room.about(of_south);
  command.passage = Passage{"problem", " No  bench\nhere, ", 1};
  const Decision decision = room.must(screen(room.north), command);
  CHECK(the<CommentWritten>(decision).passage == Passage{"problem", "No bench here,", 1});
  command.passage = Passage{"problem", "No bench", 2};
  CHECK(room.say(screen(room.north), command).has_value());
  command.passage = Passage{"problem", "No bench", 3};
  CHECK(refusal_of(room, screen(room.north), command).field == "passage");
  command.passage = Passage{"problem", "No chair", 1};
  CHECK(refusal_of(room, screen(room.north), command).code == Code::not_found);
  command.passage = Passage{"cost", "No bench", 1};
  CHECK(refusal_of(room, screen(room.north), command).code == Code::not_found);
}

TEST_CASE("a step allows so many comments on one text") {
  Readers room;
  for (int i = 0; i < 3; ++i) {
    room.must(screen(room.north), room.about(of_south));
  }
  CHECK(refusal_of(room, screen(room.north), room.about(of_south)).code == Code::too_many);
  room.must(screen(room.north), WithdrawComment{last_comment(room)});
  CHECK(room.say(screen(room.north), room.about(of_south)).has_value());
  CHECK(room.say(screen(room.south), room.about(of_west)).has_value());
}

TEST_CASE("a table writes so many comments in a step, withdrawn ones counted, and the atelier holds so many") {
  Readers room;
  for (std::int64_t i = 0; i < limits::comments_per_table_max; ++i) {
    room.must(screen(room.north), room.about(of_south));
    if (i + 1 < limits::comments_per_table_max) {
      room.must(screen(room.north), WithdrawComment{last_comment(room)});
    }
  }
  CHECK(refusal_of(room, screen(room.north), room.about(of_south)).code == Code::too_many);
  CHECK(room.say(screen(room.south), room.about(of_west)).has_value());

  Readers full;
  for (std::uint32_t id = 1; id < limits::comments_max; ++id) {
    full.state.comments[CommentId{id}].id = CommentId{id};
  }
  CHECK(full.say(screen(full.north), full.about(of_south)).has_value());
  CHECK(refusal_of(full, screen(full.north), full.about(of_south)).code == Code::too_many);
}

TEST_CASE("a text of an earlier turn may still be commented, late; one of a later turn may not") {
  Readers room;
  CHECK(refusal_of(room, screen(room.north), room.about(of_west)).code == Code::not_allowed);
  room.turn(1);
  const Decision decision = room.must(screen(room.north), room.about(of_south));
  CHECK(the<CommentWritten>(decision).late);
  CHECK(the<CommentWritten>(decision).turn == 0);
  CHECK_FALSE(the<CommentWritten>(room.must(screen(room.north), room.about(of_west))).late);
}

TEST_CASE("comments are received for a while after the end, late, and then no more") {
  Readers room;
  room.turn(1);
  room.must(facilitator(), EndStep{"review"});
  room.later(limits::late_grace_ms);
  CHECK(the<CommentWritten>(room.must(screen(room.north), room.about(of_west))).late);
  room.later(1);
  CHECK(refusal_of(room, screen(room.north), room.about(of_west)).code == Code::wrong_step);
  WriteComment elsewhere = room.about(of_west);
  elsewhere.step = "draft";
  CHECK(refusal_of(room, screen(room.north), elsewhere).code == Code::wrong_step);
  elsewhere.step = "nowhere";
  CHECK(refusal_of(room, screen(room.north), elsewhere).code == Code::not_found);
}

TEST_CASE("a table withdraws its own comments while their step runs") {
  Readers room;
  room.must(screen(room.north), room.about(of_south));
  const CommentId comment = last_comment(room);
  CHECK(refusal_of(room, screen(room.south), WithdrawComment{comment}).code == Code::not_found);
  CHECK(refusal_of(room, screen(room.north), WithdrawComment{CommentId{9}}).code == Code::not_found);
  CHECK(room.say(person(room.anna), WithdrawComment{comment}).has_value());
  CHECK(room.state.comments.at(comment).fate == CommentFate::withdrawn);
  CHECK(refusal_of(room, screen(room.north), WithdrawComment{comment}).code == Code::wrong_state);
  room.must(screen(room.north), room.about(of_south));
  room.must(facilitator(), EndStep{"review"});
  CHECK(refusal_of(room, screen(room.north), WithdrawComment{last_comment(room)}).code == Code::wrong_step);
}

TEST_CASE("those who wrote the text answer once the review is over, until the seal") {
  Readers room;
  room.must(screen(room.north), room.about(of_south));
  const CommentId comment = last_comment(room);
  CHECK(refusal_of(room, screen(room.south), AnswerComment{comment, CommentFate::taken, ""}).code == Code::wrong_step);
  room.start("rewrite");
  CHECK(refusal_of(room, screen(room.north), AnswerComment{comment, CommentFate::taken, ""}).code == Code::not_found);
  CHECK(refusal_of(room, screen(room.south), AnswerComment{comment, CommentFate::withdrawn, ""}).code ==
        Code::out_of_range);
  CHECK(the<CommentAnswered>(room.must(person(room.bilal), AnswerComment{comment, CommentFate::partly, " Costs. "}))
            .word == "Costs.");
  CHECK(room.must(screen(room.south), AnswerComment{comment, CommentFate::partly, "Costs."}).events.empty());
  room.must(screen(room.south), AnswerComment{comment, CommentFate::open, ""});
  CHECK(room.state.comments.at(comment).fate == CommentFate::open);
  room.must(screen(room.south), AnswerComment{comment, CommentFate::refused, ""});
  room.start("hand_over");
  CHECK(refusal_of(room, screen(room.south), AnswerComment{comment, CommentFate::taken, ""}).code == Code::wrong_state);
}

TEST_CASE("nobody answers a comment that was withdrawn, or that is about a cluster") {
  Readers room;
  room.must(screen(room.north), room.about(of_south));
  room.must(screen(room.north), WithdrawComment{last_comment(room)});
  room.start("check");
  CHECK(refusal_of(room, screen(room.south), AnswerComment{last_comment(room), CommentFate::taken, ""}).code ==
        Code::not_found);
  room.must(screen(room.north), room.mark(CommentKind::agree, std::nullopt, ClusterId{1}));
  room.must(facilitator(), EndStep{"check"});
  CHECK(refusal_of(room, screen(room.south), AnswerComment{last_comment(room), CommentFate::taken, ""}).code ==
        Code::not_found);
}

TEST_CASE("a table has one mark on an idea: another takes its place, the same one changes nothing") {
  Readers room;
  room.start("check");
  room.must(screen(room.south), room.mark(CommentKind::agree, IdeaId{1}));
  CHECK(room.must(screen(room.south), room.mark(CommentKind::agree, IdeaId{1})).events.empty());
  const Decision decision = room.must(person(room.bilal), room.mark(CommentKind::doubt, IdeaId{1}));
  CHECK(the<CommentWithdrawn>(decision).comment == CommentId{1});
  CHECK(the<CommentWritten>(decision).kind == CommentKind::doubt);
  CHECK(room.say(screen(room.west), room.mark(CommentKind::disagree, IdeaId{1})).has_value());
  CHECK(room.state.comments.at(CommentId{2}).fate == CommentFate::open);
  // What is missing is said in words, beside the mark.
  WriteComment missing = room.mark(CommentKind::missing, IdeaId{1});
  CHECK(refusal_of(room, screen(room.south), missing).field == "text");
  missing.text = "The price";
  CHECK(room.say(screen(room.south), missing).has_value());
  CHECK(room.state.comments.at(CommentId{2}).fate == CommentFate::open);
  CHECK(refusal_of(room, screen(room.south), room.mark(CommentKind::strength, IdeaId{1})).field == "kind");
  WriteComment anchored = room.mark(CommentKind::agree, IdeaId{1});
  anchored.passage = Passage{"title", "a", 1};
  CHECK(refusal_of(room, screen(room.west), anchored).field == "passage");
}

TEST_CASE("a draft step that reads the comments goes on with the same articles") {
  Readers room;
  const Decision decision = room.start("rewrite");
  CHECK(count_of<ArticleReopened>(decision) == 3);
  CHECK(count_of<ArticleOpened>(decision) == 0);
  CHECK(room.state.articles.at(of_north).step == "rewrite");
  CHECK(room.state.articles.at(of_north).status == ArticleStatus::writing);
  CHECK(room.say(screen(room.north),
                 EditArticle{of_north, "problem", "Benches, now.", revision_of(room, of_north, "problem")})
            .has_value());
  room.must(facilitator(), EndStep{"rewrite"});
  CHECK(room.state.articles.at(of_north).status == ArticleStatus::submitted);
  CHECK(room.state.articles.at(of_north).texts[1].text == "Benches, now.");
}

TEST_CASE("a table that had no article gets one in the step that rewrites the others") {
  Readers room;
  const TableId late = room.add_table("Late");
  const Decision decision = room.start("rewrite");
  CHECK(the<ArticleOpened>(decision).table == late);
}

TEST_CASE("undoing the start gives the articles back as they were submitted") {
  Readers room;
  const auto texts = room.state.articles.at(of_north).texts;
  room.start("rewrite");
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.run.step == "review");
  const Article& article = room.state.articles.at(of_north);
  CHECK(article.step == "draft");
  CHECK(article.status == ArticleStatus::submitted);
  CHECK(article.texts == texts);
  CHECK(article.earlier.empty());
  CHECK(room.say(screen(room.north), room.about(of_south)).has_value());
}

TEST_CASE("in a step that is not anchored an article is marked, and has no passages") {
  Scenario scenario = scenario_with_reviews();
  for (Step& step : scenario.steps) {
    if (step.id == "review") {
      step.writes->front().anchored = false;
    }
  }
  Readers room(scenario);
  CHECK(refusal_of(room, screen(room.north), room.about(of_south)).field == "kind");
  WriteComment command = room.about(of_south, CommentKind::disagree, "");
  CHECK(room.say(screen(room.north), command).has_value());
  command.passage = Passage{"problem", "No bench", 1};
  CHECK(refusal_of(room, screen(room.north), command).field == "passage");
}

TEST_CASE("a draft step that writes into another store begins with articles of its own") {
  Scenario scenario = scenario_with_reviews();
  scenario.stores.push_back(Store{"requests", StoreObject::article});
  for (Step& step : scenario.steps) {
    if (step.id == "rewrite") {
      step.writes->front().to = "requests";
    }
  }
  Readers room(scenario);
  const Decision decision = room.start("rewrite");
  CHECK(count_of<ArticleReopened>(decision) == 0);
  CHECK(count_of<ArticleOpened>(decision) == 3);
  CHECK(room.state.articles.at(of_north).status == ArticleStatus::submitted);
}

}  // namespace decide_reviews_test
