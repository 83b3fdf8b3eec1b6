// core/timetable.h: when each step is planned, over one day or several.
//
// Shape    One slot a step, in the order of the programme. A firm time holds its step back, never forward: a
//          programme whose durations lead past it says so in the check. A night ends at its `resumes_at` of the next
//          day, whatever the time at which it began, so that a late evening never makes a late morning.
// Units    Minutes since midnight of the first day; 1,440 and more are the second day.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario.h"

namespace tablee::core {

inline constexpr std::int64_t minutes_of_day = 24LL * 60;

struct Slot {
  std::int64_t start = 0;
  std::int64_t minutes = 0;  // as planned; of a night, until it is over
  std::int64_t end() const { return start + minutes; }
};

// dropped: ids of steps that will not take place: they last no time.
std::vector<Slot> timetable(const Scenario& scenario, const std::set<std::string>& dropped = {});

bool is_night(const Step& step);
// A break, whatever its length: it has no margin to give.
bool is_rest(const Step& step);

// Minutes since midnight of "HH:MM"; nothing when it is not a time of the clock.
std::optional<std::int64_t> minute_of_clock(std::string_view clock);
// "HH:MM" of a minute of any day.
std::string clock_of_minute(std::int64_t minute);
// The minute of a clock time on the day of `minute`.
std::int64_t same_day(std::int64_t minute, std::int64_t clock_minute);

}  // namespace tablee::core
