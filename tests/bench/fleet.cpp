#include "bench/fleet.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace tablee::bench {

namespace {

struct Kind {
  std::string_view start;
  std::uint32_t mark;
};

constexpr std::array<Kind, 11> kinds{{{R"({"type":"section","name":"step")", step_mark},
                                      {R"({"type":"section","name":"board")", board_mark},
                                      {R"({"type":"section","name":"vote")", vote_mark},
                                      {R"({"type":"section","name":"tally")", tally_mark},
                                      {R"({"type":"section","name":"avis")", avis_mark},
                                      {R"({"type":"section","name":"notices")", notices_mark},
                                      {R"({"type":"section","name":"projector")", projector_mark},
                                      {R"({"type":"section","name":"me")", me_mark},
                                      {R"({"type":"ack")", ack_mark},
                                      {R"({"type":"refusal")", refusal_mark},
                                      {R"({"type":"welcome")", welcome_mark}}};

std::uint32_t mark_of(std::string_view payload) {
  for (const Kind& kind : kinds) {
    if (payload.starts_with(kind.start)) {
      return kind.mark;
    }
  }
  return other_mark;
}

constexpr std::string_view upgrade_request =
    "GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: tablee.v1\r\n\r\n";

// A client's frame with a mask of zeros, which leaves the payload as it is.
std::string masked(std::string_view payload, int opcode) {
  std::string frame(1, static_cast<char>(0x80 | opcode));
  if (payload.size() < 126) {
    frame += static_cast<char>(0x80 | payload.size());
  } else {
    const int bytes = payload.size() < 65536 ? 2 : 8;
    frame += static_cast<char>(0x80 | (bytes == 2 ? 126 : 127));
    for (int at = bytes - 1; at >= 0; --at) {
      frame += static_cast<char>((payload.size() >> (8 * at)) & 0xFF);
    }
  }
  return frame.append(4, '\0').append(payload);
}

}  // namespace

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double quantile(std::vector<double> values, double part) {
  if (values.empty()) {
    return 0;
  }
  std::sort(values.begin(), values.end());
  return values[std::min(values.size() - 1, static_cast<std::size_t>(part * static_cast<double>(values.size())))];
}

double median(const std::vector<double>& values) {
  return quantile(values, 0.5);
}

Fleet::Fleet() : epoll_(::epoll_create1(EPOLL_CLOEXEC)), buffer_(256 * 1024) {}

Fleet::~Fleet() {
  close_all();
  ::close(epoll_);
}

void Fleet::close_all() {
  const linger at_once{1, 0};
  for (const Screen& screen : screens_) {
    if (screen.descriptor >= 0) {
      ::setsockopt(screen.descriptor, SOL_SOCKET, SO_LINGER, &at_once, sizeof(at_once));
      ::close(screen.descriptor);
    }
  }
  screens_.clear();
}

void Fleet::watch(std::size_t place, std::uint32_t events, int operation) {
  epoll_event event{};
  event.events = events;
  event.data.u64 = place;
  ::epoll_ctl(epoll_, operation, screens_[place].descriptor, &event);
}

std::size_t Fleet::connect(std::uint16_t port, std::string hello) {
  const std::size_t place = screens_.size();
  Screen& screen = screens_.emplace_back();
  screen.hello = std::move(hello);
  screen.descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (screen.descriptor < 0) {
    std::perror("socket");
    std::exit(1);
  }
  const int one = 1;
  ::setsockopt(screen.descriptor, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(screen.descriptor, reinterpret_cast<sockaddr*>(&address), sizeof(address)) != 0 &&
      errno != EINPROGRESS) {
    std::perror("connect");
    std::exit(1);
  }
  screen.unsent = upgrade_request;
  watch(place, EPOLLIN | EPOLLOUT, EPOLL_CTL_ADD);
  return place;
}

void Fleet::write(Screen& screen, std::string_view bytes) {
  if (screen.unsent.empty()) {
    const ssize_t sent = ::send(screen.descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    bytes.remove_prefix(sent > 0 ? static_cast<std::size_t>(sent) : 0);
    if (bytes.empty()) {
      return;
    }
    watch(static_cast<std::size_t>(&screen - screens_.data()), EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
  }
  screen.unsent.append(bytes);
}

void Fleet::send(std::size_t screen, std::string_view text, int opcode) {
  write(screens_[screen], masked(text, opcode));
}

void Fleet::stop_reading(std::size_t screen) {
  screens_[screen].reading = false;
  watch(screen, 0, EPOLL_CTL_DEL);
}

void Fleet::clear_marks() {
  for (Screen& screen : screens_) {
    screen.marks = 0;
  }
}

void Fleet::expect(std::uint32_t marks, std::size_t first) {
  clear_marks();
  expected_ = marks;
  expected_from_ = first;
  satisfied_ = 0;
  times_ms_.clear();
}

void Fleet::capture(std::size_t screen, std::vector<std::string>* frames) {
  captured_ = screen;
  captures_ = frames;
}

bool Fleet::run(const std::function<bool()>& done, std::chrono::milliseconds time) {
  const auto until = Clock::now() + time;
  std::array<epoll_event, 512> events;
  while (!done()) {
    if (Clock::now() >= until) {
      return false;
    }
    const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), 5);
    for (int at = 0; at < count; ++at) {
      const epoll_event& event = events[static_cast<std::size_t>(at)];
      ready(static_cast<std::size_t>(event.data.u64), event.events);
    }
  }
  return true;
}

