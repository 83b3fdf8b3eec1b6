#include "vote/points.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/check.h"

namespace tablee::vote {

bool valid_points_ballot(const PointsRule& rule, const std::vector<std::uint32_t>& options,
                         const std::vector<PointsMark>& ballot) {
  std::int64_t spent = 0;
  for (std::size_t i = 0; i < ballot.size(); ++i) {
    const PointsMark& mark = ballot[i];
    if (mark.points < 1 || mark.points > rule.max_per_option || mark.points > rule.points - spent) {
      return false;
    }
    spent += mark.points;
    const auto same = [&](const PointsMark& other) { return other.option == mark.option; };
    if (std::any_of(ballot.begin(), ballot.begin() + static_cast<std::ptrdiff_t>(i), same) ||
        std::find(options.begin(), options.end(), mark.option) == options.end()) {
      return false;
    }
  }
  return true;
}

std::vector<PointsTotal> count_points(const PointsRule& rule, const std::vector<std::uint32_t>& options,
                                      const std::vector<std::vector<PointsMark>>& ballots) {
  std::vector<PointsTotal> totals;
  std::map<std::uint32_t, std::size_t> place;
  for (const std::uint32_t option : options) {
    place.emplace(option, totals.size());
    totals.push_back(PointsTotal{option, 0, 0, false});
  }
  for (const auto& ballot : ballots) {
    for (const PointsMark& mark : ballot) {
      const auto found = place.find(mark.option);
      TABLEE_CHECK(found != place.end() && mark.points > 0);
      totals[found->second].points += mark.points;
      totals[found->second].supporters += 1;
    }
  }
  // Stable: options equal in both stay in their own order.
  std::stable_sort(totals.begin(), totals.end(), [](const PointsTotal& one, const PointsTotal& other) {
    return std::tie(one.points, one.supporters) > std::tie(other.points, other.supporters);
  });
  std::int64_t last_kept_points = 1;
  if (rule.keep > 0 && static_cast<std::size_t>(rule.keep) <= totals.size()) {
    last_kept_points = std::max<std::int64_t>(1, totals[static_cast<std::size_t>(rule.keep) - 1].points);
  }
  for (PointsTotal& total : totals) {
    total.kept = rule.keep > 0 && total.points >= last_kept_points;
  }
  return totals;
}

}  // namespace tablee::vote
