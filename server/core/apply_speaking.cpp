#include <algorithm>
#include <utility>

#include "core/apply_parts.h"
#include "core/speaking_rules.h"

namespace tablee::core {
namespace {

// sign: 1 for a speech that ends, -1 for one that had not ended after all.
void count(Measured& measured, PersonId person, TimeMs spoken_ms, int sign) {
  measured.ms += sign * spoken_ms;
  measured.speeches += sign;
  Spoken& spoken = measured.people[person];
  spoken.ms += sign * spoken_ms;
  spoken.speeches += sign;
  if (spoken.speeches == 0 && !spoken.passed) {
    measured.people.erase(person);
  }
}

void count(State& state, const std::string& step, TableId place, PersonId person, std::optional<TableId> table,
           TimeMs spoken_ms, int sign) {
  Speaking& speaking = state.speaking;
  count(speaking.steps[step][place], person, spoken_ms, sign);
  count(speaking.places[place], person, spoken_ms, sign);
  if (!place && table) {
    speaking.plenary_of_table[*table] += sign * spoken_ms;
  }
}

// Where it is in the list, if it is.
std::optional<std::size_t> place_in(const std::vector<HandId>& hands, HandId hand) {
  const auto found = std::find(hands.begin(), hands.end(), hand);
  return found == hands.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - hands.begin()));
}

void put_back(std::vector<HandId>& hands, HandId hand, std::size_t place) {
  hands.insert(hands.begin() + static_cast<std::ptrdiff_t>(std::min(place, hands.size())), hand);
}

void note_hand_down(Speaking& speaking, const Floor& floor, const HandLowered& event) {
  std::optional<FloorGesture>& gesture = speaking.last_gesture;
  if (!gesture || !gesture->giving) {
    gesture.emplace();
  }
  gesture->giving = event.fate == HandFate::heard;
  gesture->hand = event.hand;
  gesture->place = place_in(floor.waiting, event.hand).value_or(0);
  gesture->ordered_place = place_in(floor.ordered, event.hand);
}

// Only what the lead did by a gesture can be undone.
void note_end(State& state, const Speech& speech, const SpeechEnded& event, TimeMs at) {
  std::optional<FloorGesture>& gesture = state.speaking.last_gesture;
  gesture.reset();
  if (event.reason != SpeechEnd::done && event.reason != SpeechEnd::replaced) {
    return;
  }
  gesture.emplace();
  gesture->giving = event.reason == SpeechEnd::replaced;
  gesture->table = existing(state.people, event.person).table;
  gesture->ended = speech;
  gesture->ended->counted_ms = event.spoken_ms;
  gesture->ended->remaining_ms = speech.since == 0 ? speech.remaining_ms : speech.ends_at - at;
}

// The person may have raised a new one since.
void raise_again(Speaking& speaking, const FloorGesture& gesture) {
  Hand& hand = existing(speaking.hands, *gesture.hand);
  Floor& floor = existing(speaking.floors, hand.step);
  const bool waits = std::any_of(floor.waiting.begin(), floor.waiting.end(), [&](HandId id) {
    const Hand& other = speaking.hands.at(id);
    return other.person == hand.person && other.point_of_order == hand.point_of_order;
  });
  if (waits) {
    return;
  }
  hand.fate = HandFate::waiting;
  put_back(floor.waiting, hand.id, gesture.place);
  if (gesture.ordered_place) {
    put_back(floor.ordered, hand.id, *gesture.ordered_place);
  }
}

void go_on(State& state, const FloorGesture& gesture, TimeMs at) {
  Speaking& speaking = state.speaking;
  Speech speech = *gesture.ended;
  count(state, speech.step, plenary, speech.person, gesture.table, speech.counted_ms, -1);
  if (speaking.steps[speech.step][plenary].speeches == 0) {
    speaking.steps[speech.step].erase(plenary);
  }
  speech.since = at;
  speech.ends_at = at + speech.remaining_ms;
  speech.remaining_ms = 0;
  speech.held = false;
  TABLEE_CHECK(speaking.running.emplace(plenary, std::move(speech)).second);
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
  if (event.fate == HandFate::heard || event.fate == HandFate::skipped) {
    note_hand_down(state.speaking, floor, event);
  }
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
  if (!event.table) {
    std::optional<FloorGesture>& gesture = state.speaking.last_gesture;
    if (!gesture || !gesture->giving) {
      gesture.emplace();
    }
    gesture->giving = false;
    gesture->given = true;
  }
  TABLEE_CHECK(state.speaking.running.emplace(event.table.value_or(plenary), std::move(speech)).second);
}

void change(State& state, const Stamp&, const SpeechExtended& event) {
  existing(state.speaking.running, plenary).ends_at = event.ends_at_ms;
}

void change(State& state, const Stamp& stamp, const SpeechEnded& event) {
  Speaking& speaking = state.speaking;
  const TableId place = event.table.value_or(plenary);
  const Speech& speech = existing(speaking.running, place);
  if (!place) {
    note_end(state, speech, event, stamp.at);
  }
  speaking.running.erase(place);
  count(state, event.step, place, event.person, existing(state.people, event.person).table, event.spoken_ms, 1);
  if (!place) {
    return;
  }
  std::vector<std::string>& measured = speaking.measured_steps[place];
  if (measured.empty() || measured.back() != event.step) {
    measured.push_back(event.step);
  }
}

// The speech begun by mistake leaves no trace in the time spoken.
void change(State& state, const Stamp& stamp, const FloorUndone&) {
  Speaking& speaking = state.speaking;
  TABLEE_CHECK(speaking.last_gesture);
  const FloorGesture gesture = *std::exchange(speaking.last_gesture, std::nullopt);
  if (gesture.given) {
    TABLEE_CHECK(speaking.running.erase(plenary) == 1);
  }
  if (gesture.hand) {
    raise_again(speaking, gesture);
  }
  if (gesture.ended) {
    go_on(state, gesture, stamp.at);
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

namespace {

void stand_still(Speech& speech, TimeMs at) {
  speech.counted_ms = spoken_ms(speech, at);
  speech.since = 0;
  speech.remaining_ms = speech.ends_at == 0 ? 0 : speech.ends_at - at;
  speech.ends_at = 0;
}

void run_again(const State& state, TableId place, Speech& speech, TimeMs at) {
  const Step* step = current_step(state);
  const bool has_end = !place || (step != nullptr && step->speech_seconds);
  speech.since = at;
  speech.ends_at = has_end ? at + speech.remaining_ms : 0;
  speech.remaining_ms = 0;
}

}  // namespace

void pause_speeches(State& state, TimeMs at) {
  for (auto& [place, speech] : state.speaking.running) {
    if (!speech.held) {
      stand_still(speech, at);
    }
  }
}

void resume_speeches(State& state, TimeMs at) {
  for (auto& [place, speech] : state.speaking.running) {
    if (!speech.held) {
      run_again(state, place, speech, at);
    }
  }
}

void change(State& state, const Stamp& stamp, const SpeechHeld& event) {
  const TableId place = event.table.value_or(plenary);
  Speech& speech = existing(state.speaking.running, place);
  TABLEE_CHECK(speech.held != event.held);
  speech.held = event.held;
  if (state.run.paused) {
    return;  // the room stands still anyway
  }
  if (event.held) {
    stand_still(speech, stamp.at);
  } else {
    run_again(state, place, speech, stamp.at);
  }
}

}  // namespace tablee::core
