#include "core/questions.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "core/run.h"

namespace tablee::core {

std::string_view question_store(const Step& step) {
  return step.kind == StepKind::ask && step.writes && !step.writes->empty() ? std::string_view(step.writes->front().to)
                                                                            : std::string_view();
}

bool takes_questions(const Step& step, std::string_view store) {
  if (step.kind != StepKind::ask) {
    return false;
  }
  return question_store(step) == store ||
         (step.reads &&
          std::any_of(step.reads->begin(), step.reads->end(), [&](const Read& read) { return read.from == store; }));
}

bool is_asking(const State& state, std::string_view store) {
  const Step* step = current_step(state);
  return step != nullptr && is_active(state.run) && takes_questions(*step, store);
}

AskedFate shown_fate(const State& state, const AskedQuestion& question) {
  if (question.fate != AskedFate::open || is_asking(state, question.store)) {
    return question.fate;
  }
  const Step* current = current_step(state);
  const std::vector<Step>& steps = state.scenario.steps;
  const std::size_t from = current == nullptr ? 0 : static_cast<std::size_t>(current - steps.data()) + 1;
  const bool comes_later = std::any_of(
      steps.begin() + static_cast<std::ptrdiff_t>(from), steps.end(),
      [&](const Step& step) { return takes_questions(step, question.store) && !state.dropped.contains(step.id); });
  return comes_later ? AskedFate::open : AskedFate::not_reached;
}

std::vector<QuestionId> waiting_order(const State& state) {
  std::vector<WaitingQuestion> waiting;
  std::map<std::string_view, bool> reached;  // by store: a step takes its questions, or will
  for (const auto& [id, question] : state.questions) {
    if (question.fate != AskedFate::open) {
      continue;
    }
    const auto [store, is_new] = reached.try_emplace(question.store, false);
    if (is_new) {
      store->second = shown_fate(state, question) == AskedFate::open;
    }
    if (store->second) {
      waiting.push_back({id, question.tables, question.supports});
    }
  }
  return order_questions(std::move(waiting), questions_served(state));
}

std::map<TableId, std::int64_t> questions_served(const State& state) {
  std::map<TableId, std::int64_t> served;
  for (const auto& [id, question] : state.questions) {
    if (question.called) {
      for (const TableId table : question.tables) {
        ++served[table];
      }
    }
  }
  return served;
}

}  // namespace tablee::core
