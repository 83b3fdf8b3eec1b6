#include "net/session.h"

#include <sys/socket.h>

#include <array>
#include <boost/beast/websocket/stream.hpp>
#include <string_view>
#include <utility>

#include "base/limits.h"

namespace tablee::net {

namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;

namespace {

// A message larger than this gives its memory back once read: most tablets only ever send short ones.
constexpr std::size_t message_bytes_kept_max = std::size_t{2} * 1024;

// Where bytes go that nobody reads. Shared: all of it is garbage.
std::array<char, 4096>& waste() {
  static std::array<char, 4096> bytes;
  return bytes;
}

}  // namespace

struct Session::Stream {
  Stream(Socket socket, OutboundWatcher& watcher) : websocket(std::move(socket), watcher) {}
  websocket::stream<WireStream, false> websocket;  // false: no compression, see decision 0004
};

Session::Session(Hall& hall, Socket socket, std::string address)
    : Watched(hall),
      hall_(hall),
      stream_(std::make_unique<Stream>(std::move(socket), static_cast<OutboundWatcher&>(*this))),
      message_(static_cast<std::size_t>(limits::frame_bytes_max)),
      address_(std::move(address)) {}

Session::~Session() = default;

WireStream& Session::wire() {
  return stream_->websocket.next_layer();
}

Socket& Session::socket() {
  return wire().socket();
}

void Session::start(Hall& hall, Socket socket, std::string address, const UpgradeRequest& request) {
  std::shared_ptr<Session> session(new Session(hall, std::move(socket), std::move(address)));
  session->accept(request);
}

void Session::start(Hall& hall, Socket socket, std::string address, const UpgradeRequest& request, Program program) {
  std::shared_ptr<Session> session(new Session(hall, std::move(socket), std::move(address)));
  session->program_ = std::move(program);
  session->accept(request);
}

void Session::accept(const UpgradeRequest& request) {
  auto& websocket = stream_->websocket;
  websocket.auto_fragment(false);
  websocket.read_message_max(static_cast<std::size_t>(limits::frame_bytes_max));
  websocket.set_option(websocket::stream_base::timeout{std::chrono::seconds(10), std::chrono::seconds(20), true});
  if (!program_) {
    websocket.set_option(websocket::stream_base::decorator([](websocket::response_type& response) {
      response.set(beast::http::field::sec_websocket_protocol,
                   beast::string_view(wire::subprotocol.data(), wire::subprotocol.size()));
    }));
  }
  websocket.async_accept(request, [self = shared_from_this()](error_code error) { self->on_accept(error); });
}

void Session::on_accept(error_code error) {
  if (error) {
    return abort();
  }
  Result<host::ConnectionId> id = program_ ? hall_.host.join(address_, program_->article, program_->token, hall_.now())
                                           : hall_.host.connect(address_, hall_.now());
  address_ = std::string();
  program_.reset();
  if (!id) {
    close(wire::CloseCode::full);
    return read();
  }
  id_ = *id;
  in_host_ = true;
  hall_.enter(id_, shared_from_this());
  line_is_free(wire().empty());
  if (hall_.stopping) {
    dismiss();
  }
  read();
}

void Session::read() {
  stream_->websocket.async_read(message_,
                                [self = shared_from_this()](error_code error, std::size_t) { self->on_read(error); });
}

void Session::on_read(error_code error) {
  if (error) {
    leave_host();
    return error == websocket::error::closed || !socket().is_open() ? abort() : linger();
  }
  if (in_host_ && !closing_) {
    const auto bytes = message_.cdata();
    hall_.host.receive(id_, std::string_view(static_cast<const char*>(bytes.data()), bytes.size()),
                       stream_->websocket.got_binary(), hall_.now());
  }
  message_.consume(message_.size());
  if (message_.capacity() > message_bytes_kept_max) {
    message_.shrink_to_fit();
  }
  read();
}

void Session::bytes_wait() {
  line_is_free(false);
  if (!in_turn_ && !blocked_) {
    in_turn_ = true;
    hall_.to_flush.push_back(shared_from_this());
  }
}

void Session::line_is_free(bool yes) {
  if (in_host_) {
    hall_.free_lines[id_] = yes ? socket().native_handle() : -1;
  }
}

void Session::flush() {
  in_turn_ = false;
  if (!blocked_ && socket().is_open()) {
    after_write(wire().write(in_host_ ? &hall_.host.outbox(id_) : nullptr));
  }
}

void Session::go_on(Outbound begun, Flow flow) {
  wire().adopt(std::move(begun));
  progress_at_ = {};
  after_write(flow);
}

void Session::after_write(Flow flow) {
  switch (flow) {
    case Flow::drained:
      if (closing_) {
        return say_goodbye();
      }
      return line_is_free(true);
    case Flow::blocked:
      blocked_ = true;
      line_is_free(false);
      if (wire().bytes_written() != written_before_ || progress_at_ == Steady::time_point{}) {
        progress_at_ = Steady::now();
      }
      written_before_ = wire().bytes_written();
      socket().async_wait(Socket::wait_write,
                          [self = shared_from_this()](error_code error) { self->on_writable(error); });
      return;
    case Flow::lost:
      leave_host();
      return abort();
  }
}

void Session::on_writable(error_code error) {
  blocked_ = false;
  if (!error) {
    bytes_wait();
  }
}

void Session::close(wire::CloseCode code) {
  if (closing_ || lingering_) {
    return;
  }
  closing_ = code;
  deadline_ = Steady::now() + closing_ms_max;
  if (blocked_ && code == wire::CloseCode::too_slow) {
    // It reads nothing, so it would not read a goodbye: the frames it missed are free at once.
    leave_host();
    return abort();
  }
  bytes_wait();
}

// The frames before it are in the queue already, so the goodbye is the last of them.
void Session::say_goodbye() {
  if (std::exchange(goodbye_sent_, true)) {
    return;
  }
  const auto code = static_cast<websocket::close_code>(*closing_);
  stream_->websocket.async_close(websocket::close_reason(code), [self = shared_from_this()](error_code) {});
}

void Session::leave_host() {
  if (std::exchange(in_host_, false)) {
    hall_.host.disconnect(id_, hall_.now());
    hall_.sessions[id_] = nullptr;
    hall_.free_lines[id_] = -1;
  }
}

void Session::linger() {
  if (!std::exchange(lingering_, true)) {
    deadline_ = Steady::now() + closing_ms_max;
    wire().end_sending();
  }
  socket().async_read_some(boost::asio::buffer(waste()),
                           [self = shared_from_this()](error_code error, std::size_t) { self->on_lingered(error); });
}

void Session::on_lingered(error_code error) {
  error ? abort() : linger();
}

void Session::abort() {
  wire().close();
}

void Session::look(Steady::time_point now) {
  if (now >= deadline_) {
    const std::shared_ptr<Session> self = shared_from_this();
    leave_host();
    return abort();
  }
  if (blocked_ && in_host_ && !closing_ && now - progress_at_ > std::chrono::milliseconds(limits::stuck_ms_max)) {
    progress_at_ = now;
    hall_.host.stuck(id_);
  }
}

void Session::dismiss() {
  close(wire::CloseCode::going_away);
}

}  // namespace tablee::net
