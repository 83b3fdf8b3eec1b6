// core/view_measure.h: what is seen of questionnaires; included by core/view.h.
//
// Nobody sees a sheet but the tablet that filled it in. Counts are seen once published, and never of fewer than
// limits::answers_shown_min answers. Free words are seen by the facilitator alone, sorted by text, so that their order
// says nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "core/event.h"
#include "core/scenario.h"

namespace tablee::core {

// open: its step runs. closed: the step is over. published: everyone sees the counts.
enum class MeasureStatus { open, closed, published };
constexpr auto names_of(MeasureStatus) {
  return std::array<std::string_view, 3>{"open", "closed", "published"};
}

struct MeasureSheet {
  std::string step;
  MeasureStatus status = MeasureStatus::open;
  std::vector<Question> questions;
  std::string compared_with;
  std::int64_t sheets = 0;
  std::vector<QuestionTotal> totals;
  std::vector<QuestionShift> shifts;
  static constexpr auto fields() {
    return fields_of(
        field("step", &MeasureSheet::step, "its step"), field("status", &MeasureSheet::status, "where it is"),
        field("questions", &MeasureSheet::questions, "what is asked"),
        field("compared_with", &MeasureSheet::compared_with, "the earlier step with the same questions, or empty"),
        field("sheets", &MeasureSheet::sheets, "people who filled it in; 0 while it is open"),
        field("totals", &MeasureSheet::totals, "once published: in the order of the questions"),
        field("shifts", &MeasureSheet::shifts, "once published: since the step it is compared with"));
  }
};

// The free answers to one question, for the facilitator.
struct WordsGiven {
  std::string step;
  std::string question;
  std::vector<std::string> texts;
  static constexpr auto fields() {
    return fields_of(field("step", &WordsGiven::step, "a published questionnaire"),
                     field("question", &WordsGiven::question, "its question"),
                     field("texts", &WordsGiven::texts, "sorted by text; empty when too few answered"));
  }
};

}  // namespace tablee::core
