#include "app/replan_command.h"

#include <algorithm>
#include <map>

#include "app/check.h"
#include "app/text_file.h"
#include "base/utf8.h"
#include "core/replan.h"
#include "core/timetable.h"
#include "wire/json_fields.h"
#include "wire/scenario_file.h"

namespace tablee::app {

namespace {

std::string replan_json(const core::Replanning& replanning) {
  ReplannedProgramme programme;
  programme.firm = {replanning.firm.id, core::clock_of_minute(replanning.firm.planned),
                    core::clock_of_minute(replanning.firm.start)};
  programme.margin = replanning.margin;
  programme.late = replanning.late;
  programme.unabsorbed = replanning.unabsorbed;
  for (const core::PlanRow& row : replanning.plan) {
    programme.plan.push_back({row.id, core::clock_of_minute(row.start), row.minutes, row.removed});
  }
  if (replanning.unabsorbed > 0) {
    programme.droppable = replanning.droppable;
  }
  std::string json;
  wire::append_value(json, programme);
  return json;
}

std::string minutes_text(std::int64_t minutes) {
  return std::to_string(minutes) + " min";
}

std::size_t width(const std::string& text) {
  return static_cast<std::size_t>(utf8_length(text).value_or(0));
}

// The same plan in words, with titles, in columns.
class DeskSheet {
 public:
  DeskSheet(const core::Scenario& scenario, const core::Replanning& replanning) : replanning_(replanning) {
    for (const core::Step& step : scenario.steps) {
      titles_[step.id] = step.title.fr;
    }
    for (const core::PlanRow& row : replanning.plan) {
      id_width_ = std::max(id_width_, width(row.id));
      title_width_ = std::max(title_width_, width(titles_.at(row.id)));
      minutes_width_ = std::max(minutes_width_, width(minutes_text(row.minutes)));
    }
  }

  std::string text() const {
    std::string text;
    std::int64_t removed = 0;
    for (const core::PlanRow& row : replanning_.plan) {
      text += core::clock_of_minute(row.start) + "  " + named(row.id) + "  " + right(minutes_text(row.minutes));
      text += row.removed > 0 ? "  − " + minutes_text(row.removed) + "\n" : "\n";
      removed += row.removed;
    }
    text += (text.empty() ? "" : "\n") + bound_sentence() + "\n";
    text += "Marge : " + minutes_text(replanning_.margin) + ". Repris : " + minutes_text(removed) + ".\n";
    return text + droppable_text();
  }

 private:
  static std::string left(const std::string& text, std::size_t columns) {
    return text + std::string(columns - std::min(columns, width(text)), ' ');
  }
  std::string right(const std::string& text) const {
    return std::string(minutes_width_ - std::min(minutes_width_, width(text)), ' ') + text;
  }
  std::string named(const std::string& id) const {
    return left(id, id_width_) + "  " + left(titles_.at(id), title_width_);
  }

  std::string bound_sentence() const {
    const core::DelayBound& bound = replanning_.firm;
    const bool is_end = bound.id.empty();
    const std::string subject = is_end ? "Le programme" : "« " + titles_.at(bound.id) + " »";
    const std::string start = core::clock_of_minute(bound.start);
    if (replanning_.unabsorbed == 0) {
      return subject + (is_end ? " finit à " : " commence à ") + start + ", comme prévu.";
    }
    const std::string minutes = minutes_text(replanning_.unabsorbed);
    return is_end ? subject + " finit à " + start + ", " + minutes + " plus tard que prévu."
                  : subject + " attendra " + minutes + " : début à " + start + ".";
  }

  std::string droppable_text() const {
    if (replanning_.unabsorbed == 0) {
      return "";
    }
    if (replanning_.droppable.empty()) {
      return "Aucune de ces séquences ne peut être supprimée.\n";
    }
    std::string text = "On peut supprimer :\n";
    for (const std::string& id : replanning_.droppable) {
      const auto row = std::find_if(replanning_.plan.begin(), replanning_.plan.end(),
                                    [&](const core::PlanRow& each) { return each.id == id; });
      text += "       " + named(id) + "  " + right(minutes_text(row->minutes)) + "\n";
    }
    return text;
  }

  const core::Replanning& replanning_;
  std::map<std::string, std::string, std::less<>> titles_;
  std::size_t id_width_ = 0;
  std::size_t title_width_ = 0;
  std::size_t minutes_width_ = 0;
};

}  // namespace

int run_replan(const ReplanSettings& settings, Output& output) {
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
  const std::vector<core::PlannedStep> steps = core::planned_steps(file.scenario);
  const auto step =
      std::find_if(steps.begin(), steps.end(), [&](const core::PlannedStep& each) { return each.id == settings.step; });
  if (step == steps.end()) {
    output.err << "Ce programme n’a pas de séquence « " << settings.step << " ».\n";
    return exit_failed;
  }
  const core::Replanning replanning =
      core::replan(steps, static_cast<std::size_t>(step - steps.begin()), settings.late);
  output.out << (settings.json ? replan_json(replanning) + "\n" : DeskSheet(file.scenario, replanning).text());
  return exit_done;
}

}  // namespace tablee::app
