#include "base/utf8.h"
#include "core/decide_parts.h"
#include "core/measure.h"

namespace tablee::core {
namespace {

Result<const Step*> find_measure_step(const State& state, std::string_view id) {
  const Step* step = find_step(state.scenario, id);
  if (step == nullptr) {
    return refuse(Code::not_found, "step", "the programme has no such step");
  }
  if (step->kind != StepKind::measure || !step->questions) {
    return refuse(Code::wrong_step, "step", "this step asks no questions");
  }
  return step;
}

bool is_published(const State& state, std::string_view step) {
  const Measure* measure = find_in(state.measures, std::string(step));
  return measure != nullptr && measure->result.has_value();
}

// Its own results are published, or those of a later questionnaire that was compared with it.
bool is_fixed(const State& state, std::string_view step) {
  return is_published(state, step) ||
         std::any_of(state.scenario.steps.begin(), state.scenario.steps.end(),
                     [&](const Step& other) { return other.compare_with == step && is_published(state, other.id); });
}

// Why this person may not put a sheet under this pseudonym: the rule of ballots (decide_polls.cpp).
std::optional<Refusal> no_sheet_place(const State& state, PersonId person, const FillSheet& command, TimeMs now) {
  if (is_fixed(state, command.step)) {
    return refuse(Code::wrong_state, "step", "results that count these sheets are published");
  }
  const Person& self = state.people.at(person);
  const bool has_more_time = self.pace != Pace::usual && reception(state, command.step, self, now) == Reception::late;
  if (!is_active(state, command.step) && !has_more_time) {
    return refuse(Code::wrong_step, "step", "this step is not going on");
  }
  if (self.arrived_at == 0) {
    return refuse(Code::not_allowed, "", "only people who are present answer");
  }
  if (!is_drawn_key(command.pseudonym)) {
    return refuse(Code::out_of_range, "pseudonym", "a pseudonym is 32 lower-case hexadecimal digits");
  }
  const Measure* measure = find_in(state.measures, command.step);
  const bool has_answered = measure != nullptr && measure->answered.contains(person);
  const bool is_known = measure != nullptr && measure->box.contains(command.pseudonym);
  if (has_answered != is_known) {
    return refuse(Code::conflict, "pseudonym",
                  has_answered ? "this person's sheet has another pseudonym" : "another sheet has this pseudonym");
  }
  return std::nullopt;
}

// The answer as it is kept: one of a level, "I do not know" and words, as its scale has them.
Result<SheetAnswer> checked(const Question& question, const SheetAnswer& given) {
  const int forms = (given.level ? 1 : 0) + (given.unknown ? 1 : 0) + (given.words.empty() ? 0 : 1);
  if (forms != 1) {
    return refuse(Code::out_of_range, "answers", "an answer is a level, or unknown, or words");
  }
  if (given.level && (*given.level < 1 || *given.level > levels_of(question.scale))) {
    return refuse(Code::out_of_range, "answers", "the scale of this question has no such level");
  }
  if (given.unknown && !offers_unknown(question.scale)) {
    return refuse(Code::out_of_range, "answers", "the scale of this question does not offer this");
  }
  SheetAnswer answer = given;
  if (given.words.empty()) {
    return answer;
  }
  if (question.scale != Scale::words) {
    return refuse(Code::out_of_range, "answers", "this question is not answered in words");
  }
  const auto words = some_text(given.words, "answers");
  if (!words) {
    return words.error();
  }
  if (utf8_length(*words) > limits::free_words_chars_max) {
    return refuse(Code::too_long, "answers", "free words are too long");
  }
  answer.words = *words;
  return answer;
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope& envelope, const FillSheet& command) {
  const auto step = find_measure_step(state, command.step);
  if (!step) {
    return step.error();
  }
  const PersonId person = envelope.subject.person;
  if (const auto refusal = no_sheet_place(state, person, command, envelope.now)) {
    return *refusal;
  }
  Sheet sheet{command.step, command.pseudonym, {}};
  // In the order of the questions: the order in which they were answered says something about the person.
  for (const Question& question : questions_asked(state, **step)) {
    const auto is_its = [&](const SheetAnswer& given) { return given.question == question.id; };
    const auto given = std::find_if(command.answers.begin(), command.answers.end(), is_its);
    if (given == command.answers.end()) {
      continue;
    }
    auto kept_answer = checked(question, *given);
    if (!kept_answer) {
      return kept_answer.error();
    }
    sheet.answers.push_back(std::move(*kept_answer));
  }
  if (sheet.answers.size() != command.answers.size()) {
    return refuse(Code::out_of_range, "answers", "a question answered twice, or one that is not asked");
  }
  Decision decision = fact(SheetFilled{command.step, person});
  decision.records.emplace_back(std::move(sheet));
  return decision;
}

Result<Decision> answer(const State& state, const Envelope&, const PublishMeasure& command) {
  const auto step = find_measure_step(state, command.step);
  if (!step) {
    return step.error();
  }
  if (is_active(state, command.step)) {
    return refuse(Code::wrong_step, "step", "people are still answering");
  }
  if (!state.measures.contains(command.step) || is_published(state, command.step)) {
    return refuse(Code::wrong_state, "step", "nobody has answered, or the results are published");
  }
  return fact(count_measure(state, **step));
}

}  // namespace tablee::core
