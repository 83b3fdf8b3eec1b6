#include "speech/kept.h"

#include <doctest/doctest.h>

#include <string>

namespace kept_test {

using namespace tablee::speech;

namespace {

SharedWav sound(std::size_t bytes) {
  return std::make_shared<const std::string>(bytes, 'x');
}

}  // namespace

TEST_CASE("what was put is found, what was not is not") {
  Kept kept(100);
  kept.put("a", sound(10));
  REQUIRE(kept.find("a") != nullptr);
  CHECK(kept.find("a")->size() == 10);
  CHECK(kept.find("b") == nullptr);
}

TEST_CASE("at the bound all is kept, one byte above the one nobody asked for the longest goes") {
  Kept kept(30);
  kept.put("a", sound(10));
  kept.put("b", sound(10));
  kept.put("c", sound(10));
  CHECK(kept.count() == 3);
  CHECK(kept.find("a") != nullptr);
  kept.put("d", sound(1));
  CHECK(kept.find("b") == nullptr);
  CHECK(kept.find("a") != nullptr);
  CHECK(kept.find("c") != nullptr);
  CHECK(kept.bytes() == 21);
}

TEST_CASE("a sound larger than all the room is not kept, and pushes nobody out") {
  Kept kept(30);
  kept.put("a", sound(10));
  kept.put("large", sound(31));
  CHECK(kept.find("large") == nullptr);
  CHECK(kept.find("a") != nullptr);
  kept.put("exact", sound(30));
  CHECK(kept.find("exact") != nullptr);
  CHECK(kept.count() == 1);
}

TEST_CASE("the same key again replaces, and counts once") {
  Kept kept(30);
  kept.put("a", sound(10));
  kept.put("a", sound(20));
  CHECK(kept.bytes() == 20);
  CHECK(kept.count() == 1);
}

TEST_CASE("a sound being sent outlives its place") {
  Kept kept(10);
  kept.put("a", sound(10));
  const SharedWav sending = kept.find("a");
  kept.put("b", sound(10));
  CHECK(sending->size() == 10);
}

}  // namespace kept_test
