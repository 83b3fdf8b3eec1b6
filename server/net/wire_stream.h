// net/wire_stream.h: a stream for Beast that reads from the socket and writes into our own queue.
//
// websocket::stream<WireStream> decodes what comes in and answers pings and closes; its few bytes join the same queue
// as the host's frames, so nothing is ever written inside a frame. See docs/decisions/0004-own-write-queue.md.
//
// Shape    Models Beast's AsyncReadStream and AsyncWriteStream.
// Order    async_write_some copies its bytes and completes by post, never inline; when control_bytes_max already wait
//          it completes only once the queue is drained, so that a peer who asks without reading is not read either.
// Errors   After close() every operation completes with operation_aborted.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/core/role.hpp>
#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

#include "net/outbound.h"

namespace tablee::net {

using Context = boost::asio::io_context;
using Executor = Context::executor_type;  // concrete: no virtual call for each handler
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;

inline constexpr std::size_t control_bytes_max = std::size_t{4} * 1024;

class OutboundWatcher {
 public:
  // Bytes entered the queue from the reading side: they leave at the end of the turn.
  virtual void bytes_wait() = 0;
  // The descriptor is about to be given back to the system, which gives it to somebody else.
  virtual void socket_closes() = 0;

 protected:
  ~OutboundWatcher() = default;
};

class WireStream {
 public:
  using executor_type = Executor;

  // Requires: `watcher` outlives the stream.
  WireStream(Socket socket, OutboundWatcher& watcher) : socket_(std::move(socket)), watcher_(watcher) {}

  executor_type get_executor() { return socket_.get_executor(); }
  Socket& socket() { return socket_; }
  bool empty() const { return outbound_.empty(); }
  std::uint64_t bytes_written() const { return outbound_.bytes_written(); }

  // Writes what waits here, then what `more` holds; see Outbound::write.
  Flow write(host::Outbox* more);
  // Takes over what another queue began for this peer. Requires: empty().
  void adopt(Outbound begun) { outbound_ = std::move(begun); }
  // Ends what is sent, after one attempt to send what waits.
  void end_sending();
  // At once. Pending operations complete with operation_aborted.
  void close();

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) {
    return socket_.async_read_some(buffers, std::forward<Token>(token));
  }

  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) {
    return boost::asio::async_initiate<Token, void(boost::system::error_code, std::size_t)>(
        [this](auto handler, const Buffers& bytes) { accept(bytes, std::move(handler)); }, token, buffers);
  }

 private:
  using Error = boost::system::error_code;

  // A write of Beast's that waits for the queue. (Boost 1.81's any_completion_handler never ends when it is moved.)
  struct HeldWrite {
    virtual ~HeldWrite() = default;
    virtual void complete(const Executor& executor, Error error) = 0;
  };
  template <class Handler>
  struct HeldWriteOf final : HeldWrite {
    HeldWriteOf(Handler waiting, std::size_t bytes) : handler(std::move(waiting)), size(bytes) {}
    void complete(const Executor& executor, Error error) override {
      boost::asio::post(executor, boost::beast::bind_front_handler(std::move(handler), error, size));
    }
    Handler handler;
    std::size_t size;
  };

  template <class Buffers, class Handler>
  void accept(const Buffers& buffers, Handler handler) {
    const bool room = outbound_.bytes_waiting() < control_bytes_max;
    const std::size_t size = take_bytes(boost::beast::buffers_range_ref(buffers));
    if (room || !socket_.is_open()) {
      boost::asio::post(get_executor(), boost::beast::bind_front_handler(std::move(handler), write_error(), size));
    } else {
      held_ = std::make_unique<HeldWriteOf<Handler>>(std::move(handler), size);
    }
  }

  template <class Range>
  std::size_t take_bytes(const Range& range) {
    std::size_t size = 0;
    for (boost::asio::const_buffer part : range) {
      append(std::string_view(static_cast<const char*>(part.data()), part.size()));
      size += part.size();
    }
    watcher_.bytes_wait();
    return size;
  }

  void append(std::string_view bytes) { outbound_.push_bytes(bytes); }
  Error write_error() const;
  void release_held();

  Socket socket_;
  OutboundWatcher& watcher_;
  Outbound outbound_;
  std::unique_ptr<HeldWrite> held_;
};

// What Beast calls when the WebSocket is over or has timed out (found by argument-dependent lookup).
void beast_close_socket(WireStream& stream);
void teardown(boost::beast::role_type role, WireStream& stream, boost::system::error_code& error);

template <class Handler>
void async_teardown(boost::beast::role_type /*role*/, WireStream& stream, Handler&& handler) {
  stream.end_sending();
  boost::asio::post(stream.get_executor(),
                    boost::beast::bind_front_handler(std::forward<Handler>(handler), boost::system::error_code{}));
}

}  // namespace tablee::net
