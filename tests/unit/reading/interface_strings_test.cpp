// Every text of the screens, as the catalogues of the web client hold it.
//
// Participants, experts and the room's screen: French at 70 points and 12 words a sentence, easy French at 80 and 8,
// for each text of scored_words_min words or more, and for each catalogue as a whole, its short labels included.
// Facilitators read as part of their work: 20 words a sentence. Nobody reads a listed word.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "reading/plain_words.h"
#include "reading/reading_level.h"

namespace interface_strings_test {

using namespace tablee::reading;

namespace {

constexpr ReadingLevel for_everyone{70, 12};
constexpr ReadingLevel easy{80, 8};
constexpr std::int64_t staff_sentence_words_max = 20;
constexpr std::array<const char*, 8> read_by_everyone{"captioner",   "companion", "everywhere", "expert",
                                                      "participant", "projector", "seat",       "table"};
constexpr std::array<const char*, 2> read_by_staff{"cockpit", "console"};

std::filesystem::path folder() {
  return std::filesystem::path(TABLEE_SOURCE_DIR) / "client-web/src/i18n/catalogue";
}

nlohmann::json catalogue(const std::string& name) {
  std::ifstream file(folder() / (name + ".json"));
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  REQUIRE_FALSE(bytes.empty());
  return nlohmann::json::parse(bytes);
}

// Each text of a slot, then all of them together.
void hold(const std::string& name, const char* slot, const ReadingLevel& level) {
  ReadingCount together;
  const nlohmann::json all = catalogue(name);
  for (const auto& [key, texts] : all.items()) {
    const std::string text = texts.at(slot);
    CAPTURE(name + " " + key + "." + slot + ": " + text);
    const ReadingCount count = count_reading(text);
    together += count;
    CHECK_FALSE(too_long(count, level));
    if (count.scored_words >= scored_words_min && too_hard(count, level)) {
      FAIL_CHECK("Kandel-Moles " << kandel_moles(count) << ", asked for: " << level.points_min);
    }
  }
  CAPTURE(name + " as a whole, " + slot);
  REQUIRE(together.scored_words > 0);
  CHECK_FALSE(too_hard(together, level));
  CHECK_FALSE(too_long(together, level));
}

}  // namespace

TEST_CASE("[access K1] every catalogue of the screens is judged") {
  std::set<std::string> judged;
  judged.insert(read_by_everyone.begin(), read_by_everyone.end());
  judged.insert(read_by_staff.begin(), read_by_staff.end());
  std::set<std::string> shipped;
  for (const auto& file : std::filesystem::directory_iterator(folder())) {
    shipped.insert(file.path().stem().string());
  }
  CHECK(shipped == judged);
}

TEST_CASE("[access K1] what people read on their screens has at least 70 points and at most 12 words a sentence") {
  for (const char* name : read_by_everyone) {
    hold(name, "fr", for_everyone);
  }
}

TEST_CASE("[access K1] easy French has at least 80 points and at most 8 words a sentence") {
  for (const char* name : read_by_everyone) {
    hold(name, "falc", easy);
  }
}

TEST_CASE("[access K1] facilitators read at most 20 words a sentence") {
  for (const char* name : read_by_staff) {
    const nlohmann::json all = catalogue(name);
    for (const auto& [key, texts] : all.items()) {
      for (const char* slot : {"fr", "falc"}) {
        const std::string text = texts.at(slot);
        CAPTURE(key + "." + slot + ": " + text);
        CHECK_FALSE(too_long(count_reading(text), {0, staff_sentence_words_max}));
      }
    }
  }
}

TEST_CASE("[access K1] no text of any screen holds a listed word") {
  std::set<std::string> names(read_by_everyone.begin(), read_by_everyone.end());
  names.insert(read_by_staff.begin(), read_by_staff.end());
  for (const std::string& name : names) {
    const nlohmann::json all = catalogue(name);
    for (const auto& [key, texts] : all.items()) {
      for (const char* slot : {"fr", "falc"}) {
        for (const HardWord& hard : hard_words_in(texts.at(slot).get<std::string>())) {
          FAIL_CHECK(name << " " << key << "." << slot << ": « " << hard.found << " », better: « " << hard.instead
                          << " »");
        }
      }
    }
  }
}

}  // namespace interface_strings_test
