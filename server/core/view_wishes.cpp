#include "core/view_wishes.h"

#include "core/presence.h"
#include "core/view_rules.h"
#include "core/wishes.h"

namespace tablee::core {

std::optional<WishesView> view_wishes(const State& state, PersonId person) {
  const Step* step = wished_step(state);
  if (step == nullptr) {
    return std::nullopt;
  }
  WishesView view;
  view.step = step->id;
  view.max = most_wishes(*step);
  for (const ClusterId subject : subjects_of_tables(state)) {
    view.subjects.push_back({subject, state.clusters.at(subject).title});
  }
  if (const auto wishes = state.wishes.find(step->id); wishes != state.wishes.end()) {
    if (const auto said = wishes->second.find(person); said != wishes->second.end()) {
      view.chosen = said->second;
    }
  }
  return view;
}

std::int64_t count_wishes(const State& state) {
  const Step* step = wished_step(state);
  const auto wishes = step == nullptr ? state.wishes.end() : state.wishes.find(step->id);
  if (wishes == state.wishes.end()) {
    return 0;
  }
  std::int64_t count = 0;
  for (const auto& [person, clusters] : wishes->second) {
    count += is_present(state.people.at(person)) ? 1 : 0;
  }
  return count;
}

}  // namespace tablee::core