void Fleet::rest(std::chrono::milliseconds time) {
  run([] { return false; }, time);
}

void Fleet::ready(std::size_t place, std::uint32_t events) {
  if (place >= screens_.size()) {
    return;
  }
  if ((events & EPOLLOUT) != 0) {
    Screen& screen = screens_[place];
    const ssize_t sent = ::send(screen.descriptor, screen.unsent.data(), screen.unsent.size(), MSG_NOSIGNAL);
    if (sent > 0) {
      screen.unsent.erase(0, static_cast<std::size_t>(sent));
    }
    if (screen.unsent.empty()) {
      watch(place, EPOLLIN, EPOLL_CTL_MOD);
    }
  }
  if ((events & (EPOLLIN | EPOLLERR | EPOLLHUP)) != 0) {
    read(place);
  }
}

void Fleet::read(std::size_t place) {
  Screen& screen = screens_[place];
  const ssize_t size = ::recv(screen.descriptor, buffer_.data(), buffer_.size(), 0);
  if (size <= 0) {
    if (size == 0 || (errno != EAGAIN && errno != EWOULDBLOCK)) {
      ++lost_;
      ::epoll_ctl(epoll_, EPOLL_CTL_DEL, screen.descriptor, nullptr);
      ::close(std::exchange(screen.descriptor, -1));
    }
    return;
  }
  std::string_view bytes(buffer_.data(), static_cast<std::size_t>(size));
  screen.bytes += bytes.size();
  std::string joined;
  if (!screen.unread.empty()) {
    joined = std::exchange(screen.unread, {});
    joined.append(bytes);
    bytes = joined;
  }
  if (!screen.upgraded) {
    const std::size_t end = bytes.find("\r\n\r\n");
    if (end == std::string_view::npos) {
      screen.unread = bytes;
      return;
    }
    screen.upgraded = true;
    write(screen, masked(screen.hello, 1));
    bytes.remove_prefix(end + 4);
  }
  bytes.remove_prefix(take_frames(place, bytes));
  screens_[place].unread = bytes;
}

std::size_t Fleet::take_frames(std::size_t place, std::string_view bytes) {
  std::size_t taken = 0;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[taken + at]); };
  while (bytes.size() - taken >= 2) {
    std::size_t head = 2;
    std::size_t size = byte(1) & 0x7F;
    const std::size_t extra = size == 126 ? 2 : size == 127 ? 8 : 0;
    if (bytes.size() - taken < head + extra) {
      break;
    }
    if (extra != 0) {
      size = 0;
      for (std::size_t at = 0; at < extra; ++at) {
        size = (size << 8) | byte(head + at);
      }
      head += extra;
    }
    if (bytes.size() - taken < head + size) {
      break;
    }
    frame(place, byte(0) & 0x0F, bytes.substr(taken + head, size), bytes.substr(taken, head + size));
    taken += head + size;
  }
  return taken;
}

void Fleet::frame(std::size_t place, int opcode, std::string_view payload, std::string_view whole) {
  if (opcode == 9) {
    send(place, payload, 10);
    return;
  }
  if (opcode != 1) {
    return;
  }
  Screen& screen = screens_[place];
  const std::uint32_t mark = mark_of(payload);
  ++screen.frames;
  if (captures_ != nullptr && place == captured_) {
    captures_->emplace_back(whole);
  }
  if (mark == tally_mark) {
    ++screen.tallies;
  } else if (mark == refusal_mark && first_refusal_.empty()) {
    first_refusal_ = payload;
  }
  const bool before = (screen.marks & expected_) == expected_;
  screen.marks |= mark;
  if (!before && place >= expected_from_ && (screen.marks & expected_) == expected_) {
    ++satisfied_;
    times_ms_.push_back(milliseconds_since(started_));
  }
  if (mark == ack_mark) {
    ++screen.acks;
    if (on_ack) {
      on_ack(place);
    }
  }
}

}  // namespace tablee::bench
