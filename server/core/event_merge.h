// core/event_merge.h: what happened in the groups of a `merge` step.
//
// Shape    Groups of a turn are numbered from 0, in the order of GroupsFormed; those that GroupJoined opens come after.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/id.h"

namespace tablee::core {

struct GroupFormed {
  std::optional<TableId> table;
  std::vector<PersonId> people;
  std::vector<IdeaId> ideas;
  bool operator==(const GroupFormed&) const = default;
  static constexpr auto fields() {
    return fields_of(field("table", &GroupFormed::table, "where its people sit; absent: nowhere"),
                     field("people", &GroupFormed::people, "who they are"),
                     field("ideas", &GroupFormed::ideas, "the ideas it starts from"));
  }
};

struct GroupsFormed {
  static constexpr std::string_view name = "groups_formed";
  std::string step;
  std::int64_t turn = 0;
  std::vector<GroupFormed> groups;
  static constexpr auto fields() {
    return fields_of(field("step", &GroupsFormed::step, "the step"),
                     field("turn", &GroupsFormed::turn, "its turn, from 0"),
                     field("groups", &GroupsFormed::groups, "everyone who is there, once"));
  }
};

// A person who came later, or ideas that came later from somebody who is already there.
struct GroupJoined {
  static constexpr std::string_view name = "group_joined";
  std::string step;
  std::int64_t turn = 0;
  std::int64_t group = 0;
  std::optional<TableId> table;
  PersonId person;
  std::vector<IdeaId> ideas;
  static constexpr auto fields() {
    return fields_of(
        field("step", &GroupJoined::step, "the step"), field("turn", &GroupJoined::turn, "its turn, from 0"),
        field("group", &GroupJoined::group, "the group; one after the last: a new one"),
        field("table", &GroupJoined::table, "where they sit; absent: nowhere"),
        field("person", &GroupJoined::person, "who"), field("ideas", &GroupJoined::ideas, "the ideas they bring"));
  }
};

struct GroupLeft {
  static constexpr std::string_view name = "group_left";
  std::string step;
  std::int64_t turn = 0;
  std::int64_t group = 0;
  PersonId person;
  static constexpr auto fields() {
    return fields_of(field("step", &GroupLeft::step, "the step"), field("turn", &GroupLeft::turn, "its turn, from 0"),
                     field("group", &GroupLeft::group, "the group they were in"),
                     field("person", &GroupLeft::person, "who"));
  }
};

struct IdeaKept {
  static constexpr std::string_view name = "idea_kept";
  std::string step;
  std::int64_t turn = 0;
  IdeaId idea;
  bool kept = false;
  static constexpr auto fields() {
    return fields_of(field("step", &IdeaKept::step, "the step"), field("turn", &IdeaKept::turn, "its turn, from 0"),
                     field("idea", &IdeaKept::idea, "an idea of one of its groups"),
                     field("kept", &IdeaKept::kept, "false: no longer"));
  }
};

struct IdeasMerged {
  static constexpr std::string_view name = "ideas_merged";
  std::string step;
  std::int64_t turn = 0;
  IdeaId idea;
  std::vector<IdeaId> parents;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("step", &IdeasMerged::step, "the step"),
                     field("turn", &IdeasMerged::turn, "its turn, from 0"),
                     field("idea", &IdeasMerged::idea, "the new idea"),
                     field("parents", &IdeasMerged::parents, "ideas of one group, in whose place it stands"),
                     field("text", &IdeasMerged::text, "its words"));
  }
};

struct IdeaUnmerged {
  static constexpr std::string_view name = "idea_unmerged";
  std::string step;
  std::int64_t turn = 0;
  IdeaId idea;
  std::vector<IdeaId> kept;
  static constexpr auto fields() {
    return fields_of(field("step", &IdeaUnmerged::step, "the step"),
                     field("turn", &IdeaUnmerged::turn, "its turn, from 0"),
                     field("idea", &IdeaUnmerged::idea, "stands no longer; its parents do again"),
                     field("kept", &IdeaUnmerged::kept, "those of its parents that are kept"));
  }
};

// The step has ended: what its groups leave to the steps that follow.
struct MergeEnded {
  static constexpr std::string_view name = "merge_ended";
  std::string step;
  std::vector<IdeaId> kept;
  std::vector<IdeaId> not_kept;
  static constexpr auto fields() {
    return fields_of(field("step", &MergeEnded::step, "the step"),
                     field("kept", &MergeEnded::kept, "ideas that go on, in the store it writes"),
                     field("not_kept", &MergeEnded::not_kept, "ideas in whose place a group kept others"));
  }
};

}  // namespace tablee::core
