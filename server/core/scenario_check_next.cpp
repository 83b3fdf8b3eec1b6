// The last part of the check: how a step is left, and how often it runs.
#include <algorithm>

#include "core/condition.h"
#include "core/scenario_check_parts.h"

namespace tablee::core {
namespace {

// Whether this action leaves the step; the others only tell or hold.
bool leads_on(Action action) {
  return action != Action::warn && action != Action::wait && action != Action::close_submissions &&
         action != Action::freeze;
}

class NextCheck {
 public:
  NextCheck(Report& report, const Scenario& scenario, std::size_t place)
      : report_(report), scenario_(scenario), place_(place), step_(scenario.steps[place]) {}

  void run() {
    const std::string pointer = at("/steps", place_);
    bool way_out = !step_.next;
    for (std::size_t i = 0; step_.next && i < step_.next->size(); ++i) {
      const Next& next = (*step_.next)[i];
      way_out = check_line(at(pointer + "/next", i), next) || way_out;
    }
    if (!way_out) {
      report_.error(pointer + "/next", "no_way_out", "Aucune de ces lignes ne mène plus loin.",
                    "Ajoutez une ligne sans " + quoted("when") + " : l’animation décide.");
    }
    check_repeat(pointer + "/repeat");
  }

 private:
  // Returns true when the line can lead on.
  bool check_line(const std::string& pointer, const Next& next) {
    const Action action = next.action.value_or(Action::auto_);
    check_target(pointer, next, action);
    const bool timed = action == Action::warn || action == Action::wait || action == Action::reopen;
    if (timed != next.minutes.has_value()) {
      report_.error(pointer + (timed ? "" : "/minutes"), timed ? "member_missing" : "member_misplaced",
                    timed ? "Cette action demande " + quoted("minutes") + "." : "Cette action n’a pas de durée.",
                    timed ? "Ajoutez-le." : "Retirez-le.");
    }
    if (!next.when) {
      return leads_on(action);
    }
    const auto condition = parse_condition(*next.when);
    if (!condition) {
      report_.error(pointer + "/when", "condition_malformed", condition.error().detail,
                    "Les mots permis sont dans scenarios/README.md, au chapitre « Conditions ».");
      return true;  // one mistake, one problem
    }
    const bool endless = step_.timer.mode == TimerMode::free && mentions(*condition, Flag::time_up);
    if (endless) {
      report_.warning(pointer + "/when", "time_never_up", "Cette séquence est libre : son temps n’est jamais écoulé.",
                      "Choisissez un autre mode de chrono, ou une autre condition.");
    }
    return leads_on(action) && !endless;
  }

  void check_target(const std::string& pointer, const Next& next, Action action) {
    if (!next.to) {
      return;
    }
    const auto target = std::find_if(scenario_.steps.begin(), scenario_.steps.end(),
                                     [&](const Step& each) { return each.id == *next.to; });
    if (target == scenario_.steps.end()) {
      report_.error(pointer + "/to", "step_unknown", "La séquence " + quoted(*next.to) + " n’existe pas.",
                    "Corrigez ce nom.");
      return;
    }
    const auto place = static_cast<std::size_t>(target - scenario_.steps.begin());
    const bool bounded =
        action == Action::reopen || action == Action::wait || (target->repeat && target->repeat->turns_max);
    if (place <= place_ && !bounded) {
      report_.error(pointer + "/to", "cycle",
                    "Cette ligne revient à " + quoted(*next.to) + ", sans limite : le programme tournerait en rond.",
                    "Menez plus loin, ou ajoutez à " + quoted(*next.to) + " repeat avec turns_max.");
    }
  }

  void check_repeat(const std::string& pointer) {
    if (!step_.repeat) {
      return;
    }
    if (!step_.repeat->turns_max && !step_.repeat->for_each) {
      report_.error(pointer, "member_missing", "Il faut dire combien de fois, ou pour chaque article de quel magasin.",
                    "Ajoutez turns_max ou for_each.");
    }
    if (!step_.repeat->for_each) {
      return;
    }
    const Store* store = find_store(scenario_, *step_.repeat->for_each);
    if (store == nullptr || store->object != StoreObject::article) {
      report_.error(pointer + "/for_each", store == nullptr ? "store_unknown" : "repeat_wrong_object",
                    store == nullptr ? "Le magasin " + quoted(*step_.repeat->for_each) + " n’existe pas."
                                     : "Une séquence ne se répète que pour des articles.",
                    "Nommez un magasin d’articles.");
    }
    if (step_.kind != StepKind::measure && step_.kind != StepKind::vote) {
      report_.error(pointer + "/for_each", "member_misplaced",
                    "Seul un vote ou un questionnaire se répète pour chaque article.", "Retirez-le.");
    }
    if (step_.kind == StepKind::measure && step_.questions && step_.questions->size() != 1) {
      report_.error(pointer + "/for_each", "repeat_one_question",
                    "Un questionnaire répété pour chaque article pose une seule question.",
                    "Gardez une question, ou faites deux séquences.");
    }
  }

  Report& report_;
  const Scenario& scenario_;
  std::size_t place_;
  const Step& step_;
};

}  // namespace

void check_ways_out(Report& report, const Scenario& scenario) {
  for (std::size_t i = 0; i < scenario.steps.size(); ++i) {
    NextCheck(report, scenario, i).run();
  }
}

}  // namespace tablee::core
