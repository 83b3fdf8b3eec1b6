#include "base/utf8.h"
#include "core/decide_parts.h"
#include "core/speaking_rules.h"

namespace tablee::core {
namespace {

SpokenWords words_of(const State& state, PersonId person) {
  const SpokenWords* words = find_in(state.words, person);
  if (words != nullptr) {
    return *words;
  }
  SpokenWords none;
  none.person = person;
  return none;
}

// Their own speeches, at their table and before everyone, stand still or run again.
void hold_speeches(const State& state, PersonId person, bool held, Decision& decision) {
  for (const auto& [place, speech] : state.speaking.running) {
    if (speech.person == person && speech.held != held) {
      decision.events.add(SpeechHeld{place ? std::optional(place) : std::nullopt, held});
    }
  }
}

std::optional<Refusal> no_screen(const State& state, PersonId person) {
  if (state.sealed_at != 0) {
    return refuse(Code::wrong_state, "", "the avis is sealed");
  }
  if (!state.people.at(person).table) {
    return refuse(Code::not_allowed, "", "this person sits at no table");
  }
  return std::nullopt;
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope& envelope, const PrepareWords& command) {
  const PersonId person = envelope.subject.person;
  if (const auto refusal = no_screen(state, person)) {
    return *refusal;
  }
  Decision decision;
  SpokenWords words = words_of(state, person);
  if (words.preparing != command.preparing) {
    words.preparing = command.preparing;
    words.step = command.preparing || !words.text.empty() ? state.run.step : std::string{};
    decision.records.emplace_back(std::move(words));
  }
  hold_speeches(state, person, command.preparing, decision);
  return decision;
}

// What took long to type keeps the step in which it was begun.
Result<Decision> answer(const State& state, const Envelope& envelope, const ShowWords& command) {
  const PersonId person = envelope.subject.person;
  if (const auto refusal = no_screen(state, person)) {
    return *refusal;
  }
  Decision decision;
  SpokenWords words = words_of(state, person);
  std::string text = clean_text(command.text);
  if (words.text != text || words.preparing) {
    if (text.empty()) {
      words.step.clear();
    } else if (!words.preparing) {
      words.step = state.run.step;
    }
    words.text = std::move(text);
    words.preparing = false;
    decision.records.emplace_back(std::move(words));
  }
  hold_speeches(state, person, false, decision);
  return decision;
}

std::vector<Record> forget_words(const State& state) {
  std::vector<Record> records;
  for (const auto& [person, words] : state.words) {
    SpokenWords none;
    none.person = person;
    records.emplace_back(std::move(none));
  }
  return records;
}

}  // namespace tablee::core
