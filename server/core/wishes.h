// core/wishes.h: tables composed by the subjects that people would like to write about.
//
// When     Of a `draft`, wishes are said once the subjects are known, in the step before it, and tables are composed at
//          its start. Of any other step, they are said while it runs, and tables are composed when the next one starts.
// Result   Each table has a subject, in the order of the ranking; when there are more tables than subjects, the most
//          wished have several (highest averages, Jefferson and D'Hondt). People present are spread as evenly as can
//          be, those tables first that are most wished, so that what they wished is met best: a first wish costs 0, the
//          next ones 1, 3, 6, 10, and no wish met max·(max + 1), where max is how many may be said; who said nothing
//          sits anywhere. Exact (seating/places.h); lots drawn from the recorded seed decide among equals.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/state.h"

namespace tablee::core {

// The programme composes tables by wishes here.
bool seats_by_wish(const Step& step);

// The step for whose tables wishes may be said now; nullptr: none.
const Step* wished_step(const State& state);
// The start, the end or the ranking of this step opens wishes to people, or closes them.
bool concerns_wishes(const State& state, const Step& step);
std::int64_t most_wishes(const Step& step);

// What tables write about, best first: what the last ranking kept; every cluster when nothing was ranked.
std::vector<ClusterId> subjects_of_tables(const State& state);

// For the step that starts. A table that has an article of it, from a start that was undone, keeps its subject.
// Requires: there is a table. Nothing when there is no subject, or nobody to seat.
std::optional<TablesDealt> seats_by_wishes(const State& state, const Step& wished, const Step& started,
                                           std::uint64_t seed);

}  // namespace tablee::core
