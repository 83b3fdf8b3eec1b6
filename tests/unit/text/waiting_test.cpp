// What comes before what it needs waits, is woken, and never grows without bound.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/document.h"
#include "text/lib0.h"
#include "text/limits.h"
#include "text/read.h"

namespace waiting_test {

using namespace tablee;
using namespace tablee::text;

namespace {

// The updates of a text that two clients write in turn.
std::vector<std::string> told_letter_by_letter(Document& document, std::uint32_t letters) {
  std::vector<std::string> updates;
  for (std::uint32_t i = 0; i < letters; ++i) {
    REQUIRE(document.insert("t", i / 2, std::string(1, static_cast<char>('a' + i % 26)), 1 + i % 2).has_value());
    updates.push_back(document.take_changes());
  }
  REQUIRE(document.erase("t", 1, letters / 2).has_value());
  updates.push_back(document.take_changes());
  return updates;
}

// A struct of one letter of a client, after a unit of another that nobody has.
std::string orphan(std::uint64_t client, std::uint32_t clock, std::string_view text) {
  Writer writer;
  for (const std::uint64_t value : {std::uint64_t{1}, std::uint64_t{1}, client, std::uint64_t{clock}}) {
    writer.var_uint(value);
  }
  writer.byte(0x84);
  writer.var_uint(999);
  writer.var_uint(0);
  writer.var_bytes(text);
  writer.var_uint(0);
  return writer.take();
}

std::string deletions(std::uint64_t client, std::uint32_t first, std::uint32_t count) {
  Writer writer;
  writer.var_uint(0);
  writer.var_uint(1);
  writer.var_uint(client);
  writer.var_uint(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    writer.var_uint(first + std::uint64_t{2} * i);
    writer.var_uint(1);
  }
  return writer.take();
}

}  // namespace

TEST_CASE("the last first: everything waits, and is there once the first has come") {
  Document document;
  std::vector<std::string> updates = told_letter_by_letter(document, 12);
  std::reverse(updates.begin(), updates.end());
  Document late;
  for (std::size_t i = 0; i < updates.size(); ++i) {
    REQUIRE(late.apply(updates[i]).has_value());
    CHECK(late.pending() == (i + 1 < updates.size()));
  }
  CHECK(text_of(late, "t") == text_of(document, "t"));
  CHECK(late.missing_from({}) == document.missing_from({}));
}

TEST_CASE("what waited is told on once it is there") {
  Document document;
  const std::vector<std::string> updates = told_letter_by_letter(document, 4);
  Document late;
  REQUIRE(late.apply(updates[1]).has_value());
  CHECK(late.take_changes().empty());
  REQUIRE(late.apply(updates[0]).has_value());
  Document follower;
  REQUIRE(follower.apply(late.take_changes()).has_value());
  CHECK(text_of(follower, "t") == text_of(late, "t"));
  CHECK_FALSE(follower.pending());
}

TEST_CASE("deletions of what has not come wait for it") {
  Document document;
  const std::vector<std::string> updates = told_letter_by_letter(document, 6);
  Document late;
  REQUIRE(late.apply(updates.back()).has_value());
  CHECK(late.pending());
  for (const std::string& update : updates) {
    REQUIRE(late.apply(update).has_value());
  }
  CHECK_FALSE(late.pending());
  CHECK(text_of(late, "t") == text_of(document, "t"));
}

TEST_CASE("the same waiting update again does not wait twice") {
  Document document;
  for (int i = 0; i < 20'000; ++i) {
    REQUIRE(document.apply(orphan(5, 0, "x")).has_value());
    REQUIRE(document.apply(deletions(7, 0, 3)).has_value());
  }
  CHECK(document.pending());
}

TEST_CASE("a flood of what waits is refused past the bound, and stops nobody else") {
  Document document;
  bool refused = false;
  const std::string long_text(4'000, 'x');
  for (std::uint32_t clock = 0; clock < 8'000'000 && !refused; clock += 5'000) {
    const auto applied = document.apply(orphan(5, clock, long_text));
    refused = !applied.has_value();
    if (refused) {
      CHECK(applied.error().code == Code::too_many);
    }
  }
  CHECK(refused);
  CHECK(document.insert("t", 0, "Les autres écrivent.", 6).has_value());
  Document other;
  REQUIRE(other.insert("t", 0, "Et aussi. ", 8).has_value());
  CHECK(document.apply(other.take_changes()).has_value());
}

TEST_CASE("a flood of deletions of what nobody wrote is refused") {
  Document document;
  const auto bound = static_cast<std::uint32_t>(limits::parked_ranges_max);
  CHECK(document.apply(deletions(5, 0, bound)).has_value());
  const auto more = document.apply(deletions(6, 0, 1));
  REQUIRE_FALSE(more.has_value());
  CHECK(more.error().code == Code::too_many);
}

}  // namespace waiting_test
