// speech/figures.h: dates, hours, fractions, ordinals, numbers and their units, in French words.
//
// Shape    Each function looks at what stands at `at` and says it, or has nothing to say. Numbers stay in figures
//          where every voice reads them well; « une » and « vingt-et-une » are written out, because a voice does not
//          know that minutes are feminine.
// Source   Lexique des règles typographiques en usage à l’Imprimerie nationale (hours, numbers); departure: a number
//          may also be cut with an ordinary space.
#pragma once

#include <optional>

#include "speech/letters.h"

namespace tablee::speech {

// Requires: begins_word(text, at).
std::optional<Said> say_date(std::u32string_view text, std::size_t at);      // 14/03/2026, 2026-03-14
std::optional<Said> say_hour(std::u32string_view text, std::size_t at);      // 10 h 30, 10h, 14:05
std::optional<Said> say_fraction(std::u32string_view text, std::size_t at);  // 3/4, 2/3 h, 12/20
std::optional<Said> say_ordinal(std::u32string_view text, std::size_t at);   // 1er, 2e
// 1 200, −5 °C, 3 min, 5,50 €, 20 m², 50 %, 10-12 ans.
std::optional<Said> say_number(std::u32string_view text, std::size_t at);
// ½, wherever it stands.
std::optional<Said> say_fraction_sign(char32_t sign);

}  // namespace tablee::speech
