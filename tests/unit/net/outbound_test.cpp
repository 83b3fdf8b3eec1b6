#include "net/outbound.h"

#include <doctest/doctest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "base/rng.h"

namespace outbound_test {

using namespace tablee;
using namespace tablee::net;

namespace {

host::SharedFrame frame(std::string bytes) {
  return std::make_shared<const std::string>(std::move(bytes));
}

struct Pipe {
  explicit Pipe(int buffer_bytes) {
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0);
    ::setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &buffer_bytes, sizeof(buffer_bytes));
  }
  ~Pipe() {
    ::close(ends[0]);
    ::close(ends[1]);
  }
  std::string read(std::size_t size) const {
    std::string bytes(size, '\0');
    const ssize_t got = ::recv(ends[1], bytes.data(), size, 0);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
  }
  std::array<int, 2> ends{};
};

// A frame that can be recognised whole: its length, then that many times its letter.
std::string marked(char letter, std::size_t size) {
  return std::to_string(size) + ':' + std::string(size, letter) + ';';
}

// Cuts the stream back into frames; fails when one is inside another.
std::vector<std::pair<char, std::size_t>> cut(const std::string& stream) {
  std::vector<std::pair<char, std::size_t>> found;
  std::size_t at = 0;
  while (at < stream.size()) {
    const std::size_t colon = stream.find(':', at);
    REQUIRE(colon != std::string::npos);
    const std::size_t size = std::stoul(stream.substr(at, colon - at));
    REQUIRE(colon + 1 + size < stream.size());
    const char letter = stream[colon + 1];
    REQUIRE(stream.substr(colon + 1, size) == std::string(size, letter));
    REQUIRE(stream[colon + 1 + size] == ';');
    found.emplace_back(letter, size);
    at = colon + 2 + size;
  }
  return found;
}

}  // namespace

TEST_CASE("frames never interleave, whatever the kernel takes") {
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    CAPTURE(seed);
    Rng rng(seed);
    const Pipe pipe(2048);
    Outbound outbound;
    host::Outbox outbox;
    std::string received;
    std::vector<std::pair<char, std::size_t>> replies;
    std::vector<std::pair<char, std::size_t>> controls;
    for (int turn = 0; turn < 400; ++turn) {
      if (rng.below(2) == 0) {
        const auto size = static_cast<std::size_t>(1 + rng.below(9000));
        if (outbox.push_reply(frame(marked('r', size)))) {
          replies.emplace_back('r', size);
        }
      }
      if (rng.below(4) == 0) {
        const auto size = static_cast<std::size_t>(1 + rng.below(100));
        outbound.push_bytes(marked('c', size));
        controls.emplace_back('c', size);
      }
      CHECK(outbound.write(pipe.ends[0], &outbox) != Flow::lost);
      received += pipe.read(static_cast<std::size_t>(1 + rng.below(6000)));
    }
    while (outbound.write(pipe.ends[0], &outbox) == Flow::blocked) {
      received += pipe.read(65536);
    }
    for (std::string rest = pipe.read(65536); !rest.empty(); rest = pipe.read(65536)) {
      received += rest;
    }
    std::vector<std::pair<char, std::size_t>> got_replies;
    std::vector<std::pair<char, std::size_t>> got_controls;
    for (const auto& each : cut(received)) {
      (each.first == 'r' ? got_replies : got_controls).push_back(each);
    }
    CHECK(got_replies == replies);
    CHECK(got_controls == controls);
    CHECK(outbound.bytes_waiting() == 0);
    CHECK(outbound.bytes_written() == received.size());
  }
}

TEST_CASE("a peer that reads nothing holds one write's worth; the newest version waits in the outbox") {
  const Pipe pipe(2048);
  Outbound outbound;
  host::Outbox outbox;
  outbox.put(0, frame(marked('a', 100'000)));
  CHECK(outbound.write(pipe.ends[0], &outbox) == Flow::blocked);
  for (char version = 'b'; version <= 'z'; ++version) {
    outbox.put(0, frame(marked(version, 50'000)));
    CHECK(outbound.write(pipe.ends[0], &outbox) == Flow::blocked);
    CHECK(outbound.bytes_waiting() < 110'000);
  }
  std::string received;
  while (outbound.write(pipe.ends[0], &outbox) == Flow::blocked) {
    received += pipe.read(65536);
  }
  for (std::string rest = pipe.read(65536); !rest.empty(); rest = pipe.read(65536)) {
    received += rest;
  }
  CHECK(cut(received) == std::vector<std::pair<char, std::size_t>>{{'a', 100'000}, {'z', 50'000}});
}

TEST_CASE("one write takes at most its bound of frames, and the call goes on with the next") {
  const Pipe pipe(1 << 20);
  Outbound outbound;
  host::Outbox outbox;
  for (std::size_t count = 0; count < frames_per_write_max + 1; ++count) {
    REQUIRE(outbox.push_reply(frame(marked('r', count + 1))));
  }
  CHECK(outbound.write(pipe.ends[0], &outbox) == Flow::drained);
  CHECK(cut(pipe.read(1 << 20)).size() == frames_per_write_max + 1);
}

TEST_CASE("a peer that is gone is lost, without a signal") {
  Pipe pipe(2048);
  ::shutdown(pipe.ends[1], SHUT_RD);
  Outbound outbound;
  outbound.push_bytes("late");
  CHECK(outbound.write(pipe.ends[0], nullptr) == Flow::lost);
}

}  // namespace outbound_test
