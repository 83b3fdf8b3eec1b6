#include "text/utf16.h"

#include <cstring>

#include "base/utf8.h"

namespace tablee::text {
namespace {

// Eight bytes at a time: most texts of the wire are.
bool is_ascii(std::string_view bytes) {
  std::uint64_t seen = 0;
  std::size_t at = 0;
  for (std::uint64_t eight = 0; at + sizeof eight <= bytes.size(); at += sizeof eight) {
    std::memcpy(&eight, bytes.data() + at, sizeof eight);
    seen |= eight;
  }
  for (; at < bytes.size(); ++at) {
    seen |= static_cast<unsigned char>(bytes[at]);
  }
  return (seen & 0x8080808080808080U) == 0;
}

// The bytes of the code point that starts with this one.
std::size_t bytes_of(unsigned char first) {
  if (first < 0x80) {
    return 1;
  }
  if (first < 0xE0) {
    return 2;
  }
  return first < 0xF0 ? 3 : 4;
}

}  // namespace

bool is_utf8(std::string_view bytes) {
  return is_ascii(bytes) || utf8_length(bytes).has_value();
}

std::uint32_t utf16_length(std::string_view utf8) {
  std::uint32_t units = 0;
  for (const char byte : utf8) {
    const auto value = static_cast<unsigned char>(byte);
    units += (value & 0xC0) != 0x80 ? 1 : 0;
    units += value >= 0xF0 ? 1 : 0;
  }
  return units;
}

Cut cut_at(std::string_view utf8, std::uint32_t unit) {
  std::size_t byte = 0;
  for (std::uint32_t seen = 0; seen < unit;) {
    const std::size_t width = bytes_of(static_cast<unsigned char>(utf8[byte]));
    if (width == 4 && seen + 1 == unit) {
      return {byte, true};
    }
    seen += width == 4 ? 2 : 1;
    byte += width;
  }
  return {byte, false};
}

std::string text_from(std::string_view utf8, std::uint32_t unit) {
  const Cut cut = cut_at(utf8, unit);
  if (!cut.inside_pair) {
    return std::string(utf8.substr(cut.byte));
  }
  return std::string(half_pair).append(utf8.substr(cut.byte + 4));
}

}  // namespace tablee::text
