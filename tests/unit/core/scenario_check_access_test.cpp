// Documents with what replaces them, hard words, who has read the easy French.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/scenario_check.h"
#include "unit/core/world.h"

namespace scenario_check_access_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

bool has(const std::vector<Problem>& problems, const std::string& code, const std::string& pointer,
         Severity severity = Severity::error) {
  return std::any_of(problems.begin(), problems.end(), [&](const Problem& each) {
    return each.code == code && each.pointer == pointer && each.severity == severity;
  });
}

std::vector<Problem> check_with(const Document& document) {
  Scenario scenario = small_scenario();
  scenario.steps[1].documents = std::vector<Document>{document};
  return check_scenario(scenario, {Severity::warning, std::nullopt});
}

Document image() {
  return Document{"map", DocumentKind::image, words("The map"), "map.png", words("Where buses go"), {}, {}};
}
Document video() {
  return Document{"film",     DocumentKind::video, words("The film"), "film.webm", words("All that is said"),
                  "film.vtt", "film-lsf.mp4"};
}

bool has_error(const std::vector<Problem>& problems) {
  return std::any_of(problems.begin(), problems.end(),
                     [](const Problem& each) { return each.severity == Severity::error; });
}

}  // namespace

TEST_CASE("[access S5] [access H2] a document with what replaces it is good") {
  CHECK_FALSE(has_error(check_with(image())));
  CHECK_FALSE(has_error(check_with(video())));
}

TEST_CASE("[access S5] an image says in words what it shows") {
  Document blank = image();
  blank.alternative.fr = " ";
  CHECK(has_error(check_with(blank)));
}

TEST_CASE("[access H2] a video has captions; without sign language there is a warning") {
  Document bare = video();
  bare.captions.reset();
  bare.sign_language.reset();
  CHECK(has(check_with(bare), "captions_missing", "/steps/1/documents/0/captions"));
  CHECK(has(check_with(bare), "sign_language_missing", "/steps/1/documents/0/sign_language", Severity::warning));
  Document wrong = video();
  wrong.captions = "film.txt";
  CHECK(has(check_with(wrong), "file_kind", "/steps/1/documents/0/captions"));
}

TEST_CASE("a file is a plain name of its kind in the folder of the scenario's files") {
  for (const char* name : {"../secret.png", "a/b.png", ".png", ".hidden.png", "photo été.png", "%2e%2e.png", ""}) {
    CAPTURE(name);
    Document document = image();
    document.file = name;
    CHECK(has_error(check_with(document)));
  }
  Document document = image();
  document.file = "film.webm";
  CHECK(has(check_with(document), "file_kind", "/steps/1/documents/0/file"));
}

TEST_CASE("[access K4] a word is explained once") {
  Scenario scenario = small_scenario();
  scenario.lexicon = {LexiconWord{"avis", std::vector<std::string>{"avis"}, words("What people ask for"), {}}};
  CHECK(has(check_scenario(scenario), "word_twice", "/lexicon/0/word"));
  scenario.lexicon = {LexiconWord{"avis", {}, words("What people ask for"), {}}};
  CHECK_FALSE(has(check_scenario(scenario), "word_twice", "/lexicon/0/word"));
}

TEST_CASE("[access K2] readings name steps of the programme and a day; only votes wait for them") {
  Scenario scenario = small_scenario();
  scenario.easy_readings = {EasyReading{std::vector<std::string>{"nowhere"}, 3, "Les Tilleuls", "2026-02-30"}};
  const auto problems = check_scenario(scenario);
  CHECK(has(problems, "step_unknown", "/easy_readings/0/steps/0"));
  CHECK(has(problems, "not_a_date", "/easy_readings/0/on"));
  scenario.steps[1].easy_wording = true;
  CHECK(has(check_scenario(scenario), "easy_wording_useless", "/steps/1/easy_wording"));
}

}  // namespace scenario_check_access_test
