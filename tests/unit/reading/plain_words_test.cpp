#include "reading/plain_words.h"

#include <doctest/doctest.h>

#include <set>

#include "reading/reading_level.h"
#include "reading/sentences.h"

namespace plain_words_test {

using namespace tablee::reading;

TEST_CASE("[access K1] a listed word is found in any of its forms, with a plainer one") {
  CHECK(hard_words_in("Votre choix a été effectué.") == std::vector<HardWord>{{"effectué", "faire"}});
  CHECK(hard_words_in("Touchez ici afin d’écrire.") == std::vector<HardWord>{{"afin", "pour"}});
  CHECK(hard_words_in("Il procédera à un tirage.") == std::vector<HardWord>{{"procédera à", "faire"}});
  CHECK(hard_words_in("Les règles relatives au vote") == std::vector<HardWord>{{"relatives au", "sur"}});
  CHECK(hard_words_in("Conformément aux modalités").size() == 2);
}

TEST_CASE("[access K1] plain words, parts of words and words of two sentences are let through") {
  CHECK(hard_words_in("Votre choix est fait. Touchez ici pour écrire.").empty());
  CHECK(hard_words_in("Un axial, des taxes").empty());
  CHECK(hard_words_in("C’est ainsi. Que faire ?").empty());
  CHECK(hard_words_in("Cela vient en").empty());
}

TEST_CASE("[access K1] each row of the word list can be found, once, and holds no term of an atelier") {
  std::set<std::string_view> seen;
  for (const PlainWord& row : plain_words()) {
    CAPTURE(row.avoid);
    CHECK(seen.insert(row.avoid).second);
    CHECK_FALSE(row.instead.empty());
    // As a text would have it: a row with a capital or an apostrophe could never be found.
    std::string as_written(row.avoid);
    std::erase(as_written, '*');
    const auto found = hard_words_in(as_written);
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().found == as_written);
    for (const Sentence& sentence : sentences_of(as_written)) {
      for (const Word& word : sentence) {
        CHECK_FALSE(is_term(word.spelling));
      }
    }
  }
}

}  // namespace plain_words_test
