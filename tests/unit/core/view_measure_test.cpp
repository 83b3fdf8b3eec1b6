// What is seen of questionnaires, by whom, and when; and that nothing else is.
#include <algorithm>

#include "unit/core/measure_world.h"
#include "unit/core/view_dump.h"

namespace view_measure_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

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

void everyone_fills(Twelve& t, const std::string& step) {
  for (std::size_t i = 0; i < 12; ++i) {
    t.fill(i, step, {level("heard", 2), in_words("word", "words of person " + std::to_string(i))});
  }
}

}  // namespace

TEST_CASE("the questions of a step appear when it starts") {
  Twelve t;
  CHECK(view_measure(t.room.state).sheets.empty());
  t.room.start("before");
  const MeasureView view = view_measure(t.room.state);
  REQUIRE(view.sheets.size() == 1);
  CHECK(view.sheets[0].step == "before");
  CHECK(view.sheets[0].status == MeasureStatus::open);
  CHECK(view.sheets[0].questions.size() == 4);
  CHECK(view.sheets[0].compared_with.empty());
  t.room.start("after");
  CHECK(view_measure(t.room.state).sheets[0].status == MeasureStatus::closed);
  CHECK(view_measure(t.room.state).sheets[1].compared_with == "before");
}

TEST_CASE("while people answer, only how many did is seen, in the tally") {
  Twelve t;
  t.room.start("before");
  const auto empty = all_sections(t.room.state);
  t.fill(0, "before", {level("heard", 4), in_words("word", "a secret word")});
  auto now = all_sections(t.room.state);
  CHECK(view_tally(t.room.state).answered == 1);
  CHECK(view_me(t.room.state, t.people[0]).answered == std::vector<std::string>{"before"});
  CHECK(view_me(t.room.state, t.people[1]).answered.empty());
  for (const auto& [key, body] : now) {
    const bool may_change = key == "tally" || key == "people" || key == "me/1";
    CAPTURE(key);
    CHECK((may_change || body == empty.at(key)));
  }
  CHECK(readers_of(t.room.state, "a secret word").empty());
  CHECK(readers_of(t.room.state, pseudonym_of(t.people[0])).empty());
}

TEST_CASE("once the step is over the count of sheets is known, and the answers are not") {
  Twelve t;
  t.room.start("before");
  everyone_fills(t, "before");
  CHECK(view_measure(t.room.state).sheets[0].sheets == 0);
  t.room.must(facilitator(), EndStep{"before"});
  const MeasureSheet sheet = view_measure(t.room.state).sheets[0];
  CHECK(sheet.status == MeasureStatus::closed);
  CHECK(sheet.sheets == 12);
  CHECK(sheet.totals.empty());
  CHECK(view_counts(t.room.state).words.empty());
  CHECK(readers_of(t.room.state, "words of person").empty());
}

TEST_CASE("published, everyone sees the counts and the facilitator alone the words, sorted") {
  Twelve t;
  t.room.start("before");
  everyone_fills(t, "before");
  t.end_and_publish("before");
  const MeasureSheet sheet = view_measure(t.room.state).sheets[0];
  CHECK(sheet.status == MeasureStatus::published);
  CHECK(sheet.totals[0].levels == std::vector<std::int64_t>{0, 12, 0, 0, 0});
  CHECK(readers_of(t.room.state, "words of person 3") == Keys{"counts"});
  const CountsView counts = view_counts(t.room.state);
  REQUIRE(counts.words.size() == 1);
  CHECK(counts.words[0].question == "word");
  CHECK(std::is_sorted(counts.words[0].texts.begin(), counts.words[0].texts.end()));
  CHECK(counts.words[0].texts.size() == 12);
  CHECK(readers_of(t.room.state, pseudonym_of(t.people[0])).empty());
}

TEST_CASE("nine sheets: the words and the counts stay unseen even when published") {
  Twelve t;
  t.room.start("before");
  for (std::size_t i = 0; i < 9; ++i) {
    t.fill(i, "before", {level("heard", 2), in_words("word", "words of person " + std::to_string(i))});
  }
  t.end_and_publish("before");
  const MeasureSheet sheet = view_measure(t.room.state).sheets[0];
  CHECK(sheet.status == MeasureStatus::published);
  CHECK(sheet.totals[0].levels.empty());
  CHECK_FALSE(sheet.totals[0].shown);
  CHECK(readers_of(t.room.state, "words of person").empty());
}

}  // namespace view_measure_test
