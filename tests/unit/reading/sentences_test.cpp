#include "reading/sentences.h"

#include <doctest/doctest.h>

namespace sentences_test {

using namespace tablee::reading;

namespace {

// "on vote | tu peux changer": words apart, sentences apart.
std::string read(std::string_view text) {
  std::string all;
  for (const Sentence& sentence : sentences_of(text)) {
    all += all.empty() ? "" : " |";
    for (const Word& word : sentence) {
      all += (all.empty() ? "" : " ") + word.spelling;
    }
  }
  return all;
}

}  // namespace

TEST_CASE("[access K1] words are read without case and punctuation, apostrophes and hyphens part them") {
  CHECK(read("Levez-vous ! L’idée, c'est « Œuvre » ÉTÉ.") == "levez vous | l idée c est œuvre été");
  CHECK(read("Un·e citoyen·ne") == "une citoyenne");
  CHECK(read("").empty());
  CHECK(read(" … ?! ").empty());
}

TEST_CASE("[access K1] a sentence ends where one stops, not at a colon nor inside a number") {
  CHECK(read("On vote. Tu peux changer… Oui ? Non !") == "on vote | tu peux changer | oui | non");
  CHECK(read("La liste : une idée, à 13:30, version 1.2") == "la liste une idée à 13 30 version 1 2");
  CHECK(read("Toute l’étape · {time}") == "toute l étape | time");
  CHECK(read("Un titre\nune ligne") == "un titre | une ligne");
}

TEST_CASE("[access K1] numbers and what a screen inserts are told from words") {
  const auto sentences = sentences_of("{count} idées, 12 votes, le 1er { x }");
  REQUIRE(sentences.size() == 1);
  REQUIRE(sentences[0].size() == 7);
  CHECK(sentences[0][0] == Word{"count", WordKind::inserted});
  CHECK(sentences[0][1] == Word{"idées", WordKind::letters});
  CHECK(sentences[0][2] == Word{"12", WordKind::number});
  CHECK(sentences[0][5] == Word{"1er", WordKind::number});
  CHECK(sentences[0][6] == Word{"x", WordKind::letters});
}

TEST_CASE("[access K1] bytes that are not UTF-8 part words and lose nothing after them") {
  CHECK(read("avant\xff"
             "après\xc3") == "avant après");
  CHECK(code_points_of("é€\xf0\x9f\x98\x80\x80") == U"é€😀\uFFFD");
}

}  // namespace sentences_test
