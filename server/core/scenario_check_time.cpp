// The third part of the check: timers, turns, budgets, nights, and the clock times they lead to.
#include <algorithm>
#include <numeric>

#include "core/scenario_check_parts.h"
#include "core/timetable.h"

namespace tablee::core {
namespace {

void check_duration(Report& report, const std::string& pointer, const Duration& duration) {
  if (duration.floor > duration.planned) {
    report.error(pointer + "/floor", "duration_order", "La durée la plus courte dépasse la durée prévue.",
                 "Baissez floor, ou augmentez planned.");
  }
  if (duration.planned > duration.ceiling) {
    report.error(pointer + "/ceiling", "duration_order", "La durée prévue dépasse la durée la plus longue.",
                 "Augmentez ceiling, ou baissez planned.");
  }
}

void check_alerts(Report& report, const std::string& pointer, const Step& step) {
  for (std::size_t i = 0; i < step.timer.alerts.size(); ++i) {
    const std::int64_t alert = step.timer.alerts[i];
    if (alert < 1 || alert >= step.duration.planned) {
      report.error(at(pointer, i), "alert_out_of_range",
                   "L’alerte de " + std::to_string(alert) + " min ne tombe pas pendant la séquence.",
                   "Choisissez un nombre de minutes entre 1 et la durée prévue moins 1.");
    }
  }
  if (step.timer.mode == TimerMode::free && !step.timer.alerts.empty()) {
    report.warning(pointer, "alert_without_end", "Une séquence libre n’a pas de fin : ses alertes ne viendront pas.",
                   "Videz alerts, ou choisissez le mode soft ou firm.");
  }
}

void check_turns(Report& report, const std::string& pointer, const Step& step) {
  std::int64_t minutes = 0;
  for (std::size_t i = 0; step.timer.turns && i < step.timer.turns->size(); ++i) {
    const Turn& turn = (*step.timer.turns)[i];
    minutes += std::clamp<std::int64_t>(turn.minutes, 0, limits::step_minutes_max);
    if (turn.title) {
      check_texts(report, at(pointer + "/turns", i) + "/title", *turn.title);
    }
  }
  if (minutes > step.duration.planned) {
    report.error(pointer + "/turns", "turns_too_long",
                 "Les tours durent " + std::to_string(minutes) + " min, plus que la séquence (" +
                     std::to_string(step.duration.planned) + " min).",
                 "Raccourcissez les tours, ou augmentez planned.");
  }
  if (step.timer.scope == TimerScope::turn && !step.timer.turns) {
    report.error(pointer, "turns_missing", "Le chrono compte par tour, et aucun tour n’est écrit.",
                 "Ajoutez turns, ou changez scope.");
  }
}

void check_budget(Report& report, const std::string& pointer, const Step& step) {
  if (!step.timer.budget) {
    return;
  }
  const Budget& budget = *step.timer.budget;
  const std::int64_t seconds =
      std::clamp<std::int64_t>(budget.seconds, 0, 86'400) * std::clamp<std::int64_t>(budget.items, 0, 1'000);
  if (seconds > step.duration.planned * 60) {
    report.error(pointer + "/budget", "budget_too_long",
                 std::to_string(budget.items) + " objets de " + std::to_string(budget.seconds) +
                     " s ne tiennent pas dans la séquence.",
                 "Prévoyez moins d’objets, moins de temps pour chacun, ou augmentez planned.");
  }
}

void check_extension(Report& report, const std::string& pointer, const Step& step) {
  if (step.timer.extension && step.timer.extension->minutes > step.timer.extension->max) {
    report.error(pointer + "/extension/minutes", "extension_order", "Une rallonge dépasse le total permis.",
                 "Baissez minutes, ou augmentez max.");
  }
}

class ClockCheck {
 public:
  ClockCheck(Report& report, const Scenario& scenario) : report_(report), scenario_(scenario) {}

  void run() {
    const std::vector<Slot> slots = timetable(scenario_);
    std::int64_t free_from = slots.empty() ? 0 : slots.front().start;
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const Step& step = scenario_.steps[i];
      const std::string pointer = at("/steps", i);
      if (step.timer.firm_at) {
        check_firm_time(pointer + "/timer/firm_at", *step.timer.firm_at, free_from);
      }
      if (is_night(step)) {
        check_night(pointer, step, slots[i]);
        told_midnight_ = false;
      } else if (slots[i].end() > same_day(slots[i].start, minutes_of_day) && !told_midnight_) {
        told_midnight_ = true;
        report_.warning(pointer + "/duration/planned", "past_midnight", "Cette séquence se termine après minuit.",
                        "Vérifiez les durées, ou séparez les deux jours par une pause de nuit.");
      }
      free_from = slots[i].end();
    }
  }

 private:
  void check_firm_time(const std::string& pointer, const std::string& clock, std::int64_t free_from) {
    const std::optional<std::int64_t> firm_clock = check_clock(report_, pointer, clock);
    if (!firm_clock) {
      return;
    }
    const std::int64_t firm = same_day(free_from, *firm_clock);
    if (free_from > firm) {
      report_.error(pointer, "firm_time_missed",
                    "Les durées prévues mènent " + std::to_string(free_from - firm) + " min après cette heure ferme.",
                    "Raccourcissez les séquences d’avant, ou déplacez l’heure ferme.");
    } else if (free_from < firm) {
      report_.warning(
          pointer, "firm_time_early",
          "Les durées prévues laissent " + std::to_string(firm - free_from) + " min vides avant cette heure ferme.",
          "Allongez les séquences d’avant, ou ajoutez une pause.");
    }
  }

  void check_night(const std::string& pointer, const Step& step, const Slot& slot) {
    if (!step.resumes_at) {
      report_.error(pointer, "night_without_morning", "Cette nuit n’a pas d’heure de reprise.", "Ajoutez resumes_at.");
    } else if (check_clock(report_, pointer + "/resumes_at", *step.resumes_at) &&
               step.duration.planned != slot.minutes) {
      report_.warning(pointer + "/duration/planned", "night_length",
                      "Cette nuit dure " + std::to_string(slot.minutes) + " min jusqu’à l’heure de reprise, et non " +
                          std::to_string(step.duration.planned) + ".",
                      "Écrivez cette durée : l’heure de reprise décide.");
    }
  }

  Report& report_;
  const Scenario& scenario_;
  bool told_midnight_ = false;
};

}  // namespace

void check_times(Report& report, const Scenario& scenario) {
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    const Step& step = scenario.steps[i];
    const std::string pointer = at("/steps", i);
    check_duration(report, pointer + "/duration", step.duration);
    check_alerts(report, pointer + "/timer/alerts", step);
    check_turns(report, pointer + "/timer", step);
    check_budget(report, pointer + "/timer", step);
    check_extension(report, pointer + "/timer", step);
  }
  ClockCheck(report, scenario).run();
}

}  // namespace tablee::core
