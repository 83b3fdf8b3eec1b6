#include "core/speaking_rules.h"

#include <algorithm>

#include "core/run.h"

namespace tablee::core {

namespace {

bool is_small_group(Form form) {
  return form != Form::individual && form != Form::plenary;
}

}  // namespace

bool is_at_tables(const Step& step) {
  const bool in_a_turn =
      step.timer.turns && std::any_of(step.timer.turns->begin(), step.timer.turns->end(),
                                      [](const Turn& turn) { return turn.form && is_small_group(*turn.form); });
  return in_a_turn || is_small_group(step.audience.form);
}

bool work_at_tables(const State& state) {
  if (!is_active(state.run)) {
    return false;
  }
  const Step& step = *current_step(state);
  const auto turn = static_cast<std::size_t>(state.run.turn);
  const bool has_turn = step.timer.turns && turn < step.timer.turns->size();
  return is_small_group(has_turn ? (*step.timer.turns)[turn].form.value_or(step.audience.form) : step.audience.form);
}

bool may_have_queue(StepKind kind) {
  return kind == StepKind::debate || kind == StepKind::present || kind == StepKind::amend || kind == StepKind::vote;
}

bool queue_is_open(const State& state) {
  if (!is_active(state.run)) {
    return false;
  }
  const Step& step = *current_step(state);
  const Floor* floor = current_floor(state);
  const bool as_usual = step.kind == StepKind::debate;
  return may_have_queue(step.kind) && (floor == nullptr ? as_usual : floor->open.value_or(as_usual));
}

const Floor* current_floor(const State& state) {
  const auto found = state.speaking.floors.find(state.run.step);
  return is_active(state.run) && found != state.speaking.floors.end() ? &found->second : nullptr;
}

const Hand* waiting_hand(const State& state, PersonId person, bool point_of_order) {
  const Floor* floor = current_floor(state);
  if (floor == nullptr) {
    return nullptr;
  }
  for (const HandId id : floor->waiting) {
    const Hand& hand = state.speaking.hands.at(id);
    if (hand.person == person && hand.point_of_order == point_of_order) {
      return &hand;
    }
  }
  return nullptr;
}

const MiddleSeat* middle_seat(const Floor* floor, PersonId person) {
  if (floor == nullptr) {
    return nullptr;
  }
  const auto found = std::find_if(floor->seats.begin(), floor->seats.end(),
                                  [&](const MiddleSeat& seat) { return seat.person == person; });
  return found == floor->seats.end() ? nullptr : &*found;
}

std::int64_t seats_taken(const Floor* floor, bool open) {
  return floor == nullptr ? 0 : std::count_if(floor->seats.begin(), floor->seats.end(), [&](const MiddleSeat& seat) {
    return seat.open == open;
  });
}

const Speech* speech_at(const State& state, TableId place) {
  const auto found = state.speaking.running.find(place);
  return found == state.speaking.running.end() ? nullptr : &found->second;
}

TimeMs spoken_ms(const Speech& speech, TimeMs now) {
  return speech.counted_ms + (speech.since == 0 ? 0 : now - speech.since);
}

Spoken spoken_at(const Speaking& speaking, std::string_view step, TableId place, PersonId person) {
  const auto in_step = speaking.steps.find(std::string(step));
  if (in_step == speaking.steps.end()) {
    return {};
  }
  const auto at_place = in_step->second.find(place);
  if (at_place == in_step->second.end()) {
    return {};
  }
  const auto of_person = at_place->second.people.find(person);
  return of_person == at_place->second.people.end() ? Spoken{} : of_person->second;
}

Spoken spoken_in_plenary(const Speaking& speaking, PersonId person) {
  const auto in_all = speaking.places.find(plenary);
  if (in_all == speaking.places.end()) {
    return {};
  }
  const auto of_person = in_all->second.people.find(person);
  return of_person == in_all->second.people.end() ? Spoken{} : of_person->second;
}

const Measured* measured_at(const Speaking& speaking, std::string_view step, TableId place) {
  const auto in_step = speaking.steps.find(std::string(step));
  if (in_step == speaking.steps.end()) {
    return nullptr;
  }
  const auto at_place = in_step->second.find(place);
  return at_place == in_step->second.end() || at_place->second.speeches == 0 ? nullptr : &at_place->second;
}

TimeMs elapsed_ms(const State& state, std::string_view step) {
  TimeMs elapsed = 0;
  for (const Lap& lap : state.laps) {
    elapsed += lap.step == step && lap.ended_at != 0 ? lap.ended_at - lap.started_at : 0;
  }
  const auto paused = state.speaking.paused_ms.find(std::string(step));
  return std::max<TimeMs>(0, elapsed - (paused == state.speaking.paused_ms.end() ? 0 : paused->second));
}

}  // namespace tablee::core
