#include "simple/words.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "base/result.h"
#include "core/state.h"

namespace words_test {

using namespace tablee;
using namespace tablee::simple;

namespace {

std::string catalogues() {
  std::string all;
  for (const char* name : {"everywhere", "participant", "seat", "table"}) {
    std::ifstream in(std::string(TABLEE_SOURCE_DIR) + "/client-web/src/i18n/catalogue/" + name + ".json");
    REQUIRE(in.good());
    all.append(std::istreambuf_iterator<char>(in), {});
  }
  return all;
}

}  // namespace

TEST_CASE("the same thing is said in the same words as on the screens") {
  const std::string all = catalogues();
  for (const Words& row : words_table) {
    CAPTURE(row.key);
    const std::string key(row.key);
    const std::string same = "\"" + key + "\": { \"fr\": \"" + std::string(row.fr) + "\", \"falc\": \"" +
                             std::string(row.falc) + "\", \"en\": \"" + std::string(row.en) + "\" }";
    const bool own = row.key.starts_with("simple.");
    CHECK((all.find("\"" + key + "\":") == std::string::npos) == own);
    CHECK((own || all.find(same) != std::string::npos));
  }
}

TEST_CASE("every sentence is there in three slots, once, with the signs of French typography") {
  std::set<std::string_view> keys;
  for (const Words& row : words_table) {
    CAPTURE(row.key);
    CHECK(keys.insert(row.key).second);
    CHECK_FALSE((row.fr.empty() || row.falc.empty() || row.en.empty()));
    for (const std::string_view french : {row.fr, row.falc}) {
      CHECK(french.find('\'') == std::string_view::npos);
      for (const char* wrong : {" :", " ;", " ?", " !", "« ", " »"}) {
        CHECK(french.find(wrong) == std::string_view::npos);
      }
    }
  }
}

TEST_CASE("every choice and refusal that a page may have to name has its words") {
  for (const std::string_view code : code_names) {
    CHECK_FALSE(say(Language::fr, Key::named("refusal.", code)).empty());
  }
  for (const std::string_view form : names_of(core::Form{})) {
    CHECK_FALSE(say(Language::falc, Key::named("turn.form.", form)).empty());
  }
  for (const std::string_view kind : names_of(core::SignalKind{})) {
    CHECK_FALSE(say(Language::en, Key::named("signals.", kind)).empty());
  }
  for (const std::string_view status : names_of(core::ArticleStatus{})) {
    CHECK_FALSE(say(Language::en, Key::named("article.status.", status)).empty());
  }
}

TEST_CASE("what is filled in is not read again, and a name without filling stays") {
  CHECK(say(Language::en, "welcome.hello", {{"name", "{count}"}}) == "Hello {count}!");
  CHECK(say(Language::en, "welcome.hello") == "Hello name!");
  CHECK(say(Language::fr, Count("time.left"), 1) == "Encore environ 1 minute");
  CHECK(say(Language::fr, Count("write.sent"), 0, {{"max", "2"}}) == "Vous avez envoyé 0 idée sur 2 au plus.");
  CHECK(say(Language::en, Count("write.sent"), 0, {{"max", "2"}}) == "You have sent 0 ideas out of 2.");
}

TEST_CASE("[access T5] time is told in words") {
  CHECK(time_left(Language::fr, 299'000) == "Encore environ 5 minutes");
  CHECK(time_left(Language::falc, 60'000) == "Il reste environ 1 minute");
  CHECK(time_left(Language::fr, 59'999) == "Moins d’une minute");
  CHECK(time_left(Language::en, 0) == "The planned time is up");
  CHECK(time_left(Language::fr, -59'999) == "Le temps prévu est écoulé");
  CHECK(time_left(Language::fr, -120'000) == "Le temps prévu est dépassé de 2 minutes");
  CHECK(wall_clock(Language::fr, "09:05") ==
        "9\u00a0h\u00a0"
        "05");
  CHECK(wall_clock(Language::en, "09:05") == "9:05");
  CHECK(date(Language::fr, "2027-02-03") == "3 février 2027");
  CHECK(date(Language::en, "2027-02-03") == "3 February 2027");
  CHECK(date(Language::fr, "demain") == "demain");
}

TEST_CASE("a text of the programme is shown in the language of its reader, else in French") {
  const core::Texts both{"français", "facile", "English"};
  const core::Texts one{"français", std::nullopt, std::nullopt};
  CHECK(slot_of(Language::falc, both).words == "facile");
  CHECK(slot_of(Language::en, both).tag == "en");
  CHECK(slot_of(Language::en, one).words == "français");
  CHECK(slot_of(Language::en, one).tag == "fr");
  CHECK(slot_of(Language::falc, one).words == "français");
}

}  // namespace words_test
