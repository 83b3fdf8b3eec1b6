// host/host.h: one running atelier. No socket, no SQL, no clock.
//
// Order    receive() decodes, drops duplicates, decides, appends and applies. flush() commits once, then makes the
//          sections that changed and fills outboxes. Nothing enters an outbox outside flush(), refusals included.
// Errors   A frame that cannot be accepted becomes a refusal to its sender. A log that fails becomes a Refusal from
//          flush(): the process must stop and nothing of that turn may leave.
// Threads  One.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/rng.h"
#include "base/time.h"
#include "core/state.h"
#include "host/outbox.h"
#include "store/log.h"
#include "wire/frame.h"

namespace tablee::host {

struct Closing {
  ConnectionId connection;
  wire::CloseCode code;
};

// What flush() leaves for the net. Valid until the next call to the host.
struct Turn {
  std::vector<ConnectionId> ready;  // have something in their outbox
  std::vector<Closing> closing;     // to close, after what is in their outbox
};

struct HostSettings {
  std::vector<std::string> addresses;       // shown to the facilitator and the projector
  std::function<Entropy()> entropy;         // the system's generator
  std::function<std::int64_t()> disk_free;  // bytes free beside the log
};

class Host {
 public:
  // Replays the log into a state with this scenario; a new log gets its first rows, committed together with what was
  // appended before. Errors name the broken row, or say that the log was made with another scenario.
  static Result<std::unique_ptr<Host>> open(store::Log& log, core::Scenario scenario, std::string_view scenario_sha256,
                                            HostSettings settings, TimeMs now);
  ~Host();

  // address: the peer's, for the limits on guessing. Refuses (full) past limits::connections_max.
  Result<ConnectionId> connect(std::string_view address, TimeMs now);
  void disconnect(ConnectionId connection, TimeMs now);
  // A program that speaks y-websocket about one article, for the owner of this token. A token that is nobody's is
  // denied once the connection is there, and it closes.
  Result<ConnectionId> join(std::string_view address, ArticleId article, std::string_view token, TimeMs now);
  // One text frame, or one message about a text in a binary one.
  void receive(ConnectionId connection, std::string_view bytes, bool binary, TimeMs now);
  // Deadlines of the core, beats, live sections, hello time-outs, tidying of the log. Call at next_wake(), then
  // flush().
  void tick(TimeMs now);
  // Never 0: there is always a next beat.
  TimeMs next_wake() const;
  Result<Turn> flush(TimeMs now);

  Outbox& outbox(ConnectionId connection);
  // The net tells that this connection's socket has taken nothing for limits::stuck_ms_max.
  void stuck(ConnectionId connection);

  const core::State& state() const;
  // True when every section kept ready equals one made afresh from the state. For tests.
  bool sections_are_fresh() const;

 private:
  struct Parts;
  explicit Host(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace tablee::host
