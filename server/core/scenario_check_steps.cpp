// The second half of the check: what each step says, and what steps pass on to one another.
#include <algorithm>
#include <map>

#include "core/scenario_check_parts.h"
#include "core/speaking_rules.h"

namespace tablee::core {

namespace {

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
  std::vector<StoreObject> reads;  // it needs one of these; empty: it needs nothing
  std::optional<StoreObject> write;
  bool write_required = false;
  std::optional<Method> method;
};

// by_wish: its tables are composed by wishes.
KindNeeds needs_of(StepKind kind, bool by_wish) {
  switch (kind) {
    case StepKind::present:
      return {{}, StoreObject::question, false, std::nullopt};
    case StepKind::ask:
      return {{}, StoreObject::question, true, std::nullopt};
    case StepKind::write:
      return {{}, StoreObject::idea, true, std::nullopt};
    case StepKind::merge:
      return {{StoreObject::idea}, StoreObject::idea, true, std::nullopt};
    case StepKind::cluster:
      return {{StoreObject::idea}, StoreObject::cluster, true, std::nullopt};
    case StepKind::rank:
      return by_wish ? KindNeeds{{StoreObject::cluster}, StoreObject::wish, false, std::nullopt}
                     : KindNeeds{{StoreObject::cluster}, StoreObject::vote, false, Method::points};
    case StepKind::draft:
      return {{}, StoreObject::article, true, std::nullopt};
    case StepKind::review:
      return {
          {StoreObject::article, StoreObject::cluster, StoreObject::idea}, StoreObject::comment, true, std::nullopt};
    case StepKind::amend:
      return {{StoreObject::article}, StoreObject::amendment, true, std::nullopt};
    case StepKind::debate:
      return {{}, StoreObject::idea, false, std::nullopt};
    case StepKind::vote:
      return {{StoreObject::article}, StoreObject::vote, false, Method::motion};
    case StepKind::measure:
      return {{}, StoreObject::answer, true, std::nullopt};
    case StepKind::hand_over:
      return {{StoreObject::article}, std::nullopt, false, std::nullopt};
    case StepKind::welcome:
    case StepKind::pause:
      break;
  }
  return {};
}

std::string named(const std::vector<StoreObject>& objects) {
  std::string words;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    words += (i == 0 ? "" : i + 1 == objects.size() ? " ou " : ", ") + named(objects[i]);
  }
  return words;
}

class StepsCheck {
 public:
  StepsCheck(Report& report, const Scenario& scenario) : report_(report), scenario_(scenario) {}

  void run() {
    for (std::size_t i = 0; i < scenario_.steps.size(); ++i) {
      check(at("/steps", i), scenario_.steps[i]);
    }
    check_unread_stores();
  }

 private:
  void check(const std::string& pointer, const Step& step) {
    by_wish_ = step.tables && step.tables->mode == Seating::wish;
    check_identifier(report_, pointer + "/id", step.id, ids_);
    check_texts(report_, pointer + "/title", step.title);
    check_texts(report_, pointer + "/instruction", step.instruction);
    if (step.waiting) {
      check_texts(report_, pointer + "/waiting", *step.waiting);
    }
    check_work(pointer, step.kind, step.reads, step.writes);
    if (step.parallel) {
      check_parallel(pointer + "/parallel", step);
    }
    check_rule_of(pointer, step);
    check_questions(pointer, step);
    check_members(pointer, step);
    after_hand_over_ = after_hand_over_ || step.kind == StepKind::hand_over;
  }

  void check_work(const std::string& pointer, StepKind kind, const std::optional<std::vector<Read>>& reads,
                  const std::optional<std::vector<Write>>& writes) {
    check_reads(pointer, kind, reads.value_or(std::vector<Read>{}));
    check_writes(pointer, kind, writes.value_or(std::vector<Write>{}));
    // Answers to a questionnaire are not work on the avis.
    if (after_hand_over_ && needs_of(kind, by_wish_).write && kind != StepKind::measure) {
      report_.error(pointer + "/kind", "work_after_hand_over", "Cette séquence travaille après la remise de l’avis.",
                    "Placez-la avant la remise : l’avis est scellé quand la remise commence.");
    }
  }

