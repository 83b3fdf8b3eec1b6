// text/utf16.h: UTF-8 bytes, counted and cut in UTF-16 code units, as Yjs counts.
//
// Source   RFC 3629; the Unicode Standard 15, section 3.9. A code point past U+FFFF is two units, a surrogate pair.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tablee::text {

bool is_utf8(std::string_view bytes);

// Requires: valid UTF-8.
std::uint32_t utf16_length(std::string_view utf8);

// Where a text is cut. When `unit` falls between the two halves of a pair, `byte` is where the pair starts and
// `inside_pair` is true.
struct Cut {
  std::size_t byte = 0;
  bool inside_pair = false;
};
// Requires: valid UTF-8 of at least `unit` units.
Cut cut_at(std::string_view utf8, std::uint32_t unit);

// What stands for half a surrogate pair on both sides of a cut, as in Yjs (ContentString.splice): U+FFFD.
inline constexpr std::string_view half_pair = "\xEF\xBF\xBD";

// Requires: valid UTF-8 of at least `unit` units. The text from that unit on.
std::string text_from(std::string_view utf8, std::uint32_t unit);

}  // namespace tablee::text
