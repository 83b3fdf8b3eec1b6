// seating/places.h: each person to one place, at the least cost in all: an assignment with capacities.
//
// Shape    costs[person][place], one row a person, as long as `capacity`; costs are whole numbers, lower is better. The
//          result holds one place a person.
// Order    Exact: no assignment within the capacities costs less. Among equals the one found depends on the order of
//          the people, so that a caller who shuffles them draws lots.
// Cost     For p people and t places, p times a walk over t·t moves, most often a few times over.
// Source   Ahuja, Magnanti, Orlin, "Network Flows" (1993), successive shortest paths for the transportation problem;
//          the residual graph is kept between places only: the move from one to another costs as much as the person
//          for whom it costs least.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tablee::seating {

// Requires: the capacities add up to at least the number of people.
std::vector<std::size_t> assign(const std::vector<std::vector<std::int64_t>>& costs,
                                const std::vector<std::int64_t>& capacity);

}  // namespace tablee::seating
