// rehearse/stage.h: a real host on a log in memory, with a clock that jumps from one event to the next.
//
// Order    What is planned for the same moment happens in the order in which it was planned. The host is woken
//          whenever it asked to be, and after every event all that waits is flushed and read.
// Units    TimeMs; the first day begins at midnight_ms.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/rng.h"
#include "core/scenario.h"
#include "host/host.h"
#include "rehearse/device.h"
#include "store/memory_log.h"

namespace tablee::rehearse {

inline constexpr TimeMs midnight_ms = 1'773'446'400'000;  // 14 March 2026, 00:00 UTC

class Stage {
 public:
  using DeviceId = std::size_t;
  using Deed = std::function<void()>;

  // Starts on the first day, half an hour before the programme. Requires: the scenario passed its check.
  Stage(const core::Scenario& scenario, std::uint64_t seed);

  const core::State& state() const { return host_->state(); }
  // All that was kept so far: a copy of it is the same atelier, to be opened again.
  const store::MemoryLog& log() const { return log_; }
  TimeMs now() const { return now_; }
  Rng& rng() { return rng_; }

  DeviceId add_device(core::Role role, std::string credential);
  Device& device(DeviceId id) { return devices_[id]; }
  // Its answers go to `on_answer`.
  void say(DeviceId id, core::Command command) { devices_[id].say(std::move(command), now_); }

  void at(TimeMs moment, Deed deed) { planned_.emplace(std::max(moment, now_), std::move(deed)); }
  void after(TimeMs duration, Deed deed) { at(now_ + duration, std::move(deed)); }
  // Runs until `done` says so or nothing is planned any more before `last`. False: it did not end.
  bool run(TimeMs last, const std::function<bool()>& done);

  std::function<void(DeviceId, const Answer&)> on_answer;

 private:
  void settle();

  store::MemoryLog log_;
  Rng rng_;
  std::unique_ptr<host::Host> host_;
  TimeMs now_;
  std::vector<Device> devices_;
  std::multimap<TimeMs, Deed> planned_;
};

}  // namespace tablee::rehearse
