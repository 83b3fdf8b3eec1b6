// core/speaking_rules.h: the questions about speaking that deciding, applying and showing ask alike.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/state.h"

namespace tablee::core {

// The place of what is said before the whole room.
inline constexpr TableId plenary{};

// People work in small groups, each with a screen of its table: in this step, or in one of its turns.
bool is_at_tables(const Step& step);
// They do so now: in the turn that is going on, when the step has turns.
bool work_at_tables(const State& state);
// The plenary of this kind of step may have a queue.
bool may_have_queue(StepKind kind);
// Hands may be raised now.
bool queue_is_open(const State& state);

// The queue of the step that is going on; nullptr when none is, or nothing has been said about it yet.
const Floor* current_floor(const State& state);
// The waiting hand of this person in the current step, or nullptr.
const Hand* waiting_hand(const State& state, PersonId person, bool point_of_order);
const MiddleSeat* middle_seat(const Floor* floor, PersonId person);
std::int64_t seats_taken(const Floor* floor, bool open);

// The speech going on at this place, or nullptr.
const Speech* speech_at(const State& state, TableId place);
// What was said up to `now`.
TimeMs spoken_ms(const Speech& speech, TimeMs now);

// Nothing was measured: a value of zeros.
Spoken spoken_at(const Speaking& speaking, std::string_view step, TableId place, PersonId person);
Spoken spoken_in_plenary(const Speaking& speaking, PersonId person);
// Nobody was measured there: nullptr.
const Measured* measured_at(const Speaking& speaking, std::string_view step, TableId place);

// How long a step that is over really ran, pauses left out; 0 when it has not ended.
TimeMs elapsed_ms(const State& state, std::string_view step);

}  // namespace tablee::core
