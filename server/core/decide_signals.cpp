#include "base/date.h"
#include "base/utf8.h"
#include "core/decide_parts.h"

namespace tablee::core {
namespace {

// The signal of this kind that this person has not taken back.
const Signal* standing(const State& state, const Person& person, SignalKind kind) {
  for (const SignalId id : person.signals) {
    const Signal& signal = state.signals.at(id);
    if (signal.kind == kind && !signal.cancelled) {
      return &signal;
    }
  }
  return nullptr;
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope& envelope, const SendSignal& command) {
  const PersonId id = envelope.subject.person;
  const Person& person = state.people.at(id);
  if (standing(state, person, command.kind) != nullptr) {
    return Decision{};
  }
  if (is_full(person.signals, limits::signals_per_person_max)) {
    return refuse(Code::too_many, "", "this person has sent too many signals");
  }
  SignalSent sent{next_id(state.signals), id, command.kind, command.anonymous, std::nullopt};
  if (const std::string about = clean_name(command.about.value_or("")); !about.empty()) {
    sent.about = about;
  }
  return fact(std::move(sent));
}

Result<Decision> answer(const State& state, const Envelope& envelope, const CancelSignal& command) {
  const Signal* signal = standing(state, state.people.at(envelope.subject.person), command.kind);
  return signal == nullptr ? Decision{} : fact(SignalCancelled{signal->id});
}

Result<Decision> answer(const State& state, const Envelope&, const SeeSignal& command) {
  const Signal* signal = find_in(state.signals, command.signal);
  if (signal == nullptr) {
    return refuse(Code::not_found, "signal", "there is no such signal");
  }
  if (signal->cancelled) {
    return refuse(Code::wrong_state, "signal", "this signal no longer stands");
  }
  return signal->seen == command.seen
             ? Decision{}
             : fact(SignalSeen{command.signal, command.seen ? std::nullopt : std::optional(false)});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const SetReady& command) {
  if (!is_active(state.run)) {
    return refuse(Code::wrong_step, "", "no step is going on");
  }
  const Subject& subject = envelope.subject;
  if (subject.role == Role::table) {
    const bool already = state.tables.at(subject.table).ready == command.ready;
    return already ? Decision{} : fact(TableReady{subject.table, command.ready});
  }
  const bool already = state.people.at(subject.person).ready == command.ready;
  return already ? Decision{} : fact(PersonReady{subject.person, command.ready});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const CallHelp& command) {
  const auto table = table_of(state, envelope.subject);
  if (!table) {
    return refuse(Code::not_allowed, "", "this person sits at no table");
  }
  const Table& asking = state.tables.at(*table);
  const auto kind = command.wanted ? command.kind : std::nullopt;
  const bool already = (asking.help_since != 0) == command.wanted && asking.help_kind == kind;
  return already ? Decision{} : fact(TableCalledHelp{*table, command.wanted, kind});
}

Result<Decision> answer(const State& state, const Envelope&, const ShowScene& command) {
  std::string message;
  if (command.scene == Scene::message) {
    const auto typed = some_text(command.message, "message");
    if (!typed) {
      return typed.error();
    }
    message = *typed;
  }
  const bool already = state.scene == command.scene && state.scene_message == message;
  return already ? Decision{} : fact(SceneShown{command.scene, message});
}

Result<Decision> answer(const State& state, const Envelope&, const SendMessage& command) {
  if (command.table && find_table(state, *command.table) == nullptr) {
    return refuse(Code::not_found, "table", "there is no such table");
  }
  if (is_full(state.messages, limits::messages_max)) {
    return refuse(Code::too_many, "", "too many messages have been sent");
  }
  const auto text = some_text(command.text, "text");
  if (!text) {
    return text.error();
  }
  return fact(MessageSent{next_id(state.messages), command.table, *text});
}

Result<Decision> answer(const State& state, const Envelope&, const WithdrawMessage& command) {
  const Message* message = find_in(state.messages, command.message);
  if (message == nullptr) {
    return refuse(Code::not_found, "message", "there is no such message");
  }
  return message->withdrawn ? Decision{} : fact(MessageWithdrawn{command.message});
}

Result<Decision> answer(const State&, const Envelope&, const RecordPromise& command) {
  const auto who = some_name(command.who, "who");
  if (!who) {
    return who.error();
  }
  const auto text = some_text(command.text, "text");
  if (!text) {
    return text.error();
  }
  if (!is_date(command.due)) {
    return refuse(Code::out_of_range, "due", "not a day of the calendar, YYYY-MM-DD");
  }
  return fact(PromiseRecorded{*who, *text, command.due});
}

}  // namespace tablee::core
