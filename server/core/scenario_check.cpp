#include "core/scenario_check.h"

#include <algorithm>

#include "core/scenario_check_parts.h"
#include "core/timetable.h"
#include "vote/motion.h"

namespace tablee::core {

std::string quoted(std::string_view text) {
  return "« " + std::string(text) + " »";
}

std::string at(std::string_view pointer, std::size_t place) {
  return std::string(pointer) + "/" + std::to_string(place);
}

void check_identifier(Report& report, const std::string& pointer, const std::string& id, std::set<std::string>& seen) {
  const bool formed = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  if (!formed) {
    report.error(pointer, "id_malformed",
                 "L’identifiant " + quoted(id) + " contient un caractère qui n’est pas permis.",
                 "Utilisez seulement des lettres sans accent, des chiffres, - et _.");
  }
  if (!seen.insert(id).second) {
    report.error(pointer, "id_repeated", "L’identifiant " + quoted(id) + " est déjà pris dans cette liste.",
                 "Donnez un autre identifiant, et corrigez ceux qui le citent.");
  }
}

void check_texts(Report& report, const std::string& pointer, const Texts& texts) {
  const auto slot = [&](const char* name, const std::string& text) {
    if (text.find_first_not_of(" \t\n\r") == std::string::npos) {
      report.error(pointer + "/" + name, "text_blank", "Ce texte est vide.",
                   "Écrivez-le : chaque personne doit pouvoir lire dans sa version.");
    }
  };
  slot("fr", texts.fr);
  if (texts.falc) {
    slot("falc", *texts.falc);
  } else {
    report.falc_missing(pointer + "/falc");
  }
  if (texts.en) {
    slot("en", *texts.en);
  }
  check_reading(report, pointer, texts);
}

std::optional<std::int64_t> check_clock(Report& report, const std::string& pointer, const std::string& clock) {
  if (const auto minute = minute_of_clock(clock)) {
    return minute;
  }
  report.error(pointer, "clock_malformed", quoted(clock) + " n’est pas une heure.",
               "Écrivez deux chiffres, deux-points, deux chiffres, de 00:00 à 23:59.");
  return std::nullopt;
}

namespace {

void check_head(Report& report, const Scenario& scenario) {
  if (scenario.format != scenario_format) {
    report.error("/format", "format_unknown", "Le format " + quoted(scenario.format) + " n’est pas connu.",
                 "Écrivez " + quoted(scenario_format) + ".");
  }
  std::set<std::string> alone;
  check_identifier(report, "/id", scenario.id, alone);
  check_texts(report, "/title", scenario.title);
  check_texts(report, "/question", scenario.question);
  check_clock(report, "/starts_at", scenario.starts_at);
}

void check_group(Report& report, const Group& group) {
  if (group.min > group.max) {
    report.error("/group/min", "group_order", "Le plus petit groupe est plus grand que le plus grand.",
                 "Échangez min et max, ou corrigez l’un des deux.");
  }
  if (group.per_table_min > group.per_table_max) {
    report.error("/group/per_table_min", "group_order", "La plus petite table est plus grande que la plus grande.",
                 "Échangez per_table_min et per_table_max, ou corrigez l’un des deux.");
  }
  if (group.min < group.per_table_min) {
    report.error("/group/min", "group_too_small", "Le plus petit groupe ne remplit pas une table.",
                 "Augmentez min, ou baissez per_table_min.");
  }
  if (group.max > group.per_table_max * limits::tables_max) {
    report.error("/group/max", "group_too_large",
                 "Le plus grand groupe ne tient pas à " + std::to_string(limits::tables_max) + " tables.",
                 "Baissez max, ou augmentez per_table_max.");
  }
}

void check_stores(Report& report, const Scenario& scenario) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < scenario.stores.size(); ++i) {
    check_identifier(report, at("/stores", i) + "/id", scenario.stores[i].id, seen);
  }
}

