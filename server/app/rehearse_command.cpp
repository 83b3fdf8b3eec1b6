#include "app/rehearse_command.h"

#include <algorithm>
#include <map>

#include "app/check.h"
#include "app/text_file.h"
#include "base/utf8.h"
#include "wire/json_fields.h"
#include "wire/scenario_file.h"

namespace tablee::app {

namespace {

std::string padded(const std::string& text, std::size_t columns) {
  const auto width = static_cast<std::size_t>(utf8_length(text).value_or(0));
  return text + std::string(columns - std::min(columns, width), ' ');
}

std::string right(std::int64_t number, std::size_t columns) {
  const std::string text = std::to_string(number);
  return std::string(columns - std::min(columns, text.size()), ' ') + text;
}

std::string steps_text(const core::Scenario& scenario, const rehearse::Sheet& sheet) {
  std::map<std::string, std::string> titles;
  std::size_t columns = 0;
  for (const core::Step& step : scenario.steps) {
    titles[step.id] = step.id + "  " + step.title.fr;
    columns = std::max(columns, static_cast<std::size_t>(utf8_length(titles[step.id]).value_or(0)));
  }
  std::string text = padded("Séquence", columns) + "  prévu  1 sur 10  1 sur 2  9 sur 10 (minutes)\n";
  for (const rehearse::StepTime& step : sheet.steps) {
    text += padded(titles[step.id], columns) + "  " + right(step.planned, 5) + "  ";
    text += step.missed == sheet.runs
                ? "n’a jamais eu lieu\n"
                : right(step.p10, 8) + "  " + right(step.p50, 7) + "  " + right(step.p90, 8) + "\n";
  }
  return text;
}

std::string findings_text(const rehearse::Sheet& sheet) {
  std::string text;
  for (const rehearse::Finding& finding : sheet.findings) {
    text += std::string(finding.severity == core::Severity::error ? "erreur" : "attention") + "  " +
            (finding.step.empty() ? "" : finding.step + " : ") + finding.message + "\n";
  }
  text += sheet.ready ? "Le programme peut se dérouler ainsi.\n" : "Le programme ne peut pas se dérouler ainsi.\n";
  return text;
}

}  // namespace

int run_rehearse(const RehearseSettings& settings, Output& output) {
  const auto text = read_scenario_text(settings.file);
  if (!text) {
    output.err << text.error().detail << "\n";
    return exit_failed;
  }
  const wire::ScenarioFile file = wire::read_scenario(*text, {core::Severity::warning});
  if (!file.usable()) {
    output.err << problems_text(settings.file, file);
    return exit_failed;
  }
  const rehearse::Sheet sheet = rehearse::play(file.scenario, settings.play);
  if (settings.json) {
    std::string json;
    wire::append_value(json, sheet);
    output.out << json << "\n";
  } else {
    output.out << "Répétition : " << sheet.people << " personnes, " << sheet.runs << " fois, " << sheet.commands
               << " gestes dont " << sheet.refused << " refusés.\n\n"
               << steps_text(file.scenario, sheet) << "\n"
               << findings_text(sheet);
  }
  return sheet.ready ? exit_done : exit_failed;
}

}  // namespace tablee::app
