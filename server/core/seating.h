// core/seating.h: who moves when a step starts, as its `tables` says.
//
// mix      Everyone present is dealt evenly and at random over the tables. Of a `welcome` it is done when it is over,
//          and only for those who have no seat: who was placed by hand stays.
// rotate   Everyone present goes `shift` tables further, in the order of the tables. With `host`, one person of each
//          table stays and receives the others: the host of the step before when they are still there, else the first.
// keep     Nobody moves. wish: core/wishes.h.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/state.h"

namespace tablee::core {

// `people` dealt at random over the tables of the room, each to the emptiest; those who have a seat and are not dealt
// count, unless `everyone` is. Requires: there is a table.
TablesDealt dealt_evenly(const State& state, std::vector<PersonId> people, bool everyone, std::uint64_t seed);

// Nothing when nobody moves: only the first start of a step moves people.
std::optional<TablesDealt> seats_on_start(const State& state, const Step& step, std::uint64_t seed);

}  // namespace tablee::core
