#include "rehearse/sheet.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace sheet_test {

using namespace tablee;
using namespace tablee::rehearse;

namespace {

core::Scenario one_step() {
  core::Scenario scenario;
  scenario.group = core::Group{10, 20, 2, 5};
  core::Step step;
  step.id = "write";
  step.kind = core::StepKind::write;
  step.title = {"Écrire", "Écris.", std::nullopt};
  step.instruction = {"Écrivez.", "Écris.", std::nullopt};
  step.audience.form = core::Form::individual;
  step.duration = core::Duration{10, 5, 15};
  scenario.steps = {step};
  return scenario;
}

Run good_run(std::int64_t minutes) {
  Run run;
  run.finished = true;
  run.present = 10;
  run.minutes["write"] = minutes;
  run.wrote["write"] = 10;
  return run;
}

bool has(const Sheet& sheet, const std::string& code) {
  return std::any_of(sheet.findings.begin(), sheet.findings.end(),
                     [&](const Finding& finding) { return finding.code == code; });
}

Settings of(std::int64_t people) {
  Settings settings;
  settings.people = people;
  return settings;
}

}  // namespace

TEST_CASE("percentiles are those of the nearest rank") {
  CHECK(percentile({7}, 10) == 7);
  CHECK(percentile({3, 1, 2}, 50) == 2);
  CHECK(percentile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 10) == 1);
  CHECK(percentile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 90) == 9);
  CHECK(percentile({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, 100) == 10);
}

TEST_CASE("votes that a step did not come to are told, with the most there were") {
  Run hurried = good_run(10);
  hurried.not_voted["write"] = 3;
  const Sheet sheet = make_sheet(one_step(), of(10), {good_run(10), hurried});
  REQUIRE(has(sheet, "not_voted"));
  CHECK(sheet.findings.front().step == "write");
  CHECK(sheet.findings.front().message.find("3 vote(s)") != std::string::npos);
  CHECK(sheet.ready);
}

TEST_CASE("a plan that worked in every run is ready") {
  const Sheet sheet = make_sheet(one_step(), of(10), {good_run(9), good_run(10), good_run(14)});
  CHECK(sheet.ready);
  CHECK(sheet.findings.empty());
  CHECK(sheet.steps.at(0).p50 == 10);
  CHECK(sheet.steps.at(0).p90 == 14);
}

TEST_CASE("what keeps a plan from working is an error, gravest first") {
  CHECK(has(make_sheet(one_step(), of(9), {good_run(10)}), "group_size"));
  Run stuck = good_run(10);
  stuck.finished = false;
  stuck.stuck_at = "write";
  CHECK_FALSE(make_sheet(one_step(), of(10), {good_run(10), stuck}).ready);
  Run lost = good_run(10);
  lost.lost = 1;
  lost.empty_tables = 2;
  const Sheet sheet = make_sheet(one_step(), of(10), {lost});
  CHECK_FALSE(sheet.ready);
  CHECK(sheet.findings.front().code == "input_lost");
  CHECK(sheet.findings.back().severity == core::Severity::warning);
}

TEST_CASE("a firm time missed every other time is an error, missed sometimes a warning") {
  std::vector<Run> runs(10, good_run(10));
  for (std::size_t i = 0; i < 2; ++i) {
    runs[i].firm_late["write"] = 9;
  }
  for (std::size_t i = 2; i < 10; ++i) {
    runs[i].firm_late["write"] = 0;
  }
  CHECK(make_sheet(one_step(), of(10), runs).ready);
  CHECK(has(make_sheet(one_step(), of(10), runs), "firm_time_missed"));
  for (std::size_t i = 0; i < 6; ++i) {
    runs[i].firm_late["write"] = 9;
  }
  CHECK_FALSE(make_sheet(one_step(), of(10), runs).ready);
}

TEST_CASE("people without time to write, and texts without their easy form, are told") {
  Run run = good_run(10);
  run.wrote["write"] = 8;
  CHECK(has(make_sheet(one_step(), of(10), {run}), "few_writers"));
  core::Scenario scenario = one_step();
  scenario.steps[0].title.falc.reset();
  CHECK(has(make_sheet(scenario, of(10), {good_run(10)}), "falc_missing"));
}

}  // namespace sheet_test
