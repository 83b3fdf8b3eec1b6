#include "core/merge.h"

#include <algorithm>
#include <variant>

#include "base/limits.h"
#include "core/lineage.h"
#include "core/presence.h"
#include "core/run.h"

namespace tablee::core {
namespace {

using People = std::vector<PersonId>;

const MergeTurn* turn_before(const Merge* merge, std::int64_t turn) {
  if (merge == nullptr) {
    return nullptr;
  }
  const auto next = merge->turns.lower_bound(turn);
  return next == merge->turns.begin() ? nullptr : &std::prev(next)->second;
}

// Earlier groups, as far as they are still together at this table, then those who were in none.
std::vector<People> blocks_at(const MergeTurn* before, const People& people) {
  std::map<std::size_t, People> together;
  std::vector<People> alone;
  for (const PersonId person : people) {
    if (before != nullptr && before->seats.contains(person)) {
      together[before->seats.at(person)].push_back(person);
    } else {
      alone.push_back({person});
    }
  }
  std::vector<People> blocks;
  blocks.reserve(together.size() + alone.size());
  for (auto& [group, members] : together) {
    blocks.push_back(std::move(members));
  }
  blocks.insert(blocks.end(), alone.begin(), alone.end());
  return blocks;
}

std::vector<People> cut(const std::vector<People>& blocks, std::size_t size) {
  std::vector<People> groups;
  People open;
  const auto close = [&] {
    groups.push_back(std::move(open));
    open.clear();
  };
  for (const People& block : blocks) {
    if (open.size() >= 2 && open.size() + block.size() > size + 1) {
      close();
    }
    open.insert(open.end(), block.begin(), block.end());
    if (open.size() >= size) {
      close();
    }
  }
  if (open.size() == 1 && !groups.empty()) {
    groups.back().push_back(open.front());
  } else if (!open.empty()) {
    close();
  }
  for (People& group : groups) {
    std::sort(group.begin(), group.end());
  }
  return groups;
}

std::vector<People> groups_at(const MergeTurn* before, const People& people, std::optional<std::int64_t> size) {
  if (!size) {
    return {people};
  }
  const auto most = static_cast<std::size_t>(*size);
  std::vector<People> blocks = blocks_at(before, people);
  // From larger groups to smaller ones nothing nests: the table is cut anew.
  if (std::any_of(blocks.begin(), blocks.end(), [&](const People& block) { return block.size() > most + 1; })) {
    blocks = blocks_at(nullptr, people);
  }
  return cut(blocks, most);
}

std::map<PersonId, std::size_t> seats_in(const std::vector<GroupFormed>& groups) {
  std::map<PersonId, std::size_t> seats;
  for (std::size_t place = 0; place < groups.size(); ++place) {
    for (const PersonId person : groups[place].people) {
      seats.emplace(person, place);
    }
  }
  return seats;
}

// The last group of each table.
std::map<TableId, std::size_t> last_groups(const std::vector<GroupFormed>& groups) {
  std::map<TableId, std::size_t> last;
  for (std::size_t place = 0; place < groups.size(); ++place) {
    if (groups[place].table) {
      last[*groups[place].table] = place;
    }
  }
  return last;
}

class Dealing {
 public:
  Dealing(const State& state, const Step& step, std::vector<GroupFormed>& groups)
      : state_(state), step_(step), groups_(groups), seats_(seats_in(groups)), last_(last_groups(groups)) {}

  void deal_what_was_read() {
    for (const auto& [id, idea] : state_.ideas) {
      if (stands(idea) && (idea.step == step_.id || is_read_by(state_, step_, idea))) {
        give(id, place_of(idea));
      }
    }
  }

  void deal_what_was_kept(const MergeTurn& before) {
    for (const MergeGroup& group : before.groups) {
      const std::optional<std::size_t> place = place_of(group);
      for (const IdeaId idea : passed_on(state_, group)) {
        give(idea, place);
      }
    }
  }

