// The second half of the check: what each step says, and what steps pass on to one another.
#include <algorithm>

#include "core/scenario_check_parts.h"

namespace tablee::core {

namespace {

constexpr std::int64_t minutes_of_day = 24 * 60;

std::string named(StepKind kind) {
  return quoted(names_of(kind)[static_cast<std::size_t>(kind)]);
}
std::string named(StoreObject object) {
  return quoted(names_of(object)[static_cast<std::size_t>(object)]);
}
std::string named(Method method) {
  return quoted(names_of(method)[static_cast<std::size_t>(method)]);
}

// What a step of one kind starts from and leaves behind.
struct KindNeeds {
  std::optional<StoreObject> read;
  std::optional<StoreObject> write;
  bool write_required = false;
  std::optional<Method> method;
};

KindNeeds needs_of(StepKind kind) {
  switch (kind) {
    case StepKind::write:
      return {std::nullopt, StoreObject::idea, true, std::nullopt};
    case StepKind::cluster:
      return {StoreObject::idea, StoreObject::cluster, true, std::nullopt};
    case StepKind::rank:
      return {StoreObject::cluster, StoreObject::vote, false, Method::points};
    case StepKind::draft:
      return {std::nullopt, StoreObject::article, true, std::nullopt};
    case StepKind::vote:
      return {StoreObject::article, StoreObject::vote, false, Method::motion};
    case StepKind::hand_over:
      return {StoreObject::article, std::nullopt, false, std::nullopt};
    case StepKind::welcome:
    case StepKind::present:
    case StepKind::pause:
      break;
  }
  return {};
}

const Store* find_store(const Scenario& scenario, const std::string& id) {
  const auto store =
      std::find_if(scenario.stores.begin(), scenario.stores.end(), [&](const Store& each) { return each.id == id; });
  return store == scenario.stores.end() ? nullptr : &*store;
}

class StepsCheck {
 public:
  StepsCheck(Report& report, const Scenario& scenario) : report_(report), scenario_(scenario) {}

  void run() {
    for (std::size_t i = 0; i < scenario_.steps.size(); ++i) {
      check(at("/steps", i), scenario_.steps[i]);
    }
    check_unread_stores();
    check_clock_times();
  }

 private:
  void check(const std::string& pointer, const Step& step) {
    check_identifier(report_, pointer + "/id", step.id, ids_);
    check_texts(report_, pointer + "/title", step.title);
    check_texts(report_, pointer + "/instruction", step.instruction);
    check_duration(pointer + "/duration", step.duration);
    check_alerts(pointer + "/timer/alerts", step);
    check_reads(pointer, step);
    check_writes(pointer, step);
    check_rule_of(pointer, step);
    if (after_hand_over_ && needs_of(step.kind).write) {
      report_.error(pointer + "/kind", "work_after_hand_over", "Cette séquence travaille après la remise de l’avis.",
                    "Placez-la avant la remise : l’avis est scellé quand la remise commence.");
    }
    after_hand_over_ = after_hand_over_ || step.kind == StepKind::hand_over;
  }

  void check_duration(const std::string& pointer, const Duration& duration) {
    if (duration.floor > duration.planned) {
      report_.error(pointer + "/floor", "duration_order", "La durée la plus courte dépasse la durée prévue.",
                    "Baissez floor, ou augmentez planned.");
    }
    if (duration.planned > duration.ceiling) {
      report_.error(pointer + "/ceiling", "duration_order", "La durée prévue dépasse la durée la plus longue.",
                    "Augmentez ceiling, ou baissez planned.");
    }
  }

  void check_alerts(const std::string& pointer, const Step& step) {
    for (std::size_t i = 0; i < step.timer.alerts.size(); ++i) {
      const std::int64_t alert = step.timer.alerts[i];
      if (alert < 1 || alert >= step.duration.planned) {
        report_.error(at(pointer, i), "alert_out_of_range",
                      "L’alerte de " + std::to_string(alert) + " min ne tombe pas pendant la séquence.",
                      "Choisissez un nombre de minutes entre 1 et la durée prévue moins 1.");
      }
    }
    if (step.timer.mode == TimerMode::free && !step.timer.alerts.empty()) {
      report_.warning(pointer, "alert_without_end", "Une séquence libre n’a pas de fin : ses alertes ne viendront pas.",
                      "Videz alerts, ou choisissez le mode soft ou firm.");
    }
  }

