#include "unit/net/raw_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <doctest/doctest.h>
#include <algorithm>
#include <array>
#include <utility>

namespace tablee::net {

int RawFrame::close_code() const {
  return payload.size() < 2 ? 0
                            : (static_cast<unsigned char>(payload[0]) << 8) | static_cast<unsigned char>(payload[1]);
}

RawClient::RawClient(std::uint16_t port, int receive_buffer_bytes) {
  descriptor_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  REQUIRE(descriptor_ >= 0);
  if (receive_buffer_bytes != 0) {
    ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVBUF, &receive_buffer_bytes, sizeof(receive_buffer_bytes));
  }
  const int one = 1;
  ::setsockopt(descriptor_, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
  const timeval patience{5, 0};
  ::setsockopt(descriptor_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
  ::setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof(patience));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(descriptor_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0);
}

RawClient::~RawClient() {
  close();
}

void RawClient::close() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
    descriptor_ = -1;
  }
}

void RawClient::reset() {
  const linger at_once{1, 0};
  ::setsockopt(descriptor_, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
  close();
}

// A peer that has hung up is for the reading side to notice.
void RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) {
      return;
    }
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool RawClient::fill() {
  std::array<char, 65536> part;
  const ssize_t size = ::recv(descriptor_, part.data(), part.size(), 0);
  if (size <= 0) {
    return false;
  }
  buffer_.append(part.data(), static_cast<std::size_t>(size));
  return true;
}

std::string RawClient::read_answer(bool head_only) {
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) {
      return std::exchange(buffer_, {});
    }
  }
  std::size_t size = end + 4;
  const std::size_t length = buffer_.find("Content-Length: ");
  if (!head_only && length < end) {
    size += std::stoul(buffer_.substr(length + 16));
  }
  while (buffer_.size() < size) {
    if (!fill()) {
      break;
    }
  }
  std::string answer = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return answer;
}

int RawClient::upgrade(std::string_view further, std::string_view host) {
  std::string request = "GET /ws HTTP/1.1\r\nHost: ";
  request.append(host).append(
      "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
      "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
  if (further.find("Sec-WebSocket-Protocol") == std::string_view::npos) {
    request.append("Sec-WebSocket-Protocol: tablee.v1\r\n");
  }
  request.append(further).append("\r\n");
  send(request);
  const std::string answer = read_answer();
  return answer.starts_with("HTTP/1.1 ") ? std::stoi(answer.substr(9, 3)) : 0;
}

void RawClient::send_frame(int opcode, std::string_view payload) {
  std::string frame(1, static_cast<char>(0x80 | opcode));
  const std::size_t size = payload.size();
  if (size < 126) {
    frame += static_cast<char>(0x80 | size);
  } else {
    const int bytes = size < 65536 ? 2 : 8;
    frame += static_cast<char>(0x80 | (bytes == 2 ? 126 : 127));
    for (int at = bytes - 1; at >= 0; --at) {
      frame += static_cast<char>((size >> (8 * at)) & 0xFF);
    }
  }
  constexpr std::array<unsigned char, 4> mask{0x12, 0x34, 0x56, 0x78};
  frame.append(mask.begin(), mask.end());
  for (std::size_t at = 0; at < size; ++at) {
    frame += static_cast<char>(static_cast<unsigned char>(payload[at]) ^ mask[at % 4]);
  }
  send(frame);
}

std::optional<RawFrame> RawClient::read_frame() {
  const auto byte = [this](std::size_t at) { return static_cast<unsigned char>(buffer_[at]); };
  for (;;) {
    if (buffer_.size() >= 2) {
      CHECK((byte(0) & 0x70) == 0);  // no extension was agreed
      CHECK((byte(1) & 0x80) == 0);  // servers do not mask
      std::size_t head = 2;
      std::size_t size = byte(1) & 0x7F;
      const std::size_t extra = size == 126 ? 2 : size == 127 ? 8 : 0;
      if (buffer_.size() >= head + extra) {
        if (extra != 0) {
          size = 0;
          for (std::size_t at = 0; at < extra; ++at) {
            size = (size << 8) | byte(head + at);
          }
          head += extra;
        }
        if (buffer_.size() >= head + size) {
          RawFrame frame{byte(0) & 0x0F, buffer_.substr(head, size)};
          buffer_.erase(0, head + size);
          return frame;
        }
      }
    }
    if (!fill()) {
      return std::nullopt;
    }
  }
}

std::optional<RawFrame> RawClient::read_frame_of(int opcode) {
  for (;;) {
    std::optional<RawFrame> frame = read_frame();
    if (!frame || frame->opcode == opcode) {
      return frame;
    }
  }
}

bool RawClient::ended() {
  std::array<char, 4096> part;
  for (;;) {
    const ssize_t size = ::recv(descriptor_, part.data(), part.size(), 0);
    if (size == 0) {
      return true;
    }
    if (size < 0) {
      return errno == ECONNRESET || errno == EPIPE;
    }
  }
}

}  // namespace tablee::net
