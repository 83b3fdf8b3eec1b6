#include "core/replan.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/rng.h"
#include "core/timetable.h"
#include "unit/core/world.h"

namespace replan_test {

using namespace tablee;
using namespace tablee::core;
using tablee::core::testing::writes_to;

namespace {

Step lasting(const std::string& id, StepKind kind, std::int64_t planned, std::int64_t floor,
             const char* firm_at = nullptr) {
  Step step;
  step.id = id;
  step.kind = kind;
  step.duration = {planned, floor, planned};
  if (firm_at != nullptr) {
    step.timer.firm_at = firm_at;
  }
  return step;
}

Step pause_of(const std::string& id, std::int64_t minutes, Rest rest = Rest::pause) {
  // A floor under what is planned: what is a break still gives nothing.
  Step step = lasting(id, StepKind::pause, minutes, 1);
  step.rest = rest;
  return step;
}

Step night_until(const char* morning) {
  Step step = pause_of("NB", 915, Rest::night);
  step.resumes_at = morning;
  return step;
}

Scenario programme(const char* starts_at, std::vector<Step> steps) {
  Scenario scenario;
  scenario.starts_at = starts_at;
  scenario.steps = std::move(steps);
  return scenario;
}

// Weekend B of the process reference: Saturday from the first break to the evening, the night, Sunday's first steps.
Scenario weekend() {
  return programme(
      "10:50",
      {pause_of("PB1", 15), lasting("B06", StepKind::present, 45, 40), lasting("B07", StepKind::ask, 15, 12),
       lasting("B08", StepKind::ask, 30, 25), pause_of("PB2", 70, Rest::meal), lasting("B09", StepKind::write, 35, 28),
       lasting("B10", StepKind::cluster, 25, 20), lasting("B11", StepKind::review, 15, 10),
       lasting("B12", StepKind::rank, 15, 10), pause_of("PB3", 20), lasting("B13", StepKind::ask, 10, 7),
       lasting("B14", StepKind::draft, 45, 35), pause_of("PB7", 10), lasting("B15", StepKind::review, 30, 24),
       lasting("B16", StepKind::ask, 20, 15), lasting("B17", StepKind::measure, 15, 8, "17:30"), night_until("09:00"),
       lasting("B18", StepKind::present, 25, 20), lasting("B19", StepKind::amend, 45, 38)});
}

std::size_t place_of(const std::vector<PlannedStep>& steps, const std::string& id) {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].id == id) {
      return i;
    }
  }
  FAIL("no step " << id);
  return 0;
}

Replanning replanned(const Scenario& scenario, const std::string& id, std::int64_t late) {
  const auto steps = planned_steps(scenario);
  return replan(steps, place_of(steps, id), late);
}

std::vector<Alternative> remedies(const Scenario& scenario, const std::string& id, std::int64_t late) {
  const auto steps = planned_steps(scenario);
  return alternatives(steps, place_of(steps, id), late);
}

std::int64_t minute(const char* clock) {
  return *minute_of_clock(clock);
}

std::int64_t removed_in(const std::vector<PlanRow>& plan) {
  std::int64_t sum = 0;
  for (const PlanRow& row : plan) {
    sum += row.removed;
  }
  return sum;
}

std::vector<std::int64_t> removals(const std::vector<PlanRow>& plan) {
  std::vector<std::int64_t> each;
  for (const PlanRow& row : plan) {
    each.push_back(row.removed);
  }
  return each;
}

std::vector<std::string> droppable_ids(const Scenario& scenario) {
  std::vector<std::string> ids;
  for (const PlannedStep& step : planned_steps(scenario)) {
    if (step.droppable) {
      ids.push_back(step.id);
    }
  }
  return ids;
}

}  // namespace

