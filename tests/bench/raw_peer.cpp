#include "bench/raw_peer.h"

#include <fcntl.h>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <openssl/sha.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/child.h"
#include "net/listener.h"

namespace tablee::bench {

namespace {

struct Peer {
  int descriptor = -1;
  bool upgraded = false;
  bool joined = false;
  std::string unread;
  std::string unsent;
};

std::string accept_key(std::string_view request) {
  constexpr std::string_view name = "Sec-WebSocket-Key: ";
  const std::size_t at = request.find(name) + name.size();
  std::string key(request.substr(at, request.find("\r\n", at) - at));
  key += "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  std::array<unsigned char, SHA_DIGEST_LENGTH> digest{};
  SHA1(reinterpret_cast<const unsigned char*>(key.data()), key.size(), digest.data());
  std::array<unsigned char, 32> text{};
  const int size = EVP_EncodeBlock(text.data(), digest.data(), static_cast<int>(digest.size()));
  return {reinterpret_cast<const char*>(text.data()), static_cast<std::size_t>(size)};
}

class RawPeer {
 public:
  RawPeer(int listener, int log) : listener_(listener), log_(log), epoll_(::epoll_create1(EPOLL_CLOEXEC)) {
    watch(listener_, nullptr, EPOLLIN, EPOLL_CTL_ADD);
  }

  void turn() {
    std::array<epoll_event, 1024> events;
    const int count = ::epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), -1);
    for (int at = 0; at < count; ++at) {
      auto* peer = static_cast<Peer*>(events[static_cast<std::size_t>(at)].data.ptr);
      if (peer == nullptr) {
        accept_all();
      } else {
        ready(*peer, events[static_cast<std::size_t>(at)].events);
      }
    }
    commit();
  }

 private:
  void watch(int descriptor, Peer* peer, std::uint32_t events, int operation) {
    epoll_event event{};
    event.events = events;
    event.data.ptr = peer;
    ::epoll_ctl(epoll_, operation, descriptor, &event);
  }

  void accept_all() {
    int descriptor = -1;
    while ((descriptor = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0) {
      peers_.push_back(std::make_unique<Peer>());
      peers_.back()->descriptor = descriptor;
      watch(descriptor, peers_.back().get(), EPOLLIN, EPOLL_CTL_ADD);
    }
  }

  void send(Peer& peer, std::string_view bytes) {
    if (peer.descriptor < 0) {
      return;
    }
    if (peer.unsent.empty()) {
      const ssize_t sent = ::send(peer.descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      bytes.remove_prefix(sent > 0 ? static_cast<std::size_t>(sent) : 0);
      if (bytes.empty()) {
        return;
      }
      watch(peer.descriptor, &peer, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
    }
    peer.unsent.append(bytes);
  }

  void ready(Peer& peer, std::uint32_t events) {
    if ((events & EPOLLOUT) != 0) {
      std::string rest = std::exchange(peer.unsent, {});
      watch(peer.descriptor, &peer, EPOLLIN, EPOLL_CTL_MOD);
      send(peer, rest);
    }
    if ((events & (EPOLLIN | EPOLLERR | EPOLLHUP)) == 0) {
      return;
    }
    std::array<char, 65536> part;
    const ssize_t size = ::recv(peer.descriptor, part.data(), part.size(), 0);
    if (size <= 0) {
      ::close(std::exchange(peer.descriptor, -1));
      peer.joined = false;
      return;
    }
    peer.unread.append(part.data(), static_cast<std::size_t>(size));
    if (!peer.upgraded) {
      const std::size_t end = peer.unread.find("\r\n\r\n");
      if (end == std::string::npos) {
        return;
      }
      send(peer,
           "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Protocol: tablee.v1\r\nSec-WebSocket-Accept: " +
               accept_key(peer.unread) + "\r\n\r\n");
      peer.upgraded = true;
      peer.unread.erase(0, end + 4);
    }
    while (take_frame(peer)) {
    }
  }

  bool take_frame(Peer& peer) {
    std::string& bytes = peer.unread;
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
    if (bytes.size() < 6) {
      return false;
    }
    std::size_t head = 2;
    std::size_t size = byte(1) & 0x7F;
    const std::size_t extra = size == 126 ? 2 : size == 127 ? 8 : 0;
    if (bytes.size() < head + extra + 4) {
      return false;
    }
    if (extra != 0) {
      size = 0;
      for (std::size_t at = 0; at < extra; ++at) {
        size = (size << 8) | byte(head + at);
      }
    }
    head += extra + 4;
    if (bytes.size() < head + size) {
      return false;
    }
    for (std::size_t at = 0; at < size; ++at) {
      bytes[head + at] = static_cast<char>(byte(head + at) ^ byte(head - 4 + at % 4));
    }
    obey(peer, std::string_view(bytes).substr(head, size));
    bytes.erase(0, head + size);
    return true;
  }

  void obey(Peer& peer, std::string_view words) {
    if (words == "join") {
      peer.joined = true;
    } else if (words == "snap") {
      send(peer, whole_);
    } else if (words == "all") {
      for (const std::string& message : messages_) {
        for (const auto& each : peers_) {
          if (each->joined) {
            send(*each, message);
          }
        }
      }
    } else if (words.starts_with("load")) {
      load(words.substr(4));
    } else {
      pending_.append(words).append("\n");
      voters_.push_back(&peer);
    }
  }

  void load(std::string_view bytes) {
    messages_.clear();
    whole_.clear();
    while (bytes.size() >= 4) {
      std::size_t size = 0;
      for (std::size_t at = 0; at < 4; ++at) {
        size = (size << 8) | static_cast<unsigned char>(bytes[at]);
      }
      messages_.emplace_back(bytes.substr(4, size));
      whole_ += messages_.back();
      bytes.remove_prefix(4 + size);
    }
  }

  void commit() {
    if (voters_.empty()) {
      return;
    }
    if (::write(log_, pending_.data(), pending_.size()) < 0 || ::fdatasync(log_) != 0) {
      std::perror("raw peer");
      std::abort();
    }
    pending_.clear();
    for (Peer* voter : std::exchange(voters_, {})) {
      send(*voter, messages_.front());
    }
  }

  int listener_;
  int log_;
  int epoll_;
  std::vector<std::unique_ptr<Peer>> peers_;
  std::vector<std::string> messages_;
  std::string whole_;
  std::string pending_;
  std::vector<Peer*> voters_;
};

}  // namespace

int run_raw_peer(const std::string& ballot_file) {
  stay_on_core(server_core);
  net::raise_descriptor_limit();
  const auto listener = net::open_listener("127.0.0.1", 0);
  const int log = ::open(ballot_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (!listener || log < 0) {
    return 1;
  }
  std::printf("%u\n", static_cast<unsigned>(listener->port));
  std::fflush(stdout);
  RawPeer peer(listener->descriptor, log);
  for (;;) {
    peer.turn();
  }
}

}  // namespace tablee::bench
