#include "core/measure.h"

#include "base/sha256.h"
#include "core/view.h"
#include "unit/core/measure_world.h"

namespace measure_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

const QuestionTotal& total_of(const MeasurePublished& result, const std::string& question) {
  for (const QuestionTotal& total : result.totals) {
    if (total.question == question) {
      return total;
    }
  }
  FAIL("no such question");
  return result.totals.front();
}

const QuestionShift& shift_of(const MeasurePublished& result, const std::string& question) {
  for (const QuestionShift& shift : result.shifts) {
    if (shift.question == question) {
      return shift;
    }
  }
  FAIL("no such shift");
  return result.shifts.front();
}

}  // namespace

TEST_CASE("each scale has its levels, and says whether one may not know") {
  CHECK(levels_of(Scale::agreement) == 5);
  CHECK(levels_of(Scale::satisfaction) == 5);
  CHECK(levels_of(Scale::importance) == 5);
  CHECK(levels_of(Scale::yes_no) == 2);
  CHECK(levels_of(Scale::weather) == 3);
  CHECK(levels_of(Scale::words) == 0);
  CHECK(offers_unknown(Scale::agreement));
  CHECK(offers_unknown(Scale::yes_no));
  CHECK_FALSE(offers_unknown(Scale::weather));
  CHECK_FALSE(offers_unknown(Scale::words));
}

TEST_CASE("the canonical box is sorted by pseudonym, one sheet a line") {
  Measure measure;
  measure.box["b"] = Sheet{"before", "b", {level("heard", 4), unknown("again")}};
  measure.box["a"] = Sheet{"before", "a", {in_words("word", "é,b=1")}};
  measure.box["c"] = Sheet{"before", "c", {}};
  CHECK(canonical_sheets(measure) == "a\tword=\"6:é,b=1\nb\theard=4,again=?\nc\t\n");
}

TEST_CASE("ten answers to a question are counted for everyone, nine are not") {
  for (const std::size_t people : {std::size_t{9}, std::size_t{10}}) {
    Twelve t;
    t.room.start("before");
    for (std::size_t i = 0; i < people; ++i) {
      t.fill(i, "before", {i < 7 ? level("heard", 5) : i == 7 ? unknown("heard") : level("heard", 1)});
    }
    t.end_and_publish("before");
    const QuestionTotal& heard = total_of(t.result("before"), "heard");
    CHECK(heard.answers == static_cast<std::int64_t>(people));
    CHECK(heard.shown == (people == 10));
    CHECK(heard.unknown == (people == 10 ? 1 : 0));
    CHECK(heard.levels == (people == 10 ? std::vector<std::int64_t>{2, 0, 0, 0, 7} : std::vector<std::int64_t>{}));
    CHECK(t.result("before").box_sha256 == to_hex(sha256(canonical_sheets(t.room.state.measures.at("before")))));
  }
}

TEST_CASE("a question left out counts nowhere, while others are counted") {
  Twelve t;
  t.room.start("before");
  for (std::size_t i = 0; i < 12; ++i) {
    std::vector<SheetAnswer> answers{level("sky", 1 + static_cast<std::int64_t>(i % 3))};
    if (i < 9) {
      answers.push_back(level("again", 2));
    }
    t.fill(i, "before", answers);
  }
  t.end_and_publish("before");
  CHECK(t.result("before").sheets == 12);
  CHECK(total_of(t.result("before"), "sky").levels == std::vector<std::int64_t>{4, 4, 4});
  CHECK_FALSE(total_of(t.result("before"), "again").shown);
  CHECK(total_of(t.result("before"), "again").answers == 9);
  CHECK(total_of(t.result("before"), "heard").answers == 0);
  CHECK(t.result("before").shifts.empty());
}

