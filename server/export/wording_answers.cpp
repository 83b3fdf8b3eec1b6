// The French sentences of questionnaires and of the questions of tables.
#include <array>
#include <cstdlib>
#include <string_view>

#include "export/wording.h"

namespace tablee::exported {

namespace {

using Levels = std::array<std::string_view, 5>;

constexpr Levels agreement{"pas du tout d’accord", "plutôt pas d’accord", "ni d’accord ni contre", "plutôt d’accord",
                           "tout à fait d’accord"};
constexpr Levels satisfaction{"pas du tout satisfait", "plutôt pas satisfait", "moyennement satisfait",
                              "plutôt satisfait", "très satisfait"};
constexpr Levels importance{"pas important", "peu important", "assez important", "important", "très important"};
constexpr Levels yes_no{"non", "oui"};
constexpr Levels weather{"pluie", "nuages", "soleil"};

std::string_view level_name(core::Scale scale, std::size_t place) {
  switch (scale) {
    case core::Scale::agreement:
      return agreement[place];
    case core::Scale::satisfaction:
      return satisfaction[place];
    case core::Scale::importance:
      return importance[place];
    case core::Scale::yes_no:
      return yes_no[place];
    case core::Scale::weather:
      return weather[place];
    case core::Scale::words:
      break;
  }
  return {};
}

// "+0,18": hundredths of a level.
std::string signed_level(std::int64_t hundredths) {
  const std::int64_t size = std::abs(hundredths);
  const std::string digits = std::to_string(size % 100);
  return (hundredths < 0   ? "−"
          : hundredths > 0 ? "+"
                           : "") +
         std::to_string(size / 100) + "," + (digits.size() < 2 ? "0" : "") + digits;
}

}  // namespace

std::string answers_sentence(const AnswersPrinted& answers) {
  if (!answers.total.shown) {
    return "Trop peu de réponses : rien n’est montré.";
  }
  std::string sentence = counted(answers.total.answers, "réponse", "réponses");
  for (std::size_t place = answers.total.levels.size(); place > 0; --place) {
    sentence += (place == answers.total.levels.size() ? " : " : ", ") +
                std::to_string(answers.total.levels[place - 1]) + " " +
                std::string(level_name(answers.scale, place - 1));
  }
  if (!answers.total.levels.empty() && answers.scale != core::Scale::weather) {
    sentence += ", " + std::to_string(answers.total.unknown) + " je ne sais pas";
  }
  return sentence + ".";
}

std::string shift_sentence(const core::QuestionShift& shift) {
  if (!shift.shown) {
    return "Avant et après : trop peu de personnes ont répondu deux fois.";
  }
  return "Avant et après, " + counted(shift.people, "personne", "personnes") +
         " : " + counted(shift.better, "monte", "montent") + ", " +
         counted(shift.same, "ne change pas", "ne changent pas") + ", " +
         counted(shift.worse, "descend", "descendent") + " ; en moyenne " + signed_level(shift.mean_hundredths) +
         " sur l’échelle.";
}

std::string asked_fate_name(core::AskedFate fate) {
  switch (fate) {
    case core::AskedFate::open:
      return "en attente";
    case core::AskedFate::current:
      return "réponse en cours";
    case core::AskedFate::heard:
      return "réponse donnée à voix haute";
    case core::AskedFate::answered:
      return "répondu, dit la table";
    case core::AskedFate::not_really:
      return "pas vraiment répondu, dit la table";
    case core::AskedFate::deferred:
      return "réponse écrite plus tard";
    case core::AskedFate::merged:
      return "réunie avec une autre";
    case core::AskedFate::withdrawn:
      return "retirée par la table";
    case core::AskedFate::not_reached:
      return "pas eu le temps d’y répondre";
  }
  return {};
}

std::string question_sentence(const QuestionPrinted& question) {
  // A question answered in writing alone was not answered aloud.
  const bool in_writing = question.fate == core::AskedFate::heard && question.answer;
  std::string sentence = in_writing ? "réponse donnée" : asked_fate_name(question.fate);
  if (question.merged_into) {
    sentence += " (question " + std::to_string(question.merged_into->value) + ")";
  }
  for (std::size_t i = 0; i < question.tables.size(); ++i) {
    sentence += (i == 0 ? " ; posée par " : ", ") + question.tables[i];
  }
  return sentence + ".";
}

std::vector<std::string> answer_sentences(const core::WrittenAnswer& answer) {
  std::vector<std::string> sentences{"Réponse écrite : " + answer.text};
  if (!answer.simple.empty()) {
    sentences.push_back("En mots simples : " + answer.simple);
  }
  if (!answer.source.empty()) {
    sentences.push_back("Source : " + answer.source);
  }
  return sentences;
}

std::string questions_sentence(const AvisDocument& document) {
  return counted(static_cast<std::int64_t>(document.questions.size()), "question posée", "questions posées") + " ; " +
         counted(document.questions_withdrawn, "retirée par sa table", "retirées par leur table") + ".";
}

}  // namespace tablee::exported
