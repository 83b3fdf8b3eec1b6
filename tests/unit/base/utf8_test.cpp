#include "base/utf8.h"

#include <doctest/doctest.h>

namespace utf8_test {

using namespace tablee;

TEST_CASE("length counts code points, at every edge of the encoding") {
  CHECK(utf8_length("") == 0);
  CHECK(utf8_length("été") == 3);
  CHECK(utf8_length("\x7f") == 1);
  CHECK(utf8_length("\xc2\x80\xdf\xbf") == 2);
  CHECK(utf8_length("\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf") == 4);
  CHECK(utf8_length("\xf0\x90\x80\x80\xf4\x8f\xbf\xbf") == 2);
}

TEST_CASE("bytes that are not UTF-8 have no length") {
  for (const char* bytes :
       {"\x80", "\xc0\xaf", "\xc1\xbf", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
        "\xf5\x80\x80\x80", "\xff", "\xc3", "\xe2\x82", "\xe2\x28\xa1", "a\xf0\x9f\x98"}) {
    CHECK_FALSE(utf8_length(bytes).has_value());
  }
}

TEST_CASE("cleaning removes what cannot be seen, and keeps lines") {
  CHECK(clean_text("  bonjour \n") == "bonjour");
  CHECK(clean_text("un\r\ndeux\ttrois") == "un\ndeux\ttrois");
  CHECK(clean_text("a\x01\x1b[0m\x7f\xc2\x85z") == "a[0mz");
  CHECK(clean_text("a\xe2\x80\xae\xe2\x81\xa6z") == "az");
  CHECK(clean_text("\xef\xbb\xbf"
                   "été") == "été");
  CHECK(clean_text(" \n\t ").empty());
  CHECK(clean_text("\xe2\x80\xa8") == "\xe2\x80\xa8");
}

TEST_CASE("a name is one line that no spreadsheet takes for a formula") {
  CHECK(clean_name("Anne\nMarie") == "Anne Marie");
  CHECK(clean_name("=1+1") == "1+1");
  CHECK(clean_name(" +-@ =Zoé") == "Zoé");
  CHECK(clean_name("Jean-Luc") == "Jean-Luc");
  CHECK(clean_name("=+-@").empty());
  CHECK(clean_name("").empty());
}

}  // namespace utf8_test
