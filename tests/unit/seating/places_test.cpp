#include "seating/places.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "base/rng.h"

namespace tablee::seating::places_test {
namespace {

using Costs = std::vector<std::vector<std::int64_t>>;

std::int64_t cost_of(const Costs& costs, const std::vector<std::size_t>& places) {
  std::int64_t cost = 0;
  for (std::size_t person = 0; person < places.size(); ++person) {
    cost += costs[person][places[person]];
  }
  return cost;
}

// Every assignment within the capacities, tried one by one.
std::int64_t least_cost(const Costs& costs, std::vector<std::int64_t> left, std::size_t person = 0) {
  if (person == costs.size()) {
    return 0;
  }
  std::int64_t least = 1'000'000;
  for (std::size_t place = 0; place < left.size(); ++place) {
    if (left[place] > 0) {
      --left[place];
      least = std::min(least, costs[person][place] + least_cost(costs, left, person + 1));
      ++left[place];
    }
  }
  return least;
}

TEST_CASE("Each person has their cheapest place while there is room") {
  const Costs costs{{0, 5}, {5, 0}, {0, 5}};
  CHECK(assign(costs, {2, 1}) == std::vector<std::size_t>{0, 1, 0});
}

TEST_CASE("Somebody who minds less gives way, through a third place if need be") {
  // The first takes place 0; the second wants only place 0; the first would rather go to 1, whose holder to 2.
  const Costs costs{{0, 1, 9}, {9, 0, 1}, {0, 9, 9}};
  const std::vector<std::size_t> places = assign(costs, {1, 1, 1});
  CHECK(places == std::vector<std::size_t>{1, 2, 0});
  CHECK(cost_of(costs, places) == 2);
}

TEST_CASE("Nobody is seated when nobody came, and places may stay empty") {
  CHECK(assign({}, {3, 3}).empty());
  CHECK(assign({{4, 2}}, {5, 5}) == std::vector<std::size_t>{1});
}

TEST_CASE("No other assignment costs less: five hundred drawn rooms, against every assignment there is") {
  Rng rng(8);
  for (int room = 0; room < 500; ++room) {
    const std::size_t places = 1 + rng.below(4);
    const std::size_t people = rng.below(8);
    std::vector<std::int64_t> capacity(places);
    for (std::int64_t& each : capacity) {
      each = static_cast<std::int64_t>(rng.below(4));
    }
    capacity[0] += std::max<std::int64_t>(
        0, static_cast<std::int64_t>(people) - std::accumulate(capacity.begin(), capacity.end(), std::int64_t{0}));
    Costs costs(people, std::vector<std::int64_t>(places));
    for (auto& row : costs) {
      std::generate(row.begin(), row.end(), [&] { return static_cast<std::int64_t>(rng.below(7)); });
    }
    const std::vector<std::size_t> found = assign(costs, capacity);
    CHECK(cost_of(costs, found) == least_cost(costs, capacity));
    for (std::size_t place = 0; place < places; ++place) {
      CHECK(std::count(found.begin(), found.end(), place) <= capacity[place]);
    }
  }
}

}  // namespace
}  // namespace tablee::seating::places_test
