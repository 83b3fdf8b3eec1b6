// Time that is not the room's: one table's, one person's.
#include "core/decide_parts.h"
#include "core/own_time.h"

namespace tablee::core {
namespace {

// Why the clock of this table cannot be touched now.
std::optional<Refusal> no_clock(const State& state, TableId table) {
  if (find_table(state, table) == nullptr) {
    return refuse(Code::not_found, "table", "there is no such table");
  }
  if (!is_active(state.run)) {
    return refuse(Code::wrong_state, "", "no step is going on");
  }
  if (current_step(state)->timer.mode == TimerMode::free) {
    return refuse(Code::wrong_state, "", "this step has no end to move");
  }
  return std::nullopt;
}

bool is_paused(const State& state, TableId table) {
  const auto time = state.run.tables.find(table);
  return time != state.run.tables.end() && time->second.paused_at != 0;
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope& envelope, const SetPace& command) {
  const PersonId person = envelope.subject.person;
  return state.people.at(person).pace == command.pace ? Decision{} : fact(PaceSet{person, command.pace});
}

Result<Decision> answer(const State& state, const Envelope&, const ExtendTable& command) {
  if (command.step != state.run.step) {
    return refuse(Code::wrong_step, "step", "this is not the current step");
  }
  if (const auto refusal = no_clock(state, command.table)) {
    return *refusal;
  }
  const std::int64_t left = table_minutes_left(state, command.table);
  if (command.minutes > left) {
    return refuse(Code::out_of_range, "minutes", "this table may be given " + std::to_string(left) + " more minutes");
  }
  const auto time = state.run.tables.find(command.table);
  const std::int64_t given = time == state.run.tables.end() ? 0 : time->second.extended_minutes;
  if (given + command.minutes < 0) {
    return refuse(Code::out_of_range, "minutes", "this table was given " + std::to_string(given) + " minutes");
  }
  return command.minutes == 0 ? Decision{} : fact(TableExtended{command.table, command.minutes});
}

Result<Decision> answer(const State& state, const Envelope&, const PauseTable& command) {
  if (const auto refusal = no_clock(state, command.table)) {
    return *refusal;
  }
  return is_paused(state, command.table) ? Decision{} : fact(TablePaused{command.table});
}

Result<Decision> answer(const State& state, const Envelope&, const ResumeTable& command) {
  if (const auto refusal = no_clock(state, command.table)) {
    return *refusal;
  }
  return is_paused(state, command.table) ? fact(TableResumed{command.table}) : Decision{};
}

Result<Decision> answer(const State& state, const Envelope& envelope, const AnnounceEnd& command) {
  if (!is_active(state, command.step)) {
    return refuse(Code::wrong_step, "step", "this is not the current step");
  }
  if (command.seconds == 0) {
    return state.run.closing_at == 0 ? Decision{} : fact(EndAnnounced{command.step, 0});
  }
  if (command.seconds < limits::end_notice_seconds_min) {
    return refuse(Code::out_of_range, "seconds",
                  "people have " + std::to_string(limits::end_notice_seconds_min) + " seconds at least");
  }
  if (state.run.paused) {
    return refuse(Code::wrong_state, "", "the room is paused");
  }
  return fact(EndAnnounced{command.step, envelope.now + command.seconds * second_ms});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const DelayEnd& command) {
  if (!is_active(state, command.step)) {
    return refuse(Code::wrong_step, "step", "this is not the current step");
  }
  if (state.run.closing_at == 0) {
    return refuse(Code::wrong_state, "step", "the end of this step is not announced, or the room is paused");
  }
  if (state.run.end_delays >= limits::end_delays_max) {
    return refuse(Code::too_many, "", "more time was asked for too often: speak to the facilitator");
  }
  return fact(EndDelayed{command.step, std::max(state.run.closing_at, envelope.now) + limits::end_delay_ms});
}

}  // namespace tablee::core
