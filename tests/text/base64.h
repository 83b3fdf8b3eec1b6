// base64.h: bytes in the JSON of tests. RFC 4648, section 4; what follows a padding sign is not read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tablee::testing {

inline constexpr std::string_view base64_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

inline std::string to_base64(const std::string& bytes) {
  std::string text;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      bits = (bits << 8) | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      text.push_back(i + k <= bytes.size() ? base64_letters[(bits >> (18 - 6 * k)) & 63] : '=');
    }
  }
  return text;
}

// Nothing when a character is none of base64.
inline std::optional<std::string> from_base64(const std::string& text) {
  std::string bytes;
  std::uint32_t bits = 0;
  int held = 0;
  for (const char letter : text) {
    if (letter == '=') {
      break;
    }
    const std::size_t value = base64_letters.find(letter);
    if (value == std::string_view::npos) {
      return std::nullopt;
    }
    bits = (bits << 6) | static_cast<std::uint32_t>(value);
    held += 6;
    if (held >= 8) {
      held -= 8;
      bytes.push_back(static_cast<char>((bits >> held) & 0xFF));
    }
  }
  return bytes;
}

}  // namespace tablee::testing
