#include "text/utf16.h"

#include <doctest/doctest.h>

namespace utf16_test {

using namespace tablee::text;

TEST_CASE("lengths are those of JavaScript") {
  CHECK(utf16_length("") == 0);
  CHECK(utf16_length("été") == 3);
  CHECK(utf16_length("a😀€") == 4);
}

TEST_CASE("a text is cut between code points") {
  CHECK(cut_at("été", 1).byte == 2);
  CHECK(cut_at("a😀b", 3).byte == 5);
  CHECK_FALSE(cut_at("a😀b", 3).inside_pair);
  CHECK(text_from("été", 2) == "é");
  CHECK(text_from("été", 3).empty());
}

TEST_CASE("half a surrogate pair becomes U+FFFD, as in Yjs") {
  CHECK(cut_at("a😀b", 2).inside_pair);
  CHECK(cut_at("a😀b", 2).byte == 1);
  CHECK(text_from("a😀b", 2) ==
        "\xEF\xBF\xBD"
        "b");
}

TEST_CASE("long texts with one bad byte are not UTF-8") {
  CHECK(is_utf8("abcdefghijklmnop"));
  CHECK(is_utf8("abcdefgh\xC3\xA9"));
  CHECK_FALSE(is_utf8("abcdefgh\xC3"));
  CHECK_FALSE(is_utf8("abcdefghi\xFFjklmnop"));
}

}  // namespace utf16_test