TEST_CASE("the weekend of the reference: a break that starts 18 minutes late costs no break and no minute at 17:30") {
  const Replanning result = replanned(weekend(), "PB1", 18);
  CHECK(result.margin == 59);
  CHECK(result.late == 18);
  CHECK(result.unabsorbed == 0);
  CHECK(result.droppable.empty());
  CHECK(result.firm == DelayBound{"B17", minute("17:30"), minute("17:30")});
  REQUIRE(result.plan.size() == 15);
  CHECK(result.plan[0] == PlanRow{"PB1", minute("11:08"), 15, 0});
  CHECK(result.plan.back().start + result.plan.back().minutes == minute("17:30"));
  // 18 × 5 / 59 = 1.53, 18 × 3 / 59 = 0.92, 18 × 7 / 59 = 2.14, 18 × 10 / 59 = 3.05, 18 × 6 / 59 = 1.83: twelve whole
  // minutes, then one more for B07, B13, B15 and the first three of those with 1.53.
  CHECK(removals(result.plan) == std::vector<std::int64_t>{0, 2, 1, 2, 0, 2, 2, 1, 1, 0, 1, 3, 0, 2, 1});
}

TEST_CASE("what the margin cannot take makes the firm step late, and the steps to drop are named") {
  const Replanning result = replanned(weekend(), "PB1", 70);
  CHECK(result.unabsorbed == 11);
  CHECK(result.firm == DelayBound{"B17", minute("17:30"), minute("17:41")});
  CHECK(removed_in(result.plan) == 59);
  // At their floors: B06 40, B14 35, B09 28.
  CHECK(result.droppable == std::vector<std::string>{"B06", "B14", "B09"});
  CHECK(replanned(weekend(), "PB1", 59).droppable.empty());
  CHECK(replanned(weekend(), "PB1", 59).unabsorbed == 0);
  CHECK(replanned(weekend(), "PB1", 60).unabsorbed == 1);
}

TEST_CASE("no delay changes nothing, and offers nothing else") {
  const Replanning result = replanned(weekend(), "B06", 0);
  CHECK(removed_in(result.plan) == 0);
  CHECK(result.plan.front().start == minute("11:05"));
  CHECK(result.unabsorbed == 0);
  CHECK(remedies(weekend(), "B06", 0).size() == 1);
}

TEST_CASE("free minutes before the firm time absorb first") {
  const Scenario scenario =
      programme("09:00", {lasting("a", StepKind::write, 30, 20), lasting("b", StepKind::ask, 20, 20),
                          lasting("firm", StepKind::vote, 10, 5, "10:00")});
  CHECK(removed_in(replanned(scenario, "a", 10).plan) == 0);
  CHECK(replanned(scenario, "a", 10).firm.start == minute("10:00"));
  CHECK(removals(replanned(scenario, "a", 14).plan) == std::vector<std::int64_t>{4, 0});
  CHECK(replanned(scenario, "a", 23).unabsorbed == 3);
  CHECK(replanned(scenario, "a", 23).firm.start == minute("10:03"));
}

TEST_CASE("equal remainders: the earlier step gives") {
  const Scenario scenario =
      programme("09:00", {lasting("a", StepKind::write, 30, 25), lasting("b", StepKind::write, 30, 25),
                          lasting("c", StepKind::write, 30, 25)});
  CHECK(removals(replanned(scenario, "a", 1).plan) == std::vector<std::int64_t>{1, 0, 0});
  CHECK(removals(replanned(scenario, "a", 2).plan) == std::vector<std::int64_t>{1, 1, 0});
  CHECK(removals(replanned(scenario, "a", 14).plan) == std::vector<std::int64_t>{5, 5, 4});
}

TEST_CASE("a night stops the delay, even before a firm time of the next day") {
  Scenario scenario = weekend();
  scenario.steps.back().timer.firm_at = "09:25";
  const Replanning evening = replanned(scenario, "B17", 10);
  CHECK(evening.firm == DelayBound{"NB", minute("17:45"), minute("17:48")});
  CHECK(evening.plan == std::vector<PlanRow>{PlanRow{"B17", minute("17:40"), 8, 7}});
  const Replanning morning = replanned(scenario, "B18", 5);
  CHECK(morning.firm == DelayBound{"B19", minutes_of_day + minute("09:25"), minutes_of_day + minute("09:25")});
}

