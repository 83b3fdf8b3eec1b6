// rehearse/rehearsal.h: a whole event played beforehand, with people who come late, leave, write slowly and lose Wi-Fi.
//
// The real core and host run on a simulated clock; everything said goes through frames, as in the room. A simulated
// lead starts the steps, spreads a delay before a firm time, sorts, opens and closes votes. Draws come from the seed
// alone: the same settings give the same sheet.
//
// Units    Percentages of the people expected; minutes. Percentiles over the runs (nearest rank).
// Errors   play() itself cannot fail: what does not work is on the sheet.
// Cost     Two days with 100 people take seconds: the clock jumps.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/scenario.h"
#include "core/scenario_check.h"

namespace tablee::rehearse {

inline constexpr std::int64_t people_max = 500;
inline constexpr std::int64_t runs_max = 100;

struct Settings {
  std::int64_t people = 0;
  std::uint64_t seed = 1;
  std::int64_t absent_percent = 0;  // never come
  std::int64_t late_percent = 0;    // come five to thirty minutes after the start
  std::int64_t slow_percent = 0;    // write and choose three times more slowly
  std::int64_t drop_percent = 0;    // lose the line, again and again, for one to five minutes
  std::int64_t runs = 1;
};

struct StepTime {
  std::string id;
  std::int64_t planned = 0;
  std::int64_t p10 = 0;
  std::int64_t p50 = 0;
  std::int64_t p90 = 0;
  std::int64_t missed = 0;  // runs in which it never took place
  static constexpr auto fields() {
    return fields_of(field("id", &StepTime::id, "the step"), field("planned", &StepTime::planned, "minutes planned"),
                     field("p10", &StepTime::p10, "minutes, 10th percentile"),
                     field("p50", &StepTime::p50, "minutes, median"),
                     field("p90", &StepTime::p90, "minutes, 90th percentile"),
                     field("missed", &StepTime::missed, "runs in which it never took place"));
  }
};

struct Finding {
  core::Severity severity = core::Severity::error;
  std::string code;
  std::string step;
  std::string message;
  static constexpr auto fields() {
    return fields_of(field("severity", &Finding::severity, "error: the plan cannot work"),
                     field("code", &Finding::code, "stable, for tools"),
                     field("step", &Finding::step, "the step, or empty"),
                     field("message", &Finding::message, "one sentence, in French"));
  }
};

struct Sheet {
  bool ready = true;  // no finding is an error
  std::int64_t people = 0;
  std::int64_t runs = 0;
  std::int64_t commands = 0;
  std::int64_t refused = 0;
  std::int64_t lost = 0;
  std::vector<StepTime> steps;
  std::vector<Finding> findings;
  static constexpr auto fields() {
    return fields_of(field("ready", &Sheet::ready, "true: nothing keeps the plan from working"),
                     field("people", &Sheet::people, "people expected"),
                     field("runs", &Sheet::runs, "how often it was played"),
                     field("commands", &Sheet::commands, "commands answered in all"),
                     field("refused", &Sheet::refused, "of them, refused"),
                     field("lost", &Sheet::lost, "inputs acknowledged and not found afterwards"),
                     field("steps", &Sheet::steps, "time for each step"),
                     field("findings", &Sheet::findings, "what to look at, gravest first"));
  }
};

// Requires: the scenario passed its check without an error; the settings are within their bounds.
Sheet play(const core::Scenario& scenario, const Settings& settings);

}  // namespace tablee::rehearse
