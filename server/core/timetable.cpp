#include "core/timetable.h"

#include <algorithm>

namespace tablee::core {

bool is_night(const Step& step) {
  return step.kind == StepKind::pause && step.rest == Rest::night;
}

bool is_rest(const Step& step) {
  return step.kind == StepKind::pause;
}

std::optional<std::int64_t> minute_of_clock(std::string_view clock) {
  const auto digit = [&](std::size_t place) { return clock[place] >= '0' && clock[place] <= '9'; };
  if (clock.size() != 5 || !digit(0) || !digit(1) || clock[2] != ':' || !digit(3) || !digit(4)) {
    return std::nullopt;
  }
  const std::int64_t hour = (clock[0] - '0') * 10 + (clock[1] - '0');
  const std::int64_t minute = (clock[3] - '0') * 10 + (clock[4] - '0');
  return hour < 24 && minute < 60 ? std::optional(hour * 60 + minute) : std::nullopt;
}

std::string clock_of_minute(std::int64_t minute) {
  const std::int64_t of_day = ((minute % minutes_of_day) + minutes_of_day) % minutes_of_day;
  const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return two(of_day / 60) + ":" + two(of_day % 60);
}

std::int64_t same_day(std::int64_t minute, std::int64_t clock_minute) {
  return minute / minutes_of_day * minutes_of_day + clock_minute;
}

std::vector<Slot> timetable(const Scenario& scenario, const std::set<std::string>& dropped) {
  std::vector<Slot> slots;
  std::int64_t minute = minute_of_clock(scenario.starts_at).value_or(0);
  for (const Step& step : scenario.steps) {
    if (dropped.contains(step.id)) {
      slots.push_back(Slot{minute, 0});
      continue;
    }
    if (const auto firm = step.timer.firm_at ? minute_of_clock(*step.timer.firm_at) : std::nullopt) {
      minute = std::max(minute, same_day(minute, *firm));
    }
    Slot slot{minute, std::clamp<std::int64_t>(step.duration.planned, 0, limits::step_minutes_max)};
    if (is_night(step)) {
      const std::int64_t resumes = minute_of_clock(step.resumes_at.value_or("")).value_or(0);
      slot.minutes = same_day(minute, resumes) + minutes_of_day - minute;
    }
    slots.push_back(slot);
    minute = slot.end();
  }
  return slots;
}

}  // namespace tablee::core
