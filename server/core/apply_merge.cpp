#include <algorithm>

#include "core/apply_parts.h"

namespace tablee::core {
namespace {

MergeTurn& turn_of(State& state, std::int64_t turn) {
  TABLEE_CHECK(!state.laps.empty());
  return existing(existing(state.merges, state.laps.size() - 1).turns, turn);
}

MergeGroup& group_with(MergeTurn& turn, IdeaId idea) {
  return turn.groups.at(existing(turn.places, idea));
}

void add_idea(MergeTurn& turn, std::size_t group, IdeaId idea) {
  turn.groups.at(group).ideas.push_back(idea);
  TABLEE_CHECK(turn.places.emplace(idea, group).second);
}

void add_person(MergeTurn& turn, std::size_t group, PersonId person) {
  turn.groups.at(group).people.insert(person);
  turn.seats.insert_or_assign(person, group);
}

// Whoever does something with the ideas of a group is at work.
void mark_active(State& state, const Stamp& stamp) {
  if (stamp.subject.role == Role::participant) {
    existing(state.people, stamp.subject.person).active = true;
  }
}

void stand_again(Idea& idea) {
  idea.fate = idea.cluster ? Fate::clustered : Fate::open;
  idea.merged_into.reset();
}

template <class T>
bool remove_from(std::vector<T>& things, const T& thing) {
  return std::erase(things, thing) > 0;
}

}  // namespace

void change(State& state, const Stamp& stamp, const GroupsFormed& event) {
  TABLEE_CHECK(!state.laps.empty());
  Merge& merge = state.merges[state.laps.size() - 1];
  merge.step = event.step;
  MergeTurn& turn = merge.turns[event.turn];
  turn.formed_at = stamp.at;
  for (const GroupFormed& formed : event.groups) {
    const std::size_t place = turn.groups.size();
    MergeGroup group;
    group.table = formed.table;
    turn.groups.push_back(std::move(group));
    for (const PersonId person : formed.people) {
      add_person(turn, place, person);
    }
    for (const IdeaId idea : formed.ideas) {
      add_idea(turn, place, idea);
    }
  }
}

void change(State& state, const Stamp&, const GroupJoined& event) {
  MergeTurn& turn = turn_of(state, event.turn);
  const auto place = static_cast<std::size_t>(event.group);
  if (place == turn.groups.size()) {
    MergeGroup group;
    group.table = event.table;
    turn.groups.push_back(std::move(group));
  }
  add_person(turn, place, event.person);
  for (const IdeaId idea : event.ideas) {
    add_idea(turn, place, idea);
  }
}

void change(State& state, const Stamp&, const GroupLeft& event) {
  MergeTurn& turn = turn_of(state, event.turn);
  TABLEE_CHECK(turn.seats.erase(event.person) > 0);
  turn.groups.at(static_cast<std::size_t>(event.group)).people.erase(event.person);
}

void change(State& state, const Stamp& stamp, const IdeaKept& event) {
  MergeGroup& group = group_with(turn_of(state, event.turn), event.idea);
  if (event.kept) {
    group.kept.insert(event.idea);
  } else {
    group.kept.erase(event.idea);
  }
  mark_active(state, stamp);
}

void change(State& state, const Stamp& stamp, const IdeasMerged& event) {
  MergeTurn& turn = turn_of(state, event.turn);
  const std::size_t place = existing(turn.places, event.parents.front());
  MergeGroup& group = turn.groups.at(place);
  Idea idea;
  idea.id = event.idea;
  idea.table = group.table;
  idea.step = event.step;
  idea.text = event.text;
  idea.at = stamp.at;
  idea.parents = event.parents;
  TABLEE_CHECK(state.ideas.emplace(event.idea, std::move(idea)).second);
  for (const IdeaId id : event.parents) {
    Idea& parent = existing(state.ideas, id);
    parent.fate = Fate::merged;
    parent.merged_into = event.idea;
    group.kept.erase(id);
  }
  add_idea(turn, place, event.idea);
  group.kept.insert(event.idea);
  group.made.push_back(event.idea);
  ++group.merges;
  mark_active(state, stamp);
}

void change(State& state, const Stamp& stamp, const IdeaUnmerged& event) {
  MergeTurn& turn = turn_of(state, event.turn);
  MergeGroup& group = group_with(turn, event.idea);
  Idea& idea = existing(state.ideas, event.idea);
  idea.fate = Fate::dissolved;
  for (const IdeaId parent : idea.parents) {
    stand_again(existing(state.ideas, parent));
  }
  remove_from(group.ideas, event.idea);
  remove_from(group.made, event.idea);
  group.kept.erase(event.idea);
  group.kept.insert(event.kept.begin(), event.kept.end());
  turn.places.erase(event.idea);
  mark_active(state, stamp);
}

void change(State& state, const Stamp&, const MergeEnded& event) {
  TABLEE_CHECK(!state.laps.empty());
  Merge& merge = existing(state.merges, state.laps.size() - 1);
  for (const IdeaId id : event.kept) {
    Idea& idea = existing(state.ideas, id);
    if (idea.step != event.step &&
        std::find(idea.kept_in.begin(), idea.kept_in.end(), event.step) == idea.kept_in.end()) {
      idea.kept_in.push_back(event.step);
      merge.brought.push_back(id);
    }
  }
  for (const IdeaId id : event.not_kept) {
    Idea& idea = existing(state.ideas, id);
    idea.fate = Fate::not_kept;
    if (remove_from(idea.kept_in, event.step)) {
      merge.taken.push_back(id);
    }
  }
  merge.not_kept = event.not_kept;
}

void forget_later_groups(State& state, std::int64_t turn) {
  const auto found = state.merges.find(state.laps.size() - 1);
  if (found != state.merges.end()) {
    std::map<std::int64_t, MergeTurn>& turns = found->second.turns;
    turns.erase(turns.upper_bound(turn), turns.end());
  }
}

void take_back_merge_end(State& state) {
  const auto found = state.merges.find(state.laps.size() - 1);
  if (found == state.merges.end()) {
    return;
  }
  Merge& merge = found->second;
  for (const IdeaId id : merge.brought) {
    remove_from(existing(state.ideas, id).kept_in, merge.step);
  }
  for (const IdeaId id : merge.taken) {
    existing(state.ideas, id).kept_in.push_back(merge.step);
  }
  for (const IdeaId id : merge.not_kept) {
    stand_again(existing(state.ideas, id));
  }
  merge.brought.clear();
  merge.taken.clear();
  merge.not_kept.clear();
}

}  // namespace tablee::core
