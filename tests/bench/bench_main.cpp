// tablee_bench: the figures of README.md, on this machine. `--quick` checks only that everything arrives.
#include <sys/resource.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bench/child.h"
#include "bench/product.h"
#include "bench/raw_peer.h"
#include "bench/rounds.h"
#include "bench/speech.h"
#include "bench/weekend.h"
#include "net/listener.h"

namespace {

using tablee::bench::Plan;
using tablee::bench::Row;
using tablee::bench::WeekendPlan;

Plan quick_plan() {
  Plan plan;
  plan.tablets = 100;
  plan.crowd = 200;
  plan.people = 100;
  plan.ideas = 20;
  plan.repeats = 2;
  plan.sustained_ms = 300;
  plan.stalled_rounds = 10;
  return plan;
}

WeekendPlan weekend_plan(bool quick) {
  WeekendPlan plan;
  plan.scenario = TABLEE_SOURCE_DIR "/scenarios/atelier-ouvert.json";
  plan.people = quick ? 40 : plan.people;
  plan.repeats = quick ? 3 : plan.repeats;
  return plan;
}

bool measure(const Plan& plan, const WeekendPlan& weekend, const std::string& only, std::vector<Row>& rows) {
  using namespace tablee::bench;
  const auto wanted = [&](std::string_view name) { return only.empty() || only == name; };
  return (!wanted("ballots") || measure_ballots(plan, rows)) &&
         (!wanted("steps") || (measure_steps(plan, plan.tablets, rows) && measure_steps(plan, plan.crowd, rows))) &&
         (!wanted("bursts") || measure_bursts(plan, rows)) &&
         (!wanted("reconnection") || measure_reconnection(plan, rows)) &&
         (!wanted("restart") || measure_restart(plan, rows)) && (!wanted("stalled") || measure_stalled(plan, rows)) &&
         (!wanted("speech") || measure_speech(plan, rows)) && (!wanted("weekend") || measure_weekend(weekend, rows));
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> said(words + 1, words + count);
  if (said.size() == 2 && said[0] == "--product") {
    return tablee::bench::run_product(said[1]);
  }
  if (said.size() == 2 && said[0] == "--raw-peer") {
    return tablee::bench::run_raw_peer(said[1]);
  }
  const bool quick = !said.empty() && said[0] == "--quick";
  const std::string only = said.size() == 2 && said[0] == "--only" ? said[1] : "";
  if (!said.empty() && !quick && only.empty()) {
    std::fprintf(
        stderr,
        "usage: tablee_bench [--quick | --only ballots|steps|bursts|reconnection|restart|stalled|speech|weekend]\n");
    return 2;
  }
  tablee::net::raise_descriptor_limit();
  tablee::bench::stay_on_core(tablee::bench::fleet_core);
  Plan plan = quick ? quick_plan() : Plan{};
  std::string scratch = (std::filesystem::temp_directory_path() / "tablee-bench-XXXXXX").string();
  if (::mkdtemp(scratch.data()) == nullptr) {
    std::perror("mkdtemp");
    return 1;
  }
  plan.directory = scratch;
  std::vector<Row> rows;
  const bool all_arrived = measure(plan, weekend_plan(quick), only, rows);
  tablee::bench::print_table(rows);
  std::filesystem::remove_all(scratch);
  return all_arrived ? 0 : 1;
}
