#include "app/check.h"

#include "app/documents.h"
#include "app/text_file.h"

namespace tablee::app {

namespace {

std::string count_of(std::int64_t count, const std::string& one) {
  return std::to_string(count) + " " + one + (count > 1 ? "s" : "");
}

std::string programme_text(const core::Scenario& scenario) {
  std::int64_t minutes = 0;
  for (const core::Step& step : scenario.steps) {
    minutes += step.duration.planned;
  }
  const std::string part = std::to_string(minutes % 60);
  return count_of(static_cast<std::int64_t>(scenario.steps.size()), "séquence") + ", " + std::to_string(minutes / 60) +
         " h " + (part.size() == 1 ? "0" : "") + part;
}

}  // namespace

std::string problems_text(const std::string& file, const wire::ScenarioFile& scenario) {
  std::string text;
  std::int64_t errors = 0;
  std::int64_t warnings = 0;
  for (const core::Problem& problem : scenario.problems) {
    const bool is_error = problem.severity == core::Severity::error;
    (is_error ? errors : warnings) += 1;
    text += std::string(is_error ? "erreur" : "attention") + "  " +
            (problem.pointer.empty() ? "(le fichier entier)" : problem.pointer) + "\n    " + problem.message + "\n";
    if (!problem.mend.empty()) {
      text += "    → " + problem.mend + "\n";
    }
  }
  text += file + " : ";
  if (errors > 0) {
    text += count_of(errors, "erreur");
  } else {
    text += "programme valable, " + programme_text(scenario.scenario);
  }
  if (warnings > 0) {
    text += ", " + count_of(warnings, "avertissement");
  }
  return text + ".\n";
}

void add_file_problems(wire::ScenarioFile& scenario, const std::string& file) {
  if (scenario.usable()) {
    std::vector<core::Problem> problems = check_files(scenario.scenario, files_beside(file));
    scenario.problems.insert(scenario.problems.end(), problems.begin(), problems.end());
  }
}

int run_check(const CheckSettings& settings, Output& output) {
  const auto text = read_scenario_text(settings.file);
  if (!text) {
    output.err << text.error().detail << "\n";
    return exit_failed;
  }
  wire::ScenarioFile scenario = wire::read_scenario(*text, {settings.falc_missing, settings.reading});
  add_file_problems(scenario, settings.file);
  output.out << (settings.json ? wire::problems_json(settings.file, scenario) + "\n"
                               : problems_text(settings.file, scenario));
  return scenario.usable() ? exit_done : exit_failed;
}

}  // namespace tablee::app
