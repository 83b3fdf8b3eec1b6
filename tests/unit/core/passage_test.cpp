#include "core/passage.h"

#include <doctest/doctest.h>

namespace passage_test {

using namespace tablee::core;

TEST_CASE("every run of white space is one space, none at the ends") {
  CHECK(with_single_spaces("  a \n\t b\u00a0c\u202f\u2009d\r\n") == "a b c d");
  CHECK(with_single_spaces("") == "");
  CHECK(with_single_spaces(" \u00a0 ") == "");
  CHECK(with_single_spaces("é à") == "é à");
}

TEST_CASE("a passage is found whatever the white space between its words") {
  CHECK(holds_passage("Un banc\n\npublic", "banc public", 1));
  CHECK(holds_passage("Qui paie\u00a0?", "paie ?", 1));
  CHECK_FALSE(holds_passage("Un banc public", "banc  privé", 1));
  CHECK_FALSE(holds_passage("Un banc public", "Banc public", 1));
  CHECK_FALSE(holds_passage("bancpublic", "banc public", 1));
}

TEST_CASE("a passage said several times is counted from the first") {
  const char* text = "non, non et non";
  CHECK(holds_passage(text, "non", 1));
  CHECK(holds_passage(text, "non", 3));
  CHECK_FALSE(holds_passage(text, "non", 4));
  CHECK(holds_passage("aaa", "aa", 2));
}

TEST_CASE("white space alone is no passage") {
  CHECK_FALSE(holds_passage("a b", " ", 1));
  CHECK_FALSE(holds_passage("", "a", 1));
}

}  // namespace passage_test
