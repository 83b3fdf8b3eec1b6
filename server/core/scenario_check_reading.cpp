#include "core/scenario_check_parts.h"
#include "reading/plain_words.h"
#include "reading/reading_level.h"

namespace tablee::core {

namespace {

// French as a newspaper writes it, at the hardest: a programme speaks of its subject, with the words of its subject.
constexpr reading::ReadingLevel french{60, 20};
// As the screens around it.
constexpr reading::ReadingLevel easy_french{80, 8};

std::string points_text(std::int64_t points) {
  return (points < 0 ? "−" : "") + std::to_string(points < 0 ? -points : points);
}

void check_level(Report& report, const std::string& pointer, const std::string& words,
                 const reading::ReadingLevel& level) {
  const reading::ReadingCount count = reading::count_reading(words);
  if (count.scored_words >= reading::scored_words_min && reading::too_hard(count, level)) {
    report.reading(pointer, "reading_level",
                   "Ce texte est difficile à lire\u00a0: " + points_text(reading::kandel_moles(count)) +
                       " points de lisibilité, au lieu de " + points_text(level.points_min) + " au moins.",
                   "Prenez des mots plus courts, ou faites deux phrases.");
  }
  if (reading::too_long(count, level)) {
    report.reading(pointer, "sentence_too_long",
                   "Les phrases sont longues\u00a0: " + std::to_string(count.words) + " mots pour " +
                       std::to_string(count.sentences) + (count.sentences > 1 ? " phrases" : " phrase") +
                       ", au lieu de " + std::to_string(level.sentence_words_max) + " par phrase au plus.",
                   "Coupez\u00a0: une idée par phrase.");
  }
}

}  // namespace

void check_reading(Report& report, const std::string& pointer, const Texts& texts) {
  if (!report.reads()) {
    return;
  }
  check_level(report, pointer + "/fr", texts.fr, french);
  if (!texts.falc) {
    return;
  }
  check_level(report, pointer + "/falc", *texts.falc, easy_french);
  for (const reading::HardWord& hard : reading::hard_words_in(*texts.falc)) {
    report.reading(pointer + "/falc", "hard_word", "Ce mot n’est pas facile\u00a0: " + quoted(hard.found) + ".",
                   "Écrivez plutôt\u00a0: " + std::string(hard.instead) + ".");
  }
}

}  // namespace tablee::core