 private:
  void give(IdeaId idea, std::optional<std::size_t> place) {
    if (!place) {
      return;
    }
    std::vector<IdeaId>& ideas = groups_[*place].ideas;
    if (static_cast<std::int64_t>(ideas.size()) < limits::ideas_per_group_max) {
      ideas.push_back(idea);
    }
  }

  std::optional<std::size_t> last_group_of(std::optional<TableId> table) const {
    const auto last = table ? last_.find(*table) : last_.end();
    return last == last_.end() ? std::nullopt : std::optional(last->second);
  }

  std::optional<std::size_t> place_of(const Idea& idea) const {
    for (const PersonId author : authors_of(state_, idea)) {
      if (const auto seat = seats_.find(author); seat != seats_.end()) {
        return seat->second;
      }
    }
    return goes_to_authors_alone(idea) ? std::nullopt : last_group_of(idea.table);
  }

  std::optional<std::size_t> place_of(const MergeGroup& before) const {
    for (const PersonId person : before.people) {
      if (const auto seat = seats_.find(person); seat != seats_.end()) {
        return seat->second;
      }
    }
    return last_group_of(before.table);
  }

  bool goes_to_authors_alone(const Idea& idea) const {
    return idea.step != step_.id && std::none_of(step_.reads->begin(), step_.reads->end(), [&](const Read& read) {
             return read.distribution != Distribution::own && lies_in(state_, idea, read.from);
           });
  }

  const State& state_;
  const Step& step_;
  std::vector<GroupFormed>& groups_;
  std::map<PersonId, std::size_t> seats_;
  std::map<TableId, std::size_t> last_;
};

// One gesture may move several people: each decision sees those before it.
class Regrouping {
 public:
  Regrouping(const State& state, const Step& step, const MergeTurn& turn) : state_(state), step_(step), turn_(turn) {
    for (const MergeGroup& group : turn.groups) {
      groups_.push_back({group.table, group.people.size(), group.ideas.size()});
    }
  }

  void look_at(const Person& person) {
    const auto found = turn_.seats.find(person.id);
    std::optional<std::size_t> seat = found == turn_.seats.end() ? std::nullopt : std::optional(found->second);
    if (seat && (!is_present(person) || groups_[*seat].table != person.table)) {
      events_.add(GroupLeft{step_.id, state_.run.turn, static_cast<std::int64_t>(*seat), person.id});
      --groups_[*seat].people;
      seat.reset();
    }
    if (!is_present(person)) {
      return;
    }
    const bool stays = seat.has_value();
    const std::size_t place = stays ? *seat : place_for(person.table);
    std::vector<IdeaId> ideas = ideas_of(person, groups_[place].ideas);
    if (!stays || !ideas.empty()) {
      groups_[place].people += stays ? 0 : 1;
      groups_[place].ideas += ideas.size();
      events_.add(GroupJoined{step_.id, state_.run.turn, static_cast<std::int64_t>(place), person.table, person.id,
                              std::move(ideas)});
    }
  }

  Events events() && { return std::move(events_); }

 private:
  struct Size {
    std::optional<TableId> table;
    std::size_t people = 0;
    std::size_t ideas = 0;
  };

  // The smallest group of the table, the last of them; a new one when it has none.
  std::size_t place_for(std::optional<TableId> table) {
    std::optional<std::size_t> best;
    for (std::size_t place = 0; place < groups_.size(); ++place) {
      if (groups_[place].table == table && (!best || groups_[place].people <= groups_[*best].people)) {
        best = place;
      }
    }
    if (!best) {
      groups_.push_back({table, 0, 0});
      best = groups_.size() - 1;
    }
    return *best;
  }

  // The person's own ideas that no group of this step has had so far.
  std::vector<IdeaId> ideas_of(const Person& person, std::size_t taken) const {
    std::vector<IdeaId> ideas;
    for (const IdeaId id : person.ideas) {
      const Idea& idea = state_.ideas.at(id);
      const bool of_step = idea.step == step_.id || is_read_by(state_, step_, idea);
      const bool fits = taken + ideas.size() < static_cast<std::size_t>(limits::ideas_per_group_max);
      if (of_step && fits && stands(idea) && !was_dealt(id)) {
        ideas.push_back(id);
      }
    }
    return ideas;
  }