  void check_parallel(const std::string& pointer, const Step& step) {
    const Parallel& parallel = *step.parallel;
    check_texts(report_, pointer + "/title", parallel.title);
    check_texts(report_, pointer + "/instruction", parallel.instruction);
    if (parallel.kind != StepKind::cluster && parallel.kind != StepKind::draft) {
      report_.error(pointer + "/kind", "parallel_kind", "Un comité ne peut que regrouper ou rédiger en parallèle.",
                    "Choisissez " + quoted("cluster") + " ou " + quoted("draft") + ".");
    }
    if (parallel.audience.form != Form::committee && parallel.audience.form != Form::group) {
      report_.error(pointer + "/audience/form", "parallel_form", "Ce qui se fait en parallèle se fait en comité.",
                    "Écrivez " + quoted("committee") + ".");
    }
    check_work(pointer, parallel.kind, parallel.reads, parallel.writes);
  }

  // Members that belong to other kinds.
  void check_members(const std::string& pointer, const Step& step) {
    const auto misplaced = [&](const char* member, bool present, bool wanted) {
      if (present && !wanted) {
        report_.error(pointer + "/" + member, "member_misplaced",
                      quoted(member) + " n’a pas de sens pour une séquence " + named(step.kind) + ".",
                      "Retirez-le, ou changez le genre de la séquence.");
      }
    };
    misplaced("seats", step.seats.has_value(), step.kind == StepKind::debate);
    misplaced("speech_seconds", step.speech_seconds.has_value(),
              step.kind == StepKind::ask || may_have_queue(step.kind) || is_at_tables(step));
    misplaced("rest", step.rest.has_value(), step.kind == StepKind::pause);
    misplaced("resumes_at", step.resumes_at.has_value(), step.kind == StepKind::pause && step.rest == Rest::night);
    misplaced("questions", step.questions.has_value(), step.kind == StepKind::measure);
    misplaced("compare_with", step.compare_with.has_value(), step.kind == StepKind::measure);
    if (step.seats && step.seats->open >= step.seats->count) {
      report_.error(pointer + "/seats/open", "seats_order", "Toutes les places du milieu seraient vides.",
                    "Baissez open, ou augmentez count.");
    }
  }

  void check_questions(const std::string& pointer, const Step& step) {
    if (step.kind == StepKind::measure && !step.questions) {
      report_.error(pointer, "questions_missing", "Il manque les questions à poser.", "Ajoutez questions.");
    }
    std::set<std::string> ids;
    for (std::size_t i = 0; step.questions && i < step.questions->size(); ++i) {
      const Question& question = (*step.questions)[i];
      const std::string place = at(pointer + "/questions", i);
      check_identifier(report_, place + "/id", question.id, ids);
      check_texts(report_, place + "/text", question.text);
    }
    if (step.compare_with) {
      const auto other = questions_.find(*step.compare_with);
      if (other == questions_.end()) {
        report_.error(pointer + "/compare_with", "step_unknown",
                      "Aucune séquence « measure » d’avant ne s’appelle " + quoted(*step.compare_with) + ".",
                      "Corrigez ce nom, ou placez l’autre séquence avant celle-ci.");
      } else if (other->second != ids) {
        report_.error(pointer + "/compare_with", "questions_differ",
                      "Les deux séquences ne posent pas les mêmes questions.",
                      "Donnez aux questions les mêmes identifiants des deux côtés.");
      }
    }
    if (step.kind == StepKind::measure) {
      questions_[step.id] = ids;
    }
  }

  void check_reads(const std::string& pointer, StepKind kind, const std::vector<Read>& reads) {
    const KindNeeds needs = needs_of(kind, by_wish_);
    bool found = needs.reads.empty();
    for (std::size_t i = 0; i < reads.size(); ++i) {
      const std::string& from = reads[i].from;
      const std::string place = at(pointer + "/reads", i) + "/from";
      const Store* store = find_store(scenario_, from);
      if (store == nullptr) {
        unknown_store(place, from);
        found = true;  // one mistake, one problem
        continue;
      }
      found = found || std::find(needs.reads.begin(), needs.reads.end(), store->object) != needs.reads.end();
      read_.insert(from);
      if (!written_.contains(from)) {
        report_.error(place, "store_read_before_written",
                      "Le magasin " + quoted(from) + " est lu avant d’avoir été rempli.",
                      "Ajoutez avant une séquence qui l’écrit, ou lisez un autre magasin.");
      }
    }
    if (!found) {
      report_.error(pointer, "read_missing",
                    "Une séquence " + named(kind) + " doit lire un magasin d’objets " + named(needs.reads) + ".",
                    "Ajoutez ce magasin dans reads.");
    }
  }

