// base/utf8.h: texts people type.
//
// Source   RFC 3629 (no overlong forms, no surrogates, at most U+10FFFF).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tablee {

// The number of code points, or nothing when the bytes are not valid UTF-8.
std::optional<std::int64_t> utf8_length(std::string_view bytes);

// Requires: valid UTF-8. Removes control characters (C0, DEL, C1) other than line feed, bidirectional overrides and
// isolates (U+202A..U+202E, U+2066..U+2069), and white space at both ends; CR LF becomes LF.
std::string clean_text(std::string_view text);

// clean_text on one line: line feeds and tabs become spaces, and leading characters that a spreadsheet would read as a
// formula (= + - @) are dropped.
std::string clean_name(std::string_view text);

}  // namespace tablee
