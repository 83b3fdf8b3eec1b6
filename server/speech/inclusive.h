// speech/inclusive.h: « l’aidant·e », « citoyen(ne)s », « tous·tes »: written once, said in both forms.
//
// Shape    The masculine form, « ou » (« et » in the plural), the feminine form, each with its elided article. Signs:
//          the middle dot and its look-alikes, a full stop, a hyphen, brackets, a slash.
// Errors   An ending nobody uses is no inclusive form when it comes after a full stop, a hyphen, a bracket or a slash;
//          after a middle dot it is added as it is.
#pragma once

#include <optional>

#include "speech/letters.h"

namespace tablee::speech {

bool is_middle_dot(char32_t sign);

// Requires: begins_word(text, at).
std::optional<Said> say_inclusive(std::u32string_view text, std::size_t at);

}  // namespace tablee::speech
