#include "base/rng.h"

#include "base/check.h"
#include "base/sha256.h"

namespace tablee {

std::uint64_t Rng::next() {
  state_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t mixed = state_;
  mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebULL;
  return mixed ^ (mixed >> 31U);
}

std::uint64_t Rng::below(std::uint64_t bound) {
  TABLEE_CHECK(bound > 0);
  // 2^64 mod bound: numbers under it belong to the incomplete range and would favour small results.
  const std::uint64_t incomplete = (0 - bound) % bound;
  std::uint64_t drawn = next();
  while (drawn < incomplete) {
    drawn = next();
  }
  return drawn % bound;
}

std::array<std::uint8_t, 32> SecretStream::block() {
  std::string input(entropy_.begin(), entropy_.end());
  for (unsigned shift = 0; shift < 64; shift += 8) {
    input.push_back(static_cast<char>((count_ >> shift) & 0xffU));
  }
  ++count_;
  return sha256(input);
}

std::string SecretStream::token() {
  const auto bytes = block();
  return to_hex(bytes.data(), 16);
}

std::string SecretStream::code() {
  std::string letters;
  while (letters.size() < code_length) {
    for (const std::uint8_t byte : block()) {
      // Only whole multiples of the alphabet, so that every letter is equally likely.
      if (byte < 256 / code_alphabet.size() * code_alphabet.size() && letters.size() < code_length) {
        letters.push_back(code_alphabet[byte % code_alphabet.size()]);
      }
    }
  }
  return letters;
}

std::uint64_t SecretStream::seed() {
  const auto bytes = block();
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    number = (number << 8U) | bytes[i];
  }
  return number;
}

std::string normal_code(std::string_view typed) {
  constexpr std::string_view no_break_space = "\xc2\xa0";
  std::string letters;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const char letter = typed[i];
    if (letter == ' ' || letter == '-' || letter == '\t' || letter == '.') {
      continue;
    }
    if (typed.substr(i, 2) == no_break_space) {
      ++i;
      continue;
    }
    const char upper = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    if (code_alphabet.find(upper) == std::string_view::npos || letters.size() == code_length) {
      return "";
    }
    letters.push_back(upper);
  }
  return letters.size() == code_length ? letters : "";
}

}  // namespace tablee
