#include "net/server.h"

#include <doctest/doctest.h>

#include <csignal>
#include <string>

#include "unit/net/raw_client.h"
#include "unit/net/small_room.h"

namespace server_test {

using namespace tablee;
using namespace tablee::net;

namespace {

bool is_text_with(const std::optional<RawFrame>& frame, std::string_view part) {
  return frame && frame->opcode == 1 && frame->payload.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a screen joins and is welcomed") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  REQUIRE(client.upgrade() == 101);
  client.send_frame(1, projector_hello());
  CHECK(is_text_with(client.read_frame(), "\"welcome\""));
}

TEST_CASE("the answer to an upgrade names the subprotocol and no extension") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  client.send(
      "GET /ws HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive, Upgrade\r\nUpgrade: websocket\r\n"
      "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
      "Sec-WebSocket-Extensions: permessage-deflate\r\nSec-WebSocket-Protocol: chat, tablee.v1\r\n\r\n");
  const std::string answer = client.read_answer();
  CHECK(answer.starts_with("HTTP/1.1 101 "));
  CHECK(answer.find("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n") != std::string::npos);
  CHECK(answer.find("Sec-WebSocket-Protocol: tablee.v1\r\n") != std::string::npos);
  CHECK(answer.find("Sec-WebSocket-Extensions") == std::string::npos);
}

TEST_CASE("only our own pages may open a session") {
  SmallRoom room;
  room.run();
  const auto status = [&](std::string_view further, std::string_view host) {
    return RawClient(room.port()).upgrade(further, host);
  };
  CHECK(status("Origin: http://192.168.1.20:8080\r\n", "192.168.1.20:8080") == 101);
  CHECK(status("Origin: http://atelier.example\r\n", "atelier.EXAMPLE") == 101);
  CHECK(status("", "localhost") == 101);
  CHECK(status("Origin: http://attacker.example\r\n", "192.168.1.20:8080") == 403);
  CHECK(status("Origin: null\r\n", "192.168.1.20:8080") == 403);
  CHECK(status("Origin: http://attacker.example\r\n", "attacker.example") == 403);
  CHECK(status("", "attacker.example") == 403);
  CHECK(status("Sec-WebSocket-Protocol: chat\r\n", "localhost") == 400);
}

TEST_CASE("a session address asked for as a page says so") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  client.send("GET /ws HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(client.read_answer().starts_with("HTTP/1.1 426 "));
  CHECK(client.ended());
}

TEST_CASE("pages are served on one connection, one after another") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\nGET /console?a=b HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(client.read_answer().find("accueil") != std::string::npos);
  CHECK(client.read_answer().find("console") != std::string::npos);
  client.send("HEAD /projector HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(client.read_answer(true).starts_with("HTTP/1.1 200 "));
  client.send("GET /../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  CHECK(client.read_answer().starts_with("HTTP/1.1 404 "));
  CHECK(client.ended());
}

TEST_CASE("a binary frame that says nothing is denied and the session goes on") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  REQUIRE(client.upgrade() == 101);
  client.send_frame(1, projector_hello());
  REQUIRE(is_text_with(client.read_frame(), "\"welcome\""));
  client.send_frame(2, "abc");
  for (;;) {
    const std::optional<RawFrame> frame = client.read_frame();
    REQUIRE(frame.has_value());
    if (frame->opcode == 2) {
      CHECK(frame->payload == std::string("a\x02\x00\x0bunsupported", 15));
      break;
    }
  }
}

TEST_CASE("a ping is answered with its own words, and a close with a close") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  REQUIRE(client.upgrade() == 101);
  client.send_frame(9, "are you there");
  const std::optional<RawFrame> pong = client.read_frame_of(10);
  REQUIRE(pong.has_value());
  CHECK(pong->payload == "are you there");
  client.send_frame(8, std::string("\x03\xE8", 2));
  const std::optional<RawFrame> close = client.read_frame_of(8);
  REQUIRE(close.has_value());
  CHECK(close->close_code() == 1000);
  CHECK(client.ended());
}

TEST_CASE("stop says going away to every screen, and run returns") {
  SmallRoom room;
  room.run();
  RawClient first(room.port());
  RawClient second(room.port());
  RawClient browsing(room.port());
  REQUIRE(first.upgrade() == 101);
  REQUIRE(second.upgrade() == 101);
  first.send_frame(1, projector_hello());
  REQUIRE(is_text_with(first.read_frame(), "\"welcome\""));
  room.server->stop();
  for (RawClient* client : {&first, &second}) {
    const std::optional<RawFrame> close = client->read_frame_of(8);
    REQUIRE(close.has_value());
    CHECK(close->close_code() == 1001);
    client->close();
  }
  CHECK(browsing.ended());
  CHECK(room.finish().has_value());
}

TEST_CASE("SIGTERM stops the server") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  REQUIRE(client.upgrade() == 101);
  ::kill(::getpid(), SIGTERM);
  const std::optional<RawFrame> close = client.read_frame_of(8);
  REQUIRE(close.has_value());
  CHECK(close->close_code() == 1001);
  client.close();
  CHECK(room.finish().has_value());
}

TEST_CASE("when a commit fails, run gives the reason and nothing of that turn leaves") {
  SmallRoom room;
  RawClient client(room.port());
  room.log.failing = true;
  const std::string hello = R"({"type":"hello","protocol":1,"role":"facilitator","credential":")" + room.token() +
                            R"(","sender":"0123456789abcdef"})";
  room.run();
  REQUIRE(client.upgrade() == 101);
  client.send_frame(1, hello);
  client.send_frame(1, R"({"type":"command","number":1,"command":"add_table","body":{"title":"Table 1"}})");
  const Result<Nothing> result = room.finish();
  REQUIRE_FALSE(result.has_value());
  CHECK(result.error().detail == "The disk is full.");
  room.server.reset();
  while (const std::optional<RawFrame> frame = client.read_frame()) {
    CHECK(frame->payload.find("\"ack\"") == std::string::npos);
  }
}

TEST_CASE("the facts for the start message are those of the system") {
  SmallRoom room;
  CHECK(room.server->facts().backlog > 0);
  CHECK(room.server->facts().descriptors >= 1024);
}

TEST_CASE("a port in use and a folder without pages are refused at start") {
  SmallRoom room;
  ServerSettings settings;
  settings.bind = "127.0.0.1";
  settings.port = room.port();
  settings.web_dir = room.web.path();
  const auto taken = Server::listen(*room.host, settings);
  REQUIRE_FALSE(taken.has_value());
  CHECK(taken.error().code == Code::conflict);
  settings.port = 0;
  settings.web_dir = "/no/such/folder";
  CHECK(Server::listen(*room.host, settings).error().code == Code::not_found);
}

}  // namespace server_test
