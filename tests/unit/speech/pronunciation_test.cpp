// What espeak-ng makes of the texts that were wrong without help (first six) or right already (last two), in the
// international alphabet. Other voices are given the same texts.
#include <doctest/doctest.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "speech/spoken_text.h"

namespace pronunciation_test {

using namespace tablee::speech;

namespace {

bool has_espeak() {
  return std::system("espeak-ng --version >/dev/null 2>&1") == 0;
}

// The sounds, without stress marks and with one space between words. Requires: no quote in the text but apostrophes.
std::string sounds_of(const std::string& text) {
  std::string quoted;
  for (const char sign : text) {
    quoted += sign == '\'' ? std::string("'\\''") : std::string(1, sign);
  }
  FILE* pipe = ::popen(("printf '%s' '" + quoted + "' | espeak-ng -v fr -q --ipa --stdin").c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string bytes;
  std::array<char, 512> part{};
  while (std::fgets(part.data(), part.size(), pipe) != nullptr) {
    bytes += part.data();
  }
  ::pclose(pipe);
  for (const std::string_view mark : {"ˈ", "ˌ", "\n", "-"}) {
    for (std::size_t at = bytes.find(mark); at != std::string::npos; at = bytes.find(mark)) {
      bytes.replace(at, mark.size(), mark == "\n" ? " " : "");
    }
  }
  while (!bytes.empty() && bytes.front() == ' ') {
    bytes.erase(0, 1);
  }
  while (!bytes.empty() && bytes.back() == ' ') {
    bytes.pop_back();
  }
  return bytes;
}

struct Row {
  std::string_view written;
  std::string_view sounds;
};

}  // namespace

TEST_CASE("espeak-ng says the tricky words as people do [access X1]" * doctest::skip(!has_espeak())) {
  for (const Row& row : {Row{"10 h 30", "diz œʁ tʁɑ̃t"},
                         Row{"3/4", "tʁwa kaʁ"},
                         Row{"AESH", "a ə ɛs aʃ"},
                         Row{"CIPC", "se i pe se"},
                         Row{"DITP", "de i te pe"},
                         Row{"l’aidant·e", "lɛdɑ̃ u lɛdɑ̃t"},
                         Row{"citoyen(ne)s", "sitwajɛ̃z e sitwajɛn"},
                         Row{"les avis ont été", "lez avi ɔ̃t ete"},
                         Row{"les poules du couvent couvent", "le pul dy kuvɑ̃ kuv"},
                         Row{"21 min", "vɛ̃teyn minyt"},
                         Row{"20 m²", "vɛ̃ mɛtʁ kaʁe"},
                         Row{"5 €", "sɛ̃k øʁo"},
                         Row{"FALC", "falk"},
                         Row{"ESAT", "ezat"},
                         Row{"LSF", "ɛl ɛs ɛf"},
                         Row{"RGPD", "ɛʁ ʒe pe de"},
                         Row{"PMR", "pe ɛm ɛʁ"},
                         Row{"EHPAD", "epad"},
                         Row{"ULIS", "ylis"},
                         Row{"SMIC", "smik"},
                         Row{"CNIL", "knil"},
                         Row{"CESE", "sezø"},
                         Row{"CAF", "kaf"},
                         Row{"SESSAD", "sɛsad"}}) {
    CAPTURE(row.written);
    CHECK(sounds_of(spoken_text(row.written, Language::fr)) == row.sounds);
  }
}

}  // namespace pronunciation_test