  bool was_dealt(IdeaId idea) const {
    const Merge& merge = *last_merge(state_);
    return std::any_of(merge.turns.begin(), merge.turns.end(),
                       [&](const auto& entry) { return entry.second.places.contains(idea); });
  }

  const State& state_;
  const Step& step_;
  const MergeTurn& turn_;
  std::vector<Size> groups_;
  Events events_;
};

bool moves_somebody(const Event& event) {
  return std::holds_alternative<PersonArrived>(event) || std::holds_alternative<PersonSeated>(event) ||
         std::holds_alternative<PersonGone>(event) || std::holds_alternative<TablesDealt>(event) ||
         std::holds_alternative<TransitionUndone>(event) || std::holds_alternative<TurnStarted>(event);
}

std::vector<IdeaId> standing(const State& state, const std::vector<IdeaId>& ideas) {
  std::vector<IdeaId> shown;
  std::copy_if(ideas.begin(), ideas.end(), std::back_inserter(shown),
               [&](const IdeaId id) { return stands(state.ideas.at(id)); });
  return shown;
}

}  // namespace

Form form_of_turn(const Step& step, std::int64_t turn) {
  const bool has = step.timer.turns && turn < static_cast<std::int64_t>(step.timer.turns->size());
  return has ? (*step.timer.turns)[static_cast<std::size_t>(turn)].form.value_or(step.audience.form)
             : step.audience.form;
}

bool works_in_groups(Form form) {
  return form == Form::pair || form == Form::trio || form == Form::quartet || form == Form::table ||
         form == Form::group;
}

std::optional<std::int64_t> size_of_group(const Step& step, Form form) {
  switch (form) {
    case Form::pair:
      return 2;
    case Form::trio:
      return 3;
    case Form::quartet:
      return 4;
    case Form::group:
      return step.audience.size;
    case Form::individual:
    case Form::table:
    case Form::committee:
    case Form::plenary:
      break;
  }
  return std::nullopt;
}

bool writes_alone(const State& state, const Step& step) {
  return step.kind == StepKind::merge && is_active(state, step.id) &&
         form_of_turn(step, state.run.turn) == Form::individual;
}

bool has_just_written_alone(const State& state, const Step& step, TimeMs now) {
  const MergeTurn* turn = is_active(state, step.id) ? groups_now(state) : nullptr;
  return turn != nullptr && state.run.turn > 0 && form_of_turn(step, state.run.turn - 1) == Form::individual &&
         now - turn->formed_at <= limits::late_grace_ms;
}

std::int64_t most_kept(const Step& step) {
  return step.writes && !step.writes->empty() ? step.writes->front().max.value_or(limits::ideas_per_person_max)
                                              : limits::ideas_per_person_max;
}

std::int64_t most_characters(const Step& step) {
  return step.writes && !step.writes->empty() ? step.writes->front().characters.value_or(limits::idea_chars_max)
                                              : limits::idea_chars_max;
}

const Merge* last_merge(const State& state) {
  const auto found = state.laps.empty() ? state.merges.end() : state.merges.find(state.laps.size() - 1);
  return found == state.merges.end() ? nullptr : &found->second;
}

const MergeTurn* groups_now(const State& state) {
  const Merge* merge = last_merge(state);
  if (merge == nullptr || !is_active(state, merge->step)) {
    return nullptr;
  }
  const auto turn = merge->turns.find(state.run.turn);
  return turn == merge->turns.end() ? nullptr : &turn->second;
}

const MergeGroup* group_of(const State& state, const Subject& subject) {
  const MergeTurn* turn = groups_now(state);
  if (turn == nullptr) {
    return nullptr;
  }
  if (subject.role == Role::participant) {
    const auto seat = turn->seats.find(subject.person);
    return seat == turn->seats.end() ? nullptr : &turn->groups[seat->second];
  }
  const Step& step = *current_step(state);
  if (subject.role != Role::table || size_of_group(step, form_of_turn(step, state.run.turn))) {
    return nullptr;
  }
  const auto found = std::find_if(turn->groups.begin(), turn->groups.end(),
                                  [&](const MergeGroup& group) { return group.table == subject.table; });
  return found == turn->groups.end() ? nullptr : &*found;
}

std::vector<GroupFormed> groups_for(const State& state, const Step& step, std::int64_t turn) {
  const MergeTurn* before = turn_before(last_merge(state), turn);
  std::map<std::optional<TableId>, People> tables;
  for (const auto& [id, person] : state.people) {
    if (is_present(person)) {
      tables[person.table].push_back(id);
    }
  }
  const std::optional<std::int64_t> size = size_of_group(step, form_of_turn(step, turn));
  std::vector<GroupFormed> groups;
  for (const auto& [table, people] : tables) {
    // People who sit nowhere are a table for nobody: without a size, as many as a table would hold.
    const auto most = table || size ? size : std::optional(state.scenario.group.per_table_max);
    for (People& group : groups_at(before, people, most)) {
      groups.push_back({table, std::move(group), {}});
    }
  }
  Dealing dealing(state, step, groups);
  if (before == nullptr) {
    dealing.deal_what_was_read();
  } else {
    dealing.deal_what_was_kept(*before);
  }
  return groups;
}

Events regroup(const State& state, const Events& gesture) {
  const MergeTurn* turn = groups_now(state);
  if (turn == nullptr) {
    return {};
  }
  Regrouping regrouping(state, *current_step(state), *turn);
  if (std::any_of(gesture.begin(), gesture.end(), moves_somebody)) {
    for (const auto& [id, person] : state.people) {
      regrouping.look_at(person);
    }
  } else {
    for (const Event& event : gesture) {
      if (const auto* idea = std::get_if<IdeaSubmitted>(&event)) {
        regrouping.look_at(state.people.at(idea->person));
      }
    }
  }
  return std::move(regrouping).events();
}

std::vector<IdeaId> ideas_now(const State& state, const MergeGroup& group) {
  return standing(state, group.ideas);
}

std::vector<IdeaId> kept_now(const State& state, const MergeGroup& group) {
  return standing(state, {group.kept.begin(), group.kept.end()});
}

std::vector<IdeaId> passed_on(const State& state, const MergeGroup& group) {
  std::vector<IdeaId> ideas;
  const auto add = [&](const IdeaId id) {
    const Idea& idea = goes_on_in(state, state.ideas.at(id));
    if (stands(idea) && std::find(ideas.begin(), ideas.end(), idea.id) == ideas.end()) {
      ideas.push_back(idea.id);
    }
  };
  // In the order in which the group has them.
  for (const IdeaId id : group.ideas) {
    if (group.kept.contains(id)) {
      add(id);
    }
  }
  if (ideas.empty()) {
    std::for_each(group.ideas.begin(), group.ideas.end(), add);
  }
  return ideas;
}

MergeEnded end_of_merge(const State& state, const Merge& merge) {
  std::set<IdeaId> all;
  std::set<IdeaId> dropped;
  for (const auto& [number, turn] : merge.turns) {
    std::set<IdeaId> passed;
    for (const MergeGroup& group : turn.groups) {
      for (const IdeaId idea : passed_on(state, group)) {
        passed.insert(idea);
        all.insert(idea);
        dropped.erase(idea);
      }
    }
    for (const auto& [idea, group] : turn.places) {
      if (stands(state.ideas.at(idea)) && !passed.contains(idea)) {
        all.insert(idea);
        dropped.insert(idea);
      }
    }
  }
  MergeEnded event{merge.step, {}, {dropped.begin(), dropped.end()}};
  std::set_difference(all.begin(), all.end(), dropped.begin(), dropped.end(), std::back_inserter(event.kept));
  return event;
}

}  // namespace tablee::core
