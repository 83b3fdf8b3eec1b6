#include "export/answers.h"

#include <algorithm>

#include "core/measure.h"
#include "core/questions.h"
#include "core/view_rules.h"

namespace tablee::exported {

using namespace core;

namespace {

MeasurePrinted build_measure(const State& state, const Step& step, const Measure& measure) {
  const MeasurePublished& result = *measure.result;
  MeasurePrinted printed{step.id, step.title, result.sheets, result.box_sha256, {}};
  const std::vector<Question> asked = questions_asked(state, step);
  for (const QuestionTotal& total : result.totals) {
    const auto question =
        std::find_if(asked.begin(), asked.end(), [&](const Question& each) { return each.id == total.question; });
    AnswersPrinted answers{question->text, question->scale, total, std::nullopt, {}};
    const auto shift = std::find_if(result.shifts.begin(), result.shifts.end(),
                                    [&](const QuestionShift& each) { return each.question == total.question; });
    if (shift != result.shifts.end()) {
      answers.shift = *shift;
    }
    if (question->scale == Scale::words) {
      answers.words = free_words(measure, question->id);
    }
    printed.questions.push_back(std::move(answers));
  }
  return printed;
}

}  // namespace

std::vector<MeasurePrinted> build_measures(const State& state) {
  std::vector<MeasurePrinted> measures;
  for (const Step& step : state.scenario.steps) {
    const auto measure = state.measures.find(step.id);
    if (measure != state.measures.end() && measure->second.result) {
      measures.push_back(build_measure(state, step, measure->second));
    }
  }
  return measures;
}

std::vector<QuestionPrinted> build_questions(const State& state) {
  std::vector<QuestionPrinted> questions;
  for (const auto& [id, question] : state.questions) {
    if (question.fate == AskedFate::withdrawn) {
      continue;
    }
    QuestionPrinted printed{id, question.text, {}, shown_fate(state, question), question.merged_into, question.written};
    for (const TableId table : question.tables) {
      printed.tables.push_back(table_title(state, table));
    }
    questions.push_back(std::move(printed));
  }
  return questions;
}

std::int64_t questions_withdrawn(const State& state) {
  return std::count_if(state.questions.begin(), state.questions.end(),
                       [](const auto& entry) { return entry.second.fate == AskedFate::withdrawn; });
}

}  // namespace tablee::exported