TEST_CASE("a night that is late is its own bound and shortens nothing") {
  const Replanning result = replanned(weekend(), "NB", 12);
  CHECK(result.plan.empty());
  CHECK(result.firm == DelayBound{"NB", minute("17:45"), minute("17:57")});
  CHECK(result.unabsorbed == 12);
  CHECK(result.droppable.empty());
}

TEST_CASE("without a firm time the end of the programme is the bound") {
  const Replanning result = replanned(weekend(), "B18", 15);
  CHECK(result.margin == 12);
  CHECK(result.firm == DelayBound{"", minutes_of_day + minute("10:10"), minutes_of_day + minute("10:13")});
}

TEST_CASE("the late step's own firm time is past: the next one counts") {
  const Scenario scenario =
      programme("09:00", {lasting("a", StepKind::ask, 30, 20, "09:00"), lasting("b", StepKind::vote, 10, 5, "09:30")});
  CHECK(replanned(scenario, "a", 5).firm.id == "b");
  CHECK(replanned(scenario, "b", 5).firm.id == "");
}

TEST_CASE("a step may be dropped when nothing later needs it") {
  Scenario scenario = programme(
      "09:00", {lasting("welcome", StepKind::welcome, 10, 5), lasting("before", StepKind::measure, 10, 5),
                lasting("talk", StepKind::present, 10, 5), lasting("ideas", StepKind::write, 10, 5),
                pause_of("break", 5), lasting("notes", StepKind::write, 10, 5),
                lasting("names", StepKind::write, 10, 5), lasting("meanwhile", StepKind::present, 10, 5),
                lasting("unread", StepKind::write, 10, 5), lasting("debate", StepKind::debate, 10, 5),
                lasting("firm", StepKind::present, 10, 5, "10:20"), lasting("after", StepKind::measure, 10, 5),
                lasting("vote", StepKind::vote, 10, 5), lasting("hand_over", StepKind::hand_over, 10, 5)});
  const auto step = [&](const char* id) -> Step& {
    return *std::find_if(scenario.steps.begin(), scenario.steps.end(), [&](const Step& each) { return each.id == id; });
  };
  CHECK(droppable_ids(scenario) == std::vector<std::string>{"before", "talk", "ideas", "notes", "names", "meanwhile",
                                                            "unread", "debate", "after"});
  for (const char* id : {"ideas", "notes", "names", "unread"}) {
    step(id).writes = {writes_to(id)};
  }
  step("meanwhile").parallel = Parallel{};
  step("meanwhile").parallel->writes = {writes_to("groups")};
  step("after").compare_with = "before";
  step("debate").repeat = Repeat{};
  step("debate").repeat->for_each = "names";
  step("debate").parallel = Parallel{};
  step("debate").parallel->reads = {Read{"notes"}};
  step("vote").reads = {Read{"ideas"}, Read{"groups"}};
  // It reads what it writes itself, and an earlier step reads it: no later one does.
  step("unread").reads = {Read{"unread"}};
  step("talk").reads = {Read{"unread"}};
  CHECK(droppable_ids(scenario) == std::vector<std::string>{"talk", "unread", "debate", "after"});
}

TEST_CASE("at most three steps to drop are named, ties to the earlier") {
  std::vector<Step> steps;
  for (const char* id : {"a", "b", "c", "d", "e"}) {
    steps.push_back(lasting(id, StepKind::debate, 20, std::string(id) == "d" ? 20 : 15));
  }
  const Replanning result = replanned(programme("09:00", steps), "a", 60);
  CHECK(result.unabsorbed == 40);
  CHECK(result.droppable == std::vector<std::string>{"d", "a", "b"});
}

