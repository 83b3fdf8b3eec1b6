// core/speaking_figures.h: how evenly people speak, in whole numbers.
//
// Units    Whole seconds, half a second counted as one; the Gini index in thousandths, half a thousandth counted as
//          one.
// Source   Gini index of n values in growing order, G = sum((2i - n - 1) x_i) / (n sum(x_i)), in C. Damgaard and J.
//          Weiner, "Describing inequality in plant size or fecundity", Ecology 81(4), 2000, pp. 1139-1142; without
//          their correction n/(n - 1): one person alone speaking among five gives 0.800. The bounds of the hints are
//          those of the project's process reference, section 4 (speaking equity per table).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace tablee::core {

// Below this, a figure about a group would be one about persons.
inline constexpr std::int64_t group_people_min = 10;

struct SpeakingFigures {
  std::int64_t people = 0;  // the base: everyone present and measured, silent people too
  std::int64_t seconds = 0;
  std::int64_t silent = 0;
  std::int64_t gini_thousandths = 0;  // 0 when nobody spoke
  std::int64_t top_percent = 0;       // share of who spoke most, half a percent counted as one
  bool is_uneven = false;             // Gini over 0.45
  bool is_dominated = false;          // top share over 40 %
};

// One value a person. The values are compared exactly, before any rounding.
SpeakingFigures speaking_figures(std::vector<std::int64_t> seconds);

// The same for a group; nothing below group_people_min.
std::optional<SpeakingFigures> group_figures(std::vector<std::int64_t> seconds);

// enough has been measured for a hint: three people and three minutes.
bool may_hint(const SpeakingFigures& figures);

std::int64_t whole_seconds(TimeMs duration);
// The part of the time that was measured, rounded down, at most 100; nothing when no time went by.
std::optional<std::int64_t> coverage_percent(TimeMs measured, TimeMs elapsed);

}  // namespace tablee::core
