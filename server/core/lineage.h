// core/lineage.h: where an idea comes from, and what it has become.
//
// Shape    Ideas that a group merges become the parents of a new one, which has no author of its own: its authors are
//          those of its parents. Nothing is deleted: a parent has the fate `merged` and leads to the idea in which it
//          goes on.
#pragma once

#include <string_view>
#include <vector>

#include "core/state.h"

namespace tablee::core {

// It is there to be kept, merged, sorted or read: open, or in a cluster.
bool stands(const Idea& idea);
// Why its author says that it is not in its place, as long as nobody has answered; empty: nothing to answer.
std::string_view standing_contest(const Idea& idea);
// The idea in which this one goes on, through merges; itself when it was not merged. Requires: it exists.
const Idea& goes_on_in(const State& state, const Idea& idea);
// The ideas that people wrote and of which this one is made, each once, in order; itself when nobody merged it.
std::vector<IdeaId> written_ideas(const State& state, const Idea& idea);
// Those who wrote them, each once.
std::vector<PersonId> authors_of(const State& state, const Idea& idea);
// It was written into this store, or a merge step that writes this store kept it.
bool lies_in(const State& state, const Idea& idea, std::string_view store);
// A store from which this step starts has it.
bool is_read_by(const State& state, const Step& step, const Idea& idea);

}  // namespace tablee::core