  void check_writes(const std::string& pointer, StepKind kind, const std::vector<Write>& writes) {
    const KindNeeds needs = needs_of(kind, by_wish_);
    if (needs.write_required && writes.empty()) {
      report_.error(
          pointer, "write_missing",
          "Une séquence " + named(kind) + " doit écrire dans un magasin d’objets " + named(*needs.write) + ".",
          "Ajoutez ce magasin dans writes.");
    }
    for (std::size_t i = 0; i < writes.size(); ++i) {
      const std::string place = at(pointer + "/writes", i);
      check_write_target(place, kind, writes[i]);
      check_write_shape(place, kind, writes[i]);
      if (i > 0) {
        report_.error(place, "write_repeated", "Une séquence n’écrit que dans un seul magasin.",
                      "Gardez un seul élément dans writes, ou faites deux séquences.");
      }
      written_.insert(writes[i].to);
    }
  }

  void check_write_target(const std::string& place, StepKind kind, const Write& write) {
    const KindNeeds needs = needs_of(kind, by_wish_);
    const Store* store = find_store(scenario_, write.to);
    if (store == nullptr) {
      unknown_store(place + "/to", write.to);
    } else if (!needs.write) {
      report_.error(place, "write_misplaced", "Une séquence " + named(kind) + " n’écrit rien.",
                    "Retirez writes, ou changez le genre de la séquence.");
    } else if (store->object != *needs.write) {
      report_.error(place + "/to", "write_wrong_object",
                    "Une séquence " + named(kind) + " écrit des objets " + named(*needs.write) + ", pas " +
                        named(store->object) + ".",
                    "Choisissez un magasin de cet objet.");
    }
  }

  void check_write_shape(const std::string& place, StepKind kind, const Write& write) {
    if (write.min && write.max && *write.min > *write.max) {
      report_.error(place + "/min", "min_over_max", "Le minimum demandé dépasse le maximum permis.",
                    "Baissez min, ou augmentez max.");
    }
    const bool drafting = kind == StepKind::draft;
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
    const KindNeeds needs = needs_of(step.kind, by_wish_);
    if (!needs.method) {
      if (step.rule) {
        report_.error(pointer + "/rule", "rule_misplaced",
                      by_wish_ ? "Une séquence où l’on fait des vœux ne décide rien par un vote."
                               : "Une séquence " + named(step.kind) + " ne décide rien par un vote.",
                      "Retirez rule.");
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

  // The outcome of a vote or of a questionnaire is a result in itself: its store need not be read.
  void check_unread_stores() {
    for (std::size_t i = 0; i < scenario_.stores.size(); ++i) {
      const Store& store = scenario_.stores[i];
      if (!written_.contains(store.id) && !read_.contains(store.id)) {
        report_.warning(at("/stores", i), "store_never_written",
                        "Rien n’est écrit dans le magasin " + quoted(store.id) + ".",
                        "Retirez-le, ou citez-le dans une séquence.");
      } else if (!read_.contains(store.id) && store.object != StoreObject::vote &&
                 store.object != StoreObject::answer && store.object != StoreObject::wish) {
        report_.warning(at("/stores", i), "store_never_read", "Rien ne lit le magasin " + quoted(store.id) + ".",
                        "Citez-le dans reads d’une séquence : ce que les gens écrivent doit servir.");
      }
    }
  }

  Report& report_;
  const Scenario& scenario_;
  std::set<std::string> ids_;
  std::set<std::string> read_;
  std::set<std::string> written_;
  std::map<std::string, std::set<std::string>> questions_;  // of each measure so far
  bool after_hand_over_ = false;
  bool by_wish_ = false;  // the tables of the step under check
};

}  // namespace

const Store* find_store(const Scenario& scenario, const std::string& id) {
  const auto store =
      std::find_if(scenario.stores.begin(), scenario.stores.end(), [&](const Store& each) { return each.id == id; });
  return store == scenario.stores.end() ? nullptr : &*store;
}

void check_steps(Report& report, const Scenario& scenario) {
  StepsCheck(report, scenario).run();
}

}  // namespace tablee::core
