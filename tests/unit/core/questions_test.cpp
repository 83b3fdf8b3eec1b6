#include "core/questions.h"

#include "unit/core/asking_world.h"

namespace questions_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

TEST_CASE("an ask step takes the questions of the store it writes, and of those it reads") {
  const Scenario scenario = with_asking(small_scenario());
  CHECK(question_store(*find_step(scenario, "collect")) == "questions");
  CHECK(question_store(*find_step(scenario, "write")).empty());
  CHECK(takes_questions(*find_step(scenario, "collect"), "questions"));
  CHECK(takes_questions(*find_step(scenario, "reply"), "questions"));
  CHECK_FALSE(takes_questions(*find_step(scenario, "collect"), "ideas"));
  CHECK_FALSE(takes_questions(*find_step(scenario, "cluster"), "ideas"));
}

TEST_CASE("a question that waits is not reached once no step can take it any more") {
  Asking t;
  t.room.start("collect");
  const QuestionId id = t.ask(person(t.ada), "Who pays?");
  CHECK(shown_fate(t.room.state, t.question(id)) == AskedFate::open);
  t.room.must(facilitator(), EndStep{"collect"});
  CHECK(shown_fate(t.room.state, t.question(id)) == AskedFate::open);  // `reply` comes later
  t.room.start("reply");
  CHECK(is_asking(t.room.state, "questions"));
  CHECK(shown_fate(t.room.state, t.question(id)) == AskedFate::open);
  t.room.must(facilitator(), EndStep{"reply"});
  CHECK_FALSE(is_asking(t.room.state, "questions"));
  CHECK(shown_fate(t.room.state, t.question(id)) == AskedFate::not_reached);
  t.room.must(facilitator(), UndoTransition{});
  CHECK(shown_fate(t.room.state, t.question(id)) == AskedFate::open);
}

TEST_CASE("the order counts the questions of a table already called, merged ones for all their tables") {
  Asking t;
  t.room.start("collect");
  const QuestionId first = t.ask(person(t.ada), "one");
  const QuestionId second = t.ask(person(t.bob), "two");
  const QuestionId other = t.ask(person(t.cleo), "three");
  t.room.must(person(t.bob), SupportQuestion{second, true});
  CHECK(waiting_order(t.room.state) == std::vector<QuestionId>{second, other, first});
  t.room.start("reply");
  t.room.must(facilitator(), CallQuestion{first});
  CHECK(waiting_order(t.room.state) == std::vector<QuestionId>{other, second});
  CHECK(questions_served(t.room.state).at(t.red) == 1);
  t.room.must(facilitator(), MergeQuestions{other, second});
  t.room.must(facilitator(), CallQuestion{second});
  CHECK(questions_served(t.room.state).at(t.red) == 2);
  CHECK(questions_served(t.room.state).at(t.blue) == 1);
}

}  // namespace questions_test
