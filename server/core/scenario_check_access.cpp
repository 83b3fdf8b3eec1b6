#include <algorithm>
#include <cctype>

#include "base/date.h"
#include "base/utf8.h"
#include "core/scenario_check_parts.h"

namespace tablee::core {
namespace {

constexpr std::string_view drawn_extensions[] = {".png", ".jpg", ".jpeg", ".svg", ".webp"};
constexpr std::string_view filmed_extensions[] = {".mp4", ".webm"};

template <std::size_t count>
bool ends_with_one(std::string_view file, const std::string_view (&extensions)[count]) {
  return std::any_of(std::begin(extensions), std::end(extensions),
                     [&](std::string_view each) { return file.size() > each.size() && file.ends_with(each); });
}

// One name in one folder: nothing that could lead out of it, nothing an address would have to escape.
bool is_file_name(std::string_view file) {
  return !file.empty() && file.front() != '.' && std::all_of(file.begin(), file.end(), [](char letter) {
    return (std::isalnum(static_cast<unsigned char>(letter)) != 0) || letter == '.' || letter == '-' || letter == '_';
  });
}

void check_file(Report& report, const std::string& pointer, const std::string& file) {
  if (!is_file_name(file)) {
    report.error(
        pointer, "file_name", "Ce nom de fichier n’est pas simple\u00a0: " + quoted(file) + ".",
        "Mettez le fichier dans le dossier du scénario. Son nom\u00a0: lettres sans accent, chiffres, point, - et _.");
  }
}

void check_document(Report& report, const std::string& pointer, const Document& document, std::set<std::string>& seen) {
  check_identifier(report, pointer + "/id", document.id, seen);
  check_texts(report, pointer + "/title", document.title);
  check_texts(report, pointer + "/alternative", document.alternative);
  check_file(report, pointer + "/file", document.file);
  const bool is_video = document.kind == DocumentKind::video;
  const bool fits =
      is_video ? ends_with_one(document.file, filmed_extensions) : ends_with_one(document.file, drawn_extensions);
  if (!fits) {
    report.error(
        pointer + "/file", "file_kind", "Ce fichier n’a pas la forme attendue\u00a0: " + quoted(document.file) + ".",
        is_video ? "Une vidéo est un fichier .mp4 ou .webm." : "Une image est un fichier .png, .jpg, .svg ou .webp.");
  }
  if (document.captions) {
    check_file(report, pointer + "/captions", *document.captions);
    if (!document.captions->ends_with(".vtt")) {
      report.error(pointer + "/captions", "file_kind", "Les sous-titres n’ont pas la forme attendue.",
                   "Donnez un fichier .vtt (WebVTT).");
    }
  }
  if (is_video && !document.captions) {
    report.error(pointer + "/captions", "captions_missing", "Cette vidéo n’a pas de sous-titres.",
                 "Ajoutez un fichier .vtt\u00a0: qui n’entend pas doit pouvoir la suivre.");
  }
  if (document.sign_language) {
    check_file(report, pointer + "/sign_language", *document.sign_language);
    if (!ends_with_one(*document.sign_language, filmed_extensions)) {
      report.error(pointer + "/sign_language", "file_kind", "La vidéo en langue des signes n’a pas la forme attendue.",
                   "Donnez un fichier .mp4 ou .webm.");
    }
  } else if (is_video) {
    report.warning(pointer + "/sign_language", "sign_language_missing", "Cette vidéo n’a pas de langue des signes.",
                   "Ajoutez une vidéo en LSF, ou prévoyez un interprète.");
  }
}

void check_lexicon(Report& report, const Scenario& scenario) {
  std::set<std::string> seen;
  const std::vector<LexiconWord> words = scenario.lexicon.value_or(std::vector<LexiconWord>{});
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string pointer = at("/lexicon", i);
    check_texts(report, pointer + "/meaning", words[i].meaning);
    std::vector<std::string> forms = words[i].forms.value_or(std::vector<std::string>{});
    forms.push_back(words[i].word);
    for (const std::string& form : forms) {
      if (clean_name(form).empty()) {
        report.error(pointer + "/word", "blank", "Un mot du lexique est vide.", "Écrivez-le, ou enlevez-le.");
      } else if (!seen.insert(form).second) {
        report.error(pointer + "/word", "word_twice", "Ce mot est expliqué deux fois\u00a0: " + quoted(form) + ".",
                     "Gardez une seule explication.");
      }
    }
  }
}

void check_readings(Report& report, const Scenario& scenario) {
  const std::vector<EasyReading> readings = scenario.easy_readings.value_or(std::vector<EasyReading>{});
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (!is_date(readings[i].on)) {
      report.error(at("/easy_readings", i) + "/on", "not_a_date",
                   "Ce n’est pas un jour\u00a0: " + quoted(readings[i].on) + ".",
                   "Écrivez-le ainsi\u00a0: 2026-11-23.");
    }
    const std::vector<std::string> steps = readings[i].steps.value_or(std::vector<std::string>{});
    for (std::size_t j = 0; j < steps.size(); ++j) {
      const bool known = std::any_of(scenario.steps.begin(), scenario.steps.end(),
                                     [&](const Step& step) { return step.id == steps[j]; });
      if (!known) {
        report.error(at(at("/easy_readings", i) + "/steps", j), "step_unknown",
                     "Aucune étape ne s’appelle " + quoted(steps[j]) + ".", "Écrivez le nom d’une étape du programme.");
      }
    }
  }
}

}  // namespace

void check_access(Report& report, const Scenario& scenario) {
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    const Step& step = scenario.steps[i];
    const std::vector<Document> documents = step.documents.value_or(std::vector<Document>{});
    std::set<std::string> seen;
    for (std::size_t j = 0; j < documents.size(); ++j) {
      check_document(report, at(at("/steps", i) + "/documents", j), documents[j], seen);
    }
    if (step.easy_wording.value_or(false) && step.kind != StepKind::rank && step.kind != StepKind::vote) {
      report.error(at("/steps", i) + "/easy_wording", "easy_wording_useless", "Cette étape n’a pas de vote.",
                   "Gardez easy_wording pour les étapes rank et vote.");
    }
  }
  check_lexicon(report, scenario);
  check_readings(report, scenario);
}

}  // namespace tablee::core
