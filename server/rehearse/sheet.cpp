#include "rehearse/sheet.h"

#include <algorithm>
#include <functional>

namespace tablee::rehearse {
namespace {

constexpr std::int64_t late_tolerated_minutes = 2;
constexpr std::int64_t writers_percent_min = 90;  // the guarantors' alert for written participation

std::string minutes(std::int64_t count) {
  return std::to_string(count) + " min";
}

class Findings {
 public:
  Findings(Sheet& sheet, const core::Scenario& scenario, const Settings& settings, const std::vector<Run>& runs)
      : sheet_(sheet), scenario_(scenario), settings_(settings), runs_(runs) {}

  void run() {
    size();
    endings();
    firm_times();
    room();
    votes();
    writers();
    texts();
    std::stable_sort(sheet_.findings.begin(), sheet_.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    sheet_.ready = std::none_of(sheet_.findings.begin(), sheet_.findings.end(),
                                [](const Finding& each) { return each.severity == core::Severity::error; });
  }

 private:
  void add(core::Severity severity, const std::string& code, const std::string& step, const std::string& message) {
    sheet_.findings.push_back(Finding{severity, code, step, message});
  }

  void size() {
    const core::Group& group = scenario_.group;
    if (settings_.people < group.min || settings_.people > group.max) {
      add(core::Severity::error, "group_size", "",
          "Ce programme est écrit pour " + std::to_string(group.min) + " à " + std::to_string(group.max) +
              " personnes, et " + std::to_string(settings_.people) + " sont attendues.");
    }
  }

  void endings() {
    for (const Run& run : runs_) {
      if (!run.finished) {
        add(core::Severity::error, "stuck", run.stuck_at, "Le déroulé s’arrête ici : rien ne mène à la suite.");
        break;
      }
    }
    if (sheet_.lost > 0) {
      add(core::Severity::error, "input_lost", "",
          std::to_string(sheet_.lost) + " contributions confirmées ne se retrouvent pas à la fin.");
    }
  }

  void firm_times() {
    std::map<std::string, std::vector<std::int64_t>> late;
    for (const Run& run : runs_) {
      for (const auto& [step, by] : run.firm_late) {
        late[step].push_back(by);
      }
    }
    for (const auto& [step, by] : late) {
      const std::int64_t median = percentile(by, 50);
      const std::int64_t worst = percentile(by, 90);
      if (worst > late_tolerated_minutes) {
        const bool usual = median > late_tolerated_minutes;
        add(usual ? core::Severity::error : core::Severity::warning, "firm_time_missed", step,
            "L’heure ferme attend " + minutes(median) + " une fois sur deux, et " + minutes(worst) +
                " dans les plus mauvais cas (1 sur 10).");
      }
    }
  }

  std::int64_t most(const std::function<std::int64_t(const Run&)>& count) const {
    std::int64_t found = 0;
    for (const Run& run : runs_) {
      found = std::max(found, count(run));
    }
    return found;
  }

  void room() {
    if (const auto empty = most([](const Run& run) { return run.empty_tables; }); empty > 0) {
      add(core::Severity::warning, "empty_table", "",
          "Jusqu’à " + std::to_string(empty) + " table(s) sans personne : prévoyez d’en retirer à l’accueil.");
    }
    if (const auto votes = most([](const Run& run) { return run.no_quorum; }); votes > 0) {
      add(core::Severity::warning, "no_quorum", "",
          "Jusqu’à " + std::to_string(votes) + " vote(s) sans quorum : prévoyez d’attendre et de rouvrir.");
    }
  }

  void votes() {
    for (const core::Step& step : scenario_.steps) {
      const auto left = most([&](const Run& run) {
        const auto found = run.not_voted.find(step.id);
        return found == run.not_voted.end() ? 0 : found->second;
      });
      if (left > 0) {
        add(core::Severity::warning, "not_voted", step.id,
            "Jusqu’à " + std::to_string(left) +
                " vote(s) sans leur temps : prévoyez moins d’articles, ou plus de minutes.");
      }
    }
  }

  void writers() {
    for (const core::Step& step : scenario_.steps) {
      std::vector<std::int64_t> shares;
      for (const Run& run : runs_) {
        const auto found = run.wrote.find(step.id);
        if (found != run.wrote.end() && run.present > 0) {
          shares.push_back(found->second * 100 / run.present);
        }
      }
      if (!shares.empty() && step.audience.form == core::Form::individual &&
          percentile(shares, 50) < writers_percent_min) {
        add(core::Severity::warning, "few_writers", step.id,
            "Seules " + std::to_string(percentile(shares, 50)) + " % des personnes ont eu le temps d’écrire.");
      }
    }
  }

  void texts() {
    std::int64_t without_falc = 0;
    std::int64_t without_english = 0;
    for (const core::Step& step : scenario_.steps) {
      for (const core::Texts* text : {&step.title, &step.instruction}) {
        without_falc += text->falc ? 0 : 1;
        without_english += text->en ? 0 : 1;
      }
    }
    if (without_falc > 0) {
      add(core::Severity::warning, "falc_missing", "",
          std::to_string(without_falc) + " textes n’ont pas de version facile à lire.");
    }
    const auto all = static_cast<std::int64_t>(scenario_.steps.size()) * 2;
    if (without_english > 0 && without_english < all) {
      add(core::Severity::warning, "english_missing", "",
          std::to_string(without_english) + " textes n’ont pas d’anglais, alors que d’autres en ont.");
    }
  }

  Sheet& sheet_;
  const core::Scenario& scenario_;
  const Settings& settings_;
  const std::vector<Run>& runs_;
};

}  // namespace

std::int64_t percentile(std::vector<std::int64_t> values, std::int64_t percent) {
  std::sort(values.begin(), values.end());
  const auto size = static_cast<std::int64_t>(values.size());
  const std::int64_t rank = std::max<std::int64_t>(1, (percent * size + 99) / 100);
  return values[static_cast<std::size_t>(rank - 1)];
}

Sheet make_sheet(const core::Scenario& scenario, const Settings& settings, const std::vector<Run>& runs) {
  Sheet sheet;
  sheet.people = settings.people;
  sheet.runs = static_cast<std::int64_t>(runs.size());
  for (const Run& run : runs) {
    sheet.commands += run.commands;
    sheet.refused += run.refused;
    sheet.lost += run.lost;
  }
  for (const core::Step& step : scenario.steps) {
    StepTime row{step.id, step.duration.planned, 0, 0, 0, 0};
    std::vector<std::int64_t> times;
    for (const Run& run : runs) {
      const auto found = run.minutes.find(step.id);
      if (found == run.minutes.end()) {
        ++row.missed;
      } else {
        times.push_back(found->second);
      }
    }
    if (!times.empty()) {
      row.p10 = percentile(times, 10);
      row.p50 = percentile(times, 50);
      row.p90 = percentile(times, 90);
    }
    sheet.steps.push_back(row);
  }
  Findings(sheet, scenario, settings, runs).run();
  return sheet;
}

}  // namespace tablee::rehearse
