// core/view_merge.h: what a group of a `merge` step sees: its people, its ideas, what it keeps.
//
// Shape    A part of the sections `me` and, when tables work as a whole, `table`. Nobody else has the ideas of a group
//          while the step runs; in a turn in plenary everyone has what groups kept, by table.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "core/scenario.h"

namespace tablee::core {

struct State;
struct Subject;

struct GroupIdea {
  IdeaId id;
  std::string text;
  bool kept = false;
  bool made = false;
  std::vector<std::string> parents;
  static constexpr auto fields() {
    return fields_of(field("id", &GroupIdea::id, "the idea"), field("text", &GroupIdea::text, "its words, unsigned"),
                     field("kept", &GroupIdea::kept, "it goes on"),
                     field("made", &GroupIdea::made, "merged by this group in this turn: it can be taken apart"),
                     field("parents", &GroupIdea::parents, "the words of the ideas it was merged from"));
  }
};

struct GroupView {
  std::string step;
  std::int64_t turn = 0;
  Form form = Form::pair;
  std::int64_t people = 0;
  std::vector<std::string> with;
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::int64_t characters = 0;
  std::vector<GroupIdea> ideas;
  static constexpr auto fields() {
    return fields_of(
        field("step", &GroupView::step, "the step"),
        field("turn", &GroupView::turn, "its turn, from 0: to send back with what is asked"),
        field("form", &GroupView::form, "who works together"), field("people", &GroupView::people, "how many they are"),
        field("with", &GroupView::with, "the names of the others, when the programme lets a table see them"),
        field("min", &GroupView::min, "how many ideas it is asked to keep at least"),
        field("max", &GroupView::max, "how many it may keep at the most"),
        field("characters", &GroupView::characters, "most characters of an idea that it makes"),
        field("ideas", &GroupView::ideas, "its ideas that stand, in order"));
  }
};

// What the groups of one table kept.
struct TableKept {
  std::string table;
  std::vector<std::string> ideas;
  static constexpr auto fields() {
    return fields_of(field("table", &TableKept::table, "the name of the table; empty: people who sit nowhere"),
                     field("ideas", &TableKept::ideas, "their words, the first ones when there are many"));
  }
};

struct GroupCounts {
  std::int64_t groups = 0;
  std::int64_t kept = 0;
};

// The group of the turn that goes on; nothing when there is none.
std::optional<GroupView> view_group(const State& state, const Subject& subject);
// In the plenary turn of a merge step; else empty.
std::vector<TableKept> view_kept_at_tables(const State& state);
// How many groups work now, and how many of them have kept something: at each table, and people who sit nowhere.
std::map<std::optional<TableId>, GroupCounts> count_groups(const State& state);

}  // namespace tablee::core
