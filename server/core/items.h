// core/items.h: the time for each thing debated or voted, in a step that has a budget.
//
// Items    vote: its polls, each from its opening to its close. ask: the questions called, each until it was heard or
//          put back. Every other kind: the lead says when the next begins (StartItem), and it goes on until then.
// Time     Told, never enforced: an item past its time goes on. It stands still while the room is paused, and is not
//          moved by what the step is given.
#pragma once

#include <cstdint>

#include "base/time.h"
#include "core/decide.h"
#include "core/events.h"

namespace tablee::core {

// How the room learns which item is under way.
enum class ItemSource { none, polls, questions, lead };
ItemSource item_source(const Step& step);

// Nothing when the current step has no budget.
Events poll_item(const State& state, PollId opened, TimeMs now);
Events question_item(const State& state, QuestionId called, TimeMs now);

// How many are still to come after the one under way: polls that are prepared, questions that wait and fit in the
// budget, or what the budget expects.
std::int64_t items_left(const State& state);

// The one under way is over.
void end_item(Run& run);

}  // namespace tablee::core
