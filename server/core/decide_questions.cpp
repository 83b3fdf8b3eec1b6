#include "base/utf8.h"
#include "core/decide_parts.h"
#include "core/items.h"
#include "core/questions.h"

namespace tablee::core {
namespace {

Refusal no_question() {
  return refuse(Code::not_found, "question", "there is no such question");
}

bool asks_it(const AskedQuestion& question, std::optional<TableId> table) {
  return table && std::find(question.tables.begin(), question.tables.end(), *table) != question.tables.end();
}

// A question of the step that is going on, for the lead.
Result<const AskedQuestion*> asked_now(const State& state, QuestionId id) {
  const AskedQuestion* question = find_in(state.questions, id);
  if (question == nullptr) {
    return no_question();
  }
  if (!is_asking(state, question->store)) {
    return refuse(Code::wrong_step, "question", "the current step does not take this question");
  }
  return question;
}

bool may_be_called(AskedFate fate) {
  return fate == AskedFate::open || fate == AskedFate::heard || fate == AskedFate::not_really ||
         fate == AskedFate::deferred;
}

std::int64_t asked_by(const State& state, TableId table, std::string_view step) {
  return std::count_if(state.questions.begin(), state.questions.end(), [&](const auto& entry) {
    const AskedQuestion& question = entry.second;
    return question.step == step && question.tables.front() == table && question.fate != AskedFate::withdrawn;
  });
}

Result<std::string> question_text(const Write* write, const std::string& typed) {
  auto text = some_text(typed, "text");
  if (!text) {
    return text;
  }
  const std::int64_t most =
      std::min(limits::question_chars_max,
               write != nullptr ? write->characters.value_or(limits::question_chars_max) : limits::question_chars_max);
  if (utf8_length(*text) > most) {
    return refuse(Code::too_long, "text", "the step allows " + std::to_string(most) + " characters");
  }
  return text;
}

// A question that waits for its turn to be called is not answered beside it: the lead leaves it to a written answer
// first.
bool may_be_answered(AskedFate shown) {
  return shown != AskedFate::open && shown != AskedFate::merged && shown != AskedFate::withdrawn;
}

}  // namespace

Events end_of_speech(const State& state) {
  return state.current_question ? Events(QuestionHeard{*state.current_question}) : Events();
}

Result<Decision> answer(const State& state, const Envelope& envelope, const AskQuestion& command) {
  const Step* step = find_step(state.scenario, command.step);
  if (step == nullptr) {
    return refuse(Code::not_found, "step", "the programme has no such step");
  }
  if (step->kind != StepKind::ask || !is_active(state, command.step)) {
    return refuse(Code::wrong_step, "step", "this step receives no questions now");
  }
  const auto table = table_of(state, envelope.subject);
  if (!table) {
    return refuse(Code::not_allowed, "", "a question is asked by a table");
  }
  const Write* write = write_of(*step);
  const auto text = question_text(write, command.text);
  if (!text) {
    return text.error();
  }
  const std::int64_t most =
      write != nullptr ? write->max.value_or(limits::questions_per_table_max) : limits::questions_per_table_max;
  if (asked_by(state, *table, command.step) >= std::min(most, limits::questions_per_table_max)) {
    return refuse(Code::too_many, "step", "the step allows " + std::to_string(most) + " questions a table");
  }
  if (is_full(state.questions, limits::asked_questions_max)) {
    return refuse(Code::too_many, "", "no more questions can be kept");
  }
  QuestionAsked asked{next_id(state.questions), command.step, std::string(question_store(*step)), *table, {}, *text};
  Decision decision;
  if (envelope.subject.role == Role::participant) {
    asked.person = envelope.subject.person;
    const Draft* draft = find_in(state.drafts, {envelope.subject.person, command.step});
    if (draft != nullptr && clean_text(draft->text) == *text) {
      decision.records.emplace_back(Draft{envelope.subject.person, command.step, ""});
    }
  }
  decision.events.add(std::move(asked));
  return decision;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const WithdrawQuestion& command) {
  const AskedQuestion* question = find_in(state.questions, command.question);
  if (question == nullptr) {
    return no_question();
  }
  if (table_of(state, envelope.subject) != question->tables.front()) {
    return refuse(Code::not_allowed, "question", "another table asks this question");
  }
  if (!is_asking(state, question->store)) {
    return refuse(Code::wrong_step, "question", "the current step does not take this question");
  }
  if (question->fate != AskedFate::open || question->tables.size() > 1) {
    return refuse(Code::wrong_state, "question", "something has already become of this question");
  }
  return fact(QuestionWithdrawn{command.question});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const SupportQuestion& command) {
  const auto question = asked_now(state, command.question);
  if (!question) {
    return question.error();
  }
  if ((*question)->fate != AskedFate::open) {
    return refuse(Code::wrong_state, "question", "this question does not wait any more");
  }
  const Person& person = state.people.at(envelope.subject.person);
  const bool already = person.supports.contains(command.question) == command.wanted;
  return already ? Decision{} : fact(QuestionSupported{command.question, person.id, command.wanted});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const JudgeAnswer& command) {
  const AskedQuestion* question = find_in(state.questions, command.question);
  if (question == nullptr) {
    return no_question();
  }
  if (!asks_it(*question, table_of(state, envelope.subject))) {
    return refuse(Code::not_allowed, "question", "only the tables that asked say whether it was answered");
  }
  const AskedFate fate = question->fate;
  if (fate != AskedFate::heard && fate != AskedFate::answered && fate != AskedFate::not_really) {
    return refuse(Code::wrong_state, "question", "this question has not been answered yet");
  }
  const bool already = fate == (command.answered ? AskedFate::answered : AskedFate::not_really);
  return already ? Decision{} : fact(QuestionJudged{command.question, command.answered});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const CallQuestion& command) {
  const auto question = asked_now(state, command.question);
  if (!question) {
    return question.error();
  }
  if (!may_be_called((*question)->fate)) {
    return refuse(Code::wrong_state, "question", "this question cannot be called now");
  }
  if (state.run.paused) {
    return refuse(Code::wrong_state, "", "the room is paused");
  }
  Decision decision;
  decision.events = end_of_speech(state);
  const std::int64_t seconds = current_step(state)->speech_seconds.value_or(0);
  decision.events.add(QuestionCalled{command.question, seconds == 0 ? 0 : envelope.now + seconds * 1000});
  decision.events.append(question_item(state, command.question, envelope.now));
  return decision;
}

Result<Decision> answer(const State& state, const Envelope&, const FinishAnswer& command) {
  if (state.current_question != command.question) {
    return refuse(Code::wrong_state, "question", "this question is not being answered");
  }
  return fact(QuestionHeard{command.question});
}

Result<Decision> answer(const State& state, const Envelope&, const DeferQuestion& command) {
  const AskedQuestion* question = find_in(state.questions, command.question);
  if (question == nullptr) {
    return no_question();
  }
  if (!may_be_called(question->fate) && question->fate != AskedFate::current) {
    return refuse(Code::wrong_state, "question", "something has already become of this question");
  }
  if (question->written) {
    return refuse(Code::wrong_state, "question", "this question has its written answer");
  }
  return question->fate == AskedFate::deferred ? Decision{} : fact(QuestionDeferred{command.question});
}

Result<Decision> answer(const State& state, const Envelope&, const ReturnQuestion& command) {
  const AskedQuestion* question = find_in(state.questions, command.question);
  if (question == nullptr) {
    return no_question();
  }
  if (question->fate == AskedFate::open) {
    return Decision{};
  }
  if (question->fate != AskedFate::current && question->fate != AskedFate::deferred) {
    return refuse(Code::wrong_state, "question", "something has already become of this question");
  }
  return fact(QuestionReturned{command.question});
}

Result<Decision> answer(const State& state, const Envelope&, const WriteAnswer& command) {
  const AskedQuestion* question = find_in(state.questions, command.question);
  if (question == nullptr) {
    return no_question();
  }
  if (!may_be_answered(shown_fate(state, *question))) {
    return refuse(Code::wrong_state, "question", "this question is not, or not yet, to be answered");
  }
  if (state.sealed_at != 0) {
    return refuse(Code::wrong_state, "question", "the avis is sealed");
  }
  const WrittenAnswer answer{clean_text(command.answer.text), clean_text(command.answer.simple),
                             clean_text(command.answer.source)};
  if (answer.text.empty()) {
    if (!answer.simple.empty() || !answer.source.empty()) {
      return refuse(Code::out_of_range, "answer.text", "nothing visible was typed");
    }
    return question->written ? fact(AnswerWritten{command.question, {}}) : Decision{};
  }
  return question->written == answer ? Decision{} : fact(AnswerWritten{command.question, answer});
}

Result<Decision> answer(const State& state, const Envelope&, const MergeQuestions& command) {
  const auto from = asked_now(state, command.from);
  if (!from) {
    return from.error();
  }
  const auto into = asked_now(state, command.into);
  if (!into) {
    return into.error();
  }
  if (command.from == command.into) {
    return refuse(Code::out_of_range, "into", "a question cannot be merged into itself");
  }
  if ((*from)->fate != AskedFate::open || (*into)->fate != AskedFate::open) {
    return refuse(Code::wrong_state, "from", "only questions that wait are merged");
  }
  return fact(QuestionsMerged{command.from, command.into});
}

}  // namespace tablee::core
