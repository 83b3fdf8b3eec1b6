// core/scenario_check.h, when asked how hard texts are to read.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "core/scenario_check.h"
#include "unit/core/world.h"

namespace scenario_check_reading_test {

using namespace tablee;
using namespace tablee::core;
using tablee::core::testing::small_scenario;
using tablee::core::testing::words;

namespace {

constexpr CheckOptions asked{Severity::error, Severity::warning};

// The plainest of texts everywhere, then the change.
std::vector<Problem> found(const std::function<void(Scenario&)>& change, CheckOptions options = asked) {
  Scenario scenario = small_scenario();
  change(scenario);
  return check_scenario(scenario, options);
}

void expect(const std::string& pointer, const std::string& code, const std::function<void(Scenario&)>& change) {
  const std::vector<Problem> problems = found(change);
  CAPTURE(pointer);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].pointer == pointer);
  CHECK(problems[0].code == code);
  CHECK(problems[0].severity == Severity::warning);
  CHECK_FALSE(problems[0].message.empty());
  CHECK_FALSE(problems[0].mend.empty());
}

// So many words of one syllable, in one sentence.
std::string sentence_of(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += i == 0 ? "on" : " va";
  }
  return text + ".";
}

}  // namespace

TEST_CASE("[K1] plain texts of a programme are let through, and a room that opens judges none") {
  CHECK(found([](Scenario&) {}).empty());
  const auto jargon = [](Scenario& s) { s.question.falc = "Conformément aux modalités réglementaires susmentionnées"; };
  CHECK(found(jargon).size() >= 3);
  CHECK(found(jargon, {}).empty());
}

TEST_CASE("[K1] French below 60 points is told, easy French below 80, with the place") {
  // 73 points: a word of everyday French, too hard for easy French.
  const std::string middling = "Les clubs accueillent bien les personnes handicapées.";
  expect("/steps/2/instruction/falc", "reading_level", [&](Scenario& s) {
    s.steps[2].instruction = Texts{middling, middling};
  });
  expect("/steps/2/title/fr", "reading_level",
         [](Scenario& s) { s.steps[2].title.fr = "Reprise des rejetés, positions minoritaires"; });
}

TEST_CASE("[K1] a label of fewer than five words is not scored") {
  CHECK(found([](Scenario& s) { s.steps[2].title.falc = "Écrire une position minoritaire"; }).empty());
}

TEST_CASE("[K1] sentences of more than 20 words, 8 in easy French, are told") {
  expect("/commitments/0/falc", "sentence_too_long", [](Scenario& s) {
    s.commitments = {Texts{sentence_of(9), sentence_of(9)}};
  });
  CHECK(found([](Scenario& s) { s.commitments = {Texts{sentence_of(8), sentence_of(8)}}; }).empty());
  expect("/question/fr", "sentence_too_long", [](Scenario& s) { s.question.fr = sentence_of(21); });
  CHECK(found([](Scenario& s) { s.question.fr = sentence_of(20); }).empty());
  const auto problems = found([](Scenario& s) { s.question.falc = sentence_of(12) + " " + sentence_of(5); });
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message ==
        "Les phrases sont longues\u00a0: 17 mots pour 2 phrases, au lieu de 8 par phrase au plus.");
}

TEST_CASE("[K1] a listed word is told in easy French only, with a plainer one") {
  const std::vector<Problem> problems = found([](Scenario& s) {
    s.steps[2].title = Texts{"La stratégie", "La stratégie"};
  });
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].pointer == "/steps/2/title/falc");
  CHECK(problems[0].code == "hard_word");
  CHECK(problems[0].message.find("stratégie") != std::string::npos);
  CHECK(problems[0].mend.find("plan") != std::string::npos);
}

TEST_CASE("[K1] hard texts are errors when asked") {
  const auto problems = found(
      [](Scenario& s) {
        s.steps[2].title = Texts{"La stratégie", "La stratégie"};
      },
      {Severity::error, Severity::error});
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].severity == Severity::error);
}

TEST_CASE("[K1] questions, labels, turns and committees are judged as instructions are") {
  const auto judged = [](const std::function<Texts&(Scenario&)>& place) {
    const auto problems = found([&](Scenario& s) { place(s).falc = "La stratégie"; });
    return std::any_of(problems.begin(), problems.end(), [](const Problem& each) { return each.code == "hard_word"; });
  };
  CHECK(judged([](Scenario& s) -> Texts& { return s.title; }));
  CHECK(judged([](Scenario& s) -> Texts& { return s.steps[2].waiting.emplace(words("on lit")); }));
  CHECK(judged([](Scenario& s) -> Texts& {
    return s.steps[2].questions.emplace({Question{"q", words("ça va"), Scale::yes_no}}).at(0).text;
  }));
  CHECK(judged([](Scenario& s) -> Texts& {
    return s.steps[2].timer.turns.emplace({Turn{1, std::nullopt, words("un")}}).at(0).title.value();
  }));
  CHECK(judged([](Scenario& s) -> Texts& { return s.steps[2].parallel.emplace().title; }));
}

}  // namespace scenario_check_reading_test
