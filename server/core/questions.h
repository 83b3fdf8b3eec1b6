// core/questions.h: what every rule and view asks about the questions of tables.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "core/question_order.h"
#include "core/state.h"

namespace tablee::core {

// The question store that an `ask` step writes.
std::string_view question_store(const Step& step);
// Whether an `ask` step takes the questions of this store: it writes it, or reads it.
bool takes_questions(const Step& step, std::string_view store);
// The current step takes these questions, and goes on.
bool is_asking(const State& state, std::string_view store);
// The fate as people know it: not_reached once no step that runs or comes later in the programme takes an open one.
AskedFate shown_fate(const State& state, const AskedQuestion& question);

// The open questions, in the order in which they should be called.
std::vector<QuestionId> waiting_order(const State& state);
// How many questions of each table have been called.
std::map<TableId, std::int64_t> questions_served(const State& state);

}  // namespace tablee::core
