// The table of what is written and what is said. A pronunciation somebody finds wrong becomes a row here.
#include "speech/spoken_text.h"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace spoken_text_test {

using namespace tablee::speech;

namespace {

struct Row {
  std::string_view written;
  std::string_view said;
};

void check_table(const std::vector<Row>& table) {
  for (const Row& row : table) {
    CAPTURE(row.written);
    CHECK(spoken_text(row.written, Language::fr) == row.said);
  }
}

}  // namespace

TEST_CASE("hours are said as hours [access X1]") {
  check_table({{"Rendez-vous à 10 h 30.", "Rendez-vous à 10 heures 30."},
               {"10h", "10 heures"},
               {"10h30", "10 heures 30"},
               {"10 h 30", "10 heures 30"},
               {"14:05", "14 heures 5"},
               {"14:00", "14 heures"},
               {"9 h 00", "9 heures"},
               {"9H15", "9 heures 15"},
               {"1 h", "une heure"},
               {"0 h 30", "0 heure 30"},
               {"21 h 41", "vingt-et-une heures quarante-et-une"},
               {"2 h 30 min", "2 heures 30"},
               {"9h-12h", "9 heures à 12 heures"},
               {"de 9 h à 12 h", "de 9 heures à 12 heures"},
               {"24h/24", "24 heures sur 24"},
               {"35 h par semaine", "35 heures par semaine"},
               {"à 12 h, repas", "à 12 heures, repas"},
               {"le bâtiment H", "le bâtiment H"},
               {"10 hommes", "10 hommes"},
               {"25:70", "25:70"},
               {"1:02:03", "1:02:03"}});
}

TEST_CASE("fractions are said as fractions") {
  check_table({{"1/2", "un demi"},
               {"2/3", "deux tiers"},
               {"3/4 des voix", "trois quarts des voix"},
               {"1/4", "un quart"},
               {"1/3", "un tiers"},
               {"3/5", "trois cinquièmes"},
               {"1/10", "un dixième"},
               {"12/20", "12 sur 20"},
               {"3/2", "3 sur 2"},
               {"0/5", "0 sur 5"},
               {"1/2 h", "une demi-heure"},
               {"3/4 h", "trois quarts d'heure"},
               {"1/2 journée", "une demi-journée"},
               {"la moitié (½)", "la moitié (un demi)"},
               {"2½ ans", "2 et un demi ans"},
               {"⅔ des présents", "deux tiers des présents"}});
}

TEST_CASE("dates and ranks are said as dates and ranks") {
  check_table({{"le 14/03/2026", "le 14 mars 2026"},
               {"le 01/05/2026", "le premier mai 2026"},
               {"2026-03-14", "14 mars 2026"},
               {"14.03.2026", "14 mars 2026"},
               {"le 1er mars", "le premier mars"},
               {"la 1re fois", "la première fois"},
               {"la 1ère fois", "la première fois"},
               {"le 2e tour", "le deuxième tour"},
               {"la 3ème table", "la troisième table"},
               {"le 21e siècle", "le 21ème siècle"},
               {"32/13/2026", "32 sur 13 sur 2026"},
               {"2e", "deuxième"}});
}

TEST_CASE("numbers keep their figures, units and money become words") {
  check_table({{"3 min", "3 minutes"},
               {"1 min", "une minute"},
               {"21 min", "vingt-et-une minutes"},
               {"81 min", "quatre-vingt-une minutes"},
               {"71 min", "71 minutes"},
               {"5min", "5 minutes"},
               {"30 s", "30 secondes"},
               {"5 €", "5 euros"},
               {"1 €", "1 euro"},
               {"5,50 €", "5 euros 50"},
               {"5,05 €", "5 euros 5"},
               {"5 €/mois", "5 euros par mois"},
               {"2 M€", "2 millions d'euros"},
               {"3,5 M€", "3,5 millions d'euros"},
               {"20 m²", "20 mètres carrés"},
               {"1,5 km", "1,5 kilomètre"},
               {"30 km/h", "30 kilomètres à l'heure"},
               {"50 %", "50 pour cent"},
               {"12,5 %", "12,5 pour cent"},
               {"1 200 habitants", "1200 habitants"},
               {"1 200 000 habitants", "1200000 habitants"},
               {"12 500 €", "12500 euros"},
               {"en 2026 200 personnes", "en 2026 200 personnes"},
               {"-5 °C", "moins 5 degrés"},
               {"10-12 ans", "10 à 12 ans"},
               {"10 – 12 ans", "10 à 12 ans"},
               {"2024-2025", "2024 à 2025"},
               {"01-02-03-04-05", "01-02-03-04-05"},
               {"5 mots", "5 mots"},
               {"5 m'ont dit", "5 m'ont dit"},
               {"7j/7", "7 jours sur 7"},
               {"table n° 3", "table numéro 3"},
               {"0", "0"},
               {"1234567890123 €", "1234567890123 euros"}});
}

