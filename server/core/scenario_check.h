// core/scenario_check.h: whether a well-formed scenario makes sense.
//
// Checks   identifiers (form, uniqueness), floor <= planned <= ceiling, alerts shorter than the step, clock times,
// stores
//          read before they are written, stores never read, rules that do not exist or have the wrong method,
//          fractions, steps that lack what their kind needs, firm times that the sum of durations misses, group sizes.
#pragma once

#include <string>
#include <vector>

#include "core/scenario.h"

namespace tablee::core {

enum class Severity { error, warning };
constexpr auto names_of(Severity) {
  return std::array<std::string_view, 2>{"error", "warning"};
}

struct Problem {
  Severity severity = Severity::error;
  std::string pointer;  // RFC 6901
  std::string code;     // stable, for tools: "store_read_before_written"
  std::string message;  // one sentence, in French
  std::string mend;     // what to do, in French
};

std::vector<Problem> check_scenario(const Scenario& scenario);

}  // namespace tablee::core
