// host/disk.h: how much room is left beside the log.
//
// Shape    Asked when told to, remembered in between. low: the facilitator is warned. full: only the facilitator may
//          go on.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>

#include "base/limits.h"

namespace tablee::host {

class Disk {
 public:
  explicit Disk(std::function<std::int64_t()> free_bytes) : ask_(std::move(free_bytes)), free_bytes_(ask_()) {}

  void ask_again() { free_bytes_ = ask_(); }
  bool low() const { return free_bytes_ < limits::disk_warning_bytes; }
  bool full() const { return free_bytes_ < limits::disk_required_bytes; }

 private:
  std::function<std::int64_t()> ask_;
  std::int64_t free_bytes_ = 0;
};

}  // namespace tablee::host
