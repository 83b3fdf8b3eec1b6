// simple/counter.h: the seats of all browsers without scripts.
//
// Shape    One seat for each browser: a token and a device name. A seat nobody has used for seat_idle_ms_max is given
//          back, and so is the oldest past seats_max; its browser takes another with its next page.
// Order    visits (simple/visit.h) come in during a turn of the loop; host.flush(); after_flush(); then they are
//          answered.
// Threads  One, the host's.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/rng.h"
#include "host/host.h"
#include "simple/seat.h"

namespace tablee::simple {

// A person who reads one page for a long time is still there.
inline constexpr TimeMs seat_idle_ms_max = 10 * minute_ms;
inline constexpr std::size_t seats_max = 2'000;

class Counter {
 public:
  // Requires: `host` outlives the counter.
  Counter(host::Host& host, std::function<Entropy()> entropy) : host_(host), entropy_(std::move(entropy)) {}

  // The seat of this session, taken now if need be. Requires: a session with a token. Refuses: no place at the host.
  Result<std::shared_ptr<Seat>> seat(const Session& session, std::string_view address, TimeMs now);
  // Knocks with a code; keep() or give_back() follows once it is answered.
  Result<std::shared_ptr<Seat>> knock(const Session& session, const std::string& code, const std::string& name,
                                      std::string_view address, TimeMs now);
  // Requires: seated.
  void keep(const std::shared_ptr<Seat>& seat, TimeMs now);
  void give_back(const std::shared_ptr<Seat>& seat, TimeMs now);

  // After a flush: gives back the seats whose connection the host has closed.
  void after_flush(const host::Turn& turn, TimeMs now);
  void sweep(TimeMs now);

  // A new secret, 32 hexadecimal digits.
  std::string secret() { return SecretStream(entropy_()).token(); }
  const core::State& state() const { return host_.state(); }
  std::size_t seats() const { return seats_.size(); }

 private:
  void make_room(TimeMs now);

  host::Host& host_;
  std::function<Entropy()> entropy_;
  std::map<std::string, std::shared_ptr<Seat>, std::less<>> seats_;  // by Session::written()
};

}  // namespace tablee::simple
