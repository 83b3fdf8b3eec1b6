#include "base/utf8.h"

#include "base/check.h"

namespace tablee {
namespace {

struct CodePoint {
  std::uint32_t value = 0;
  std::size_t bytes = 0;  // 0: not valid
};

std::uint32_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

CodePoint next_code_point(std::string_view text, std::size_t at) {
  const std::uint32_t first = byte_at(text, at);
  if (first < 0x80) {
    return {first, 1};
  }
  const std::size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4 || at + size > text.size()) {
    return {};
  }
  std::uint32_t value = first & (0xffU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    const std::uint32_t next = byte_at(text, at + i);
    if ((next & 0xc0U) != 0x80U) {
      return {};
    }
    value = (value << 6U) | (next & 0x3fU);
  }
  const bool overlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
  const bool surrogate = value >= 0xd800 && value <= 0xdfff;
  if (overlong || surrogate || value > 0x10ffff) {
    return {};
  }
  return {value, size};
}

bool is_invisible_control(std::uint32_t value) {
  return (value < 0x20 && value != '\n' && value != '\t') || (value >= 0x7f && value < 0xa0) ||
         (value >= 0x202a && value <= 0x202e) || (value >= 0x2066 && value <= 0x2069) || value == 0xfeff;
}

bool is_space(char letter) {
  return letter == ' ' || letter == '\n' || letter == '\t';
}

std::string trimmed(std::string text) {
  std::size_t first = 0;
  while (first < text.size() && is_space(text[first])) {
    ++first;
  }
  std::size_t last = text.size();
  while (last > first && is_space(text[last - 1])) {
    --last;
  }
  return text.substr(first, last - first);
}

}  // namespace

std::optional<std::int64_t> utf8_length(std::string_view bytes) {
  std::int64_t length = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = next_code_point(bytes, at);
    if (point.bytes == 0) {
      return std::nullopt;
    }
    at += point.bytes;
    ++length;
  }
  return length;
}

std::string clean_text(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = next_code_point(text, at);
    TABLEE_CHECK(point.bytes != 0);
    if (!is_invisible_control(point.value)) {
      clean.append(text.substr(at, point.bytes));
    }
    at += point.bytes;
  }
  return trimmed(std::move(clean));
}

std::string clean_name(std::string_view text) {
  std::string clean = clean_text(text);
  for (char& letter : clean) {
    if (letter == '\n' || letter == '\t') {
      letter = ' ';
    }
  }
  const std::size_t first = clean.find_first_not_of("=+-@ ");
  return first == std::string::npos ? "" : clean.substr(first);
}

}  // namespace tablee
