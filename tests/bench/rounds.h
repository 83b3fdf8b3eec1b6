// The measurements. Each runs product and peer in turn, several times, and adds its rows; false when something did not
// arrive.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "bench/product.h"
#include "bench/table.h"

namespace tablee::bench {

struct Plan {
  std::string directory;  // scratch, on the disk to be measured
  std::size_t tablets = 1000;
  std::size_t crowd = 5000;
  std::size_t people = 2000;
  std::size_t ideas = 100;
  int repeats = 7;
  int sustained_ms = 3000;
  int stalled_rounds = 120;
};

bool measure_ballots(const Plan& plan, std::vector<Row>& rows);
bool measure_steps(const Plan& plan, std::size_t tablets, std::vector<Row>& rows);
bool measure_bursts(const Plan& plan, std::vector<Row>& rows);
bool measure_reconnection(const Plan& plan, std::vector<Row>& rows);
bool measure_restart(const Plan& plan, std::vector<Row>& rows);
bool measure_stalled(const Plan& plan, std::vector<Row>& rows);

}  // namespace tablee::bench
