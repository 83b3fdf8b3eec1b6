// net/session.h: one WebSocket.
//
// Shape    Upgrade, then host.connect(), then one message after another into host.receive(); what leaves is pulled from
//          the host's outbox at the end of a turn.
// Order    Whatever ends a session first (either side, a time limit, an error), host.disconnect() is called once.
// Errors   A message past limits::frame_bytes_max closes with 1009; other faults of the peer close with the code of
//          RFC 6455; a peer that takes nothing for limits::stuck_ms_max is told to the host.
// Cost     Nothing is allocated for a delivery. Beast is compiled in session.cpp alone.
#pragma once

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <memory>
#include <optional>
#include <string>

#include "net/hall.h"
#include "net/wire_stream.h"

namespace tablee::net {

using UpgradeRequest = boost::beast::http::request<boost::beast::http::empty_body>;

// What /yjs/ARTICLE?token=TOKEN asks.
struct Program {
  ArticleId article;
  std::string token;
};

class Session : public std::enable_shared_from_this<Session>, public Watched, private OutboundWatcher {
 public:
  // Requires: the request was found to be an upgrade to our subprotocol, from our own pages.
  static void start(Hall& hall, Socket socket, std::string address, const UpgradeRequest& request);
  // The same for a program that speaks y-websocket.
  static void start(Hall& hall, Socket socket, std::string address, const UpgradeRequest& request, Program program);
  ~Session() override;

  // Writes what waits and what the outbox holds.
  void flush();
  // The same, when nothing waited and `begun` was written for it until the flow said other than drained.
  void go_on(Outbound begun, Flow flow);
  // Closes with this code once the outbox is empty, and in any case within closing_ms_max.
  void close(wire::CloseCode code);

  void look(Steady::time_point now) override;
  void dismiss() override;

 private:
  struct Stream;  // Beast's

  Session(Hall& hall, Socket socket, std::string address);
  void bytes_wait() override;
  void socket_closes() override { line_is_free(false); }
  void after_write(Flow flow);
  // Tells the hall whether others may write to our socket: only while nothing waits here.
  void line_is_free(bool yes);
  void accept(const UpgradeRequest& request);
  void on_accept(boost::system::error_code error);
  void read();
  void on_read(boost::system::error_code error);
  void on_writable(boost::system::error_code error);
  void say_goodbye();
  void leave_host();
  // Reads and forgets until the peer closes, so that our last words are not lost to a reset.
  void linger();
  void on_lingered(boost::system::error_code error);
  void abort();
  WireStream& wire();
  Socket& socket();

  Hall& hall_;
  std::unique_ptr<Stream> stream_;
  boost::beast::flat_buffer message_;
  std::string address_;
  std::optional<Program> program_;
  host::ConnectionId id_ = 0;
  bool in_host_ = false;
  bool in_turn_ = false;  // already among hall_.to_flush
  bool blocked_ = false;  // waiting for the socket to take more
  bool lingering_ = false;
  bool goodbye_sent_ = false;
  std::optional<wire::CloseCode> closing_;
  std::uint64_t written_before_ = 0;
  Steady::time_point progress_at_ = {};
  Steady::time_point deadline_ = Steady::time_point::max();
};

}  // namespace tablee::net
