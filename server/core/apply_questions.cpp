#include <algorithm>

#include "core/apply_parts.h"
#include "core/items.h"

namespace tablee::core {
namespace {

void leave_current(State& state, QuestionId question) {
  if (state.current_question == question) {
    state.current_question.reset();
    end_item(state.run);
    existing(state.questions, question).speech_ends_at = 0;
  }
}

}  // namespace

void change(State& state, const Stamp&, const QuestionAsked& event) {
  AskedQuestion question;
  question.id = event.question;
  question.step = event.step;
  question.store = event.store;
  question.text = event.text;
  question.tables = {event.table};
  TABLEE_CHECK(state.questions.emplace(event.question, std::move(question)).second);
  if (event.person) {
    existing(state.people, *event.person).active = true;
  }
}

void change(State& state, const Stamp&, const QuestionWithdrawn& event) {
  existing(state.questions, event.question).fate = AskedFate::withdrawn;
}

void change(State& state, const Stamp&, const QuestionSupported& event) {
  AskedQuestion& question = existing(state.questions, event.question);
  Person& person = existing(state.people, event.person);
  const bool changed =
      event.wanted ? person.supports.insert(event.question).second : person.supports.erase(event.question) > 0;
  TABLEE_CHECK(changed);
  question.supports += event.wanted ? 1 : -1;
  person.active = true;
}

// The supports of both go on, each person counted once.
void change(State& state, const Stamp&, const QuestionsMerged& event) {
  AskedQuestion& from = existing(state.questions, event.from);
  AskedQuestion& into = existing(state.questions, event.into);
  from.fate = AskedFate::merged;
  from.merged_into = event.into;
  for (const TableId table : from.tables) {
    if (std::find(into.tables.begin(), into.tables.end(), table) == into.tables.end()) {
      into.tables.push_back(table);
    }
  }
  for (auto& [id, person] : state.people) {
    if (person.supports.contains(event.from) && person.supports.insert(event.into).second) {
      ++into.supports;
    }
  }
}

void change(State& state, const Stamp&, const QuestionCalled& event) {
  AskedQuestion& question = existing(state.questions, event.question);
  TABLEE_CHECK(!state.current_question);
  question.fate = AskedFate::current;
  question.called = true;
  question.speech_ends_at = event.ends_at_ms;
  state.current_question = event.question;
  std::vector<QuestionId>& called = state.run.called;
  if (std::find(called.begin(), called.end(), event.question) == called.end()) {
    called.push_back(event.question);
  }
}

void change(State& state, const Stamp&, const QuestionHeard& event) {
  leave_current(state, event.question);
  AskedQuestion& question = existing(state.questions, event.question);
  question.fate = AskedFate::heard;
  question.heard_aloud = true;
}

void change(State& state, const Stamp&, const QuestionDeferred& event) {
  leave_current(state, event.question);
  existing(state.questions, event.question).fate = AskedFate::deferred;
}

void change(State& state, const Stamp&, const QuestionReturned& event) {
  // Called by mistake, it was none of those that had their time; called again, it had had it.
  if (state.current_question == event.question && !state.run.called.empty() &&
      state.run.called.back() == event.question) {
    state.run.called.pop_back();
    state.run.item = std::min(state.run.item, static_cast<std::int64_t>(state.run.called.size()));
  }
  leave_current(state, event.question);
  AskedQuestion& question = existing(state.questions, event.question);
  question.fate = question.written ? AskedFate::heard : AskedFate::open;
}

// A question answered in writing alone waits for nothing more; taken back, it waits for that answer again.
void change(State& state, const Stamp&, const AnswerWritten& event) {
  AskedQuestion& question = existing(state.questions, event.question);
  if (event.answer.text.empty()) {
    question.written.reset();
    const bool is_current = question.fate == AskedFate::current;
    question.fate = is_current || question.heard_aloud ? question.fate : AskedFate::deferred;
    return;
  }
  question.written = event.answer;
  if (question.fate == AskedFate::open || question.fate == AskedFate::deferred) {
    question.fate = AskedFate::heard;
  }
}

void change(State& state, const Stamp&, const QuestionJudged& event) {
  existing(state.questions, event.question).fate = event.answered ? AskedFate::answered : AskedFate::not_really;
}

}  // namespace tablee::core
