// reading/reading_level.h: how hard a French text is to read, as a number: an alarm, never a judgement.
//
// Units    Kandel-Moles points: 207 − 1.015 × words/sentence − 73.6 × syllables/word. About 110 for a text written to
//          be easy, 60 for a newspaper, below 0 for the language of the law.
// Shape    Every word counts in the length of its sentence. Numbers, what a screen inserts and the terms of an
//          atelier (is_term) are left out of syllables per word: they cannot be replaced, and the screens' lexicon
//          explains them. A syllable is a group of vowels, at least one a word, with these departures:
//          - final e, es and ent are silent in a word of more than one group, after a consonant and in que and gue:
//            table, articles, chaque, parlent. Final ent is heard in ment and in a closed list: moment, souvent,
//            argent;
//          - a vowel after é, and a vowel with a diaeresis, open a syllable: réunion, idéal, maïs; not idée;
//          - y between vowels is a consonant: moyen.
//          An elided word (l’, d’, qu’) counts as a word of one syllable, as in the measures the limits come from.
// Source   L. Kandel and A. Moles, « Application de l’indice de Flesch à la langue française », 1958: the formula of
//          R. Flesch (1948) for French. Their rule for mute e is the spoken one; the departures above approach it.
// Limits   A vowel group is not always one syllable (« pays » counts 1, « client » 1); e is counted inside a word
//          even where it is not said (« maintenant » counts 3). The number knows nothing of meaning, of rare short
//          words or of the order of ideas: people concerned must read the text.
#pragma once

#include <cstdint>
#include <string_view>

#include "reading/sentences.h"

namespace tablee::reading {

struct ReadingCount {
  std::int64_t sentences = 0;
  std::int64_t words = 0;
  std::int64_t scored_words = 0;  // those whose syllables are counted
  std::int64_t syllables = 0;
  ReadingCount& operator+=(const ReadingCount& other);
  bool operator==(const ReadingCount&) const = default;
};

// What a text for some readers must hold.
struct ReadingLevel {
  std::int64_t points_min = 0;
  std::int64_t sentence_words_max = 0;
};

// Below, the score says more about chance than about the text: in four words, one syllable moves it by 18 points, so
// that « Ton idée est envoyée » has 74. Labels that short are judged together, by the sum of their counts.
constexpr std::int64_t scored_words_min = 5;

ReadingCount count_reading(std::string_view text);

// Requires: a sentence and a scored word. Points, rounded down, so that comparing with a whole limit is exact.
std::int64_t kandel_moles(const ReadingCount& count);
// Fewer points than the level asks for. False when nothing is scored.
bool too_hard(const ReadingCount& count, const ReadingLevel& level);
// More words a sentence, in the mean, than the level allows.
bool too_long(const ReadingCount& count, const ReadingLevel& level);

// Requires: one word in lower case, as sentences_of gives it.
std::int64_t syllables_of(std::string_view word);
// A proper term of an atelier: amendement, animateur, citoyen…
bool is_term(std::string_view word);

}  // namespace tablee::reading