TEST_CASE("three ways out, each with what it costs") {
  Scenario scenario =
      programme("09:00", {lasting("talk", StepKind::present, 20, 10), lasting("ideas", StepKind::write, 30, 20),
                          lasting("debate", StepKind::debate, 40, 30), pause_of("break", 10),
                          lasting("answers", StepKind::ask, 25, 20), lasting("firm", StepKind::vote, 10, 5, "11:05")});
  scenario.steps[1].writes = {writes_to("ideas")};
  scenario.steps[4].reads = {Read{"ideas"}};
  SUBCASE("within the margin") {
    const auto all = remedies(scenario, "talk", 21);
    REQUIRE(all.size() == 3);
    CHECK(all[0].remedy == Remedy::spread);
    CHECK(removals(all[0].plan) == std::vector<std::int64_t>{6, 6, 6, 0, 3});
    CHECK(all[0].deliberation_minutes == 12);
    CHECK(all[0].presentation_minutes == 9);
    CHECK(all[0].dropped.empty());
    CHECK(all[0].firm_slip == 0);
    CHECK(all[1].remedy == Remedy::slip);
    CHECK(removed_in(all[1].plan) == 0);
    CHECK(all[1].plan.back() == PlanRow{"answers", minute("11:01"), 25, 0});
    CHECK(all[1].deliberation_minutes + all[1].presentation_minutes == 0);
    CHECK(all[1].firm_slip == 21);
    // Without the talk one minute is missing: it is taken from ideas, the first of the largest margins.
    CHECK(all[2].remedy == Remedy::drop);
    CHECK(all[2].dropped == std::vector<std::string>{"talk"});
    CHECK(removals(all[2].plan) == std::vector<std::int64_t>{1, 0, 0, 0});
    CHECK(all[2].plan.front().start == minute("09:21"));
    CHECK(all[2].presentation_minutes == 20);
    CHECK(all[2].deliberation_minutes == 1);
    CHECK(all[2].firm_slip == 0);
  }
  SUBCASE("the first that suffices") {
    // Missing 50: without the talk 30 and 25 of margin; without the debate 10 and 25.
    const auto all = remedies(scenario, "talk", 50);
    REQUIRE(all.size() == 3);
    CHECK(all[0].firm_slip == 15);
    CHECK(all[2].dropped == std::vector<std::string>{"debate"});
    CHECK(removed_in(all[2].plan) == 10);
    CHECK(all[2].firm_slip == 0);
    CHECK(all[2].deliberation_minutes == 40 + 4);
    CHECK(all[2].presentation_minutes == 4 + 2);
  }
  SUBCASE("else the longest") {
    const auto all = remedies(scenario, "talk", 100);
    CHECK(all[2].dropped == std::vector<std::string>{"debate"});
    CHECK(all[2].firm_slip == 100 - 40 - 25);
  }
  SUBCASE("nothing can be dropped") {
    scenario.steps[5].reads = {Read{"talk"}, Read{"debate"}, Read{"answers"}};
    for (const std::size_t place : {0U, 2U, 4U}) {
      scenario.steps[place].writes = {writes_to(scenario.steps[place].id)};
    }
    const auto all = remedies(scenario, "talk", 50);
    REQUIRE(all.size() == 2);
    CHECK(all[1].remedy == Remedy::slip);
    CHECK(all[1].firm_slip == 50);
    CHECK(replanned(scenario, "talk", 50).droppable.empty());
  }
}

TEST_CASE("a live plan that already leads past the firm time counts the whole way back to it") {
  std::vector<PlannedStep> steps(2);
  steps[0].id = "a";
  steps[0].start = 600;
  steps[0].planned = 30;
  steps[0].floor = 10;
  steps[1].id = "firm";
  steps[1].start = 630;
  steps[1].planned = 10;
  steps[1].firm_at = 625;
  const Replanning result = replan(steps, 0, 3);
  CHECK(result.firm == DelayBound{"firm", 625, 625});
  CHECK(removed_in(result.plan) == 8);
}

