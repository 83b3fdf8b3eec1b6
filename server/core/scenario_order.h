// core/scenario_order.h: the order of the steps, changed while the programme runs.
#pragma once

#include <set>
#include <string>

#include "core/scenario.h"

namespace tablee::core {

// Requires: both exist and differ.
void move_step(Scenario& scenario, const std::string& step, const std::string& after);
// Requires: `after` exists.
void insert_step(Scenario& scenario, const Step& step, const std::string& after);
// The programme without the steps that were dropped.
Scenario taking_place(Scenario scenario, const std::set<std::string>& dropped);

}  // namespace tablee::core
