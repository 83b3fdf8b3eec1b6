#include "core/state.h"

#include <algorithm>

#include "core/presence.h"

namespace tablee::core {

const Step* find_step(const Scenario& scenario, std::string_view id) {
  const auto found =
      std::find_if(scenario.steps.begin(), scenario.steps.end(), [&](const Step& step) { return step.id == id; });
  return found == scenario.steps.end() ? nullptr : &*found;
}

const Rule* find_rule(const Scenario& scenario, std::string_view id) {
  const auto found =
      std::find_if(scenario.rules.begin(), scenario.rules.end(), [&](const Rule& rule) { return rule.id == id; });
  return found == scenario.rules.end() ? nullptr : &*found;
}

const Step* current_step(const State& state) {
  return find_step(state.scenario, state.run.step);
}

std::int64_t people_present(const State& state) {
  return std::count_if(state.people.begin(), state.people.end(),
                       [](const auto& entry) { return is_present(entry.second); });
}

}  // namespace tablee::core
