// The French sentences of the programme, as planned and as it ran.
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "core/timetable.h"
#include "export/wording.h"

namespace tablee::exported {

namespace {

constexpr std::string_view none = "–";

void add_remark(std::string& remarks, const std::string& remark) {
  remarks += (remarks.empty() ? "" : ", ") + remark;
}

bool has_days(const ProgrammePrinted& programme) {
  return std::any_of(programme.steps.begin(), programme.steps.end(), [](const StepPrinted& step) {
    return step.planned_start_minute.value_or(0) >= core::minutes_of_day;
  });
}

std::string change_in_words(core::PlanChangeKind kind) {
  switch (kind) {
    case core::PlanChangeKind::durations:
      return "autre durée pour";
    case core::PlanChangeKind::dropped:
      return "retrait de";
    case core::PlanChangeKind::restored:
      return "remise au programme de";
    case core::PlanChangeKind::moved:
      return "déplacement de";
    case core::PlanChangeKind::inserted:
      return "ajout de";
    case core::PlanChangeKind::edited:
      return "titre ou consigne réécrits pour";
    case core::PlanChangeKind::rule:
      return "autre règle de vote pour";
  }
  return {};
}

std::string together_in_words(Together together) {
  switch (together) {
    case Together::plenary:
      return "tous ensemble";
    case Together::tables:
      return "à table ou en petit groupe";
    case Together::individual:
      return "chacun seul";
    case Together::committee:
      return "en comité";
    case Together::breaks:
      return "pauses, en plus";
  }
  return {};
}

std::string title_of(const ProgrammePrinted& programme, const std::string& id) {
  const auto step = std::find_if(programme.steps.begin(), programme.steps.end(),
                                 [&](const StepPrinted& each) { return each.id == id; });
  return "« " + (step == programme.steps.end() ? id : step->title.fr) + " »";
}

std::string night_sentence(const ProgrammePrinted& programme, const NightPrinted& night) {
  const std::string name = title_of(programme, night.step);
  if (night.morning_sha256.empty()) {
    return name + " : le contenu est scellé, empreinte " + night.evening_sha256 + ".";
  }
  return night.evening_sha256 == night.morning_sha256
             ? name + " : rien n’a été changé du soir au matin, empreinte " + night.evening_sha256 + "."
             : name + " : le contenu a été changé, empreinte du soir " + night.evening_sha256 + ", du matin " +
                   night.morning_sha256 + ".";
}

}  // namespace

std::vector<std::string> programme_sentences(const ProgrammePrinted& programme) {
  const auto changes = static_cast<std::int64_t>(programme.changes.size());
  std::vector<std::string> sentences{
      changes == 0 ? "Le programme n’a pas été changé pendant l’atelier."
                   : "Le programme a été changé pendant l’atelier : " + counted(changes, "changement", "changements") +
                         ", plus bas, avec leur raison.",
      programme.extensions == 0 ? "Aucune séquence n’a été rallongée."
                                : counted(programme.extensions, "séquence rallongée", "séquences rallongées") +
                                      " : " + duration(programme.extended_minutes) + " en tout.",
      "Les heures prévues sont celles de la salle. Les heures réelles sont en temps universel, comme partout dans "
      "cet avis : d’une heure prévue à une heure réelle, il y a aussi le décalage horaire de la salle."};
  for (const NightPrinted& night : programme.nights) {
    sentences.push_back(night_sentence(programme, night));
  }
  return sentences;
}

std::string planned_start(const ProgrammePrinted& programme, const StepPrinted& step) {
  if (!step.planned_start_minute) {
    return std::string(none);
  }
  const std::string clock = core::clock_of_minute(*step.planned_start_minute);
  const std::int64_t day = *step.planned_start_minute / core::minutes_of_day + 1;
  return has_days(programme) ? "jour " + std::to_string(day) + ", " + clock : clock;
}

std::string planned_duration(const StepPrinted& step) {
  return step.planned_minutes ? duration(*step.planned_minutes) : std::string(none);
}

std::string laps_in_words(const ProgrammePrinted& programme, const StepPrinted& step) {
  // A day is said when it is another one than just before.
  const bool days = has_days(programme);
  std::string words;
  std::string day;
  for (const LapPrinted& lap : step.laps) {
    const std::string start_day = days ? day_of(lap.started_at_ms) : std::string{};
    words += words.empty() ? "" : " ; ";
    words += (start_day == day ? "" : start_day + ", ") + clock_of(lap.started_at_ms);
    day = start_day;
    if (lap.ended_at_ms == 0) {
      words += ", en cours";
      continue;
    }
    const std::string end_day = days ? day_of(lap.ended_at_ms) : std::string{};
    words += (end_day == day ? " à " : " au " + end_day + ", ") + clock_of(lap.ended_at_ms);
    day = end_day;
  }
  return words.empty() ? std::string(none) : words;
}

std::string worked_duration(const StepPrinted& step) {
  return step.laps.empty() ? std::string(none) : duration(step.worked_minutes);
}

std::string difference(std::int64_t minutes) {
  return (minutes < 0 ? "−" : minutes > 0 ? "+" : "") + duration(std::abs(minutes));
}

std::string difference_of(const StepPrinted& step) {
  return step.difference_minutes ? difference(*step.difference_minutes) : std::string(none);
}

std::string step_remarks(const StepPrinted& step) {
  std::string remarks;
  if (step.inserted) {
    add_remark(remarks, "ajoutée : " + duration(step.changed_minutes.value_or(0)));
  } else if (step.changed_minutes) {
    add_remark(remarks, "durée changée : " + duration(*step.changed_minutes));
  }
  if (step.moved) {
    add_remark(remarks, "déplacée");
  }
  if (step.extended_minutes > 0) {
    add_remark(remarks, "rallongée de " + duration(step.extended_minutes));
  }
  for (const TableTimePrinted& table : step.tables) {
    add_remark(remarks, table.table + " : " + duration(table.extended_minutes) + " de plus");
  }
  if (step.laps.size() > 1) {
    add_remark(remarks, "tenue en " + std::to_string(step.laps.size()) + " fois");
  }
  if (step.laps.empty()) {
    add_remark(remarks, step.dropped ? "retirée" : "pas tenue");
  }
  return remarks;
}

std::vector<TimeRow> time_rows(const ProgrammePrinted& programme) {
  std::vector<TimeRow> rows;
  for (const TimeSpent& time : programme.times) {
    if (time.together == Together::breaks) {
      rows.push_back({"travail, en tout", programme.planned_minutes, programme.worked_minutes});
    }
    if (time.planned_minutes != 0 || time.worked_minutes != 0) {
      rows.push_back({together_in_words(time.together), time.planned_minutes, time.worked_minutes});
    }
  }
  return rows;
}

std::string change_sentence(const ProgrammePrinted& programme, const ChangePrinted& change) {
  std::string sentence = instant(change.at_ms) + " : " + change_in_words(change.kind) + " ";
  for (std::size_t i = 0; i < change.steps.size(); ++i) {
    sentence += (i == 0 ? "" : ", ") + title_of(programme, change.steps[i]);
  }
  return sentence + ". Raison : " + change.reason;
}

}  // namespace tablee::exported