  void check_reads(const std::string& pointer, const Step& step) {
    const KindNeeds needs = needs_of(step.kind);
    const std::vector<Read> reads = step.reads.value_or(std::vector<Read>{});
    bool found = !needs.read.has_value();
    for (std::size_t i = 0; i < reads.size(); ++i) {
      const std::string& from = reads[i].from;
      const std::string place = at(pointer + "/reads", i) + "/from";
      const Store* store = find_store(scenario_, from);
      if (store == nullptr) {
        unknown_store(place, from);
        found = true;  // one mistake, one problem
        continue;
      }
      found = found || store->object == needs.read;
      read_.insert(from);
      if (!written_.contains(from)) {
        report_.error(place, "store_read_before_written",
                      "Le magasin " + quoted(from) + " est lu avant d’avoir été rempli.",
                      "Ajoutez avant une séquence qui l’écrit, ou lisez un autre magasin.");
      }
    }
    if (!found) {
      report_.error(pointer, "read_missing",
                    "Une séquence " + named(step.kind) + " doit lire un magasin d’objets " + named(*needs.read) + ".",
                    "Ajoutez ce magasin dans reads.");
    }
  }

  void check_writes(const std::string& pointer, const Step& step) {
    const KindNeeds needs = needs_of(step.kind);
    const std::vector<Write> writes = step.writes.value_or(std::vector<Write>{});
    if (needs.write_required && writes.empty()) {
      report_.error(
          pointer, "write_missing",
          "Une séquence " + named(step.kind) + " doit écrire dans un magasin d’objets " + named(*needs.write) + ".",
          "Ajoutez ce magasin dans writes.");
    }
    for (std::size_t i = 0; i < writes.size(); ++i) {
      const std::string place = at(pointer + "/writes", i);
      check_write_target(place, step, writes[i]);
      check_write_shape(place, step, writes[i]);
      if (i > 0) {
        report_.error(place, "write_repeated", "Une séquence n’écrit que dans un seul magasin.",
                      "Gardez un seul élément dans writes, ou faites deux séquences.");
      }
      written_.insert(writes[i].to);
    }
  }

  void check_write_target(const std::string& place, const Step& step, const Write& write) {
    const KindNeeds needs = needs_of(step.kind);
    const Store* store = find_store(scenario_, write.to);
    if (store == nullptr) {
      unknown_store(place + "/to", write.to);
    } else if (!needs.write) {
      report_.error(place, "write_misplaced", "Une séquence " + named(step.kind) + " n’écrit rien.",
                    "Retirez writes, ou changez le genre de la séquence.");
    } else if (store->object != *needs.write) {
      report_.error(place + "/to", "write_wrong_object",
                    "Une séquence " + named(step.kind) + " écrit des objets " + named(*needs.write) + ", pas " +
                        named(store->object) + ".",
                    "Choisissez un magasin de cet objet.");
    }
  }

  void check_write_shape(const std::string& place, const Step& step, const Write& write) {
    if (write.min && write.max && *write.min > *write.max) {
      report_.error(place + "/min", "min_over_max", "Le minimum demandé dépasse le maximum permis.",
                    "Baissez min, ou augmentez max.");
    }
    const bool drafting = step.kind == StepKind::draft;
    if (drafting && !write.fields_of_article) {
      report_.error(place, "frame_missing", "Il manque la trame de l’article.",
                    "Ajoutez fields : les champs à remplir.");
    }
    if (!write.fields_of_article) {
      return;
    }
    if (!drafting) {
      report_.error(place + "/fields", "frame_misplaced",
                    "Seule une séquence " + quoted("draft") + " a une trame d’article.", "Retirez fields.");
      return;
    }
    std::set<std::string> ids;
    for (std::size_t i = 0; i < write.fields_of_article->size(); ++i) {
      const ArticleField& each = (*write.fields_of_article)[i];
      const std::string field_place = at(place + "/fields", i);
      check_identifier(report_, field_place + "/id", each.id, ids);
      check_texts(report_, field_place + "/label", each.label);
      if (each.id == "title") {
        report_.error(field_place + "/id", "id_reserved", "Chaque article a déjà un champ " + quoted("title") + ".",
                      "Retirez ce champ, ou donnez-lui un autre nom.");
      }
    }
  }