// A member that the rule's method asks for, or that belongs to the other method.
void check_member(Report& report, const std::string& rule, const char* member, bool present, bool wanted) {
  if (wanted && !present) {
    report.error(rule, "rule_field_missing", "La règle n’a pas de " + quoted(member) + ", que sa méthode demande.",
                 "Ajoutez " + quoted(member) + ".");
  }
  if (!wanted && present) {
    report.error(rule + "/" + member, "rule_field_misplaced", quoted(member) + " n’a pas de sens pour cette méthode.",
                 "Retirez-le, ou changez la méthode.");
  }
}

void check_fraction(Report& report, const std::string& pointer, const std::optional<std::string>& fraction) {
  if (fraction && !vote::parse_fraction(*fraction)) {
    report.error(pointer, "fraction_malformed", quoted(*fraction) + " n’est pas une part de un.",
                 "Écrivez une fraction comme " + quoted("1/2") + " ou " + quoted("2/3") + ", au plus égale à 1.");
  }
}

void check_rule(Report& report, const std::string& pointer, const Rule& rule) {
  const bool points = rule.method == Method::points;
  check_member(report, pointer, "points", rule.points.has_value(), points);
  check_member(report, pointer, "max_per_option", rule.max_per_option.has_value(), points);
  check_member(report, pointer, "keep", rule.keep.has_value(), points);
  check_member(report, pointer, "base", rule.base.has_value(), !points);
  check_member(report, pointer, "threshold", rule.threshold.has_value(), !points);
  if (points) {
    check_member(report, pointer, "strict", rule.strict.has_value(), false);
    check_member(report, pointer, "quorum", rule.quorum.has_value(), false);
    if (rule.points && rule.max_per_option && *rule.max_per_option > *rule.points) {
      report.error(pointer + "/max_per_option", "points_order",
                   "On ne peut pas mettre sur un sujet plus de points que l’on en a.",
                   "Baissez max_per_option, ou augmentez points.");
    }
    return;
  }
  check_fraction(report, pointer + "/threshold", rule.threshold);
  check_fraction(report, pointer + "/quorum", rule.quorum);
}

void check_rules(Report& report, const Scenario& scenario) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < scenario.rules.size(); ++i) {
    const Rule& rule = scenario.rules[i];
    const std::string pointer = at("/rules", i);
    check_identifier(report, pointer + "/id", rule.id, seen);
    check_rule(report, pointer, rule);
    const bool used = std::any_of(scenario.steps.begin(), scenario.steps.end(),
                                  [&](const Step& step) { return step.rule == rule.id; });
    if (!used) {
      report.warning(pointer, "rule_never_used", "Aucune séquence n’utilise la règle " + quoted(rule.id) + ".",
                     "Citez-la dans une séquence, ou retirez-la.");
    }
  }
}

// The place of the step it is about, from 1; 0: the head of the file.
std::size_t place_of(const Problem& problem) {
  constexpr std::string_view steps = "/steps/";
  std::size_t place = 0;
  if (problem.pointer.starts_with(steps)) {
    for (std::size_t at = steps.size(); at < problem.pointer.size() && problem.pointer[at] != '/'; ++at) {
      place = place * 10 + static_cast<std::size_t>(problem.pointer[at] - '0');
    }
    ++place;
  }
  return place;
}

}  // namespace

std::vector<Problem> check_scenario(const Scenario& scenario, CheckOptions options) {
  Report report(options);
  check_head(report, scenario);
  check_group(report, scenario.group);
  if (scenario.commitments) {
    for (std::size_t i = 0; i < scenario.commitments->size(); ++i) {
      check_texts(report, at("/commitments", i), (*scenario.commitments)[i]);
    }
  }
  check_stores(report, scenario);
  check_rules(report, scenario);
  check_steps(report, scenario);
  check_shares(report, scenario);
  check_times(report, scenario);
  check_ways_out(report, scenario);
  check_access(report, scenario);
  std::vector<Problem> problems = report.take();
  // In the order of the document: what the parts of the check say of one step stands together.
  std::stable_sort(problems.begin(), problems.end(),
                   [](const Problem& a, const Problem& b) { return place_of(a) < place_of(b); });
  return problems;
}

}  // namespace tablee::core
