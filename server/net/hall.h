// net/hall.h: what the connections of one server share during a turn.
//
// Shape    The host and its time; the sessions by the host's number; those with bytes to write at the end of the turn;
//          everything that has a time limit.
// Units    Time limits are on the steady clock; the host's time may be another (settings.clock).
// Threads  One.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/time.h"
#include "host/address_limit.h"
#include "host/host.h"
#include "net/files.h"
#include "net/pages.h"
#include "simple/counter.h"
#include "speech/limits.h"
#include "speech/reader.h"

namespace tablee::net {

class Session;

using Steady = std::chrono::steady_clock;

inline constexpr std::chrono::milliseconds request_ms_max{10'000};     // a request or an upgrade, from its first byte
inline constexpr std::chrono::milliseconds keep_alive_ms_max{20'000};  // between two requests for pages
inline constexpr std::chrono::milliseconds file_piece_ms_max{
    60'000};  // a piece of a video that is paused, or of a bad line
inline constexpr std::chrono::milliseconds closing_ms_max{2'000};  // a goodbye, and bytes nobody reads any more

struct Hall;

// Something with a time limit, looked at by Hall::sweep() twice a second.
class Watched {
 public:
  explicit Watched(Hall& hall);
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;
  virtual ~Watched();
  virtual void look(Steady::time_point now) = 0;
  // The server stops: say goodbye, or go.
  virtual void dismiss() = 0;

 private:
  friend struct Hall;
  Hall& hall_;
  std::size_t place_;
};

struct Hall {
  host::Host& host;
  std::function<TimeMs()> clock;
  Pages pages;
  Files files;
  std::vector<std::string> names;
  simple::Counter counter;           // browsers without scripts
  speech::Reader* reader = nullptr;  // null: nothing is read aloud
  host::AddressLimit sentences{{speech::sentences_burst, speech::sentence_refill_ms}};
  std::vector<std::function<void()>> after_commit = {};  // once, at the end of this turn
  std::vector<std::shared_ptr<Session>> sessions = {};   // by the host's number, which it gives out again; null: none
  // Beside `sessions`: the socket of each one that holds nothing back, or -1. Dense, because a broadcast walks it.
  std::vector<int> free_lines = {};
  std::vector<std::shared_ptr<Session>> to_flush = {};
  std::vector<Watched*> watched = {};
  bool stopping = false;

  TimeMs now() const { return clock(); }
  // The session of this number, or null.
  std::shared_ptr<Session> session(host::ConnectionId id) const {
    return id < sessions.size() ? sessions[id] : nullptr;
  }
  int free_line(host::ConnectionId id) const { return id < free_lines.size() ? free_lines[id] : -1; }
  void enter(host::ConnectionId id, std::shared_ptr<Session> session);
  void sweep(Steady::time_point now);
  void dismiss_all();
};

}  // namespace tablee::net
