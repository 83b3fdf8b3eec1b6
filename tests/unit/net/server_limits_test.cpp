// What peers that do wrong get, while the others notice nothing.
#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "base/limits.h"
#include "net/door.h"
#include "unit/net/raw_client.h"
#include "unit/net/small_room.h"

namespace server_limits_test {

using namespace tablee;
using namespace tablee::net;

namespace {

bool welcomed(RawClient& client) {
  if (client.upgrade() != 101) {
    return false;
  }
  client.send_frame(1, projector_hello());
  const std::optional<RawFrame> frame = client.read_frame();
  return frame && frame->payload.find("\"welcome\"") != std::string::npos;
}

std::string answer_to(std::uint16_t port, std::string_view bytes) {
  RawClient client(port);
  client.send(bytes);
  return client.read_answer();
}

std::string request_with_line(std::size_t line_bytes) {
  return "GET /health HTTP/1.1\r\nHost: localhost\r\nX-Long: " + std::string(line_bytes - 10, 'x') + "\r\n\r\n";
}

}  // namespace

TEST_CASE("a message at the bound is read, one byte more closes that session alone with 1009") {
  SmallRoom room;
  room.run();
  RawClient other(room.port());
  REQUIRE(welcomed(other));

  RawClient exact(room.port());
  REQUIRE(welcomed(exact));
  exact.send_frame(1, std::string(static_cast<std::size_t>(limits::frame_bytes_max), ' '));
  exact.send_frame(9, "still here");
  CHECK(exact.read_frame_of(10).has_value());

  RawClient large(room.port());
  REQUIRE(welcomed(large));
  large.send_frame(1, std::string(static_cast<std::size_t>(limits::frame_bytes_max) + 1, ' '));
  const std::optional<RawFrame> close = large.read_frame_of(8);
  REQUIRE(close.has_value());
  CHECK(close->close_code() == 1009);
  CHECK(large.ended());

  other.send_frame(9, "me too");
  CHECK(other.read_frame_of(10).has_value());
}

TEST_CASE("a message said to be huge is refused before it is sent") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  REQUIRE(welcomed(client));
  client.send(std::string_view("\x81\xFF\x7F\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x00\x00\x00\x00", 14));
  const std::optional<RawFrame> close = client.read_frame_of(8);
  REQUIRE(close.has_value());
  CHECK(close->close_code() == 1009);
}

TEST_CASE("frames against the protocol close that session") {
  SmallRoom room;
  room.run();
  const auto code_for = [&](std::string_view bytes) {
    RawClient client(room.port());
    REQUIRE(welcomed(client));
    client.send(bytes);
    const std::optional<RawFrame> close = client.read_frame_of(8);
    return close ? close->close_code() : 0;
  };
  CHECK(code_for(std::string_view("\x81\x01x", 3)) == 1002);                 // not masked
  CHECK(code_for(std::string_view("\xF1\x80\0\0\0\0", 6)) == 1002);          // reserved bits
  CHECK(code_for(std::string_view("\x83\x80\0\0\0\0", 6)) == 1002);          // an opcode that is none
  CHECK(code_for(std::string_view("\x80\x80\0\0\0\0", 6)) == 1002);          // the rest of nothing
  CHECK(code_for(std::string_view("\x81\x82\0\0\0\0\xC3\x28", 8)) == 1007);  // not UTF-8
}

TEST_CASE("rubbish instead of a request is answered with 400 and a page") {
  SmallRoom room;
  room.run();
  for (const std::string& bytes :
       {std::string("\x16\x03\x01\x02\x01\x01\xFC\x03\x03 a TLS hello\r\n\r\n"), std::string("HELLO\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nHost localhost\r\n\r\n"), std::string("GET / HTTP/1.1\r\n\r\n"),
        std::string("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n"), std::string(64, '\0'),
        std::string("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n"),
        std::string("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")}) {
    CAPTURE(bytes);
    RawClient client(room.port());
    client.send(bytes);
    const std::string answer = client.read_answer();
    CHECK(answer.starts_with("HTTP/1.1 400 "));
    CHECK(answer.find("Demande incomprise") != std::string::npos);
    CHECK(client.ended());
  }
}

