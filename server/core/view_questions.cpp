// What is seen of the questions of tables.
#include <algorithm>
#include <map>

#include "base/limits.h"
#include "core/questions.h"
#include "core/view_rules.h"

namespace tablee::core {

namespace {

QuestionShown view_question(const State& state, const AskedQuestion& question) {
  QuestionShown view;
  view.id = question.id;
  view.text = question.text;
  view.tables = question.tables;
  for (const TableId table : question.tables) {
    view.table_names.push_back(table_title(state, table));
  }
  view.fate = shown_fate(state, question);
  view.merged_into = question.merged_into;
  view.answer = question.written;
  return view;
}

}  // namespace

QuestionsView view_questions(const State& state) {
  QuestionsView view;
  const Step* step = current_step(state);
  if (step != nullptr && step->kind == StepKind::ask) {
    const std::int64_t characters = limits::question_chars_max;
    const std::int64_t max = limits::questions_per_table_max;
    const Write* write = step->writes && !step->writes->empty() ? &step->writes->front() : nullptr;
    view.max = write == nullptr ? max : std::min(max, write->max.value_or(max));
    view.characters = write == nullptr ? characters : std::min(characters, write->characters.value_or(characters));
  }
  view.questions.reserve(state.questions.size());
  for (const auto& [id, question] : state.questions) {
    // One that was withdrawn is its table's past; nobody reads it again.
    if (question.fate != AskedFate::withdrawn) {
      view.questions.push_back(view_question(state, question));
    }
  }
  if (state.current_question) {
    const AskedQuestion& current = state.questions.at(*state.current_question);
    const bool timed = current.speech_ends_at != 0;
    view.speech_ends_at_ms = timed && !state.run.paused ? current.speech_ends_at : 0;
    view.speech_remaining_ms = timed && state.run.paused ? current.speech_ends_at - state.run.paused_at : 0;
  }
  return view;
}

std::vector<QuestionRow> view_question_rows(const State& state) {
  std::map<QuestionId, std::int64_t> places;
  for (const QuestionId id : waiting_order(state)) {
    places.emplace(id, static_cast<std::int64_t>(places.size()) + 1);
  }
  const Step* step = current_step(state);
  const bool all = step != nullptr && step->kind == StepKind::ask;
  std::vector<QuestionRow> rows;
  for (const auto& [id, question] : state.questions) {
    const auto place = places.find(id);
    if (all || place != places.end()) {
      rows.push_back({id, question.supports, place == places.end() ? 0 : place->second});
    }
  }
  return rows;
}

}  // namespace tablee::core
