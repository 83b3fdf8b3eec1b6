// core/decide.h: what a command leads to, or why it is refused.
//
// decide() reads the state and changes nothing. It returns the events and records to append; the host appends them,
// then applies them (core/apply.h). Every authorisation is here: a subject of the wrong role is refused with
// `not_allowed` before anything else is looked at.
//
// Errors   not_allowed, not_found, wrong_step, wrong_state, conflict, too_many, too_long, out_of_range.
#pragma once

#include <vector>

#include "base/result.h"
#include "core/command.h"
#include "core/events.h"
#include "core/record.h"
#include "core/state.h"

namespace tablee::core {

struct Decision {
  Events events;
  std::vector<Record> records;
};

Result<Decision> decide(const State& state, const Envelope& envelope, const Command& command);

// What a gesture brings with it once its events are applied: the polls and articles that a step makes when it starts,
// the seal. `gesture`: every event of it so far. The host appends and applies what is returned, and asks again until
// nothing is; all of it is one commit. A rule decides on the state it finds, so nothing is ever copied to look ahead.
Decision decide_consequences(const State& state, const Events& gesture);

// What the programme's ways out ask for now: one is offered, withdrawn, or, under a firm timer, taken. The host asks
// once a turn of its loop in which something happened, and at next_weighing() (core/ways_out.h).
Decision decide_ways_out(const State& state, const Envelope& envelope);

// The host's own commands.
Result<Decision> decide_open(const State& state, const Envelope& envelope, const OpenAtelier& command);
Result<Decision> decide_arrive(const State& state, const Envelope& envelope, const Arrive& command);
// On success the last record is the new person's Card.
Result<Decision> decide_join(const State& state, const Envelope& envelope, const JoinTable& command);
// No event when no deadline has come.
Decision decide_tick(const State& state, const Envelope& envelope);

}  // namespace tablee::core
