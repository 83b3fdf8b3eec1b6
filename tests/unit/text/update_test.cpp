#include "text/update.h"

#include <doctest/doctest.h>

#include <string>

#include "text/lib0.h"
#include "text/limits.h"

namespace update_test {

using namespace tablee;
using namespace tablee::text;

namespace {

// One struct of client 5 from clock 0: the header of a run, then `rest`.
std::string with_struct(std::string_view rest, std::uint64_t clock = 0) {
  Writer writer;
  writer.var_uint(1);
  writer.var_uint(1);
  writer.var_uint(5);
  writer.var_uint(clock);
  writer.raw(rest);
  writer.var_uint(0);
  return writer.take();
}

std::string number(std::uint64_t value) {
  Writer writer;
  writer.var_uint(value);
  return writer.take();
}

constexpr std::string_view in_root_t("\x01\x01t", 3);  // parent: the root t

std::string of_kind(char kind, std::string_view content) {
  return std::string(1, kind).append(in_root_t).append(content);
}

Result<Nothing> decoded(const std::string& bytes) {
  Update update;
  return decode_update(bytes, update);
}

bool is_taken(const std::string& bytes) {
  return decoded(bytes).has_value();
}

}  // namespace

TEST_CASE("a text in a root is read") {
  Update update;
  const std::string bytes = with_struct(of_kind(4,
                                                "\x03"
                                                "a\xC3\xA9"));
  REQUIRE(decode_update(bytes, update).has_value());
  REQUIRE(update.structs.size() == 1);
  CHECK(update.structs[0].kind == Kind::string);
  CHECK(update.structs[0].length == 2);
  CHECK(update.structs[0].root == "t");
  CHECK(update.structs[0].content == "a\xC3\xA9");
  CHECK(update.runs[0].client == 5);
}

TEST_CASE("every truncation of an update is refused") {
  const std::string whole = with_struct(of_kind(4, "\x05hello"));
  REQUIRE(is_taken(whole));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CHECK_FALSE(is_taken(whole.substr(0, size)));
  }
}

TEST_CASE("bytes after the end are refused") {
  CHECK_FALSE(is_taken(with_struct(of_kind(4,
                                           "\x01"
                                           "a")) +
                       '\0'));
}

TEST_CASE("counts and lengths that are announced and not there are refused") {
  CHECK_FALSE(is_taken(number(limits::wire_integer_max)));
  CHECK_FALSE(is_taken(number(1) + number(1U << 31)));
  CHECK_FALSE(is_taken(with_struct(of_kind(4, number(1U << 31)))));
  CHECK_FALSE(is_taken(with_struct(of_kind(8, number(1U << 31)))));
}

TEST_CASE("kinds and contents that Yjs does not write are refused") {
  CHECK_FALSE(is_taken(with_struct(of_kind(11, "\x01"))));
  CHECK_FALSE(is_taken(with_struct(of_kind(31, "\x01"))));
  CHECK_FALSE(is_taken(with_struct(of_kind(7, "\x07"))));
  CHECK_FALSE(is_taken(with_struct(of_kind(5, "\x01{"))));
  CHECK_FALSE(is_taken(with_struct(of_kind(6,
                                           "\x01"
                                           "b\x03"
                                           "non"))));
  CHECK_FALSE(is_taken(with_struct(of_kind(4, "\x02\xC3\x28"))));
  CHECK(is_taken(with_struct(of_kind(2, "\x01\x09undefined"))));
  CHECK_FALSE(is_taken(with_struct(of_kind(5, "\x09undefined"))));
}

TEST_CASE("a struct has a length, and one that costs nothing not too much of it") {
  CHECK_FALSE(is_taken(with_struct(std::string("\0\0", 2))));
  CHECK_FALSE(is_taken(with_struct(of_kind(4, std::string(1, '\0')))));
  CHECK(is_taken(with_struct(std::string(1, '\0') + number(limits::deleted_length_max))));
  const auto past = decoded(with_struct(std::string(1, '\0') + number(limits::deleted_length_max + 1)));
  REQUIRE_FALSE(past.has_value());
  CHECK(past.error().code == Code::out_of_range);
}

TEST_CASE("clocks stay below their bound") {
  CHECK(is_taken(with_struct(of_kind(4,
                                     "\x01"
                                     "a"),
                             limits::clock_max - 1)));
  CHECK_FALSE(is_taken(with_struct(of_kind(4,
                                           "\x02"
                                           "ab"),
                                   limits::clock_max - 1)));
  CHECK_FALSE(is_taken(with_struct(of_kind(4,
                                           "\x01"
                                           "a"),
                                   limits::wire_integer_max)));
  const std::string no_structs = number(0);
  CHECK(is_taken(no_structs + number(1) + number(9) + number(1) + number(limits::clock_max - 1) + number(1)));
  CHECK_FALSE(is_taken(no_structs + number(1) + number(9) + number(1) + number(limits::clock_max) + number(1)));
  CHECK_FALSE(is_taken(no_structs + number(1) + number(9) + number(1) + number(1) + number(limits::wire_integer_max)));
}

TEST_CASE("a struct that waits for itself is refused") {
  const std::string after_itself = "\x84" + number(5) + number(0) +
                                   "\x01"
                                   "a";
  CHECK_FALSE(is_taken(with_struct(after_itself)));
  CHECK(is_taken(with_struct(after_itself, 1)));
  const std::string inside_itself = "\x04" + number(0) + number(5) + number(3) +
                                    "\x01"
                                    "a";
  CHECK_FALSE(is_taken(with_struct(inside_itself, 2)));
}

TEST_CASE("a client twice is refused") {
  const std::string run = number(1) + number(5) + number(0) +
                          of_kind(4,
                                  "\x01"
                                  "a");
  CHECK_FALSE(is_taken(number(2) + run + run + number(0)));
  const std::string ranges = number(9) + number(1) + number(0) + number(1);
  CHECK_FALSE(is_taken(number(0) + number(2) + ranges + ranges));
}

TEST_CASE("a state vector is read, and rubbish is not") {
  const auto states = decode_state_vector(number(1) + number(7) + number(12));
  REQUIRE(states.has_value());
  CHECK(states->at(0).client == 7);
  CHECK(states->at(0).clock == 12);
  CHECK_FALSE(decode_state_vector(number(3)).has_value());
  CHECK_FALSE(decode_state_vector("").has_value());
}

}  // namespace update_test
