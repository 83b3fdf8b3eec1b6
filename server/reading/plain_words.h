// reading/plain_words.h: words of offices and abstract words that a text for everybody does without, with plainer ones.
//
// Shape    A row is one word or several that follow each other in a sentence, in lower case. A final * stands for any
//          ending: « effectu* » finds « effectuez » and « effectuée ».
// Source   The spirit of the rules of Inclusion Europe for texts easy to read and understand (« L’information pour
//          tous », 2009) and of the advice to French administrations to write as one speaks (COSLA, 2002). The rows
//          are ours, chosen for an atelier; they are a sample, not a dictionary.
// Limits   Only the listed forms are found, whatever they mean there. A row must never hold a proper term of an
//          atelier.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tablee::reading {

struct PlainWord {
  std::string_view avoid;
  std::string_view instead;
};

std::span<const PlainWord> plain_words();

// A listed word as it stands in a text.
struct HardWord {
  std::string found;
  std::string_view instead;
  bool operator==(const HardWord&) const = default;
};

// In the order of the text; several rows may find the same word.
std::vector<HardWord> hard_words_in(std::string_view text);

}  // namespace tablee::reading
