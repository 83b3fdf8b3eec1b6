#include "wire/json.h"

#include <doctest/doctest.h>

#include <string>

namespace tablee::wire::json_test {
namespace {

JsonFault fault_of(std::string_view text, std::int64_t depth_max = 8) {
  return parse_json(text, depth_max).fault;
}

Json value_of(std::string_view text) {
  ParsedJson parsed = parse_json(text, 8);
  REQUIRE(parsed.fault == JsonFault::none);
  return std::move(parsed.value);
}

}  // namespace

TEST_CASE("members keep their order and their repetitions") {
  const Json value = value_of(R"({"b":1,"a":2,"b":3})");
  REQUIRE(value.kind == JsonKind::object);
  CHECK(value.names == std::vector<std::string>{"b", "a", "b"});
  REQUIRE(value.member("b") != nullptr);
  CHECK(value.member("b")->magnitude == 1);
  CHECK(value.member("c") == nullptr);
  CHECK(value.items[2].magnitude == 3);
}

TEST_CASE("nested values survive the growth of the lists around them") {
  const Json value = value_of(R"({"a":[{"x":1},{"x":2},{"x":[3,4,5]}],"b":"end"})");
  const Json* list = value.member("a");
  REQUIRE(list != nullptr);
  REQUIRE(list->items.size() == 3);
  CHECK(list->items[1].member("x")->magnitude == 2);
  CHECK(list->items[2].member("x")->items[2].magnitude == 5);
  CHECK(value.member("b")->text == "end");
}

TEST_CASE("integers are told from other numbers") {
  CHECK(value_of("-7").negative);
  CHECK(value_of("-7").magnitude == 7);
  CHECK(value_of("-0").magnitude == 0);
  CHECK(value_of("-9223372036854775808").magnitude == 9'223'372'036'854'775'808U);
  CHECK(value_of("18446744073709551615").kind == JsonKind::integer);
  CHECK(value_of("18446744073709551616").kind == JsonKind::huge);
  CHECK(value_of("-9223372036854775809").kind == JsonKind::huge);
  CHECK(value_of("1.0").kind == JsonKind::real);
  CHECK(value_of("1e2").kind == JsonKind::real);
  CHECK(fault_of("1e999") == JsonFault::syntax);
}

TEST_CASE("depth is refused one level past the bound") {
  CHECK(fault_of("[[[1]]]", 3) == JsonFault::none);
  CHECK(fault_of("[[[[1]]]]", 3) == JsonFault::too_deep);
  CHECK(fault_of(R"([{"a":{}}])", 3) == JsonFault::none);
  CHECK(fault_of(R"([{"a":{"b":[]}}])", 3) == JsonFault::too_deep);
  CHECK(fault_of(std::string(60'000, '['), 8) == JsonFault::too_deep);
}

TEST_CASE("what is not JSON is refused") {
  for (const std::string_view text :
       {"", " ", "{", "{}x", "{\"a\":}", "[1,]", "{'a':1}", "nul", "01", "+1", "\"\t\"", "// a\n1", "NaN"}) {
    CAPTURE(text);
    CHECK(fault_of(text) == JsonFault::syntax);
  }
}

TEST_CASE("a NUL byte does not end the text quietly") {
  using namespace std::string_view_literals;
  CHECK(fault_of("{}\0{}"sv) == JsonFault::syntax);
  CHECK(parse_json("{}\0{}"sv, 8).at == 2);
  CHECK(fault_of("\"a\0b\""sv) == JsonFault::syntax);
  CHECK(value_of("\"a\\u0000b\"").text == "a\0b"sv);
}

TEST_CASE("a byte order mark is refused") {
  CHECK(fault_of("\xef\xbb\xbf{}") == JsonFault::syntax);
}

TEST_CASE("texts are UTF-8 without surrogates") {
  CHECK(value_of("\"\\ud83d\\ude00\"").text == "😀");
  CHECK(fault_of("\"\\ud83d\"") == JsonFault::syntax);
  CHECK(fault_of("\"\\ude00\"") == JsonFault::syntax);
  CHECK(fault_of("\"\\ud83d\\u0041\"") == JsonFault::syntax);
  CHECK(fault_of("\"\xc0\xaf\"") == JsonFault::syntax);
  CHECK(fault_of("\"\xed\xa0\x80\"") == JsonFault::syntax);
  CHECK(fault_of("\"\xf4\x90\x80\x80\"") == JsonFault::syntax);
  CHECK(fault_of("\"\xe2\x82\"") == JsonFault::syntax);
  CHECK(value_of("\"\xf4\x8f\xbf\xbf\"").text == "\xf4\x8f\xbf\xbf");
}

TEST_CASE("the place of a mistake is the byte that is wrong") {
  CHECK(parse_json("{\"a\":1 \"b\"}", 8).at == 9);
  CHECK(parse_json("[1,\n x]", 8).at == 5);
}

}  // namespace tablee::wire::json_test
