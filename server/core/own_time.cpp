#include "core/own_time.h"

#include <algorithm>

#include "base/limits.h"
#include "core/presence.h"

namespace tablee::core {
namespace {

constexpr std::int64_t usual_percent = 100;
constexpr std::int64_t twice_percent = 200;
constexpr std::int64_t more_percent = 150;  // the reference's coefficient, when the programme says none

bool is_awaited(const Person& person) {
  return is_present(person) && !person.ready && person.pace != Pace::usual;
}

bool has_someone(const State& state, TableId table) {
  return std::any_of(state.people.begin(), state.people.end(),
                     [&](const auto& entry) { return entry.second.table == table && is_present(entry.second); });
}

TimeMs held_by_tables(const State& state) {
  TimeMs until = state.run.ends_at;
  for (const auto& [id, time] : state.run.tables) {
    const auto table = state.tables.find(id);
    const bool waits = table != state.tables.end() && !table->second.removed && !table->second.ready &&
                       time.paused_at == 0 && has_someone(state, id);
    until = waits ? std::max(until, state.run.ends_at + time.shift_ms) : until;
  }
  return until;
}

// In percent of the step's length. Not for those who have no limit.
std::int64_t percent_of(const Step& step, Pace pace) {
  const std::int64_t more = step.timer.personal_percent.value_or(more_percent);
  switch (pace) {
    case Pace::usual:
      return usual_percent;
    case Pace::twice:
      return std::max(twice_percent, more);
    default:
      return more;
  }
}

}  // namespace

std::int64_t table_minutes_left(const State& state, TableId table) {
  const Step& step = *current_step(state);
  const std::int64_t most =
      step.timer.extension ? step.timer.extension->max : step.duration.ceiling - step.duration.planned;
  const auto time = state.run.tables.find(table);
  return most - (time == state.run.tables.end() ? 0 : time->second.extended_minutes);
}

bool goes_on_alone(StepKind kind) {
  return kind == StepKind::write || kind == StepKind::measure;
}

std::optional<TimeMs> held_until(const State& state) {
  TimeMs until = held_by_tables(state);
  const Step& step = *current_step(state);
  if (!step.timer.waits_for_everyone.value_or(false)) {
    return until;
  }
  const TimeMs length = (step.duration.planned + state.run.extended_minutes) * minute_ms;
  for (const auto& [id, person] : state.people) {
    if (!is_awaited(person)) {
      continue;
    }
    if (person.pace == Pace::unlimited) {
      return std::nullopt;
    }
    until = std::max(until, state.run.ends_at + length * (percent_of(step, person.pace) - usual_percent) / 100);
  }
  return until;
}

std::int64_t voters_awaited(const State& state, const Poll& poll) {
  return std::count_if(state.people.begin(), state.people.end(), [&](const auto& entry) {
    const Person& person = entry.second;
    return is_present(person) && person.pace != Pace::usual && !poll.voters.contains(person.id);
  });
}

std::optional<TimeMs> own_end(const State& state, const Lap& lap, const Person& person) {
  if (person.pace == Pace::unlimited && state.sealed_at == 0) {
    return std::nullopt;
  }
  const Step* step = find_step(state.scenario, lap.step);
  const std::int64_t percent = step == nullptr ? usual_percent : percent_of(*step, person.pace);
  return lap.ended_at + (lap.ended_at - lap.started_at) * (percent - usual_percent) / 100 + limits::late_grace_ms;
}

}  // namespace tablee::core
