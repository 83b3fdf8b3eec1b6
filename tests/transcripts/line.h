// line.h: one line of a transcript, cut into words.
//
// Shape    Words are separated by spaces. A word that starts with `{`, `[` or `"` is JSON and goes on until it is
// complete.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tablee::transcripts {

// What went wrong, in one sentence; empty: nothing.
using Fault = std::string;

std::vector<std::string> cut_into_words(std::string_view line);

// "5m", "90s", "250ms", "2h"; -1 when it is none of these.
std::int64_t read_duration(std::string_view word);
// "13:30" or "13:30:05" as milliseconds since midnight; -1 when it is neither.
std::int64_t read_clock(std::string_view word);
// A whole number; -1 when it is none.
std::int64_t read_number(std::string_view word);

}  // namespace tablee::transcripts
