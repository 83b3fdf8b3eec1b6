#include "core/scenario_order.h"

#include <algorithm>

#include "base/check.h"

namespace tablee::core {
namespace {

std::vector<Step>::iterator place_of(Scenario& scenario, const std::string& id) {
  const auto found =
      std::find_if(scenario.steps.begin(), scenario.steps.end(), [&](const Step& step) { return step.id == id; });
  TABLEE_CHECK(found != scenario.steps.end());
  return found;
}

}  // namespace

void move_step(Scenario& scenario, const std::string& step, const std::string& after) {
  const auto from = place_of(scenario, step);
  const Step moved = *from;
  scenario.steps.erase(from);
  insert_step(scenario, moved, after);
}

void insert_step(Scenario& scenario, const Step& step, const std::string& after) {
  scenario.steps.insert(place_of(scenario, after) + 1, step);
}

Scenario taking_place(Scenario scenario, const std::set<std::string>& dropped) {
  std::erase_if(scenario.steps, [&](const Step& step) { return dropped.contains(step.id); });
  return scenario;
}

}  // namespace tablee::core
