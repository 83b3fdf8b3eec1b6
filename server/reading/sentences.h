// reading/sentences.h: a French text as sentences, and sentences as words.
//
// Shape    Words are in lower case, without punctuation. An apostrophe and a hyphen part two words: « l’idée » and
//          « levez-vous » are two each. A middle dot between letters joins: « citoyen·ne » is one. A sentence ends at
//          . ! ? … before a space or the end, at a line feed, and at a middle dot between spaces; a colon ends none.
//          A sentence without a word is not kept.
// Errors   Bytes that are not UTF-8 part words, as punctuation does.
// Limits   « M. Martin » and « etc. » end a sentence; so does a question quoted inside another sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tablee::reading {

enum class WordKind {
  letters,
  number,   // a digit somewhere: « 12 », « 1er »
  inserted  // {name}: what a screen puts there
};

struct Word {
  std::string spelling;
  WordKind kind = WordKind::letters;
  bool operator==(const Word&) const = default;
};

using Sentence = std::vector<Word>;

std::vector<Sentence> sentences_of(std::string_view text);

// The code points of a text; U+FFFD for a byte that is not UTF-8.
std::u32string code_points_of(std::string_view text);

}  // namespace tablee::reading