TEST_CASE("acronyms are spelled, unless the lexicon says how they are said") {
  check_table({{"une AESH", "une A E S H"},
               {"la CIPC", "la C I P C"},
               {"la DITP", "la D I T P"},
               {"en FALC", "en falque"},
               {"en LSF", "en L S F"},
               {"le RGPD", "le R G P D"},
               {"les PMR", "les P M R"},
               {"un ESAT", "un ézatte"},
               {"l’EHPAD", "l'épade"},
               {"en CM2", "en C M 2"},
               {"le BTP", "le B T P"},
               {"AVIS CITOYEN", "AVIS CITOYEN"},
               {"UN ARTICLE", "UN ARTICLE"},
               {"M. Dupont", "monsieur Dupont"},
               {"Mme Durand", "madame Durand"},
               {"le point M.", "le point M."},
               {"p. ex. ici", "par exemple ici"}});
}

TEST_CASE("inclusive spellings are said in both forms") {
  check_table({{"l'aidant·e", "l'aidant ou l'aidante"},
               {"l’aidant·e", "l'aidant ou l'aidante"},
               {"les citoyen·nes", "les citoyens et citoyennes"},
               {"les citoyen·ne·s", "les citoyens et citoyennes"},
               {"les citoyen(ne)s", "les citoyens et citoyennes"},
               {"les participant(e)s", "les participants et participantes"},
               {"chaque participant(e)", "chaque participant ou participante"},
               {"chaque participant.e", "chaque participant ou participante"},
               {"les étudiant.e.s", "les étudiants et étudiantes"},
               {"les étudiant-e-s", "les étudiants et étudiantes"},
               {"les étudiants·es", "les étudiants et étudiantes"},
               {"tous·tes", "tous et toutes"},
               {"Tous·tes ensemble", "tous et toutes ensemble"},
               {"un·e garant·e", "un ou une garant ou garante"},
               {"animateur·rice", "animateur ou animatrice"},
               {"animateur·trice·s", "animateurs et animatrices"},
               {"directeur(trice)", "directeur ou directrice"},
               {"acteur/trice", "acteur ou actrice"},
               {"lecteur·ice", "lecteur ou lectrice"},
               {"vendeur·se", "vendeur ou vendeuse"},
               {"heureux·se", "heureux ou heureuse"},
               {"nombreux·ses", "nombreux et nombreuses"},
               {"premier·ère", "premier ou première"},
               {"sportif·ve", "sportif ou sportive"},
               {"public·que", "public ou publique"},
               {"professionnel·le", "professionnel ou professionnelle"},
               {"nouveau·elle", "nouveau ou nouvelle"},
               {"élu·e·s", "élus et élues"},
               {"régional·e·s", "régionaux et régionales"},
               {"régionaux·ales", "régionaux et régionales"},
               {"d'un·e ami·e", "d'un ou d'une ami ou amie"},
               {"il·elle", "il ou elle"},
               {"ceux·celles", "ceux et celles"},
               {"celles et ceux", "celles et ceux"},
               {"le·la maire", "le ou la maire"},
               {"tous/toutes", "tous ou toutes"},
               {"le(s) mot(s)", "le mot"},
               {"et/ou", "et ou"},
               {"est-elle venue ?", "est-elle venue ?"},
               {"peut-être", "peut-être"},
               {"un mot (voir plus loin)", "un mot (voir plus loin)"},
               {"La fin.Le début", "La fin.Le début"}});
}

TEST_CASE("addresses and signs are harmless") {
  check_table({{"https://www.exemple.fr/avis?x=1.", "le site exemple point fr."},
               {"voir www.ville-exemple.fr", "voir le site ville tiret exemple point fr"},
               {"jeanne.dupont@exemple.fr", "jeanne point dupont arobase exemple point fr"},
               {"sur exemple.fr !", "sur exemple point fr !"},
               {"[[bonjour]] <b>*gras*</b>", "bonjour b gras b"},
               {"« Oui »", "Oui"},
               {"Bonjour 🙂 à tous", "Bonjour à tous"},
               {"A & B", "A et B"},
               {"le bus — le tram", "le bus, le tram"},
               {"• un point", "un point"},
               {"un\ndeux", "un, deux"},
               {"…", ""},
               {"—", ""},
               {"", ""},
               {"🙂", ""}});
}

TEST_CASE("English is only cleaned") {
  CHECK(spoken_text("At 10 h 30, 3/4 of AESH [[x]] didn’t", Language::en) == "At 10 h 30, 3/4 of AESH x didn't");
}

TEST_CASE("any bytes that are text come out as text") {
  CHECK(spoken_text("prix : 5 €, l’été, cœur, Ÿ, 漢字, 𝄞", Language::fr) == "prix : 5 euros, l'été, cœur, Ÿ");
}

}  // namespace spoken_text_test
