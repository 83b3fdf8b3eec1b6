// The seats in the middle of a fishbowl. Open seats are for whoever comes; the lead fills the others, and any.
#include "core/decide_parts.h"
#include "core/speaking_rules.h"

namespace tablee::core {
namespace {

// The seats of the step that is going on, or nullptr.
const Seats* current_seats(const State& state) {
  const Step* step = is_active(state.run) ? current_step(state) : nullptr;
  return step != nullptr && step->seats ? &*step->seats : nullptr;
}

bool has_free_seat(const State& state, const Seats& seats, bool open) {
  return seats_taken(current_floor(state), open) < (open ? seats.open : seats.count - seats.open);
}

Decision unseat(const State& state, PersonId person) {
  return middle_seat(current_floor(state), person) == nullptr ? Decision{}
                                                              : fact(MiddleSeatLeft{person, state.run.step});
}

Refusal no_seats() {
  return refuse(Code::wrong_step, "", "this step has no seats in the middle");
}
Refusal no_free_seat() {
  return refuse(Code::too_many, "", "every seat is taken");
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope& envelope, const TakeSeat& command) {
  const Seats* seats = is_active(state, command.step) ? current_seats(state) : nullptr;
  if (seats == nullptr) {
    return no_seats();
  }
  const PersonId person = envelope.subject.person;
  if (middle_seat(current_floor(state), person) != nullptr) {
    return Decision{};
  }
  if (!has_free_seat(state, *seats, true)) {
    return no_free_seat();
  }
  return fact(MiddleSeatTaken{person, command.step, true});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const LeaveSeat&) {
  return unseat(state, envelope.subject.person);
}

Result<Decision> answer(const State& state, const Envelope&, const SeatInMiddle& command) {
  const Seats* seats = current_seats(state);
  if (seats == nullptr) {
    return no_seats();
  }
  const Person* person = find_in(state.people, command.person);
  if (person == nullptr || person->gone) {
    return refuse(Code::not_found, "person", "nobody in the room has this id");
  }
  if (!command.seated) {
    return unseat(state, command.person);
  }
  if (middle_seat(current_floor(state), command.person) != nullptr) {
    return Decision{};
  }
  const bool open = !has_free_seat(state, *seats, false);
  if (open && !has_free_seat(state, *seats, true)) {
    return no_free_seat();
  }
  return fact(MiddleSeatTaken{command.person, state.run.step, open});
}

}  // namespace tablee::core
