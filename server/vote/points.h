// vote/points.h: each person shares a few points among options (cumulative voting, "gommettes").
//
// A ballot past its budget, past the cap on one option, with a repeated or unknown option is not valid; it is never
// trimmed, since trimming depends on order. Spending less is allowed.
//
// Order    Totals are given best first: points, then supporters, then the order of the options. Options tied on points
//          with the last kept one are all kept: a tie is a result.
// Source   Cumulative voting as used in the City of Toulouse's participatory budget, 2019 (7 points, at most 3 on one).
#pragma once

#include <cstdint>
#include <vector>

namespace tablee::vote {

struct PointsRule {
  std::int64_t points = 0;
  std::int64_t max_per_option = 0;
  std::int64_t keep = 0;
};

struct PointsMark {
  std::uint32_t option = 0;
  std::int64_t points = 0;
};

struct PointsTotal {
  std::uint32_t option = 0;
  std::int64_t points = 0;
  std::int64_t supporters = 0;
  bool kept = false;
};

bool valid_points_ballot(const PointsRule& rule, const std::vector<std::uint32_t>& options,
                         const std::vector<PointsMark>& ballot);

// Requires: valid ballots. An option without any point is never kept.
std::vector<PointsTotal> count_points(const PointsRule& rule, const std::vector<std::uint32_t>& options,
                                      const std::vector<std::vector<PointsMark>>& ballots);

}  // namespace tablee::vote
