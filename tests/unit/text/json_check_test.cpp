#include "text/json_check.h"

#include <doctest/doctest.h>

#include <string>

#include "text/limits.h"

namespace json_check_test {

using tablee::text::is_json;

TEST_CASE("what JSON.parse takes") {
  for (const char* text : {"0", "-0", "1.5e-3", "10E+2", "true", "null", " [ 1 , {\"a\" : [] } ] ", "\"\\ud83d é \\n\"",
                           "{}", "[]", "{\"a\":{\"b\":null},\"c\":false}"}) {
    CHECK_MESSAGE(is_json(text), text);
  }
}

TEST_CASE("what JSON.parse throws at") {
  for (const char* text :
       {"",        "undefined",  "01",      "1.",          ".5",  "+1",     "-", "1e",  "[1,]", "{a:1}",
        "{\"a\"}", "{\"a\":1,}", "\"\\x\"", "\"\\u12g4\"", "\"a", "\"\n\"", "[", "nul", "1 2",  "'a'"}) {
    CHECK_FALSE_MESSAGE(is_json(text), text);
  }
}

TEST_CASE("lists nest to the bound and no deeper") {
  const auto nested = [](int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
  };
  CHECK(is_json(nested(tablee::text::limits::value_depth_max)));
  CHECK_FALSE(is_json(nested(tablee::text::limits::value_depth_max + 1)));
}

}  // namespace json_check_test
