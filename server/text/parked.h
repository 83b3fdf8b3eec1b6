// text/parked.h: structs that wait for units that have not come, and deletions of such units. Used by the sources of
// this module only.
//
// Shape    By client, in the order of clocks. The first struct of each client is known by the one unit it waits for;
//          the others wait behind it.
// Source   In the place of pendingStructs and pendingDs of Yjs 13.6: here every struct whose units have come is
//          woken, whatever the order they came in.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "text/order.h"
#include "text/update.h"

namespace tablee::text {

class Parked {
 public:
  struct One {
    WireStruct wire;  // its views lie in `bytes`
    std::string bytes;
  };

  bool empty() const { return queues_.empty() && ranges_.empty(); }
  std::uint64_t bytes() const { return bytes_; }
  std::size_t ranges() const { return ranges_count_; }
  static std::uint64_t cost(const WireStruct& one);

  // A longer struct takes the place of a shorter one that starts with the same unit.
  void put(std::uint64_t client, const WireStruct& one);
  // Requires: a client of which something is parked. Its first struct waits for this unit.
  void wait(std::uint64_t client, WireId unit);
  // The clients whose first struct waited for a unit of this client below its state.
  std::vector<std::uint64_t> wake(std::uint64_t client, std::uint32_t state);
  const One* first(std::uint64_t client) const;
  void drop_first(std::uint64_t client);

  void put_range(const WireRange& range);
  // The ranges of a client, clock and length, which are then parked no more.
  std::map<std::uint32_t, std::uint32_t> take_ranges(std::uint64_t client);

 private:
  struct Queue {
    std::map<std::uint32_t, One> structs;
    bool waits = false;
    WireId unit;
  };
  using Waiters = std::set<std::pair<std::uint32_t, std::uint64_t>>;  // the clock, and who waits for it

  void stop_waiting(std::uint64_t client, Queue& queue);

  std::map<std::uint64_t, Queue> queues_;
  std::map<std::uint64_t, Waiters> waiters_;
  std::map<std::uint64_t, std::map<std::uint32_t, std::uint32_t>> ranges_;
  std::uint64_t bytes_ = 0;
  std::size_t ranges_count_ = 0;
};

}  // namespace tablee::text
