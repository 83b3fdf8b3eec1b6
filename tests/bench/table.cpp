#include "bench/table.h"

#include <cstdio>

namespace tablee::bench {

void print_table(const std::vector<Row>& rows) {
  std::printf("| what | product | bare peer | ratio | aim |\n| --- | ---: | ---: | ---: | --- |\n");
  for (const Row& row : rows) {
    const int digits = row.product >= 100 ? 0 : row.product >= 10 ? 1 : 2;
    std::printf("| %s | %.*f %s | ", row.what.c_str(), digits, row.product, row.unit.c_str());
    if (row.peer > 0) {
      std::printf("%.*f %s | %.2fx%s | ", digits, row.peer, row.unit.c_str(), row.product / row.peer,
                  row.more_is_better ? " (more is better)" : "");
    } else {
      std::printf("– | – | ");
    }
    std::printf("%s |\n", row.aim.c_str());
  }
  std::fflush(stdout);
}

}  // namespace tablee::bench
