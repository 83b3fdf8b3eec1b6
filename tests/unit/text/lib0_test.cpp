#include "text/lib0.h"

#include <doctest/doctest.h>

namespace lib0_test {

using namespace tablee::text;

namespace {

std::string bytes_of(std::uint64_t value) {
  Writer writer;
  writer.var_uint(value);
  return writer.take();
}

}  // namespace

TEST_CASE("integers are read as they were written, up to what JavaScript holds") {
  for (const std::uint64_t value : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, std::uint64_t{4294967295},
                                    limits::wire_integer_max}) {
    const std::string bytes = bytes_of(value);
    Reader reader(bytes);
    CHECK(reader.var_uint() == value);
    CHECK(reader.at_end());
    CHECK(!reader.failed());
  }
}

TEST_CASE("an integer past 2^53 − 1 is refused, and one that does not end") {
  const std::string past = bytes_of(limits::wire_integer_max + 1);
  Reader reader(past);
  CHECK(reader.var_uint() == 0);
  CHECK(reader.failed());
  Reader endless("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF");
  endless.var_uint();
  CHECK(endless.failed());
}

TEST_CASE("a signed integer has its sign in the first byte") {
  Reader reader(std::string_view("\x41\x01\xC1\x01\x40", 5));
  auto value = reader.var_int();
  CHECK((value.negative && value.magnitude == 1));
  value = reader.var_int();
  CHECK((!value.negative && value.magnitude == 1));
  value = reader.var_int();
  CHECK((value.negative && value.magnitude == 65));
  CHECK(reader.failed() == false);
}

TEST_CASE("a string longer than what is left fails, and so does one that is not UTF-8") {
  Reader longer(
      std::string_view("\x05"
                       "abc",
                       4));
  CHECK(longer.var_string().empty());
  CHECK(longer.failed());
  Reader surrogate("\x03\xED\xA0\x80");
  surrogate.var_string();
  CHECK(surrogate.failed());
  Reader good("\x03\xE2\x82\xAC");
  CHECK(good.var_string() == "€");
}

TEST_CASE("after a failure everything is empty") {
  Reader reader("");
  reader.byte();
  CHECK(reader.failed());
  CHECK(reader.at_end());
  CHECK(reader.var_uint() == 0);
  CHECK(reader.var_bytes().empty());
}

}  // namespace lib0_test
