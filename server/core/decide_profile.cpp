#include "core/decide_parts.h"

namespace tablee::core {

Result<Decision> answer(const State& state, const Envelope& envelope, const SetProfile& command) {
  const PersonId person = envelope.subject.person;
  const Profile* kept = find_in(state.profiles, person);
  if (command.profile == (kept == nullptr ? Profile{} : *kept)) {
    return Decision{};
  }
  if (state.sealed_at != 0) {
    return refuse(Code::wrong_state, "", "the avis is sealed: settings are kept on the tablet alone");
  }
  Decision decision;
  decision.records.emplace_back(
      KeptProfile{person, command.profile == Profile{} ? std::nullopt : std::optional(command.profile)});
  return decision;
}

std::vector<Record> forget_profiles(const State& state) {
  std::vector<Record> records;
  records.reserve(state.profiles.size());
  for (const auto& [person, profile] : state.profiles) {
    records.emplace_back(KeptProfile{person, std::nullopt});
  }
  return records;
}

}  // namespace tablee::core
