// core/condition.h: when a step's way out is open, in a closed grammar that is never code.
//
// Grammar  condition = all { "or" all };  all = test { "and" test };
//          test = flag | "outcome" "==" result | value ( ">=" | "==" ) value;
//          value = factor { "*" factor };  factor = number | quantity;  number = digits [ "." digits ];
//          flag = "time_up" | "all_ready" | "all_voted" | "facilitator";
//          quantity = "present" | "expected" | "voters" | "tables_ready" | "turn" | "duration" | "planned" | "ceiling";
//          result = "adopted" | "rejected" | "no_quorum".
// Units    Numbers are exact fractions, at most nine digits. `tables_ready` is a part of one; `duration`, `planned` and
//          `ceiling` are minutes. `turn` counts from 1: the turns inside the step, or, of a step with
//          `repeat.turns_max`, how often it has run.
// Cost     Bounded by the text, which is at most 200 characters.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tablee::core {

enum class Quantity { present, expected, voters, tables_ready, turn, duration, planned, ceiling };
constexpr auto names_of(Quantity) {
  return std::array<std::string_view, 8>{"present", "expected", "voters",  "tables_ready",
                                         "turn",    "duration", "planned", "ceiling"};
}

enum class Flag { time_up, all_ready, all_voted, facilitator };
constexpr auto names_of(Flag) {
  return std::array<std::string_view, 4>{"time_up", "all_ready", "all_voted", "facilitator"};
}

enum class Issue { adopted, rejected, no_quorum };
constexpr auto names_of(Issue) {
  return std::array<std::string_view, 3>{"adopted", "rejected", "no_quorum"};
}

struct Fraction {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;  // above 0
  bool operator==(const Fraction&) const = default;
};

// What is true of the room now, for the step that runs.
struct Facts {
  std::int64_t present = 0;
  std::int64_t expected = 0;
  std::int64_t voters = 0;
  Fraction tables_ready;
  std::int64_t turn = 1;
  std::int64_t duration = 0;
  std::int64_t planned = 0;
  std::int64_t ceiling = 0;
  bool time_up = false;
  bool all_ready = false;
  bool all_voted = false;
  bool facilitator = false;
  std::optional<Issue> outcome;
};

struct Value {
  Fraction factor{1, 1};
  std::vector<Quantity> quantities;
};

enum class Comparison { flag, outcome, at_least, equal };

struct Test {
  Comparison comparison = Comparison::flag;
  Flag flag = Flag::time_up;
  Issue issue = Issue::adopted;
  Value left;
  Value right;
};

// True when one of the lists holds only true tests.
struct Condition {
  std::vector<std::vector<Test>> any_of;
};

// Refuses with `malformed`; the detail, in French, says after which word something else was expected, and what.
Result<Condition> parse_condition(std::string_view text);

bool holds(const Condition& condition, const Facts& facts);

// Whether the text of the condition asks for this flag anywhere.
bool mentions(const Condition& condition, Flag flag);

}  // namespace tablee::core
