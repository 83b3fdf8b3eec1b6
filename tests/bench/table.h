// What is printed: one row a figure, the product beside the bare peer.
#pragma once

#include <string>
#include <vector>

namespace tablee::bench {

struct Row {
  std::string what;
  double product = 0;
  double peer = 0;  // 0: no peer does this work
  std::string unit;
  bool more_is_better = false;
  std::string aim;
};

// The ratio is product/peer when less is better, so that "1.2x of raw" reads as it is said; for rates too.
void print_table(const std::vector<Row>& rows);

}  // namespace tablee::bench
