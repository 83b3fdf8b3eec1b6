// Hands, the floor of the plenary, and who speaks at each table.
#include "core/decide_parts.h"
#include "core/speaking_order.h"
#include "core/speaking_rules.h"

namespace tablee::core {
namespace {

constexpr std::int64_t speech_seconds_usual = 120;

// Why nobody may be given the floor, or be measured, now.
std::optional<Refusal> not_running(const State& state) {
  if (!is_active(state.run)) {
    return refuse(Code::wrong_step, "", "no step is going on");
  }
  if (state.run.paused) {
    return refuse(Code::wrong_state, "", "the room is paused");
  }
  return std::nullopt;
}

std::optional<Refusal> not_this_step(const State& state, std::string_view step) {
  if (!is_active(state, step)) {
    return refuse(Code::wrong_step, "step", "this step is not going on");
  }
  return std::nullopt;
}

SpeechEnded ended(TableId place, const Speech& speech, SpeechEnd reason, TimeMs now) {
  return SpeechEnded{speech.person, place ? std::optional(place) : std::nullopt, speech.step, spoken_ms(speech, now),
                     reason};
}

// The hand that brings this person the floor: a point of order before the other.
const Hand* hand_to_hear(const State& state, PersonId person) {
  const Hand* point = waiting_hand(state, person, true);
  return point != nullptr ? point : waiting_hand(state, person, false);
}

Result<const Hand*> find_waiting(const State& state, HandId id) {
  const Hand* hand = find_in(state.speaking.hands, id);
  if (hand == nullptr) {
    return refuse(Code::not_found, "hand", "there is no such hand");
  }
  if (hand->fate != HandFate::waiting || !is_active(state, hand->step)) {
    return refuse(Code::wrong_state, "hand", "this hand is no longer waiting");
  }
  return hand;
}

// The table that a SetSpeaker is about, in a step where that means something.
Result<TableId> measured_table(const State& state, const Subject& subject, const SetSpeaker& command) {
  const bool is_screen = subject.role == Role::table;
  if (is_screen && command.table && *command.table != subject.table) {
    return refuse(Code::not_allowed, "table", "a table's screen speaks for its own table");
  }
  const TableId table = is_screen ? subject.table : command.table.value_or(TableId{});
  if (find_table(state, table) == nullptr) {
    return refuse(Code::not_found, "table", "there is no such table");
  }
  if (const auto refusal = not_running(state)) {
    return *refusal;
  }
  if (!work_at_tables(state)) {
    return refuse(Code::wrong_step, "", "people do not work at tables in this step");
  }
  return table;
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope& envelope, const RaiseHand& command) {
  if (const auto refusal = not_this_step(state, command.step)) {
    return *refusal;
  }
  if (!queue_is_open(state)) {
    return refuse(Code::wrong_state, "step", "no hands are asked for now");
  }
  const PersonId person = envelope.subject.person;
  if (waiting_hand(state, person, command.point_of_order) != nullptr) {
    return Decision{};
  }
  const Floor* floor = current_floor(state);
  const std::int64_t* raised = find_in(state.speaking.hands_raised, person);
  if ((floor != nullptr && is_full(floor->waiting, limits::hands_waiting_max)) ||
      (raised != nullptr && *raised >= limits::hands_per_person_max)) {
    return refuse(Code::too_many, "", "no more hands can wait");
  }
  return fact(HandRaised{next_id(state.speaking.hands), person, command.step, command.point_of_order});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const LowerHand& command) {
  const Hand* hand = waiting_hand(state, envelope.subject.person, command.point_of_order);
  return hand == nullptr ? Decision{} : fact(HandLowered{hand->id, HandFate::withdrawn});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const PassTurn& command) {
  if (const auto refusal = not_this_step(state, command.step)) {
    return *refusal;
  }
  const Step& step = *current_step(state);
  if (!work_at_tables(state) || !step.speech_seconds) {
    return refuse(Code::wrong_step, "step", "people do not speak in turn at tables in this step");
  }
  const PersonId person = envelope.subject.person;
  const auto table = state.people.at(person).table;
  if (!table) {
    return refuse(Code::not_allowed, "", "this person sits at no table");
  }
  if (spoken_at(state.speaking, step.id, *table, person).passed) {
    return Decision{};
  }
  Decision decision;
  const Speech* speech = speech_at(state, *table);
  if (speech != nullptr && speech->person == person) {
    decision.events.add(ended(*table, *speech, SpeechEnd::passed, envelope.now));
  }
  decision.events.add(TurnPassed{person, *table, step.id});
  return decision;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const SetSpeaker& command) {
  const auto table = measured_table(state, envelope.subject, command);
  if (!table) {
    return table.error();
  }
  const Speech* speech = speech_at(state, *table);
  if (!command.person) {
    return speech == nullptr ? Decision{} : fact(ended(*table, *speech, SpeechEnd::done, envelope.now));
  }
  const Person* person = find_in(state.people, *command.person);
  if (person == nullptr || person->gone || person->table != *table) {
    return refuse(Code::not_found, "person", "nobody of this table has this id");
  }
  if (speech != nullptr && speech->person == *command.person) {
    return Decision{};
  }
  Decision decision;
  if (speech != nullptr) {
    decision.events.add(ended(*table, *speech, SpeechEnd::replaced, envelope.now));
  }
  const Step& step = *current_step(state);
  const TimeMs ends_at = step.speech_seconds ? envelope.now + *step.speech_seconds * second_ms : 0;
  decision.events.add(SpeechStarted{*command.person, *table, step.id, ends_at, false});
  return decision;
}

Result<Decision> answer(const State& state, const Envelope&, const OpenQueue& command) {
  if (const auto refusal = not_this_step(state, command.step)) {
    return *refusal;
  }
  if (!may_have_queue(current_step(state)->kind)) {
    return refuse(Code::wrong_step, "step", "this step has no queue");
  }
  return queue_is_open(state) == command.open ? Decision{} : fact(QueueOpened{command.step, command.open});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const GiveFloor& command) {
  if (const auto refusal = not_running(state)) {
    return *refusal;
  }
  const Step& step = *current_step(state);
  if (!may_have_queue(step.kind)) {
    return refuse(Code::wrong_step, "", "nobody is given the floor in this step");
  }
  const Person* person = find_in(state.people, command.person);
  if (person == nullptr || person->gone) {
    return refuse(Code::not_found, "person", "nobody in the room has this id");
  }
  if (step.seats && middle_seat(current_floor(state), command.person) == nullptr) {
    return refuse(Code::wrong_state, "person", "only people seated in the middle speak");
  }
  const Hand* hand = hand_to_hear(state, command.person);
  const Speech* speech = speech_at(state, plenary);
  if (speech != nullptr && speech->person == command.person && hand == nullptr) {
    return Decision{};
  }
  Decision decision;
  if (speech != nullptr) {
    decision.events.add(ended(plenary, *speech, SpeechEnd::replaced, envelope.now));
  }
  if (hand != nullptr) {
    decision.events.add(HandLowered{hand->id, HandFate::heard});
  }
  const TimeMs ends_at = envelope.now + step.speech_seconds.value_or(speech_seconds_usual) * second_ms;
  decision.events.add(
      SpeechStarted{command.person, std::nullopt, step.id, ends_at, hand != nullptr && hand->point_of_order});
  return decision;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const EndSpeech&) {
  const Speech* speech = speech_at(state, plenary);
  return speech == nullptr ? Decision{} : fact(ended(plenary, *speech, SpeechEnd::done, envelope.now));
}

Result<Decision> answer(const State& state, const Envelope& envelope, const ExtendSpeech& command) {
  const Speech* speech = speech_at(state, plenary);
  if (speech == nullptr) {
    return refuse(Code::wrong_state, "", "nobody has the floor");
  }
  if (const auto refusal = not_running(state)) {
    return *refusal;
  }
  if (command.seconds == 0) {
    return Decision{};
  }
  if (speech->held) {
    return refuse(Code::wrong_state, "", "whoever has the floor prepares a message: their time stands still");
  }
  const TimeMs from = command.seconds > 0 ? std::max(envelope.now, speech->ends_at) : speech->ends_at;
  return fact(SpeechExtended{from + command.seconds * second_ms});
}

Result<Decision> answer(const State& state, const Envelope&, const SkipHand& command) {
  const auto hand = find_waiting(state, command.hand);
  return hand ? Result<Decision>(fact(HandLowered{command.hand, HandFate::skipped})) : hand.error();
}

Result<Decision> answer(const State& state, const Envelope&, const UndoFloor& command) {
  if (const auto refusal = not_running(state)) {
    return *refusal;
  }
  if (!state.speaking.last_gesture) {
    return refuse(Code::wrong_state, "", "nothing on the floor can be undone any more");
  }
  const FloorGesture& last = *state.speaking.last_gesture;
  FloorUndone undone{state.run.step};
  if (last.given) {
    undone.person = state.speaking.running.at(plenary).person;
  }
  if (undone.person != command.person || (!last.given && last.hand != command.hand)) {
    return refuse(Code::conflict, "", "somebody has done something else on the floor since");
  }
  return fact(undone);
}

Result<Decision> answer(const State& state, const Envelope&, const MoveHand& command) {
  const auto hand = find_waiting(state, command.hand);
  if (!hand) {
    return hand.error();
  }
  std::vector<HandId> before;
  for (const Hand* each : speaking_queue(state)) {
    before.push_back(each->id);
  }
  std::vector<HandId> order = before;
  std::erase(order, command.hand);
  const std::int64_t place = std::min(command.place - 1, static_cast<std::int64_t>(order.size()));
  order.insert(order.begin() + place, command.hand);
  return order == before ? Decision{} : fact(HandsOrdered{(*hand)->step, order});
}

Result<Decision> answer(const State& state, const Envelope&, const ProposeOrder&) {
  const Floor* floor = current_floor(state);
  return floor == nullptr || floor->ordered.empty() ? Decision{} : fact(HandsOrdered{state.run.step, {}});
}

Events speaking_consequences(const State& state) {
  Events events;
  const Floor* floor = current_floor(state);
  const auto is_gone = [&](PersonId person) { return state.people.at(person).gone; };
  for (const auto& [place, speech] : state.speaking.running) {
    const bool is_over = !is_active(state, speech.step) || (place && !work_at_tables(state));
    const bool moved = place && state.people.at(speech.person).table != place;
    const bool unseated =
        !place && !is_over && current_step(state)->seats && middle_seat(floor, speech.person) == nullptr;
    if (is_over || moved || unseated || is_gone(speech.person)) {
      events.add(ended(place, speech, is_over ? SpeechEnd::step : SpeechEnd::left, state.last_event_at));
    }
  }
  if (floor == nullptr) {
    return events;
  }
  for (const HandId id : floor->waiting) {
    if (is_gone(state.speaking.hands.at(id).person)) {
      events.add(HandLowered{id, HandFate::left});
    }
  }
  for (const MiddleSeat& seat : floor->seats) {
    if (is_gone(seat.person)) {
      events.add(MiddleSeatLeft{seat.person, state.run.step});
    }
  }
  return events;
}

}  // namespace tablee::core
