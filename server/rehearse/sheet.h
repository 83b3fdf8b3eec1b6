// rehearse/sheet.h: what the runs showed, as a sheet to read before the day.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/state.h"
#include "rehearse/rehearsal.h"

namespace tablee::rehearse {

// What one run left behind.
struct Run {
  bool finished = false;
  std::string stuck_at;
  std::map<std::string, std::int64_t> minutes;    // of each step that took place
  std::map<std::string, std::int64_t> firm_late;  // minutes by which a firm time was missed
  std::map<std::string, std::int64_t> wrote;      // people who wrote in a write step
  std::map<std::string, std::int64_t> not_voted;  // polls that a step did not come to
  std::int64_t present = 0;
  std::int64_t empty_tables = 0;
  std::int64_t no_quorum = 0;
  std::int64_t commands = 0;
  std::int64_t refused = 0;
  std::int64_t lost = 0;
};

Sheet make_sheet(const core::Scenario& scenario, const Settings& settings, const std::vector<Run>& runs);

// Nearest rank. Requires: values are not empty; percent from 1 to 100.
std::int64_t percentile(std::vector<std::int64_t> values, std::int64_t percent);

}  // namespace tablee::rehearse
