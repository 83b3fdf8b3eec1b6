// The third part of the check: who receives what, and who sits where.
#include <algorithm>

#include "core/scenario_check_parts.h"

namespace tablee::core {
namespace {

std::string named(Distribution distribution) {
  return quoted(names_of(distribution)[static_cast<std::size_t>(distribution)]);
}

// The kinds that share things out in this way; empty: every kind does.
std::vector<StepKind> kinds_of(Distribution distribution) {
  switch (distribution) {
    case Distribution::sample:
    case Distribution::rotation:
      return {StepKind::review};
    case Distribution::wish:
    case Distribution::theme:
      return {StepKind::draft};
    case Distribution::all:
    case Distribution::own:
    case Distribution::own_table:
      break;
  }
  return {};
}

class SharesCheck {
 public:
  SharesCheck(Report& report, const Scenario& scenario) : report_(report), scenario_(scenario) {}

  void run() {
    for (std::size_t i = 0; i < scenario_.steps.size(); ++i) {
      const Step& step = scenario_.steps[i];
      const std::string pointer = at("/steps", i);
      check_tables(pointer + "/tables", step);
      check_reads(pointer, step.kind, step.reads);
      if (step.parallel) {
        check_reads(pointer + "/parallel", step.parallel->kind, step.parallel->reads);
      }
    }
  }

 private:
  void check_tables(const std::string& pointer, const Step& step) {
    if (!step.tables) {
      return;
    }
    const Grouping& tables = *step.tables;
    const auto misplaced = [&](const char* member, bool present, Seating mode) {
      if (present && tables.mode != mode) {
        report_.error(pointer + "/" + member, "member_misplaced", quoted(member) + " n’a pas de sens pour ce mode.",
                      "Retirez-le, ou changez mode.");
      }
    };
    misplaced("wishes", tables.wishes.has_value(), Seating::wish);
    misplaced("shift", tables.shift.has_value(), Seating::rotate);
    misplaced("host", tables.host.has_value(), Seating::rotate);
    if (tables.mode != Seating::wish) {
      return;
    }
    wished_ = true;
    const bool grouped = std::any_of(scenario_.steps.begin(), scenario_.steps.end(), [&](const Step& other) {
      return &other < &step &&
             (other.kind == StepKind::cluster || (other.parallel && other.parallel->kind == StepKind::cluster));
    });
    if (!grouped) {
      report_.error(pointer + "/mode", "wish_without_subjects",
                    "Aucune séquence d’avant ne regroupe les idées : il n’y a pas encore de sujets à choisir.",
                    "Placez avant une séquence " + quoted("cluster") + ", ou changez mode.");
    }
  }

  void check_reads(const std::string& pointer, StepKind kind, const std::optional<std::vector<Read>>& reads) {
    for (std::size_t i = 0; reads && i < reads->size(); ++i) {
      const std::string place = at(pointer + "/reads", i);
      check_numbers(place, (*reads)[i]);
      check_kind(place, kind, (*reads)[i]);
    }
  }

  // Numbers that their distribution needs, or cannot use.
  void check_numbers(const std::string& place, const Read& read) {
    const auto number = [&](const char* member, bool present, bool wanted, bool needed) {
      if (present && !wanted) {
        report_.error(place + "/" + member, "member_misplaced",
                      quoted(member) + " n’a pas de sens pour cette distribution.",
                      "Retirez-le, ou changez distribution.");
      } else if (needed && !present) {
        report_.error(place, "member_missing", "Cette distribution demande " + quoted(member) + ".", "Ajoutez-le.");
      }
    };
    const bool sample = read.distribution == Distribution::sample;
    const bool rotation = read.distribution == Distribution::rotation;
    number("each", read.each.has_value(), sample, sample);
    number("seen_min", read.seen_min.has_value(), sample, false);
    number("shifts", read.shifts.has_value(), rotation, rotation);
  }

  void check_kind(const std::string& place, StepKind kind, const Read& read) {
    const Distribution distribution = read.distribution.value_or(Distribution::all);
    const std::vector<StepKind> kinds = kinds_of(distribution);
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
      const StepKind first = kinds.front();
      report_.error(place + "/distribution", "distribution_misplaced",
                    "La distribution " + named(distribution) + " n’existe que dans une séquence " +
                        quoted(names_of(first)[static_cast<std::size_t>(first)]) + ".",
                    "Changez distribution, ou retirez-la : tout le monde lit tout.");
      return;
    }
    const Store* store = find_store(scenario_, read.from);
    if (distribution == Distribution::sample && store != nullptr && store->object != StoreObject::idea) {
      report_.error(place + "/distribution", "sample_wrong_object", "On ne tire au sort que des idées.",
                    "Lisez un magasin d’idées, ou changez distribution.");
    }
    if (distribution == Distribution::wish && !wished_) {
      report_.error(place + "/distribution", "wish_never_made",
                    "Personne n’a fait de vœu : aucune table n’est composée par vœux, ni ici ni avant.",
                    "Ajoutez tables, en mode " + quoted("wish") + ", à cette séquence ou à une séquence d’avant.");
    }
  }

  Report& report_;
  const Scenario& scenario_;
  bool wished_ = false;  // tables were composed by wishes, here or before
};

}  // namespace

void check_shares(Report& report, const Scenario& scenario) {
  SharesCheck(report, scenario).run();
}

}  // namespace tablee::core
