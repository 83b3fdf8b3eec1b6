#include "core/view_wishes.h"

#include <algorithm>

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
      // As the subjects stand now: merged ones under the other's title, those that were not kept left out.
      view.chosen.emplace();
      for (const ClusterId asked : said->second) {
        const ClusterId now = standing_cluster(state, asked);
        const bool offered = std::any_of(view.subjects.begin(), view.subjects.end(),
                                         [&](const WishSubject& each) { return each.id == now; });
        if (offered && std::find(view.chosen->begin(), view.chosen->end(), now) == view.chosen->end()) {
          view.chosen->push_back(now);
        }
      }
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
