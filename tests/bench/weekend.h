// Whether what has happened makes what happens dearer: a whole weekend is played (server/rehearse), and the same
// gestures are measured on copies of the atelier taken on its way and at its end.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/table.h"

namespace tablee::bench {

struct WeekendPlan {
  std::string scenario;  // a file
  std::size_t people = 200;
  int repeats = 50;
};

// False when something was refused, or the programme did not come to its end.
bool measure_weekend(const WeekendPlan& plan, std::vector<Row>& rows);

}  // namespace tablee::bench
