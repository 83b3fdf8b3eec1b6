// What is seen of the questions of tables, and by whom.
#include "unit/core/asking_world.h"
#include "unit/core/view_dump.h"

namespace view_questions_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

TEST_CASE("everyone reads every question at once, with its table; a withdrawn one no more") {
  Asking t;
  CHECK(view_questions(t.room.state).max == 0);
  t.room.start("collect");
  t.ask(person(t.ada), "Who pays?");
  t.ask(person(t.cleo), "When?");
  const QuestionsView view = view_questions(t.room.state);
  CHECK(view.max == 2);
  CHECK(view.characters == 40);
  REQUIRE(view.questions.size() == 2);
  CHECK(view.questions[0].text == "Who pays?");
  CHECK(view.questions[0].table_names == std::vector<std::string>{"Red"});
  CHECK(view.questions[1].tables == std::vector<TableId>{t.blue});
  t.room.must(person(t.bob), WithdrawQuestion{QuestionId{1}});
  CHECK(view_questions(t.room.state).questions.size() == 1);
}

TEST_CASE("who typed a question is in no section") {
  Asking t;
  t.room.start("collect");
  const auto before = all_sections(t.room.state);
  t.ask(person(t.ada), "Who pays?");
  for (const auto& [key, body] : all_sections(t.room.state)) {
    CAPTURE(key);
    // `people` holds "active", which every gesture sets.
    CHECK((key == "questions" || key == "people" || body == before.at(key)));
  }
}

TEST_CASE("supports are seen by their author and, as a number, by the facilitator alone") {
  Asking t;
  t.room.start("collect");
  const QuestionId id = t.ask(person(t.ada), "Who pays?");
  const auto before = all_sections(t.room.state);
  t.room.must(person(t.cleo), SupportQuestion{id, true});
  for (const auto& [key, body] : all_sections(t.room.state)) {
    CAPTURE(key);
    CHECK((key == "people" || key == "me/3" || body == before.at(key)));
  }
  CHECK(view_me(t.room.state, t.cleo).supports == std::vector<QuestionId>{id});
  CHECK(view_me(t.room.state, t.ada).supports.empty());
  CHECK(view_people(t.room.state).questions[0].supports == 1);
}

TEST_CASE("the facilitator sees the order and the tables never served") {
  Asking t;
  t.room.start("collect");
  const QuestionId one = t.ask(person(t.ada), "one");
  t.ask(person(t.bob), "two");
  t.ask(person(t.cleo), "three");
  PeopleView people = view_people(t.room.state);
  CHECK(people.questions[0].place == 1);
  CHECK(people.questions[1].place == 3);
  CHECK(people.questions[2].place == 2);
  t.room.start("reply");
  t.room.must(facilitator(), CallQuestion{one});
  people = view_people(t.room.state);
  CHECK(people.questions[0].place == 0);
  CHECK(people.questions[2].place == 1);
  CHECK(people.tables[0].questions_asked == 2);
  CHECK(people.tables[0].questions_served == 1);
  CHECK(people.tables[1].questions_asked == 1);
  CHECK(people.tables[1].questions_served == 0);
  CHECK(view_questions(t.room.state).questions[0].fate == AskedFate::current);
  CHECK(view_questions(t.room.state).speech_ends_at_ms == t.room.now + 90'000);
}

}  // namespace view_questions_test
