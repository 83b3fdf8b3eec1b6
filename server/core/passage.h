// core/passage.h: where the words that a comment quotes lie in a text.
//
// Shape    Texts are compared with every run of white space, no-break spaces included, read as one space. Nothing
//          else is alike: a letter changed is another passage.
// Cost     One walk through the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tablee::core {

// One space for each run of white space, none at the ends.
std::string with_single_spaces(std::string_view text);

// Whether the text says these words at least `occurrence` times. Requires: occurrence is 1 or more.
bool holds_passage(std::string_view text, std::string_view quote, std::int64_t occurrence);

}  // namespace tablee::core
