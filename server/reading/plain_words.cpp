#include "reading/plain_words.h"

#include <algorithm>
#include <array>

#include "reading/sentences.h"

namespace tablee::reading {

namespace {

constexpr auto rows = std::to_array<PlainWord>({
    // What links words in letters of offices.
    {"afin", "pour"},
    {"ainsi que", "et"},
    {"au regard de", "selon"},
    {"au sein", "dans"},
    {"au titre de", "pour"},
    {"cependant", "mais"},
    {"ci dessous", "plus bas"},
    {"ci dessus", "plus haut"},
    {"ci après", "plus bas"},
    {"concernant", "sur"},
    {"conformément", "comme le dit"},
    {"dans le cadre", "pendant, pour"},
    {"dans la mesure où", "si, parce que"},
    {"de manière à", "pour"},
    {"dès lors", "alors"},
    {"en application", "comme le dit"},
    {"en cas de", "si"},
    {"en conséquence", "donc"},
    {"en fonction de", "selon"},
    {"en matière de", "pour"},
    {"en raison de", "à cause de"},
    {"en vertu", "selon"},
    {"en vue de", "pour"},
    {"eu égard", "à cause de"},
    {"le cas échéant", "si besoin"},
    {"lors d", "pendant"},
    {"lors de", "pendant"},
    {"lors du", "pendant"},
    {"néanmoins", "mais"},
    {"nonobstant", "malgré"},
    {"notamment", "par exemple"},
    {"par conséquent", "donc"},
    {"par le biais", "par, avec"},
    {"quant à", "pour"},
    {"quant au*", "pour"},
    {"relati* à", "sur"},
    {"relati* au*", "sur"},
    {"s agissant", "pour"},
    {"sous réserve", "si"},
    {"susmentionné*", "déjà cité"},
    {"susvisé*", "déjà cité"},
    {"toutefois", "mais"},
    {"vis à vis", "envers"},
    // When.
    {"actuellement", "maintenant"},
    {"antérieur*", "avant"},
    {"au préalable", "avant"},
    {"dans les meilleurs délais", "vite"},
    {"échéance*", "date"},
    {"préalable*", "avant"},
    {"prochainement", "bientôt"},
    {"simultanément", "en même temps"},
    {"ultérieur*", "plus tard"},
    // Verbs.
    {"bénéfici*", "avoir, recevoir"},
    {"clôtur*", "fermer, finir"},
    {"effectu*", "faire"},
    {"élabor*", "écrire, préparer"},
    {"formuler", "dire, écrire"},
    {"formulez", "dites, écrivez"},
    {"finalis*", "finir"},
    {"impacte*", "changer"},
    {"initier", "commencer"},
    {"instaur*", "créer"},
    {"mettre en œuvre", "faire"},
    {"mettre en place", "créer, préparer"},
    {"mis en œuvre", "fait"},
    {"mise en œuvre", "travail"},
    {"mise en place", "préparation, début"},
    {"notifi*", "prévenir"},
    {"optimis*", "améliorer"},
    {"préconis*", "conseiller"},
    {"procéd* à", "faire"},
    {"procéd* au*", "faire"},
    {"réalisation", "travail"},
    {"réceptionn*", "recevoir"},
    {"saisie", "ce que vous écrivez"},
    {"saisir", "écrire"},
    {"saisissez", "écrivez"},
    {"sélectionn*", "choisir"},
    {"sollicit*", "demander"},
    {"stipul*", "dire"},
    {"transmettez", "envoyez"},
    {"transmettre", "envoyer"},
    {"veuillez", "l’ordre tout court : « touchez »"},
    {"visualis*", "voir"},
    // Things.
    {"acteurs", "les personnes"},
    {"authentifi*", "dire qui vous êtes"},
    {"axe", "sujet"},
    {"axes", "sujets"},
    {"démarche*", "travail"},
    {"dispositif*", "outil, aide, projet"},
    {"enjeu*", "ce qui est important"},
    {"évolution*", "changement"},
    {"finalité*", "but"},
    {"fonctionnalité*", "outil"},
    {"formulation*", "mots, phrase"},
    {"gouvernance", "qui décide"},
    {"intégralité", "tout"},
    {"levier*", "moyen"},
    {"modalité*", "façon de faire"},
    {"objectif*", "but"},
    {"optionnel*", "si vous voulez"},
    {"orientation*", "choix"},
    {"paramètre*", "réglage"},
    {"parties prenantes", "les personnes concernées"},
    {"périmètre", "de quoi on parle"},
    {"pertinen*", "utile"},
    {"problématique*", "problème, question"},
    {"procédure*", "façon de faire"},
    {"processus", "façon de faire, étapes"},
    {"scrutin*", "vote"},
    {"stratégi*", "plan, projet"},
    {"synergie*", "travail ensemble"},
    {"thématique*", "sujet"},
    {"usager*", "personne"},
});

bool fits(std::string_view pattern, std::string_view word) {
  if (!pattern.empty() && pattern.back() == '*') {
    return word.starts_with(pattern.substr(0, pattern.size() - 1));
  }
  return word == pattern;
}

// The words of the sentence from `at` that the row finds, joined; empty when it does not.
std::string found_at(const Sentence& sentence, std::size_t at, std::string_view row) {
  std::string found;
  while (!row.empty()) {
    const std::string_view first = row.substr(0, row.find(' '));
    if (at == sentence.size() || !fits(first, sentence[at].spelling)) {
      return "";
    }
    found += (found.empty() ? "" : " ") + sentence[at].spelling;
    ++at;
    row.remove_prefix(std::min(row.size(), first.size() + 1));
  }
  return found;
}

}  // namespace

std::span<const PlainWord> plain_words() {
  return rows;
}

std::vector<HardWord> hard_words_in(std::string_view text) {
  std::vector<HardWord> hard;
  for (const Sentence& sentence : sentences_of(text)) {
    for (std::size_t at = 0; at < sentence.size(); ++at) {
      for (const PlainWord& row : rows) {
        if (std::string found = found_at(sentence, at, row.avoid); !found.empty()) {
          hard.push_back({std::move(found), row.instead});
        }
      }
    }
  }
  return hard;
}

}  // namespace tablee::reading
