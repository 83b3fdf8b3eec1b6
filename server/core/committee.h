// core/committee.h: the few people who sort or write while the room does something else, or for it.
#pragma once

#include <cstdint>
#include <optional>
#include <set>

#include "base/rng.h"
#include "core/state.h"

namespace tablee::core {

// Whom the programme asks for in this step; nullptr: no committee.
const Audience* committee_of(const Step& step);
// How many it holds at most.
std::int64_t committee_size(const Audience& audience);

// What it does: `cluster` or `draft`. Requires: the step has one.
StepKind work_of_committee(const Step& step);

// The members of the committee of the step that runs; empty: it has none, or nobody yet.
std::set<PersonId> committee_now(const State& state);
// They may move ideas on the board, when that is what they do.
bool sorts(const State& state, PersonId person);

// The draw that the programme asks for when the step starts, among those who are present; nothing when it asks for
// none, or when the committee was formed before.
std::optional<CommitteeFormed> drawn_committee(const State& state, const Step& step, std::uint64_t seed);

}  // namespace tablee::core
