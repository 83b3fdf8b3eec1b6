#include "net/wire_stream.h"

#include <doctest/doctest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/rng.h"
#include "host/outbox.h"

namespace wire_stream_test {

using namespace tablee;
using namespace tablee::net;
using boost::system::error_code;
namespace websocket = boost::beast::websocket;

namespace {

struct Counter final : OutboundWatcher {
  void socket_closes() override {}
  void bytes_wait() override { ++count; }
  int count = 0;
};

// A text frame of one letter, as a server sends it; sizes from 126 to 65,535.
std::string text_frame(char letter, std::size_t size) {
  std::string bytes{static_cast<char>(0x81), 126, static_cast<char>(size >> 8), static_cast<char>(size & 0xFF)};
  return bytes.append(size, letter);
}

// Both ends of a connection whose server side is ours, with tiny buffers.
struct Line {
  Line() {
    std::array<int, 2> ends{};
    REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0);
    const int tiny = 2048;
    ::setsockopt(ends[0], SOL_SOCKET, SO_SNDBUF, &tiny, sizeof(tiny));
    Socket socket(context);
    socket.assign(boost::asio::ip::tcp::v4(), ends[0]);
    stream = std::make_unique<websocket::stream<WireStream, false>>(std::move(socket), watcher);
    peer = ends[1];
    say("GET /ws HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
    bool accepted = false;
    stream->async_accept([&](error_code error) { accepted = !error; });
    // The answer enters the queue; it leaves with our own write, and only then may Beast go on.
    for (int turn = 0; turn < 100 && !accepted; ++turn) {
      context.restart();
      context.poll();
      wire().write(nullptr);
    }
    REQUIRE(accepted);
    REQUIRE(hear(4096).starts_with("HTTP/1.1 101 "));
  }
  ~Line() {
    wire().close();
    turn();
    ::close(peer);
  }
  WireStream& wire() { return stream->next_layer(); }
  void say(std::string_view bytes) {
    REQUIRE(::send(peer, bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
  }
  std::string hear(std::size_t size) {
    std::string bytes(size, '\0');
    const ssize_t got = ::recv(peer, bytes.data(), size, 0);
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
  }
  void turn() {
    context.restart();
    context.poll();
  }
  void keep_reading() {
    stream->async_read(message, [this](error_code error, std::size_t) {
      read_error = error;
      if (!error) {
        keep_reading();
      }
    });
  }

  Context context;
  Counter watcher;
  std::unique_ptr<websocket::stream<WireStream, false>> stream;
  boost::beast::flat_buffer message;
  error_code read_error;
  int peer = -1;
};

std::string masked_ping(std::string_view payload) {
  std::string bytes{static_cast<char>(0x89), static_cast<char>(0x80 | payload.size())};
  return bytes.append(4, '\0').append(payload);  // a mask of zeros changes nothing
}

struct Parsed {
  std::vector<std::size_t> texts;
  std::vector<std::string> pongs;
  int closes = 0;
};

Parsed parse(const std::string& bytes) {
  Parsed parsed;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes.at(at)); };
  for (std::size_t at = 0; at < bytes.size();) {
    const int opcode = byte(at) & 0x0F;
    std::size_t size = byte(at + 1);
    at += 2;
    if (size == 126) {
      size = static_cast<std::size_t>(byte(at) << 8 | byte(at + 1));
      at += 2;
    }
    REQUIRE(at + size <= bytes.size());
    const std::string payload = bytes.substr(at, size);
    at += size;
    switch (opcode) {
      case 1:
        REQUIRE(payload == std::string(size, payload.front()));
        parsed.texts.push_back(size);
        break;
      case 8:
        ++parsed.closes;
        break;
      default:
        REQUIRE(opcode == 10);
        parsed.pongs.push_back(payload);
    }
  }
  return parsed;
}

}  // namespace

TEST_CASE("pongs go between frames, under random partial writes") {
  for (std::uint64_t seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    Rng rng(seed);
    Line line;
    line.keep_reading();
    host::Outbox outbox;
    std::string received;
    std::vector<std::size_t> texts;
    std::vector<std::string> pings;
    for (int turn = 0; turn < 300; ++turn) {
      const auto size = static_cast<std::size_t>(126 + rng.below(5000));
      if (outbox.push_reply(std::make_shared<const std::string>(text_frame('t', size)))) {
        texts.push_back(size);
      }
      if (rng.below(3) == 0) {
        pings.push_back(std::to_string(pings.size()));
        line.say(masked_ping(pings.back()));
      }
      line.turn();
      REQUIRE(line.wire().write(&outbox) != Flow::lost);
      received += line.hear(static_cast<std::size_t>(1 + rng.below(4000)));
    }
    for (int turn = 0; turn < 2000; ++turn) {
      line.turn();
      line.wire().write(&outbox);
      received += line.hear(65536);
    }
    const Parsed parsed = parse(received);
    CHECK(parsed.texts == texts);
    CHECK(parsed.pongs == pings);
    CHECK(parsed.closes == 0);
  }
}

TEST_CASE("the watcher is told when the reading side has bytes to send") {
  Line line;
  line.keep_reading();
  const int before = line.watcher.count;
  line.say(masked_ping("?"));
  line.turn();
  CHECK(line.watcher.count == before + 1);
  CHECK_FALSE(line.wire().empty());
}

TEST_CASE("a peer that pings without reading is not read any more, past the bound") {
  Line line;
  line.keep_reading();
  std::size_t said = 0;
  const std::string ping = masked_ping(std::string(125, 'p'));
  std::size_t waiting = 0;
  for (int turn = 0; turn < 2000; ++turn) {
    const ssize_t sent = ::send(line.peer, ping.data(), ping.size(), 0);
    said += sent > 0 ? 1 : 0;
    line.turn();
    const Flow flow = line.wire().write(nullptr);
    waiting += flow == Flow::blocked ? 1 : 0;
  }
  CHECK(waiting > 0);
  CHECK(said < 2000);
  std::string received;
  std::size_t quiet = 0;
  while (quiet < 10) {
    const std::string part = line.hear(65536);
    quiet = part.empty() ? quiet + 1 : 0;
    received += part;
    line.turn();
    line.wire().write(nullptr);
  }
  CHECK(parse(received).pongs.size() == said);
}

TEST_CASE("a close frame leaves after the frames before it") {
  Line line;
  line.keep_reading();
  host::Outbox outbox;
  REQUIRE(outbox.push_reply(std::make_shared<const std::string>(text_frame('t', 200))));
  REQUIRE(line.wire().write(&outbox) == Flow::drained);
  line.stream->async_close(websocket::close_reason(1001), [](error_code) {});
  line.turn();
  line.wire().write(nullptr);
  const Parsed parsed = parse(line.hear(65536));
  CHECK(parsed.texts == std::vector<std::size_t>{200});
  CHECK(parsed.closes == 1);
}

}  // namespace wire_stream_test
