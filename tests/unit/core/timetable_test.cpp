#include "core/timetable.h"

#include <doctest/doctest.h>

#include "unit/core/world.h"

namespace timetable_test {

using namespace tablee;
using namespace tablee::core;

namespace {

Step lasting(const char* id, std::int64_t minutes, const char* firm_at = nullptr) {
  Step step;
  step.id = id;
  step.duration = {minutes, minutes, minutes};
  if (firm_at != nullptr) {
    step.timer.firm_at = firm_at;
  }
  return step;
}

Step night(const char* resumes_at) {
  Step step = lasting("night", 60);
  step.kind = StepKind::pause;
  step.rest = Rest::night;
  step.resumes_at = resumes_at;
  return step;
}

std::vector<std::string> starts(const std::vector<Step>& steps, const char* starts_at = "09:00") {
  Scenario scenario;
  scenario.starts_at = starts_at;
  scenario.steps = steps;
  std::vector<std::string> clocks;
  for (const Slot& slot : timetable(scenario)) {
    clocks.push_back(std::to_string(slot.start / minutes_of_day) + " " + clock_of_minute(slot.start));
  }
  return clocks;
}

}  // namespace

TEST_CASE("steps follow one another") {
  CHECK(starts({lasting("a", 45), lasting("b", 15), lasting("c", 90)}) ==
        std::vector<std::string>{"0 09:00", "0 09:45", "0 10:00"});
}

TEST_CASE("a firm time holds its step back and never forward") {
  CHECK(starts({lasting("a", 45), lasting("b", 15, "10:00")}) == std::vector<std::string>{"0 09:00", "0 10:00"});
  CHECK(starts({lasting("a", 75), lasting("b", 15, "10:00")}) == std::vector<std::string>{"0 09:00", "0 10:15"});
}

TEST_CASE("after a night the clock starts again from the next morning, however late the evening was") {
  for (const std::int64_t evening : {30, 600}) {
    const auto clocks = starts({lasting("a", evening), night("10:00"), lasting("b", 20), lasting("c", 5, "11:00")});
    CHECK(clocks[2] == "1 10:00");
    CHECK(clocks[3] == "1 11:00");
  }
}

TEST_CASE("clock times are read and written") {
  CHECK(minute_of_clock("00:00") == 0);
  CHECK(minute_of_clock("23:59") == 1439);
  for (const char* wrong : {"24:00", "12:60", "9:30", "09h30", "", "09:300"}) {
    CHECK_FALSE(minute_of_clock(wrong).has_value());
  }
  CHECK(clock_of_minute(0) == "00:00");
  CHECK(clock_of_minute(1440 + 605) == "10:05");
}

}  // namespace timetable_test
