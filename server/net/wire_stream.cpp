#include "net/wire_stream.h"

namespace tablee::net {

using boost::system::error_code;

Flow WireStream::write(host::Outbox* more) {
  const Flow flow = outbound_.write(socket_.native_handle(), more);
  if (flow != Flow::blocked) {
    release_held();
  }
  return flow;
}

void WireStream::end_sending() {
  if (socket_.is_open()) {
    outbound_.write(socket_.native_handle(), nullptr);
    error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
  }
}

void WireStream::close() {
  watcher_.socket_closes();
  error_code ignored;
  socket_.close(ignored);
  release_held();
}

error_code WireStream::write_error() const {
  return socket_.is_open() ? error_code{} : error_code{boost::asio::error::operation_aborted};
}

void WireStream::release_held() {
  if (const std::unique_ptr<HeldWrite> held = std::move(held_)) {
    held->complete(get_executor(), write_error());
  }
}

void beast_close_socket(WireStream& stream) {
  stream.close();
}

void teardown(boost::beast::role_type /*role*/, WireStream& stream, error_code& error) {
  stream.end_sending();
  error = {};
}

}  // namespace tablee::net
