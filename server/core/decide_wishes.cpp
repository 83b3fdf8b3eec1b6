// What people would like to write about.
#include "core/decide_parts.h"
#include "core/wishes.h"

namespace tablee::core {

Result<Decision> answer(const State& state, const Envelope& envelope, const SetWishes& command) {
  const Step* step = wished_step(state);
  if (step == nullptr || step->id != command.step) {
    return refuse(Code::wrong_step, "step", "nothing is asked for the tables of this step now");
  }
  if (static_cast<std::int64_t>(command.clusters.size()) > most_wishes(*step)) {
    return refuse(Code::too_many, "clusters",
                  "each person may ask for " + std::to_string(most_wishes(*step)) + " subjects");
  }
  const std::vector<ClusterId> subjects = subjects_of_tables(state);
  const std::set<ClusterId> asked(command.clusters.begin(), command.clusters.end());
  if (asked.size() != command.clusters.size()) {
    return refuse(Code::out_of_range, "clusters", "the same subject twice");
  }
  for (const ClusterId cluster : asked) {
    if (std::find(subjects.begin(), subjects.end(), cluster) == subjects.end()) {
      return refuse(Code::not_found, "clusters", "there is no such subject");
    }
  }
  const PersonId person = envelope.subject.person;
  const auto* said = find_in(state.wishes, step->id);
  const auto* before = said == nullptr ? nullptr : find_in(*said, person);
  const bool same = before != nullptr && *before == command.clusters;
  return same ? Decision{} : fact(WishesSet{step->id, person, command.clusters});
}

}  // namespace tablee::core