  void check_rule_of(const std::string& pointer, const Step& step) {
    const KindNeeds needs = needs_of(step.kind);
    if (!needs.method) {
      if (step.rule) {
        report_.error(pointer + "/rule", "rule_misplaced",
                      "Une séquence " + named(step.kind) + " ne décide rien par un vote.", "Retirez rule.");
      }
      return;
    }
    if (!step.rule) {
      report_.error(pointer, "rule_missing", "Ce vote n’a pas de règle de décision.",
                    "Ajoutez rule : le nom d’une règle de méthode " + named(*needs.method) + ".");
      return;
    }
    const auto rule = std::find_if(scenario_.rules.begin(), scenario_.rules.end(),
                                   [&](const Rule& each) { return each.id == *step.rule; });
    if (rule == scenario_.rules.end()) {
      report_.error(pointer + "/rule", "rule_unknown", "La règle " + quoted(*step.rule) + " n’existe pas.",
                    "Ajoutez-la dans rules, ou corrigez son nom.");
    } else if (rule->method != *needs.method) {
      report_.error(pointer + "/rule", "rule_wrong_method",
                    "Une séquence " + named(step.kind) + " demande une règle de méthode " + named(*needs.method) + ".",
                    "Choisissez une règle de cette méthode.");
    }
  }

  void unknown_store(const std::string& place, const std::string& id) {
    report_.error(place, "store_unknown", "Le magasin " + quoted(id) + " n’existe pas.",
                  "Ajoutez-le dans stores, ou corrigez son nom.");
  }

  // The outcome of a vote is a result in itself: its store need not be read.
  void check_unread_stores() {
    for (std::size_t i = 0; i < scenario_.stores.size(); ++i) {
      const Store& store = scenario_.stores[i];
      if (!written_.contains(store.id) && !read_.contains(store.id)) {
        report_.warning(at("/stores", i), "store_never_written",
                        "Rien n’est écrit dans le magasin " + quoted(store.id) + ".",
                        "Retirez-le, ou citez-le dans une séquence.");
      } else if (!read_.contains(store.id) && store.object != StoreObject::vote) {
        report_.warning(at("/stores", i), "store_never_read", "Rien ne lit le magasin " + quoted(store.id) + ".",
                        "Citez-le dans reads d’une séquence : ce que les gens écrivent doit servir.");
      }
    }
  }

  void check_clock_times() {
    // A start that is not a time has been reported with the head; from then on only the order of firm times is checked.
    Report already_told;
    std::int64_t minute = check_clock(already_told, "/starts_at", scenario_.starts_at).value_or(0);
    bool told_midnight = false;
    for (std::size_t i = 0; i < scenario_.steps.size(); ++i) {
      const Step& step = scenario_.steps[i];
      const std::string pointer = at("/steps", i);
      if (step.timer.firm_at) {
        minute = check_firm_time(pointer + "/timer/firm_at", *step.timer.firm_at, minute);
      }
      minute += std::clamp<std::int64_t>(step.duration.planned, 0, limits::step_minutes_max);
      if (minute > minutes_of_day && !told_midnight) {
        told_midnight = true;
        report_.warning(pointer + "/duration/planned", "past_midnight", "Le programme se termine après minuit.",
                        "Vérifiez starts_at et les durées : un programme tient en une journée.");
      }
    }
  }

  // Returns the minute at which the step starts.
  std::int64_t check_firm_time(const std::string& pointer, const std::string& clock, std::int64_t minute) {
    const std::optional<std::int64_t> firm = check_clock(report_, pointer, clock);
    if (!firm) {
      return minute;
    }
    if (minute > *firm) {
      report_.error(pointer, "firm_time_missed",
                    "Les durées prévues mènent " + std::to_string(minute - *firm) + " min après cette heure ferme.",
                    "Raccourcissez les séquences d’avant, ou déplacez l’heure ferme.");
      return minute;
    }
    if (minute < *firm) {
      report_.warning(
          pointer, "firm_time_early",
          "Les durées prévues laissent " + std::to_string(*firm - minute) + " min vides avant cette heure ferme.",
          "Allongez les séquences d’avant, ou ajoutez une pause.");
    }
    return *firm;
  }

  Report& report_;
  const Scenario& scenario_;
  std::set<std::string> ids_;
  std::set<std::string> read_;
  std::set<std::string> written_;
  bool after_hand_over_ = false;
};

}  // namespace

void check_steps(Report& report, const Scenario& scenario) {
  StepsCheck(report, scenario).run();
}

}  // namespace tablee::core
