#include "export/answers.h"

#include "export/html.h"
#include "export/markdown.h"
#include "unit/core/asking_world.h"
#include "unit/core/measure_world.h"
#include "unit/export/atelier.h"

namespace answers_test {

using namespace tablee;
using namespace tablee::exported;
using namespace tablee::exported::testing;
using core::FillSheet;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

void fill_all(Twelve& t, const std::string& step, std::size_t people, std::int64_t chosen) {
  for (std::size_t i = 0; i < people; ++i) {
    t.fill(i, step, {level("heard", chosen), in_words("word", "<b>word</b> " + std::to_string(i % 10))});
  }
}

}  // namespace

TEST_CASE("a published questionnaire is printed with its counts and its words, an unpublished one not") {
  Twelve t;
  t.room.start("before");
  fill_all(t, "before", 12, 2);
  t.room.must(core::testing::facilitator(), core::EndStep{"before"});
  CHECK(build_measures(t.room.state).empty());
  t.room.must(core::testing::facilitator(), core::PublishMeasure{"before"});
  const auto measures = build_measures(t.room.state);
  REQUIRE(measures.size() == 1);
  CHECK(measures[0].sheets == 12);
  CHECK(measures[0].questions[0].total.levels == std::vector<std::int64_t>{0, 12, 0, 0, 0});
  CHECK(measures[0].questions[3].words.size() == 12);
  const std::string page = to_markdown(document_of(t.room));
  CHECK(has(page, "## Mesure\u00a0: before"));
  CHECK(has(page,
            "12\u00a0réponses\u00a0: 0 tout à fait d’accord, 0 plutôt d’accord, 0 ni d’accord ni contre, "
            "12 plutôt pas d’accord, 0 pas du tout d’accord, 0 je ne sais pas."));
  CHECK(has(page, "- \\<b\\>word\\</b\\> 3\n"));
  CHECK(has(to_html(document_of(t.room)), "<li>&lt;b&gt;word&lt;/b&gt; 3</li>"));
  CHECK_FALSE(has(page, pseudonym_of(t.people[0])));
}

TEST_CASE("fewer than ten answers: nothing is printed of them") {
  Twelve t;
  t.room.start("before");
  fill_all(t, "before", 9, 2);
  t.end_and_publish("before");
  const std::string page = to_markdown(document_of(t.room));
  CHECK(has(page, "Trop peu de réponses\u00a0: rien n’est montré."));
  CHECK_FALSE(has(page, "plutôt pas d’accord"));
  CHECK_FALSE(has(page, "word\\</b\\>"));
}

TEST_CASE("the change is said with its sign and its people") {
  Twelve t;
  t.room.start("before");
  fill_all(t, "before", 12, 4);
  t.room.start("after");
  fill_all(t, "after", 12, 3);
  t.end_and_publish("after");
  CHECK(has(to_html(document_of(t.room)),
            "Avant et après, 12\u00a0personnes\u00a0: 0\u00a0monte, 0\u00a0ne change pas, 12\u00a0descendent\u00a0; en "
            "moyenne −1,00 sur l’échelle."));
}

TEST_CASE("every question of a table is printed with its fate") {
  Asking t;
  t.room.start("collect");
  const QuestionId first = t.ask(person(t.ada), "Who <pays>?");
  t.ask(person(t.bob), "a question withdrawn");
  const QuestionId other = t.ask(person(t.cleo), "And who pays?");
  t.room.must(person(t.bob), core::WithdrawQuestion{QuestionId{2}});
  t.room.start("reply");
  t.room.must(core::testing::facilitator(), core::MergeQuestions{other, first});
  t.room.must(core::testing::facilitator(), core::CallQuestion{first});
  t.room.must(core::testing::facilitator(), core::EndStep{"reply"});
  const std::string page = to_markdown(document_of(t.room));
  CHECK(has(page, "2\u00a0questions posées\u00a0; 1\u00a0retirée par sa table."));
  CHECK(
      has(page, "- Question 1\u00a0: Who \\<pays\\>? — *réponse donnée à voix haute\u00a0; posée par Red, Table 2.*"));
  CHECK(
      has(page, "- Question 3\u00a0: And who pays? — *réunie avec une autre (question 1)\u00a0; posée par Table 2.*"));
  CHECK_FALSE(has(page, "a question withdrawn"));
  CHECK(has(to_html(document_of(t.room)), "Who &lt;pays&gt;?"));
}

}  // namespace answers_test
