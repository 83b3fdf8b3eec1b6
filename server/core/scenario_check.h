// core/scenario_check.h: whether a well-formed scenario makes sense.
//
// Checks   identifiers (form, uniqueness), durations, alerts, turns and budgets within their step, clock times and
//          nights, stores read before they are written or never read, rules that do not exist or have the wrong method,
//          fractions, what each kind needs, conditions, ways out, firm times that the sum of durations misses, texts
//          without FALC, group sizes, documents without captions, words explained twice; when asked, how hard texts are
//          to read (reading/reading_level.h).
#pragma once

#include <optional>
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

struct CheckOptions {
  Severity falc_missing = Severity::error;  // how grave a text without its easy-to-read form is
  std::optional<Severity> reading = {};     // how grave a text that is hard to read is; nothing: not looked at
};

std::vector<Problem> check_scenario(const Scenario& scenario, CheckOptions options = {});

}  // namespace tablee::core
