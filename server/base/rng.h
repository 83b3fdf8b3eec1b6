// base/rng.h: draws that give the same result on every machine, and secrets that cannot be guessed.
//
// Rng is for draws that anyone can do again from the recorded seed; it is not for secrets. SecretStream is for secrets.
// Source   SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014. Bounded
//          draws: rejection of the incomplete last range. Shuffle: Fisher-Yates in Durstenfeld's form, from the last
//          place down.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tablee {

// The name recorded beside every draw made with Rng::shuffle.
inline constexpr std::string_view draw_algorithm = "splitmix64+fisher-yates/1";

class Rng {
 public:
  explicit Rng(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  // Requires: bound > 0. Returns a number in [0, bound), each equally likely.
  std::uint64_t below(std::uint64_t bound);

  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t left = items.size(); left > 1; --left) {
      std::swap(items[left - 1], items[below(left)]);
    }
  }

 private:
  std::uint64_t state_;
};

// Thirty-two bytes from the system's generator, handed in by the host with every command.
using Entropy = std::array<std::uint8_t, 32>;

// Secrets from one Entropy: block i is SHA-256(entropy, i). Two streams of the same entropy give the same secrets.
class SecretStream {
 public:
  explicit SecretStream(const Entropy& entropy) : entropy_(entropy) {}
  // 128 bits as 32 lower-case hexadecimal digits.
  std::string token();
  // A card code: code_length letters of code_alphabet.
  std::string code();
  // The first 64 bits of the next block, as a recorded seed for Rng.
  std::uint64_t seed();

 private:
  std::array<std::uint8_t, 32> block();
  Entropy entropy_;
  std::uint64_t count_ = 0;
};

// No pair of these is easily taken for one another, by hand or by ear: no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V.
inline constexpr std::string_view code_alphabet = "ACDEFGHJKMNPRTWXY34679";
inline constexpr std::size_t code_length = 8;

// What a person typed, made comparable: upper case, without spaces and dashes. Empty when it cannot be a card code.
std::string normal_code(std::string_view typed);

}  // namespace tablee
