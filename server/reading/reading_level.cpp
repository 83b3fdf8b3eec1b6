#include "reading/reading_level.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace tablee::reading {

namespace {

// The words of an atelier that have to stay, singular and plural. Few: each is one more word to explain.
constexpr std::array<std::string_view, 14> terms{
    "abstention",  "abstentions", "amendement", "amendements", "animateur", "animateurs",    "animatrice",
    "animatrices", "atelier",     "ateliers",   "citoyen",     "citoyens",  "commanditaire", "commanditaires",
};

// Words in -ent, other than -ment, whose ending is heard.
constexpr std::array<std::string_view, 23> heard_ent{
    "absent",   "accent",    "accident",  "agent",    "argent",   "compétent", "content", "différent",
    "document", "évident",   "excellent", "fréquent", "incident", "innocent",  "parent",  "permanent",
    "présent",  "précédent", "président", "prudent",  "récent",   "souvent",   "talent",
};

bool is_vowel(char32_t c) {
  constexpr std::u32string_view vowels = U"aeiouyàâäáãåæéèêëíìïîóòôöõœúùûüýÿ";
  return vowels.find(c) != std::u32string_view::npos;
}

bool has_diaeresis(char32_t c) {
  constexpr std::u32string_view marked = U"äëïöüÿ";
  return marked.find(c) != std::u32string_view::npos;
}

// How many letters at the end of the word are silent: final e, es or ent, with the u of que and gue.
std::size_t silent_end(std::string_view bytes, const std::u32string& word) {
  const auto ends = [&](std::u32string_view end) {
    return word.size() > end.size() && std::u32string_view(word).substr(word.size() - end.size()) == end;
  };
  const bool heard = ends(U"ment") || std::find(heard_ent.begin(), heard_ent.end(), bytes) != heard_ent.end();
  const std::size_t length = ends(U"ent") && !heard ? 3 : ends(U"es") ? 2 : ends(U"e") ? 1 : 0;
  if (length == 0) {
    return 0;
  }
  const std::size_t before = word.size() - length - 1;
  const bool after_consonant = !is_vowel(word[before]) || word[before] == U'y';
  const bool after_mute_u =
      word[before] == U'u' && before > 0 && (word[before - 1] == U'q' || word[before - 1] == U'g');
  const bool after_acute = word[before] == U'é';
  if (after_mute_u) {
    return length + 1;
  }
  return after_consonant || after_acute ? length : 0;
}

}  // namespace

ReadingCount& ReadingCount::operator+=(const ReadingCount& other) {
  sentences += other.sentences;
  words += other.words;
  scored_words += other.scored_words;
  syllables += other.syllables;
  return *this;
}

bool is_term(std::string_view word) {
  return std::find(terms.begin(), terms.end(), word) != terms.end();
}

std::int64_t syllables_of(std::string_view bytes) {
  std::u32string word = code_points_of(bytes);
  const std::size_t silent = silent_end(bytes, word);
  word.resize(word.size() - silent);
  std::int64_t groups = 0;
  bool inside = false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool glide =
        word[i] == U'y' && i > 0 && is_vowel(word[i - 1]) && i + 1 < word.size() && is_vowel(word[i + 1]);
    if (!is_vowel(word[i]) || glide) {
      inside = false;
      continue;
    }
    const bool opens = !inside || word[i - 1] == U'é' || has_diaeresis(word[i]);
    groups += opens ? 1 : 0;
    inside = true;
  }
  return std::max<std::int64_t>(groups, 1);
}

ReadingCount count_reading(std::string_view text) {
  ReadingCount count;
  for (const Sentence& sentence : sentences_of(text)) {
    ++count.sentences;
    for (const Word& word : sentence) {
      ++count.words;
      if (word.kind == WordKind::letters && !is_term(word.spelling)) {
        ++count.scored_words;
        count.syllables += syllables_of(word.spelling);
      }
    }
  }
  return count;
}

std::int64_t kandel_moles(const ReadingCount& count) {
  TABLEE_CHECK(count.sentences > 0 && count.scored_words > 0);
  // Thousandths of a point over the common divisor; rounded towards minus infinity.
  const std::int64_t below = 1000 * count.sentences * count.scored_words;
  const std::int64_t above =
      207 * below - 1015 * count.words * count.scored_words - 73600 * count.syllables * count.sentences;
  return above / below - (above % below < 0 ? 1 : 0);
}

bool too_hard(const ReadingCount& count, const ReadingLevel& level) {
  return count.scored_words > 0 && kandel_moles(count) < level.points_min;
}

bool too_long(const ReadingCount& count, const ReadingLevel& level) {
  return count.words > level.sentence_words_max * count.sentences;
}

}  // namespace tablee::reading
