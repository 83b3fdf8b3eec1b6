// host/replies.h: what single connections are to be told, kept aside until the commit.
//
// Order    In order of asking. deliver() runs after the commit and after the sections, and is the only way out.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "host/host.h"
#include "host/outbox.h"
#include "host/sessions.h"
#include "wire/frame.h"

namespace tablee::host {

class Replies {
 public:
  explicit Replies(Sessions& sessions) : sessions_(sessions) {}

  void ack(ConnectionId id, std::uint64_t number, bool already);
  void refuse(ConnectionId id, std::optional<std::uint64_t> number, const Refusal& refusal,
              std::optional<std::int64_t> retry_ms = std::nullopt);
  void clock(ConnectionId id, std::int64_t sent_ms, TimeMs now);
  void waiting(ConnectionId id, std::int64_t number);
  void welcome(ConnectionId id, const wire::Welcome& frame);
  // A frame made elsewhere.
  void frame(ConnectionId id, SharedFrame frame);
  // Takes the connection out of its audiences now; it closes after what it is still to be told. Once is enough.
  void close(ConnectionId id, wire::CloseCode code);

  bool empty() const { return waiting_.empty() && closing_.empty(); }
  // Requires: the turn is committed.
  void deliver(Turn& turn);

 private:
  struct Waiting {
    ConnectionId id;
    std::uint32_t generation;  // a slot given to somebody else meanwhile gets nothing
    bool is_welcome;
    SharedFrame frame;
  };
  struct Leaving {
    ConnectionId id;
    std::uint32_t generation;
    wire::CloseCode code;
  };

  void keep(ConnectionId id, bool is_welcome, const std::string& payload);
  bool still_there(ConnectionId id, std::uint32_t generation);

  Sessions& sessions_;
  std::vector<Waiting> waiting_;
  std::vector<Leaving> closing_;
};

// Notes that this connection has something in its outbox, once a turn.
inline void make_ready(Connection& connection, ConnectionId id, Turn& turn) {
  if (!connection.is_ready) {
    connection.is_ready = true;
    turn.ready.push_back(id);
  }
}

}  // namespace tablee::host
