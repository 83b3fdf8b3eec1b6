#include "net/outbound.h"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <string>
#include <utility>

namespace tablee::net {

namespace {

// Pointers kept between turns: enough for the frames of one ordinary turn, too few to matter for an idle peer.
constexpr std::size_t pointers_kept_max = 8;

}  // namespace

void Outbound::push(host::SharedFrame frame) {
  bytes_waiting_ += frame->size();
  waiting_.push_back(std::move(frame));
}

void Outbound::push_bytes(std::string_view bytes) {
  if (!bytes.empty()) {
    push(std::make_shared<const std::string>(bytes));
  }
}

void Outbound::take_from(host::Outbox& more) {
  while (waiting_.size() < frames_per_write_max && bytes_waiting_ < bytes_per_write_max) {
    host::SharedFrame frame = more.take();
    if (!frame) {
      return;
    }
    push(std::move(frame));
  }
}

std::ptrdiff_t Outbound::write_once(int descriptor) {
  std::array<iovec, frames_per_write_max> parts;  // left unset: only `count` of them are read
  std::size_t count = 0;
  std::size_t offset = first_offset_;
  for (std::size_t at = first_; at < waiting_.size() && count < parts.size(); ++at) {
    const std::string& frame = *waiting_[at];
    // The kernel only reads, but iovec is shared with readv and so not const.
    parts[count++] = iovec{const_cast<char*>(frame.data()) + offset, frame.size() - offset};
    offset = 0;
  }
  ssize_t sent = 0;
  do {
    if (count == 1) {
      sent = ::send(descriptor, parts[0].iov_base, parts[0].iov_len, MSG_NOSIGNAL | MSG_DONTWAIT);
    } else {
      msghdr message{};
      message.msg_iov = parts.data();
      message.msg_iovlen = count;
      sent = ::sendmsg(descriptor, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
  } while (sent < 0 && errno == EINTR);
  if (sent >= 0) {
    return sent;
  }
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == ENOBUFS ? 0 : -1;
}

void Outbound::drop_written(std::size_t bytes) {
  bytes_waiting_ -= bytes;
  bytes_written_ += bytes;
  first_offset_ += bytes;
  while (first_ < waiting_.size() && first_offset_ >= waiting_[first_]->size()) {
    first_offset_ -= waiting_[first_]->size();
    waiting_[first_].reset();
    ++first_;
  }
  if (first_ == waiting_.size()) {
    first_ = 0;
    waiting_.clear();
    if (waiting_.capacity() > pointers_kept_max) {
      waiting_.shrink_to_fit();
    }
  }
}

Flow Outbound::write(int descriptor, host::Outbox* more) {
  for (;;) {
    if (waiting_.empty() && more != nullptr) {
      take_from(*more);
    }
    if (waiting_.empty()) {
      return Flow::drained;
    }
    const std::size_t wanted = bytes_waiting_;
    const std::ptrdiff_t sent = write_once(descriptor);
    if (sent < 0) {
      return Flow::lost;
    }
    drop_written(static_cast<std::size_t>(sent));
    // A short count says that the socket's buffer is full; more than one write's worth of frames is not a short count.
    if (sent == 0 || (!waiting_.empty() && wanted <= bytes_per_write_max)) {
      return Flow::blocked;
    }
  }
}

}  // namespace tablee::net
