// export/answers.h: what people answered and what they asked, as the avis prints it.
//
// Shape    Published questionnaires only, and no count or word of fewer than limits::answers_shown_min answers. No
//          name. Every question of a table, with what became of it; of withdrawn ones only how many.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/state.h"

namespace tablee::exported {

struct AnswersPrinted {
  core::Texts text;
  core::Scale scale = core::Scale::agreement;
  core::QuestionTotal total;
  std::optional<core::QuestionShift> shift;
  std::vector<std::string> words;
  static constexpr auto fields() {
    return fields_of(field("text", &AnswersPrinted::text, "the question"),
                     field("scale", &AnswersPrinted::scale, "how it is answered"),
                     field("total", &AnswersPrinted::total, "the count"),
                     field("shift", &AnswersPrinted::shift, "the change since the step it is compared with"),
                     field("words", &AnswersPrinted::words, "free answers, sorted by text"));
  }
};

struct MeasurePrinted {
  std::string step;
  core::Texts title;
  std::int64_t sheets = 0;
  std::string box_sha256;
  std::vector<AnswersPrinted> questions;
  static constexpr auto fields() {
    return fields_of(field("step", &MeasurePrinted::step, "its step"),
                     field("title", &MeasurePrinted::title, "the title of its step"),
                     field("sheets", &MeasurePrinted::sheets, "people who filled it in"),
                     field("box_sha256", &MeasurePrinted::box_sha256, "hash of its sheets"),
                     field("questions", &MeasurePrinted::questions, "in order"));
  }
};

struct QuestionPrinted {
  QuestionId id;
  std::string text;
  std::vector<std::string> tables;
  core::AskedFate fate = core::AskedFate::open;
  std::optional<QuestionId> merged_into;
  std::optional<core::WrittenAnswer> answer;
  static constexpr auto fields() {
    return fields_of(field("id", &QuestionPrinted::id, "the question"),
                     field("text", &QuestionPrinted::text, "its words"),
                     field("tables", &QuestionPrinted::tables, "the tables that ask it"),
                     field("fate", &QuestionPrinted::fate, "what became of it"),
                     field("merged_into", &QuestionPrinted::merged_into, "merged: the question it goes on in"),
                     field("answer", &QuestionPrinted::answer, "what the experts wrote"));
  }
};

std::vector<MeasurePrinted> build_measures(const core::State& state);
std::vector<QuestionPrinted> build_questions(const core::State& state);
std::int64_t questions_withdrawn(const core::State& state);

}  // namespace tablee::exported