namespace {

// One day of steps with breaks among them, and often a firm time after some free minutes.
std::vector<PlannedStep> drawn_programme(Rng& rng) {
  std::vector<PlannedStep> steps;
  std::int64_t minute_now = 540;
  const std::size_t count = 1 + rng.below(20);
  for (std::size_t i = 0; i < count; ++i) {
    PlannedStep step;
    step.id = "s" + std::to_string(i);
    step.planned = 1 + static_cast<std::int64_t>(rng.below(60));
    step.floor = 1 + static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(step.planned)));
    step.is_rest = rng.below(4) == 0;
    step.droppable = !step.is_rest && rng.below(2) == 0;
    if (rng.below(6) == 0) {
      minute_now += static_cast<std::int64_t>(rng.below(15));
      step.firm_at = minute_now;
    }
    step.start = minute_now;
    minute_now += step.planned;
    steps.push_back(step);
  }
  return steps;
}

// The margins of the rows of a plan, by place.
std::vector<std::int64_t> margins_of(const std::vector<PlannedStep>& steps, std::size_t late_step, std::size_t count) {
  std::vector<std::int64_t> margins;
  for (std::size_t i = late_step; i < late_step + count; ++i) {
    margins.push_back(steps[i].is_rest ? 0 : steps[i].planned - steps[i].floor);
  }
  return margins;
}

// Each gives its exact part, rounded down or up; those rounded up have the largest remainders, the earliest of equals.
void check_proportional(const std::vector<std::int64_t>& removed, const std::vector<std::int64_t>& margins,
                        std::int64_t sum_removed, std::int64_t margin) {
  for (std::size_t i = 0; i < removed.size(); ++i) {
    const std::int64_t exact = sum_removed * margins[i];
    const bool is_up = removed[i] * margin > exact;
    CHECK(removed[i] == exact / margin + (is_up ? 1 : 0));
    for (std::size_t j = 0; is_up && j < removed.size(); ++j) {
      const std::int64_t other = sum_removed * margins[j];
      const bool other_is_up = removed[j] * margin > other;
      const bool goes_first = other % margin > exact % margin || (other % margin == exact % margin && j < i);
      CHECK((!goes_first || other_is_up));
    }
  }
}

}  // namespace

TEST_CASE("over many programmes: what is removed, from whom, and where it ends") {
  Rng rng(20260411);
  std::map<bool, int> seen_unabsorbed;
  for (int round = 0; round < 3000; ++round) {
    const auto steps = drawn_programme(rng);
    const std::size_t late_step = rng.below(steps.size());
    const auto late = static_cast<std::int64_t>(rng.below(200));
    const Replanning result = replan(steps, late_step, late);
    REQUIRE_FALSE(result.plan.empty());
    const PlannedStep& last = steps[late_step + result.plan.size() - 1];
    const std::int64_t gap = result.firm.planned - (last.start + last.planned);
    const std::int64_t missing = std::max<std::int64_t>(late - gap, 0);
    const auto margins = margins_of(steps, late_step, result.plan.size());
    std::int64_t margin = 0;
    std::int64_t expected_start = steps[late_step].start + late;
    for (std::size_t i = 0; i < result.plan.size(); ++i) {
      const PlanRow& row = result.plan[i];
      margin += margins[i];
      CHECK(row.start == expected_start);
      CHECK(row.removed >= 0);
      CHECK(row.removed <= margins[i]);
      CHECK(row.minutes + row.removed == steps[late_step + i].planned);
      expected_start += row.minutes;
    }
    CHECK(result.margin == margin);
    CHECK(removed_in(result.plan) == std::min(missing, margin));
    CHECK(result.unabsorbed == missing - std::min(missing, margin));
    CHECK(result.firm.start == result.firm.planned + result.unabsorbed);
    CHECK(std::max(expected_start, result.firm.planned) == result.firm.start);
    CHECK((result.droppable.empty() || result.unabsorbed > 0));
    if (margin > 0) {
      check_proportional(removals(result.plan), margins, removed_in(result.plan), margin);
    }
    ++seen_unabsorbed[result.unabsorbed > 0];
  }
  CHECK(seen_unabsorbed[false] > 300);
  CHECK(seen_unabsorbed[true] > 300);
}

}  // namespace replan_test
