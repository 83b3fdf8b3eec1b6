#include "vote/points.h"

#include <doctest/doctest.h>

namespace points_test {

using namespace tablee::vote;

namespace {

const PointsRule toulouse{7, 3, 2};
const std::vector<std::uint32_t> options{10, 20, 30, 40};

}  // namespace

TEST_CASE("a ballot may spend its budget, and one more is refused") {
  CHECK(valid_points_ballot(toulouse, options, {}));
  CHECK(valid_points_ballot(toulouse, options, {{10, 3}}));
  CHECK(valid_points_ballot(toulouse, options, {{10, 3}, {20, 3}, {40, 1}}));
  CHECK_FALSE(valid_points_ballot(toulouse, options, {{10, 3}, {20, 3}, {40, 2}}));
  CHECK_FALSE(valid_points_ballot(toulouse, options, {{10, 4}}));
}

TEST_CASE("a ballot names each option once, and no other") {
  CHECK_FALSE(valid_points_ballot(toulouse, options, {{10, 1}, {20, 1}, {10, 1}}));
  CHECK_FALSE(valid_points_ballot(toulouse, options, {{11, 1}}));
  CHECK_FALSE(valid_points_ballot(toulouse, options, {{10, 0}}));
  CHECK_FALSE(valid_points_ballot(toulouse, options, {{10, -1}}));
  CHECK_FALSE(valid_points_ballot(PointsRule{7, 7, 2}, options, {{10, 7}, {20, INT64_MAX}}));
}

TEST_CASE("totals come best first: points, then supporters, then the order of the options") {
  const auto totals = count_points(toulouse, options, {{{10, 3}}, {{20, 2}, {30, 2}}, {{20, 1}, {40, 2}}, {{30, 1}}});
  REQUIRE(totals.size() == 4);
  CHECK(totals[0].option == 20);
  CHECK(totals[0].points == 3);
  CHECK(totals[0].supporters == 2);
  CHECK(totals[1].option == 30);
  CHECK(totals[2].option == 10);
  CHECK(totals[2].supporters == 1);
  CHECK(totals[3].option == 40);
}

TEST_CASE("options tied on points with the last kept one are all kept") {
  const auto totals = count_points(toulouse, options, {{{10, 3}}, {{20, 2}, {30, 2}}, {{40, 1}}});
  CHECK(totals[0].kept);
  CHECK(totals[1].kept);
  CHECK(totals[2].kept);
  CHECK_FALSE(totals[3].kept);
}

TEST_CASE("an option without any point is never kept") {
  const auto totals = count_points(toulouse, options, {{{30, 1}}});
  CHECK(totals[0].option == 30);
  CHECK(totals[0].kept);
  CHECK(totals[1].option == 10);
  CHECK_FALSE(totals[1].kept);
  for (const PointsTotal& total : count_points(PointsRule{7, 3, 9}, options, {})) {
    CHECK_FALSE(total.kept);
  }
}

TEST_CASE("keeping more than there are keeps all that have points") {
  const auto totals = count_points(PointsRule{7, 3, 9}, options, {{{30, 1}, {40, 2}}});
  CHECK(totals[1].kept);
  CHECK_FALSE(totals[2].kept);
}

}  // namespace points_test
