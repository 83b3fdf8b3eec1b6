#include "core/committee.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/limits.h"
#include "core/presence.h"
#include "core/run.h"

namespace tablee::core {
namespace {

bool is_few(const Audience& audience) {
  return audience.form == Form::committee || audience.form == Form::group;
}

}  // namespace

StepKind work_of_committee(const Step& step) {
  return step.parallel ? step.parallel->kind : step.kind;
}

const Audience* committee_of(const Step& step) {
  const StepKind work = work_of_committee(step);
  if (work != StepKind::cluster && !(step.parallel && work == StepKind::draft)) {
    return nullptr;
  }
  const Audience& audience = step.parallel ? step.parallel->audience : step.audience;
  return is_few(audience) ? &audience : nullptr;
}

std::int64_t committee_size(const Audience& audience) {
  return std::min(limits::committee_max, audience.size.value_or(limits::committee_max));
}

std::set<PersonId> committee_now(const State& state) {
  const Step* step = current_step(state);
  if (step == nullptr || !is_active(state.run) || committee_of(*step) == nullptr) {
    return {};
  }
  const auto formed = state.committees.find(step->id);
  return formed == state.committees.end() ? std::set<PersonId>{} : formed->second;
}

bool sorts(const State& state, PersonId person) {
  const Step* step = current_step(state);
  return step != nullptr && work_of_committee(*step) == StepKind::cluster && committee_now(state).contains(person);
}

std::optional<CommitteeFormed> drawn_committee(const State& state, const Step& step, std::uint64_t seed) {
  const Audience* audience = committee_of(step);
  if (audience == nullptr || audience->selection != Selection::draw || state.committees.contains(step.id)) {
    return std::nullopt;
  }
  std::vector<PersonId> present;
  for (const auto& [id, person] : state.people) {
    if (is_present(person)) {
      present.push_back(id);
    }
  }
  Rng(seed).shuffle(present);
  present.resize(std::min(present.size(), static_cast<std::size_t>(committee_size(*audience))));
  std::sort(present.begin(), present.end());
  return CommitteeFormed{step.id, present, std::to_string(seed)};
}

}  // namespace tablee::core
