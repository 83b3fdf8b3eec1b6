// vote/motion.h: one question, answered for, against or abstain.
//
// Errors   parse_fraction refuses what is not "a/b" with 0 < a <= b <= 10000.
// Source   The four numbers and the base are always printed together. Fractions are compared exactly: with threshold
//          a/b the motion passes when yes*b > a*base (strict) or yes*b >= a*base. yes_needed is floor(a*base/b)+1, or
//          ceil(a*base/b). A quorum a/b of those present is met when ballots*b >= a*present. An exact tie rejects.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"

namespace tablee::vote {

struct Fraction {
  std::int64_t above = 1;
  std::int64_t below = 2;
  bool operator==(const Fraction&) const = default;
};

Result<Fraction> parse_fraction(std::string_view text);

enum class MotionBase { cast, cast_plus_abstain, present };

struct MotionRule {
  MotionBase base = MotionBase::cast;
  Fraction threshold;
  bool strict = true;
  std::optional<Fraction> quorum;
};

struct MotionCount {
  std::int64_t yes = 0;
  std::int64_t no = 0;
  std::int64_t abstain = 0;
  std::int64_t present = 0;
};

enum class MotionOutcome { adopted, rejected, no_quorum };

struct MotionResult {
  std::int64_t base = 0;
  std::int64_t yes_needed = 0;
  std::int64_t quorum_needed = 0;  // 0: no quorum
  bool quorum_met = true;
  MotionOutcome outcome = MotionOutcome::rejected;
};

// Requires: counts not negative and below 2^31.
MotionResult decide_motion(const MotionRule& rule, const MotionCount& count);

}  // namespace tablee::vote
