// core/merging.h: the groups of a `merge` step and what they keep, as part of the state.
//
// Shape    One Merge for each time that such a step runs; in it, one MergeTurn for each turn in which people work in
//          groups, as far as they have begun. In a turn everyone has at most one group, and an idea is in at most one.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace tablee::core {

struct MergeGroup {
  std::optional<TableId> table;  // absent: its people sit nowhere
  std::set<PersonId> people;
  std::vector<IdeaId> ideas;  // what it started from, what came later and what it made, in that order
  std::set<IdeaId> kept;
  std::vector<IdeaId> made;  // by merging, in this turn; those dissolved since are left out
  std::int64_t merges = 0;   // how often it merged
};

struct MergeTurn {
  TimeMs formed_at = 0;
  std::vector<MergeGroup> groups;
  std::map<PersonId, std::size_t> seats;  // of everyone in a group
  std::map<IdeaId, std::size_t> places;   // of every idea of a group
};

struct Merge {
  std::string step;
  std::map<std::int64_t, MergeTurn> turns;
  // Once it has ended: the ideas it brought into its store, and those it took out of it, to be undone.
  std::vector<IdeaId> brought;
  std::vector<IdeaId> taken;
  std::vector<IdeaId> not_kept;
};

}  // namespace tablee::core
