#include "text/payload.h"

#include <doctest/doctest.h>

#include <string>

namespace payload_test {

using tablee::text::Payload;

TEST_CASE("bytes grow one by one and are cut, inside and outside the object") {
  Payload payload;
  std::string expected;
  for (int i = 0; i < 600; ++i) {
    const char letter = static_cast<char>('a' + i % 26);
    payload.append({&letter, 1});
    expected.push_back(letter);
    REQUIRE(payload.view() == expected);
  }
  for (const std::uint32_t size : {500U, 499U, 130U, 40U, 9U, 8U, 3U, 0U}) {
    payload.cut(size);
    expected.resize(size);
    REQUIRE(payload.view() == expected);
  }
  payload.append("encore une phrase");
  CHECK(payload.view() == "encore une phrase");
}

TEST_CASE("assigning replaces") {
  Payload payload;
  payload.assign("une phrase assez longue");
  payload.assign("court");
  CHECK(payload.view() == "court");
  payload.clear();
  CHECK(payload.view().empty());
}

}  // namespace payload_test
