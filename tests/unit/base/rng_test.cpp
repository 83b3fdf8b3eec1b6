#include "base/rng.h"

#include <doctest/doctest.h>

#include <array>
#include <numeric>
#include <set>

namespace rng_test {

using namespace tablee;

TEST_CASE("SplitMix64 gives the published numbers") {
  Rng from_zero(0);
  CHECK(from_zero.next() == 0xe220a8397b1dcdafULL);
  CHECK(from_zero.next() == 0x6e789e6aa1b965f4ULL);
  CHECK(from_zero.next() == 0x06c45d188009454fULL);
  Rng other(1234567);
  CHECK(other.next() == 6457827717110365317ULL);
  CHECK(other.next() == 3203168211198807973ULL);
  CHECK(other.next() == 9817491932198370423ULL);
}

TEST_CASE("bounded draws stay under the bound and reach every number") {
  Rng rng(42);
  std::array<int, 6> seen{};
  for (int i = 0; i < 6000; ++i) {
    const std::uint64_t drawn = rng.below(6);
    REQUIRE(drawn < 6);
    ++seen[drawn];
  }
  for (const int times : seen) {
    CHECK(times > 850);
    CHECK(times < 1150);
  }
  CHECK(rng.below(1) == 0);
}

TEST_CASE("a bounded draw rejects the incomplete last range") {
  // 2^64 mod (2^63 + 1) is 2^63 - 1: nearly every second number must be drawn again.
  constexpr std::uint64_t bound = (1ULL << 63U) + 1;
  Rng plain(7);
  std::uint64_t expected = plain.next();
  while (expected < bound - 2) {
    expected = plain.next();
  }
  CHECK(Rng(7).below(bound) == expected % bound);
}

TEST_CASE("a shuffle is a permutation that anyone can do again") {
  std::vector<int> one(50);
  std::iota(one.begin(), one.end(), 0);
  std::vector<int> other = one;
  Rng(99).shuffle(one);
  Rng(99).shuffle(other);
  CHECK(one == other);
  CHECK(std::set<int>(one.begin(), one.end()).size() == 50);
  Rng(100).shuffle(other);
  CHECK(one != other);
  std::vector<int> three{1, 2, 3};
  Rng(0).shuffle(three);
  // 0xe220a8397b1dcdaf mod 3 is 0: places 3 and 1 change. 0x6e789e6aa1b965f4 mod 2 is 0: places 2 and 1 change.
  CHECK(three == std::vector<int>{3, 1, 2});
}

TEST_CASE("secrets depend on the entropy alone, and do not repeat") {
  Entropy entropy{};
  entropy[0] = 1;
  SecretStream one(entropy);
  SecretStream other(entropy);
  const std::string token = one.token();
  CHECK(token == other.token());
  CHECK(token.size() == 32);
  CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(one.token() != token);
  entropy[31] = 1;
  CHECK(SecretStream(entropy).token() != token);
  CHECK(SecretStream(entropy).seed() == SecretStream(entropy).seed());
}

TEST_CASE("card codes use every letter of the alphabet and no other") {
  SecretStream stream(Entropy{});
  std::set<char> letters;
  for (int i = 0; i < 200; ++i) {
    const std::string code = stream.code();
    CHECK(code.size() == code_length);
    CHECK(normal_code(code) == code);
    letters.insert(code.begin(), code.end());
  }
  CHECK(letters.size() == code_alphabet.size());
}

TEST_CASE("a code may be typed in any case, with spaces and dashes") {
  CHECK(normal_code("acde-fghj") == "ACDEFGHJ");
  CHECK(normal_code("  AC de\tFG.hj ") == "ACDEFGHJ");
  CHECK(normal_code("acde\xc2\xa0"
                    "fghj") == "ACDEFGHJ");
}

TEST_CASE("what cannot be a card code gives nothing") {
  CHECK(normal_code("").empty());
  CHECK(normal_code("ACDEFGH").empty());
  CHECK(normal_code("ACDEFGHJK").empty());
  CHECK(normal_code("ACDEFGH0").empty());
  CHECK(normal_code("ACDEFGHI").empty());
  CHECK(normal_code("\xc3\x89"
                    "ACDEFGH")
            .empty());
  CHECK(normal_code(std::string("ACDE\0FGH", 8)).empty());
}

}  // namespace rng_test
