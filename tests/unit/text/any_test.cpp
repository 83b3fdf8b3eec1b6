#include "text/any.h"

#include <doctest/doctest.h>

#include "text/limits.h"

namespace any_test {

using namespace tablee::text;

namespace {

std::string as_json(std::string_view bytes) {
  Reader passed(bytes);
  skip_any(passed);
  CHECK(passed.at_end());
  CHECK(!passed.failed());
  Reader reader(bytes);
  std::string json;
  append_any_as_json(reader, json);
  return json;
}

bool is_refused(std::string_view bytes) {
  Reader reader(bytes);
  skip_any(reader);
  return reader.failed();
}

}  // namespace

TEST_CASE("values are read as JSON") {
  CHECK(as_json("\x7E") == "null");
  CHECK(as_json("\x78") == "true");
  CHECK(as_json("\x79") == "false");
  CHECK(as_json("\x7D\x41") == "-1");
  CHECK(as_json("\x7D\x40") == "0");
  CHECK(as_json(std::string_view("\x7C\x3F\xC0\x00\x00", 5)) == "1.5");
  CHECK(as_json(std::string_view("\x7B\x3F\xB9\x99\x99\x99\x99\x99\x9A", 9)) == "0.1");
  CHECK(as_json("\x77\x03\"\n\\") == R"("\"\u000a\\")");
  CHECK(as_json(std::string_view("\x76\x01\x01"
                                 "a\x75\x02\x7D\x01\x7E",
                                 9)) == R"({"a":[1,null]})");
}

TEST_CASE("what JSON lacks is tagged") {
  CHECK(as_json("\x7F") == R"({"$":"undef"})");
  CHECK(as_json(std::string_view("\x74\x02\x01\x02", 4)) == R"({"$":"bin","v":"AQI="})");
  CHECK(as_json(std::string_view("\x7A\x00\x00\x00\x00\x00\x00\x00\x7B", 9)) == R"({"$":"big","v":"123"})");
  CHECK(as_json(std::string_view("\x7B\x7F\xF8\x00\x00\x00\x00\x00\x00", 9)) == R"({"$":"num","v":"NaN"})");
  CHECK(as_json(std::string_view("\x7B\xFF\xF0\x00\x00\x00\x00\x00\x00", 9)) == R"({"$":"num","v":"-Infinity"})");
}

TEST_CASE("a value that ends early, of no kind, or too deep is refused") {
  CHECK(is_refused(""));
  CHECK(is_refused("\x10"));
  CHECK(is_refused("\x7B\x01"));
  CHECK(is_refused("\x75\xFF\xFF\xFF\xFF\x0F"));
  std::string deep;
  for (int i = 0; i < limits::value_depth_max; ++i) {
    deep += "\x75\x01";
  }
  CHECK_FALSE(is_refused(deep + "\x7E"));
  CHECK(is_refused("\x75\x01" + deep + "\x7E"));
}

}  // namespace any_test
