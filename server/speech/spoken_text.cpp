#include "speech/spoken_text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "speech/figures.h"
#include "speech/inclusive.h"
#include "speech/letters.h"
#include "speech/lexicon.h"
#include "speech/links.h"

namespace tablee::speech {

namespace {

using Rule = std::optional<Said> (*)(std::u32string_view, std::size_t);

// In this order: a date is also a fraction, an hour also a number.
constexpr std::array<Rule, 8> rules{say_link,    say_date,   say_hour,      say_fraction,
                                    say_ordinal, say_number, say_inclusive, say_from_lexicon};

// Signs that voices name one by one, or take for orders ([[…]] means phonemes to espeak-ng, <…> a mark to others).
bool is_mute(char32_t sign) {
  constexpr std::u32string_view mute = U"*_#~|^`[]{}<>\\\"«»“”„¶§©®™·•‣";
  constexpr char32_t first_arrow = 0x2190;  // arrows, drawings, pictures and all that comes after
  return mute.find(sign) != std::u32string_view::npos || (sign >= first_arrow && sign != U'Ⅰ') ||
         (sign >= 0x200B && sign <= 0x200F) || sign == 0xAD || sign == 0xFE0F;
}

// Between words: « et/ou », « 24/24 », « euros/mois ».
std::u32string_view slash_words(std::u32string_view text, std::size_t at) {
  if (is_digit(sign_at(text, at + 1))) {
    return U" sur ";
  }
  const bool after_and = at >= 2 && text.substr(at - 2, 2) == U"et" && begins_word(text, at - 2);
  return !after_and && is_letter(sign_at(text, at + 1)) && at > 0 && is_letter(text[at - 1]) ? U" ou " : U" ";
}

std::u32string sign_words(std::u32string_view text, std::size_t at, Language language) {
  const char32_t sign = text[at];
  if (sign == U'\n') {
    return U", ";
  }
  if (is_space(sign) || is_mute(sign)) {
    return U" ";
  }
  if (sign == U'’' || sign == 0x02BC) {
    return U"'";
  }
  if (language == Language::fr) {
    switch (sign) {
      case U'&':
        return U" et ";
      case U'+':
        return U" plus ";
      case U'=':
        return U" égale ";
      case U'/':
        return std::u32string(slash_words(text, at));
      case U'–':
      case U'—':
        return U", ";
      case U'ᵉ':
        return U"e";
      default:
        break;
    }
  }
  return std::u32string(1, sign);
}

// One space between words, none before a comma or a full stop, none at the ends.
std::u32string tidied(std::u32string_view text) {
  std::u32string tidy;
  for (const char32_t sign : text) {
    const bool closing = sign == U',' || sign == U'.';
    if (sign == U' ' && (tidy.empty() || tidy.back() == U' ')) {
      continue;
    }
    if (closing && !tidy.empty() && tidy.back() == U' ') {
      tidy.pop_back();
    }
    if (sign == U',' && (tidy.empty() || tidy.back() == U',' || tidy.back() == U'.')) {
      continue;
    }
    tidy.push_back(sign);
  }
  while (!tidy.empty() && (tidy.back() == U' ' || tidy.back() == U',')) {
    tidy.pop_back();
  }
  return tidy;
}

std::optional<Said> first_said(std::u32string_view text, std::size_t at) {
  for (const Rule rule : rules) {
    if (auto said = rule(text, at)) {
      return said;
    }
  }
  return std::nullopt;
}

std::u32string in_french(std::u32string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    auto said = say_fraction_sign(text[at]);
    if (said) {
      said->words.insert(0, at > 0 && is_digit(text[at - 1]) ? U" et " : U"");
    } else if (begins_word(text, at)) {
      said = first_said(text, at);
    }
    if (said) {
      // What was written against it stays apart: « 24h/24 », « 5minutes ».
      out += said->words;
      at += said->length;
      const bool glued = is_letter(sign_at(text, at)) && !out.empty() && out.back() != U' ';
      out += glued ? U" " : U"";
      continue;
    }
    out += sign_words(text, at, Language::fr);
    ++at;
  }
  return out;
}

}  // namespace

std::string spoken_text(std::string_view text, Language language) {
  const std::u32string written = to_code_points(clean_text(text));
  std::u32string said;
  if (language == Language::fr) {
    said = in_french(written);
    // Said words keep the apostrophe of their own table.
    replace_all(said, U"’", U"'");
  } else {
    for (std::size_t at = 0; at < written.size(); ++at) {
      said += sign_words(written, at, language);
    }
  }
  said = tidied(said);
  const bool sayable =
      std::any_of(said.begin(), said.end(), [](char32_t sign) { return is_letter(sign) || is_digit(sign); });
  return sayable ? to_utf8(said) : std::string();
}

}  // namespace tablee::speech
