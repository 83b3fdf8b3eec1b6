// core/command_merge.h: what a group does with the ideas it has in a turn of a `merge` step.
//
// Errors   wrong_step: that turn does not go on. not_allowed: the sender is in no group of it. not_found: the group
//          does not have that idea. conflict: somebody of the group has done something else with it first. too_many:
//          the step's `max` is reached.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"

namespace tablee::core {

// It goes on to the next turn, or to the next step.
struct KeepIdea {
  static constexpr std::string_view name = "keep_idea";
  std::string step;
  std::int64_t turn = 0;
  IdeaId idea;
  bool kept = false;
  static constexpr auto fields() {
    return fields_of(
        field("step", &KeepIdea::step, "a step of kind merge that is going on", between(1, 32)),
        field("turn", &KeepIdea::turn, "its turn, from 0; another one is over", between(0, limits::turns_max - 1)),
        field("idea", &KeepIdea::idea, "an idea of the sender's group"),
        field("kept", &KeepIdea::kept, "false: no longer"));
  }
};

// One idea, kept, in the place of several. Those stay, as its parents.
struct MergeIdeas {
  static constexpr std::string_view name = "merge_ideas";
  std::string step;
  std::int64_t turn = 0;
  std::vector<IdeaId> ideas;
  std::string text;
  static constexpr auto fields() {
    return fields_of(
        field("step", &MergeIdeas::step, "a step of kind merge that is going on", between(1, 32)),
        field("turn", &MergeIdeas::turn, "its turn, from 0; another one is over", between(0, limits::turns_max - 1)),
        field("ideas", &MergeIdeas::ideas, "ideas of the sender's group", between(2, limits::ideas_merged_max)),
        field("text", &MergeIdeas::text, "the words of the new idea", between(1, limits::idea_chars_max)));
  }
};

// Its parents come back.
struct UnmergeIdea {
  static constexpr std::string_view name = "unmerge_idea";
  std::string step;
  std::int64_t turn = 0;
  IdeaId idea;
  static constexpr auto fields() {
    return fields_of(
        field("step", &UnmergeIdea::step, "a step of kind merge that is going on", between(1, 32)),
        field("turn", &UnmergeIdea::turn, "its turn, from 0; another one is over", between(0, limits::turns_max - 1)),
        field("idea", &UnmergeIdea::idea, "an idea that the sender's group made in this turn"));
  }
};

}  // namespace tablee::core
