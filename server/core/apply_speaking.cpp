#include <algorithm>

#include "core/apply_parts.h"
#include "core/speaking_rules.h"

namespace tablee::core {
namespace {

void add(Measured& measured, const SpeechEnded& event) {
  measured.ms += event.spoken_ms;
  measured.speeches += 1;
  Spoken& spoken = measured.people[event.person];
  spoken.ms += event.spoken_ms;
  spoken.speeches += 1;
}

}  // namespace

void change(State& state, const Stamp& stamp, const HandRaised& event) {
  Hand hand{event.hand, event.person, event.step, event.point_of_order, stamp.at, HandFate::waiting};
  TABLEE_CHECK(state.speaking.hands.emplace(event.hand, std::move(hand)).second);
  state.speaking.hands_raised[event.person] += 1;
  state.speaking.floors[event.step].waiting.push_back(event.hand);
  existing(state.people, event.person).active = true;
}

void change(State& state, const Stamp&, const HandLowered& event) {
  Hand& hand = existing(state.speaking.hands, event.hand);
  hand.fate = event.fate;
  Floor& floor = existing(state.speaking.floors, hand.step);
  std::erase(floor.waiting, event.hand);
  std::erase(floor.ordered, event.hand);
}

void change(State& state, const Stamp&, const HandsOrdered& event) {
  existing(state.speaking.floors, event.step).ordered = event.hands;
}

void change(State& state, const Stamp&, const QueueOpened& event) {
  state.speaking.floors[event.step].open = event.open;
}

void change(State& state, const Stamp& stamp, const SpeechStarted& event) {
  Speech speech;
  speech.person = event.person;
  speech.step = event.step;
  speech.point_of_order = event.point_of_order;
  speech.started_at = stamp.at;
  speech.since = stamp.at;
  speech.ends_at = event.ends_at_ms;
  TABLEE_CHECK(state.speaking.running.emplace(event.table.value_or(plenary), std::move(speech)).second);
}

void change(State& state, const Stamp&, const SpeechExtended& event) {
  existing(state.speaking.running, plenary).ends_at = event.ends_at_ms;
}

void change(State& state, const Stamp&, const SpeechEnded& event) {
  Speaking& speaking = state.speaking;
  const TableId place = event.table.value_or(plenary);
  TABLEE_CHECK(speaking.running.erase(place) == 1);
  add(speaking.steps[event.step][place], event);
  add(speaking.places[place], event);
  std::vector<std::string>& measured = speaking.measured_steps[place];
  if (measured.empty() || measured.back() != event.step) {
    measured.push_back(event.step);
  }
  const auto table = existing(state.people, event.person).table;
  if (!place && table) {
    speaking.plenary_of_table[*table] += event.spoken_ms;
  }
}

void change(State& state, const Stamp&, const TurnPassed& event) {
  state.speaking.steps[event.step][event.table].people[event.person].passed = true;
  state.speaking.places[event.table].people[event.person].passed = true;
  existing(state.people, event.person).active = true;
}

void change(State& state, const Stamp&, const MiddleSeatTaken& event) {
  state.speaking.floors[event.step].seats.push_back(MiddleSeat{event.person, event.open});
}

void change(State& state, const Stamp&, const MiddleSeatLeft& event) {
  std::erase_if(existing(state.speaking.floors, event.step).seats,
                [&](const MiddleSeat& seat) { return seat.person == event.person; });
}

void pause_speeches(State& state, TimeMs at) {
  for (auto& [place, speech] : state.speaking.running) {
    speech.counted_ms = spoken_ms(speech, at);
    speech.since = 0;
    speech.remaining_ms = speech.ends_at == 0 ? 0 : speech.ends_at - at;
    speech.ends_at = 0;
  }
}

void resume_speeches(State& state, TimeMs at) {
  const Step* step = current_step(state);
  for (auto& [place, speech] : state.speaking.running) {
    const bool has_end = !place || (step != nullptr && step->speech_seconds);
    speech.since = at;
    speech.ends_at = has_end ? at + speech.remaining_ms : 0;
    speech.remaining_ms = 0;
  }
}

}  // namespace tablee::core
