// core/scenario_check_parts.h: what the parts of core/scenario_check.h share; private to core/scenario_check*.cpp.
//
// Nothing here relies on the bounds of the field lists: a scenario with errors of form is checked for meaning too.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario_check.h"

namespace tablee::core {

class Report {
 public:
  explicit Report(CheckOptions options) : options_(options) {}
  void error(std::string pointer, std::string code, std::string message, std::string mend) {
    problems_.push_back({Severity::error, std::move(pointer), std::move(code), std::move(message), std::move(mend)});
  }
  void warning(std::string pointer, std::string code, std::string message, std::string mend) {
    problems_.push_back({Severity::warning, std::move(pointer), std::move(code), std::move(message), std::move(mend)});
  }
  void falc_missing(std::string pointer) {
    problems_.push_back({options_.falc_missing, std::move(pointer), "falc_missing",
                         "Ce texte n’a pas de version facile à lire (FALC).",
                         "Écrivez-la : des phrases courtes, une idée par phrase."});
  }
  // Whether texts are to be judged; a room that opens or replans does not ask.
  bool reads() const { return options_.reading.has_value(); }
  // Requires: reads().
  void reading(std::string pointer, std::string code, std::string message, std::string mend) {
    problems_.push_back({*options_.reading, std::move(pointer), std::move(code), std::move(message), std::move(mend)});
  }
  std::vector<Problem> take() { return std::move(problems_); }

 private:
  CheckOptions options_;
  std::vector<Problem> problems_;
};

// « text » with French quotation marks and no-break spaces.
std::string quoted(std::string_view text);
// "/steps" and 3 give "/steps/3".
std::string at(std::string_view pointer, std::size_t place);

// Form, and uniqueness among `seen`, which it joins.
void check_identifier(Report& report, const std::string& pointer, const std::string& id, std::set<std::string>& seen);
// Blank texts, and what check_reading finds; `pointer` is that of the three slots.
void check_texts(Report& report, const std::string& pointer, const Texts& texts);
// Minutes since midnight of "HH:MM"; nothing when it is not a time of the clock, which is reported.
std::optional<std::int64_t> check_clock(Report& report, const std::string& pointer, const std::string& clock);

// scenario_check_reading.cpp: how hard the French and the easy French are to read.
void check_reading(Report& report, const std::string& pointer, const Texts& texts);
// scenario_check_steps.cpp: what each step says, and what steps pass on to one another.
void check_steps(Report& report, const Scenario& scenario);
// scenario_check_shares.cpp: who receives what, and who sits where.
void check_shares(Report& report, const Scenario& scenario);
// scenario_check_time.cpp: timers, turns, budgets, nights, firm times.
void check_times(Report& report, const Scenario& scenario);
// scenario_check_access.cpp: documents with what replaces them, hard words, who has read the easy French.
void check_access(Report& report, const Scenario& scenario);
// scenario_check_next.cpp: ways out, repetition.
void check_ways_out(Report& report, const Scenario& scenario);

const Store* find_store(const Scenario& scenario, const std::string& id);

}  // namespace tablee::core
