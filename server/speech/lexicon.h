// speech/lexicon.h: words that are not said as they are written: acronyms and abbreviations of ateliers.
//
// Shape    One row a word, written exactly so, capitals included. Said in other words, or letter by letter. An acronym
//          without any vowel is spelled even when it is not in the list; another one is read as a word.
// Source   How the institutions concerned say their own names.
#pragma once

#include <optional>

#include "speech/letters.h"

namespace tablee::speech {

struct LexiconRow {
  std::u32string_view written;
  std::u32string_view said;  // empty: letter by letter
};

// « A E S H ».
std::u32string spelled(std::u32string_view letters);

// Requires: begins_word(text, at).
std::optional<Said> say_from_lexicon(std::u32string_view text, std::size_t at);

}  // namespace tablee::speech