TEST_CASE("a header line of 1,000 bytes is read, a head past its bound is refused") {
  SmallRoom room;
  room.run();
  CHECK(answer_to(room.port(), request_with_line(1000)).starts_with("HTTP/1.1 200 "));
  CHECK(answer_to(room.port(), request_with_line(request_head_bytes_max - 100)).starts_with("HTTP/1.1 200 "));
  CHECK(answer_to(room.port(), request_with_line(request_head_bytes_max + 1)).starts_with("HTTP/1.1 431 "));
}

TEST_CASE("a request with a body is refused, and the body is not taken for a request") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  client.send(
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 48\r\n\r\n"
      "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n.......");
  CHECK(client.read_answer().starts_with("HTTP/1.1 413 "));
  CHECK(client.read_answer().empty());
}

TEST_CASE("frames sent before the answer to the upgrade are refused") {
  SmallRoom room;
  room.run();
  const std::string answer = answer_to(
      room.port(), std::string("GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                               "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: tablee.v1\r\n"
                               "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n") +
                       "\x81\x80");
  CHECK(answer.starts_with("HTTP/1.1 400 "));
}

TEST_CASE("peers that stop half way, or go without a word, disturb nobody") {
  SmallRoom room;
  room.run();
  std::vector<std::unique_ptr<RawClient>> halves;
  for (int count = 0; count < 50; ++count) {
    auto client = std::make_unique<RawClient>(room.port());
    switch (count % 5) {
      case 0:
        break;  // says nothing
      case 1:
        client->send("GET / HT");
        break;
      case 2:
        REQUIRE(client->upgrade() == 101);
        client->send(std::string_view("\x81\xFE\x10", 3));  // a third of a frame's head
        break;
      case 3:
        REQUIRE(welcomed(*client));
        client->reset();
        continue;
      default:
        REQUIRE(welcomed(*client));
        client->close();
        continue;
    }
    halves.push_back(std::move(client));
  }
  RawClient client(room.port());
  REQUIRE(welcomed(client));
  client.send_frame(9, "here");
  CHECK(client.read_frame_of(10).has_value());
}

TEST_CASE("many small messages at once are all answered, in order") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  REQUIRE(welcomed(client));
  constexpr int count = 50;
  for (int number = 1; number <= count; ++number) {
    client.send_frame(1, R"({"type":"clock","sent_ms":)" + std::to_string(number) + "}");
  }
  int expected = 1;
  while (expected <= count) {
    const std::optional<RawFrame> frame = client.read_frame_of(1);
    REQUIRE(frame.has_value());
    if (frame->payload.find("\"clock\"") != std::string::npos) {
      CHECK(frame->payload.find("\"sent_ms\":" + std::to_string(expected)) != std::string::npos);
      ++expected;
    }
  }
}

TEST_CASE("who says nothing is closed once the time for a hello is over, and nobody else is") {
  SmallRoom room;
  room.run();
  RawClient citizen(room.port());
  REQUIRE(welcomed(citizen));
  RawClient silent(room.port());
  REQUIRE(silent.upgrade() == 101);
  silent.send_frame(9, "there");  // answered: the host has counted it in
  REQUIRE(silent.read_frame_of(10).has_value());
  room.pass(limits::hello_timeout_ms + 1);
  const std::optional<RawFrame> goodbye = silent.read_frame_of(8);
  REQUIRE(goodbye.has_value());
  CHECK(goodbye->close_code() == static_cast<int>(wire::CloseCode::hello_expected));
  citizen.send_frame(9, "still here");
  CHECK(citizen.read_frame_of(10).has_value());
}

TEST_CASE("when every place is taken the next screen is told so, and finds a place when one is free") {
  SmallRoom room;
  std::vector<host::ConnectionId> taken;
  for (std::int64_t count = 0; count < limits::connections_max; ++count) {
    const auto id = room.host->connect("192.0.2.1", 0);
    REQUIRE(id.has_value());
    taken.push_back(*id);
  }
  room.run();
  {
    RawClient one_too_many(room.port());
    REQUIRE(one_too_many.upgrade() == 101);
    const std::optional<RawFrame> goodbye = one_too_many.read_frame_of(8);
    REQUIRE(goodbye.has_value());
    CHECK(goodbye->close_code() == static_cast<int>(wire::CloseCode::full));
  }
  room.pass(limits::hello_timeout_ms + 1);  // the silent ones are told to go
  room.server->stop();
  CHECK(room.finish().has_value());
}

}  // namespace server_limits_test
