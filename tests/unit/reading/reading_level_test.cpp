#include "reading/reading_level.h"

#include <doctest/doctest.h>

#include <vector>

namespace reading_level_test {

using namespace tablee::reading;

namespace {

struct Figure {
  std::int64_t points;  // as measured when the limits were chosen
  std::string_view text;
};

// One text of each kind that was measured then. The page is quoted; the others are written anew, of the same kind.
const std::vector<Figure>& calibration() {
  static const std::vector<Figure> figures{
      // A vote, written to be easy.
      {110, "On vote. Tu lis la question. Tu choisis : pour, ou contre. Tu peux changer. Personne ne voit ton vote."},
      // A welcome paragraph.
      {82,
       "Bienvenue à l’atelier. Prenez une tablette, puis choisissez une place à la table qui porte votre numéro. "
       "Pendant ces deux journées, vous allez écrire des idées, les discuter avec les autres personnes, puis voter. "
       "Vous pouvez demander de l’aide à tout moment."},
      // Short strings of the interface.
      {81,
       "Envoyer mon idée. Vous avez encore quelques minutes. Votre réponse est envoyée. Demander de l’aide. Changer "
       "de langue. Revenir à la lecture."},
      // One long instruction.
      {75, "Classer les idées par ordre de préférence, puis vérifier le classement avant de l’envoyer à la salle."},
      // Five sentences of the page of a ministry on its ateliers.
      {63,
       "Pour mener à bien ce projet de consultation citoyenne, le ministère chargé des Sports fait appel au Centre "
       "interministériel de la participation citoyenne, qui l’accompagnera à toutes les étapes du processus, jusqu’au "
       "devoir de suite. Dans la pratique, chaque concertation s’adapte à son objet et les dispositifs sont construits "
       "sur mesure. Les deux ateliers citoyens sont mis en place, sur deux week-ends. Ils permettent de répondre à des "
       "questions plus précises. Fondés sur le principe de délibération collective, ces ateliers aboutissent à un avis "
       "écrit collectivement par les citoyens."},
      // An administrative sentence.
      {35,
       "Toute personne souhaitant participer à la consultation est invitée à compléter le formulaire joint et à le "
       "retourner au service organisateur avant la date indiquée."},
      // Jargon.
      {-37,
       "Conformément aux modalités réglementaires susmentionnées, la participation aux délibérations préalables est "
       "conditionnée par la communication simultanée des justificatifs nécessaires."},
  };
  return figures;
}

}  // namespace

TEST_CASE("[access K1] seven kinds of text stand in the order that was measured, within six points") {
  std::int64_t last = 1000;
  for (const Figure& figure : calibration()) {
    CAPTURE(figure.text);
    const std::int64_t points = kandel_moles(count_reading(figure.text));
    CHECK(points < last);
    CHECK(points >= figure.points - 6);
    CHECK(points <= figure.points + 6);
    last = points;
  }
}

TEST_CASE("[access K1] syllables are groups of vowels, at least one") {
  CHECK(syllables_of("vote") == 1);
  CHECK(syllables_of("idée") == 2);
  CHECK(syllables_of("question") == 2);
  CHECK(syllables_of("participation") == 5);
  CHECK(syllables_of("œuf") == 1);
  CHECK(syllables_of("l") == 1);
}

TEST_CASE("[access K1] a final e, es or ent is silent, but not in a word of one group, nor in ment") {
  CHECK(syllables_of("tables") == 1);
  CHECK(syllables_of("chaque") == 1);
  CHECK(syllables_of("langues") == 1);
  CHECK(syllables_of("équipe") == 2);
  CHECK(syllables_of("parlent") == 1);
  CHECK(syllables_of("étaient") == 2);
  CHECK(syllables_of("essayent") == 2);
  CHECK(syllables_of("les") == 1);
  CHECK(syllables_of("que") == 1);
  CHECK(syllables_of("moment") == 2);
  CHECK(syllables_of("souvent") == 2);
  CHECK(syllables_of("après") == 2);
  CHECK(syllables_of("été") == 2);
}

TEST_CASE("[access K1] é, a diaeresis and y between vowels part two syllables") {
  CHECK(syllables_of("réunion") == 3);
  CHECK(syllables_of("européen") == 4);
  CHECK(syllables_of("idées") == 2);
  CHECK(syllables_of("créée") == 2);
  CHECK(syllables_of("maïs") == 2);
  CHECK(syllables_of("moyen") == 2);
  CHECK(syllables_of("yeux") == 1);
}

TEST_CASE("[access K1] numbers, inserted texts and terms lengthen a sentence and weigh nothing else") {
  const ReadingCount count = count_reading("{name} propose 3 amendements. Lis !");
  CHECK(count == ReadingCount{2, 5, 2, 3});
  CHECK(count_reading("{count} 12").scored_words == 0);
  CHECK_FALSE(too_hard(count_reading("{count} 12"), {1000, 12}));
}

TEST_CASE("[access K1] points are the formula, rounded down") {
  // 207 − 1.015 × 4 − 73.6 × 6/4 = 92.54
  CHECK(kandel_moles({1, 4, 4, 6}) == 92);
  // 207 − 1.015 − 73.6 × 3 = −14.815
  CHECK(kandel_moles({1, 1, 1, 3}) == -15);
  // 207 − 1.015 × 200 − 73.6 × 20/368 = 0 exactly
  CHECK(kandel_moles({1, 200, 368, 20}) == 0);
}

TEST_CASE("[access K1] a limit holds at the limit and not one above") {
  // 92.54 points.
  CHECK_FALSE(too_hard({1, 4, 4, 6}, {92, 0}));
  CHECK(too_hard({1, 4, 4, 6}, {93, 0}));
  CHECK_FALSE(too_long({2, 16, 16, 20}, {0, 8}));
  CHECK(too_long({2, 17, 17, 20}, {0, 8}));
  ReadingCount sum{1, 4, 4, 6};
  sum += {1, 2, 1, 1};
  CHECK(sum == ReadingCount{2, 6, 5, 7});
}

}  // namespace reading_level_test
