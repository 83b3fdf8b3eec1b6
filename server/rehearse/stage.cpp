#include "rehearse/stage.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "core/timetable.h"

namespace tablee::rehearse {
namespace {

constexpr TimeMs early_ms = 30 * minute_ms;
// Answers lead to frames, and frames to answers: more rounds than this at one moment is a loop.
constexpr int rounds_max = 10'000;

Entropy entropy_of(Rng& rng) {
  Entropy entropy{};
  for (std::uint8_t& byte : entropy) {
    byte = static_cast<std::uint8_t>(rng.next() & 0xFFU);
  }
  return entropy;
}

std::string sender_of(std::size_t number) {
  constexpr std::size_t digits = 16;
  std::string name = std::to_string(number);
  return std::string(digits - name.size(), '0') + name;
}

}  // namespace

Stage::Stage(const core::Scenario& scenario, std::uint64_t seed)
    : rng_(seed), now_(midnight_ms + *core::minute_of_clock(scenario.starts_at) * minute_ms - early_ms) {
  host::HostSettings settings;
  settings.entropy = [this] { return entropy_of(rng_); };
  settings.disk_free = [] { return std::int64_t{1} << 40; };
  auto opened = host::Host::open(log_, scenario, std::string(64, '0'), settings, now_);
  TABLEE_CHECK(opened.has_value());
  host_ = std::move(*opened);
}

Stage::DeviceId Stage::add_device(core::Role role, std::string credential) {
  devices_.emplace_back(*host_, role, std::move(credential), sender_of(devices_.size() + 1));
  return devices_.size() - 1;
}

void Stage::settle() {
  for (int round = 0; round < rounds_max; ++round) {
    if (host_->next_wake() <= now_) {
      host_->tick(now_);
    }
    const auto turn = host_->flush(now_);
    TABLEE_CHECK(turn.has_value());
    if (turn->ready.empty() && turn->closing.empty()) {
      return;
    }
    for (DeviceId id = 0; id < devices_.size(); ++id) {
      for (const Answer& answer : devices_[id].read(now_)) {
        if (on_answer) {
          on_answer(id, answer);
        }
      }
    }
    for (const host::Closing& closing : turn->closing) {
      for (Device& device : devices_) {
        if (device.is_open() && device.connection() == closing.connection) {
          device.cut(now_);
        }
      }
    }
  }
}

bool Stage::run(TimeMs last, const std::function<bool()>& done) {
  settle();
  while (!done()) {
    const TimeMs deed = planned_.empty() ? last + 1 : planned_.begin()->first;
    const TimeMs next = std::min(deed, std::max(host_->next_wake(), now_ + 1));
    if (next > last) {
      return false;
    }
    now_ = next;
    if (deed <= now_) {
      const auto first = planned_.begin();
      const Deed act = std::move(first->second);
      planned_.erase(first);
      act();
    }
    settle();
  }
  return true;
}

}  // namespace tablee::rehearse
