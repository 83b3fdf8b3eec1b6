// What is seen of questionnaires.
#include "core/measure.h"
#include "core/view_rules.h"

namespace tablee::core {

namespace {

MeasureSheet view_sheet(const State& state, const Step& step) {
  MeasureSheet view;
  view.step = step.id;
  view.status = step_runs(state, step.id) ? MeasureStatus::open : MeasureStatus::closed;
  view.questions = questions_asked(state, step);
  view.compared_with = step.compare_with.value_or("");
  const auto measure = state.measures.find(step.id);
  if (measure == state.measures.end()) {
    return view;
  }
  if (view.status != MeasureStatus::open) {
    view.sheets = static_cast<std::int64_t>(measure->second.answered.size());
  }
  if (const auto& result = measure->second.result) {
    view.status = MeasureStatus::published;
    view.sheets = result->sheets;
    view.totals = result->totals;
    view.shifts = result->shifts;
  }
  return view;
}

}  // namespace

MeasureView view_measure(const State& state) {
  MeasureView view;
  for (const Step& step : state.scenario.steps) {
    if (step.kind == StepKind::measure && step_has_started(state, step.id)) {
      view.sheets.push_back(view_sheet(state, step));
    }
  }
  return view;
}

std::vector<WordsGiven> view_free_words(const State& state) {
  std::vector<WordsGiven> given;
  for (const Step& step : state.scenario.steps) {
    const auto measure = state.measures.find(step.id);
    if (measure == state.measures.end() || !measure->second.result) {
      continue;
    }
    for (const Question& question : questions_asked(state, step)) {
      if (question.scale == Scale::words) {
        given.push_back({step.id, question.id, free_words(measure->second, question.id)});
      }
    }
  }
  return given;
}

}  // namespace tablee::core