TEST_CASE("a shift is that of the people who gave a level both times, in hundredths, halves away from zero") {
  Twelve t;
  t.room.start("before");
  for (std::size_t i = 0; i < 12; ++i) {
    t.fill(i, "before", {i == 11 ? unknown("heard") : level("heard", 3), level("sky", 3)});
  }
  t.room.start("after");
  for (std::size_t i = 0; i < 11; ++i) {
    // Eleven pairs: four up by one, one down by two, six the same; one did not know before and does not count.
    t.fill(i, "after", {level("heard", i < 4 ? 4 : i == 4 ? 1 : 3), level("sky", i < 10 ? 2 : 3)});
  }
  t.fill(11, "after", {level("heard", 5)});
  t.end_and_publish("after");
  const QuestionShift& heard = shift_of(t.result("after"), "heard");
  CHECK(heard == QuestionShift{"heard", 11, 18, 4, 6, 1, true});  // 2 / 11 = 0.1818
  const QuestionShift& sky = shift_of(t.result("after"), "sky");
  CHECK(sky == QuestionShift{"sky", 11, -91, 0, 1, 10, true});  // -10 / 11 = -0.909
  CHECK(t.result("after").shifts.size() == 3);                  // free words have none
}

TEST_CASE("fewer than ten people in both: the shift is not shown") {
  Twelve t;
  t.room.start("before");
  for (std::size_t i = 0; i < 9; ++i) {
    t.fill(i, "before", {level("heard", 1)});
  }
  t.room.start("after");
  for (std::size_t i = 0; i < 12; ++i) {
    t.fill(i, "after", {level("heard", 5)});
  }
  t.end_and_publish("after");
  CHECK(shift_of(t.result("after"), "heard") == QuestionShift{"heard", 9, 0, 0, 0, 0, false});
  CHECK(total_of(t.result("after"), "heard").shown);
}

TEST_CASE("free words are sorted by text, and none are given of fewer than ten") {
  Measure measure;
  for (int i = 0; i < 9; ++i) {
    const std::string key(1, static_cast<char>('a' + i));
    measure.box[key] = Sheet{"before", key, {in_words("word", std::string(1, static_cast<char>('z' - i)))}};
  }
  CHECK(free_words(measure, "word").empty());
  measure.box["j"] = Sheet{"before", "j", {in_words("word", "a")}};
  const std::vector<std::string> given = free_words(measure, "word");
  CHECK(given == std::vector<std::string>{"a", "r", "s", "t", "u", "v", "w", "x", "y", "z"});
  CHECK(free_words(measure, "heard").empty());
}

TEST_CASE("a question repeated for each article is asked of those in the avis when its step starts") {
  Scenario scenario = measure_scenario();
  for (Step& step : scenario.steps) {
    if (step.id == "before") {
      step.repeat = Repeat{"articles", std::nullopt};
      step.questions = {Question{"urgent", words("Is it urgent?"), Scale::importance}};
    }
  }
  Room room(scenario);
  const TableId red = room.add_table("Red");
  const TableId blue = room.add_table("Blue");
  const PersonId ada = room.arrive(red);
  room.arrive(blue);
  room.start("draft");
  room.must(screen(red), EditArticle{ArticleId{1}, "title", "Ramps", 0});
  room.must(screen(blue), EditArticle{ArticleId{2}, "title", "Buses", 0});
  room.start("before");
  const std::vector<Question> asked = view_measure(room.state).sheets.at(0).questions;
  REQUIRE(asked.size() == 2);
  CHECK(asked[0].id == "1");
  CHECK(asked[0].text.fr == "Article 1\u00a0: Ramps. Is it urgent?");
  CHECK(asked[1].text.en == "Article 2\u00a0: Buses. Is it urgent? (en)");
  room.must(person(ada), FillSheet{"before", ballot_key(1), {level("2", 5)}});
  CHECK(refusal_of(room, person(ada), FillSheet{"before", ballot_key(1), {level("urgent", 5)}}).field == "answers");
  // Articles that come later are not asked about, and the counts stay those of the questions asked.
  room.must(facilitator(), EndStep{"before"});
  room.must(facilitator(), PublishMeasure{"before"});
  const auto& totals = room.state.measures.at("before").result->totals;
  REQUIRE(totals.size() == 2);
  CHECK(totals[0].answers == 0);
  CHECK(totals[1].answers == 1);
}

}  // namespace measure_test
