#include "core/speaking_figures.h"

#include <doctest/doctest.h>

namespace speaking_figures_test {

using namespace tablee;
using namespace tablee::core;

TEST_CASE("everyone alike gives 0, one alone among five gives 0.800") {
  CHECK(speaking_figures({60, 60, 60}).gini_thousandths == 0);
  const SpeakingFigures alone = speaking_figures({0, 0, 300, 0, 0});
  CHECK(alone.gini_thousandths == 800);
  CHECK(alone.top_percent == 100);
  CHECK(alone.silent == 4);
  CHECK(alone.people == 5);
  CHECK(alone.seconds == 300);
}

TEST_CASE("a worked example: 10, 20, 30, 40 seconds") {
  // (-3*10 - 1*20 + 1*30 + 3*40) / (4 * 100) = 100 / 400
  const SpeakingFigures figures = speaking_figures({40, 10, 30, 20});
  CHECK(figures.gini_thousandths == 250);
  CHECK(figures.top_percent == 40);
  CHECK(figures.silent == 0);
}

TEST_CASE("the bounds of the hints are compared before rounding") {
  CHECK_FALSE(speaking_figures({40, 30, 30}).is_dominated);
  const SpeakingFigures over = speaking_figures({40'001, 30'000, 29'999});
  CHECK(over.top_percent == 40);
  CHECK(over.is_dominated);
  // (-1*1 + 1*19) / (2*20) = 0.450 exactly, then just over.
  CHECK(speaking_figures({1, 19}).gini_thousandths == 450);
  CHECK_FALSE(speaking_figures({1, 19}).is_uneven);
  const SpeakingFigures uneven = speaking_figures({9'999, 190'001});
  CHECK(uneven.gini_thousandths == 450);
  CHECK(uneven.is_uneven);
}

TEST_CASE("half a thousandth and half a percent count as one") {
  // (2001 - 1999) / (2 * 4000) = 0.00025, and twice as much.
  CHECK(speaking_figures({1'999, 2'001}).gini_thousandths == 0);
  CHECK(speaking_figures({1'998, 2'002}).gini_thousandths == 1);
  CHECK(speaking_figures({1, 199}).top_percent == 100);  // 99.5
}

TEST_CASE("nobody spoke, or nobody is there") {
  CHECK(speaking_figures({}).people == 0);
  CHECK(speaking_figures({}).gini_thousandths == 0);
  const SpeakingFigures silent = speaking_figures({0, 0});
  CHECK(silent.silent == 2);
  CHECK_FALSE(silent.is_dominated);
}

TEST_CASE("a group of ten has figures, one of nine has none") {
  CHECK(group_figures(std::vector<std::int64_t>(10, 5)).has_value());
  CHECK_FALSE(group_figures(std::vector<std::int64_t>(9, 5)).has_value());
}

TEST_CASE("a hint needs three people and three minutes") {
  CHECK(may_hint(speaking_figures({60, 60, 60})));
  CHECK_FALSE(may_hint(speaking_figures({60, 60, 59})));
  CHECK_FALSE(may_hint(speaking_figures({500, 500})));
}

TEST_CASE("two thousand people who speak for a day stay within bounds") {
  std::vector<std::int64_t> seconds(2'000, 0);
  seconds.back() = 86'400;
  CHECK(speaking_figures(seconds).gini_thousandths == 1000);  // 0.9995, rounded
}

TEST_CASE("coverage is rounded down, and unknown when no time went by") {
  CHECK(coverage_percent(599'999, 600'000) == 99);
  CHECK(coverage_percent(600'000, 600'000) == 100);
  CHECK(coverage_percent(700'000, 600'000) == 100);
  CHECK(coverage_percent(0, 600'000) == 0);
  CHECK_FALSE(coverage_percent(5, 0).has_value());
  CHECK(whole_seconds(1'499) == 1);
  CHECK(whole_seconds(1'500) == 2);
}

}  // namespace speaking_figures_test
