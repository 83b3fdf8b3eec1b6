// core/apply.h: what an event or a record changes. Total: it cannot fail on anything decide() produced.
#pragma once

#include "core/event.h"
#include "core/record.h"
#include "core/state.h"

namespace tablee::core {

// What surrounds a stored event: its time and the numbered command it answers.
struct Stamp {
  TimeMs at = 0;
  Subject subject;
  std::string sender;
  std::uint64_t number = 0;
};

// Requires: events in journal order, stamp.at never before the last. An event about a thing that does not exist is a
// broken invariant: the journal was checked before it was replayed.
void apply(State& state, const Stamp& stamp, const Event& event);

void apply(State& state, const Record& record);

}  // namespace tablee::core
