#include "base/utf8.h"
#include "core/decide_parts.h"

namespace tablee::core {
namespace {

Help help_of(const State& state, PersonId person) {
  const Help* help = find_in(state.help, person);
  if (help != nullptr) {
    return *help;
  }
  Help none;
  none.person = person;
  return none;
}

Card no_companion(PersonId person) {
  Card card;
  card.person = person;
  card.companion = true;
  return card;
}

Help no_help(PersonId person) {
  Help help;
  help.person = person;
  return help;
}

bool is_linked(const State& state, PersonId person) {
  return state.companions.contains(person);
}

Refusal not_linked() {
  return refuse(Code::wrong_state, "", "nobody is linked as a companion");
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope& envelope, const LinkCompanion&) {
  if (state.sealed_at != 0) {
    return refuse(Code::wrong_state, "", "the avis is sealed: there is nothing left to help with");
  }
  const PersonId person = envelope.subject.person;
  Decision decision = kept(CardMaker(state, envelope.entropy).for_companion(person));
  if (state.help.contains(person)) {
    decision.records.emplace_back(no_help(person));
  }
  return decision;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const UnlinkCompanion&) {
  const PersonId person = envelope.subject.person;
  if (!is_linked(state, person)) {
    return Decision{};
  }
  Decision decision = kept(no_companion(person));
  if (state.help.contains(person)) {
    decision.records.emplace_back(no_help(person));
  }
  return decision;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const InviteToVote& command) {
  const PersonId person = envelope.subject.person;
  if (!is_linked(state, person)) {
    return not_linked();
  }
  const Poll* poll = find_in(state.polls, command.poll);
  if (poll == nullptr) {
    return refuse(Code::not_found, "poll", "there is no such poll");
  }
  if (command.invited && poll->status != PollStatus::open) {
    return refuse(Code::wrong_state, "poll", "this poll is not open");
  }
  Help help = help_of(state, person);
  const std::optional<PollId> before = help.poll;
  if (command.invited) {
    help.poll = command.poll;
  } else if (help.poll == command.poll) {
    help.poll.reset();
  }
  return help.poll == before ? Decision{} : kept(std::move(help));
}

Result<Decision> answer(const State& state, const Envelope& envelope, const CloseProposal&) {
  Help help = help_of(state, envelope.subject.person);
  if (help.text.empty()) {
    return Decision{};
  }
  help.text.clear();
  help.step.clear();
  return kept(std::move(help));
}

Result<Decision> answer(const State& state, const Envelope& envelope, const ProposeText& command) {
  if (state.sealed_at != 0) {
    return refuse(Code::wrong_state, "", "the avis is sealed: there is nothing left to help with");
  }
  if (find_step(state.scenario, command.step) == nullptr) {
    return refuse(Code::not_found, "step", "there is no such step");
  }
  Help help = help_of(state, envelope.subject.person);
  std::string text = clean_text(command.text);
  std::string step = text.empty() ? std::string{} : command.step;
  if (help.text == text && help.step == step) {
    return Decision{};
  }
  help.text = std::move(text);
  help.step = std::move(step);
  return kept(std::move(help));
}

Result<Decision> answer(const State& state, const Envelope& envelope, const PointAt& command) {
  if (state.sealed_at != 0) {
    return refuse(Code::wrong_state, "", "the avis is sealed: there is nothing left to help with");
  }
  Help help = help_of(state, envelope.subject.person);
  std::string place = clean_name(command.place);
  if (help.place == place) {
    return Decision{};
  }
  help.place = std::move(place);
  return kept(std::move(help));
}

std::vector<Record> forget_help(const State& state) {
  std::vector<Record> records;
  for (const auto& [person, card] : state.companions) {
    records.emplace_back(no_companion(person));
  }
  for (const auto& [person, help] : state.help) {
    records.emplace_back(no_help(person));
  }
  return records;
}

}  // namespace tablee::core
