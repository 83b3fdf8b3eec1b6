// core/merge.h: the rules of a `merge` step: who works with whom, which ideas a group has, which go on.
//
// Shape    Turns in pairs, trios, quartets, groups and tables have groups; in a turn alone people write ideas, and in
//          plenary what was kept is shown. A step without turns is one turn of its audience's form.
// Order    The people of a table in order of id are cut into groups; whoever is left alone joins the last group. Groups
//          of a later turn are made of whole earlier ones. An idea is in the group of the first of its authors who is
//          there; ideas of a table whose authors have left are in its last group.
// Cost     Forming the groups of a turn walks through all ideas once. Whoever comes later costs their own ideas.
// Source   1-2-4-All (Liberating Structures). Departure: a group that keeps nothing at all passes all its ideas on, so
//          that nothing is lost because nobody tapped.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/events.h"
#include "core/state.h"

namespace tablee::core {

// Who works together in this turn.
Form form_of_turn(const Step& step, std::int64_t turn);
// In this form people work in groups.
bool works_in_groups(Form form);
// How many people a group has; nothing: everyone at the table.
std::optional<std::int64_t> size_of_group(const Step& step, Form form);
// In the turn that goes on people write ideas of their own.
bool writes_alone(const State& state, const Step& step);
// Ideas written alone are still received: nothing says so but the turn of the groups that has just begun.
bool has_just_written_alone(const State& state, const Step& step, TimeMs now);

// Most ideas that a group keeps, and most characters of an idea that it makes.
std::int64_t most_kept(const Step& step);
std::int64_t most_characters(const Step& step);

// The current or last step, if it is a merge in which groups were formed; or nullptr.
const Merge* last_merge(const State& state);
// The groups of the turn that goes on, or nullptr: the room is at something else.
const MergeTurn* groups_now(const State& state);
// The group of this person, or of this table's screen when tables work as a whole; or nullptr.
const MergeGroup* group_of(const State& state, const Subject& subject);

// The groups of a turn that begins.
std::vector<GroupFormed> groups_for(const State& state, const Step& step, std::int64_t turn);
// What has become of the people and the ideas of the groups since: who has left, who has come, with which ideas.
Events regroup(const State& state, const Events& gesture);

// The ideas of this group that stand, in order; those of them that are kept.
std::vector<IdeaId> ideas_now(const State& state, const MergeGroup& group);
std::vector<IdeaId> kept_now(const State& state, const MergeGroup& group);
// What goes on from this group: what it kept, or everything when it kept nothing. Merged since: as what it became.
std::vector<IdeaId> passed_on(const State& state, const MergeGroup& group);
// What the step leaves behind if it ends now.
MergeEnded end_of_merge(const State& state, const Merge& merge);

}  // namespace tablee::core
