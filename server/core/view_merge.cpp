#include "core/view_merge.h"

#include <algorithm>

#include "base/limits.h"
#include "core/merge.h"
#include "core/view_rules.h"

namespace tablee::core {
namespace {

GroupIdea view_idea(const State& state, const MergeGroup& group, const Idea& idea) {
  GroupIdea view{idea.id, idea.text, group.kept.contains(idea.id), false, {}};
  view.made = std::find(group.made.begin(), group.made.end(), idea.id) != group.made.end();
  for (const IdeaId parent : idea.parents) {
    view.parents.push_back(state.ideas.at(parent).text);
  }
  return view;
}

// The last groups that worked, if the room now looks together at what they kept.
const MergeTurn* groups_shown(const State& state) {
  const Merge* merge = last_merge(state);
  if (merge == nullptr || merge->turns.empty() || !step_runs(state, merge->step) ||
      form_of_turn(*current_step(state), state.run.turn) != Form::plenary) {
    return nullptr;
  }
  const auto next = merge->turns.lower_bound(state.run.turn);
  return next == merge->turns.begin() ? nullptr : &std::prev(next)->second;
}

}  // namespace

std::optional<GroupView> view_group(const State& state, const Subject& subject) {
  const MergeGroup* group = group_of(state, subject);
  if (group == nullptr) {
    return std::nullopt;
  }
  const Step& step = *current_step(state);
  GroupView view;
  view.step = step.id;
  view.turn = state.run.turn;
  view.form = form_of_turn(step, state.run.turn);
  view.people = static_cast<std::int64_t>(group->people.size());
  for (const PersonId person : group->people) {
    std::string name = state.scenario.names_at_table && person != subject.person ? person_name(state, person) : "";
    if (!name.empty()) {
      view.with.push_back(std::move(name));
    }
  }
  view.min = step.writes && !step.writes->empty() ? step.writes->front().min.value_or(0) : 0;
  view.max = most_kept(step);
  view.characters = most_characters(step);
  for (const IdeaId id : ideas_now(state, *group)) {
    view.ideas.push_back(view_idea(state, *group, state.ideas.at(id)));
  }
  return view;
}

std::vector<TableKept> view_kept_at_tables(const State& state) {
  const MergeTurn* turn = groups_shown(state);
  if (turn == nullptr) {
    return {};
  }
  std::map<std::optional<TableId>, std::vector<std::string>> tables;
  for (const MergeGroup& group : turn->groups) {
    for (const IdeaId id : kept_now(state, group)) {
      std::vector<std::string>& texts = tables[group.table];
      if (static_cast<std::int64_t>(texts.size()) < limits::kept_shown_per_table_max) {
        texts.push_back(state.ideas.at(id).text);
      }
    }
  }
  std::vector<TableKept> shown;
  shown.reserve(tables.size());
  for (auto& [table, texts] : tables) {
    shown.push_back({table ? table_title(state, *table) : "", std::move(texts)});
  }
  return shown;
}

std::map<std::optional<TableId>, GroupCounts> count_groups(const State& state) {
  std::map<std::optional<TableId>, GroupCounts> counts;
  if (const MergeTurn* turn = groups_now(state)) {
    for (const MergeGroup& group : turn->groups) {
      if (!group.people.empty()) {
        GroupCounts& here = counts[group.table];
        ++here.groups;
        here.kept += group.kept.empty() ? 0 : 1;
      }
    }
  }
  return counts;
}

}  // namespace tablee::core
