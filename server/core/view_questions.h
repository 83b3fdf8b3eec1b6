// core/view_questions.h: what is seen of the questions of tables; included by core/view.h.
//
// Everyone reads every question, with its tables and its fate. How many people support each, and the order that
// follows, are the facilitator's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/asked.h"

namespace tablee::core {

struct QuestionShown {
  QuestionId id;
  std::string text;
  std::vector<TableId> tables;
  std::vector<std::string> table_names;
  AskedFate fate = AskedFate::open;
  std::optional<QuestionId> merged_into;
  std::optional<WrittenAnswer> answer;
  static constexpr auto fields() {
    return fields_of(field("id", &QuestionShown::id, "the question"), field("text", &QuestionShown::text, "its words"),
                     field("tables", &QuestionShown::tables, "the tables that ask it, the first one first"),
                     field("table_names", &QuestionShown::table_names, "their names"),
                     field("fate", &QuestionShown::fate, "what became of it"),
                     field("merged_into", &QuestionShown::merged_into, "merged: the question it goes on in"),
                     field("answer", &QuestionShown::answer, "what the experts wrote"));
  }
};

// A question as the lead sees it.
struct QuestionRow {
  QuestionId id;
  std::int64_t supports = 0;
  std::int64_t place = 0;
  static constexpr auto fields() {
    return fields_of(field("id", &QuestionRow::id, "the question"),
                     field("supports", &QuestionRow::supports, "people who want it asked"),
                     field("place", &QuestionRow::place, "its place in the order, from 1; 0: it does not wait"));
  }
};

}  // namespace tablee::core
