#include "base/utf8.h"
#include "core/decide_parts.h"
#include "core/lineage.h"
#include "core/merge.h"

namespace tablee::core {
namespace {

// The group for which this subject speaks in this turn.
Result<const MergeGroup*> group_at_work(const State& state, const Subject& subject, const std::string& step,
                                        std::int64_t turn) {
  if (groups_now(state) == nullptr || state.run.step != step || state.run.turn != turn) {
    return refuse(Code::wrong_step, "turn", "the groups of this turn are not at work now");
  }
  const MergeGroup* group = group_of(state, subject);
  if (group == nullptr) {
    return refuse(Code::not_allowed, "", "the sender is in no group of this turn");
  }
  return group;
}

// The idea, if this group has it and nothing has become of it meanwhile.
Result<const Idea*> idea_in_hand(const State& state, const MergeGroup& group, IdeaId id, const char* field) {
  const Idea* idea = find_in(state.ideas, id);
  if (idea == nullptr) {
    return refuse(Code::not_found, field, "there is no such idea");
  }
  if (std::find(group.ideas.begin(), group.ideas.end(), id) == group.ideas.end()) {
    // Dissolved by somebody else of the group, or never its own: the table tells which without saying more.
    const bool was_here = idea->fate == Fate::dissolved && idea->table == group.table;
    return was_here ? refuse(Code::conflict, field, "somebody of the group has just taken this idea apart")
                    : refuse(Code::not_found, field, "this group has no such idea");
  }
  if (!stands(*idea)) {
    return refuse(Code::conflict, field, "somebody has just done something else with this idea");
  }
  return idea;
}

std::int64_t count(const std::vector<IdeaId>& ideas) {
  return static_cast<std::int64_t>(ideas.size());
}

Refusal enough_kept(const Step& step) {
  return refuse(Code::too_many, "kept", "a group keeps at most " + std::to_string(most_kept(step)) + " ideas");
}

// Why this group cannot make one more idea of these.
std::optional<Refusal> no_room_for(const State& state, const Step& step, const MergeGroup& group,
                                   const std::vector<IdeaId>& parents) {
  const std::vector<IdeaId> kept = kept_now(state, group);
  const auto left = std::count_if(kept.begin(), kept.end(), [&](const IdeaId id) {
    return std::find(parents.begin(), parents.end(), id) == parents.end();
  });
  if (left >= most_kept(step)) {
    return enough_kept(step);
  }
  if (group.merges >= limits::merges_per_group_max || is_full(group.ideas, limits::ideas_per_group_max) ||
      is_full(state.ideas, limits::ideas_max)) {
    return refuse(Code::too_many, "", "this group can make no more ideas");
  }
  return std::nullopt;
}

}  // namespace

Events groups_of_turn(const State& state, const Step& step) {
  const std::int64_t turn = state.run.turn;
  const Merge* merge = last_merge(state);
  // A turn that the lead goes back to goes on with its groups.
  if (!works_in_groups(form_of_turn(step, turn)) || (merge != nullptr && merge->turns.contains(turn))) {
    return {};
  }
  return Events(GroupsFormed{step.id, turn, groups_for(state, step, turn)});
}

Events merge_ended(const State& state) {
  const Merge* merge = last_merge(state);
  return merge == nullptr ? Events{} : Events{end_of_merge(state, *merge)};
}

Result<Decision> answer(const State& state, const Envelope& envelope, const KeepIdea& command) {
  const auto group = group_at_work(state, envelope.subject, command.step, command.turn);
  if (!group) {
    return group.error();
  }
  const auto idea = idea_in_hand(state, **group, command.idea, "idea");
  if (!idea) {
    return idea.error();
  }
  if ((*group)->kept.contains(command.idea) == command.kept) {
    return Decision{};
  }
  const Step& step = *current_step(state);
  if (command.kept && count(kept_now(state, **group)) >= most_kept(step)) {
    return enough_kept(step);
  }
  return fact(IdeaKept{command.step, command.turn, command.idea, command.kept});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const MergeIdeas& command) {
  const auto group = group_at_work(state, envelope.subject, command.step, command.turn);
  if (!group) {
    return group.error();
  }
  std::vector<IdeaId> parents = command.ideas;
  std::sort(parents.begin(), parents.end());
  parents.erase(std::unique(parents.begin(), parents.end()), parents.end());
  if (parents.size() < 2) {
    return refuse(Code::out_of_range, "ideas", "one idea alone is not merged");
  }
  for (const IdeaId id : parents) {
    if (const auto idea = idea_in_hand(state, **group, id, "ideas"); !idea) {
      return idea.error();
    }
  }
  const auto text = some_text(command.text, "text");
  if (!text) {
    return text.error();
  }
  const Step& step = *current_step(state);
  if (utf8_length(*text) > most_characters(step)) {
    return refuse(Code::too_long, "text", "the step allows " + std::to_string(most_characters(step)) + " characters");
  }
  if (const auto refusal = no_room_for(state, step, **group, parents)) {
    return *refusal;
  }
  return fact(IdeasMerged{command.step, command.turn, next_id(state.ideas), parents, *text});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const UnmergeIdea& command) {
  const auto group = group_at_work(state, envelope.subject, command.step, command.turn);
  if (!group) {
    return group.error();
  }
  const auto idea = idea_in_hand(state, **group, command.idea, "idea");
  if (!idea) {
    return idea.error();
  }
  const std::vector<IdeaId>& made = (*group)->made;
  if (std::find(made.begin(), made.end(), command.idea) == made.end()) {
    return refuse(Code::wrong_state, "idea", "this idea was not made by the group in this turn");
  }
  // What stood for its parents among what is kept goes back to them, as far as there is room.
  IdeaUnmerged event{command.step, command.turn, command.idea, {}};
  if ((*group)->kept.contains(command.idea)) {
    std::int64_t room = most_kept(*current_step(state)) - count(kept_now(state, **group)) + 1;
    for (const IdeaId parent : (*idea)->parents) {
      if (room-- > 0) {
        event.kept.push_back(parent);
      }
    }
  }
  return fact(event);
}

}  // namespace tablee::core
