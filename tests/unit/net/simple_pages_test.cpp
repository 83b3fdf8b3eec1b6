#include "net/simple_pages.h"

#include <doctest/doctest.h>

#include <string>

#include "unit/net/raw_client.h"
#include "unit/net/small_room.h"

namespace simple_pages_test {

using namespace tablee;
using namespace tablee::net;

namespace {

std::string post(const std::string& body, const std::string& further = "") {
  return "POST /simple/join HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n" +
         further + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

bool has(const std::string& answer, std::string_view part) {
  return answer.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a page without scripts comes with a policy of its own, and is kept by nobody") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  client.send("GET /simple HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const std::string answer = client.read_answer();
  CHECK(answer.starts_with("HTTP/1.1 200 OK\r\n"));
  CHECK(has(answer, "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'"));
  CHECK(has(answer, "Cache-Control: no-store\r\n"));
  CHECK(has(answer, "Referrer-Policy: same-origin\r\n"));
  CHECK(has(answer, "Set-Cookie: tablee_simple=-."));
  CHECK(has(answer, "; Path=/simple; HttpOnly; SameSite=Lax; Max-Age="));
  client.send("HEAD /simple HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(client.read_answer(true).starts_with("HTTP/1.1 200 "));
  client.send("GET /simple/style.css?v HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(has(client.read_answer(), "Content-Type: text/css; charset=utf-8"));
}

TEST_CASE("a form is read whole, however it is cut on the way, and the connection goes on") {
  SmallRoom room;
  room.run();
  RawClient client(room.port());
  const std::string whole = post("key=1&code=acde&text=" + std::string(20'000, 'a'));
  client.send(whole.substr(0, 150));
  client.send(whole.substr(150, 9'000));
  client.send(whole.substr(9'150));
  const std::string answer = client.read_answer();
  CHECK(answer.starts_with("HTTP/1.1 403 "));  // not a form of ours: no cookie, another key
  CHECK(has(answer, std::string(20'000, 'a')));
  client.send("GET /simple HTTP/1.1\r\nHost: localhost\r\n\r\n" + post("key=1"));
  CHECK(client.read_answer().starts_with("HTTP/1.1 200 "));
  CHECK(client.read_answer().starts_with("HTTP/1.1 403 "));
}

TEST_CASE("a form of another site, of another type, too large or without end is refused") {
  SmallRoom room;
  room.run();
  const auto answer = [&](const std::string& bytes) {
    RawClient client(room.port());
    client.send(bytes);
    return client.read_answer().substr(0, 13);
  };
  CHECK(answer(post("key=1", "Origin: http://attacker.example\r\n")) == "HTTP/1.1 403 ");
  CHECK(answer(post("key=1", "Origin: null\r\n")) == "HTTP/1.1 403 ");
  CHECK(answer("POST /simple/join HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\nContent-Length: "
               "5\r\n\r\nkey=1") == "HTTP/1.1 400 ");
  CHECK(answer("POST /simple/join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 65537\r\n\r\n") == "HTTP/1.1 413 ");
  CHECK(answer("POST /simple/join HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n") ==
        "HTTP/1.1 400 ");
  CHECK(answer("DELETE /simple HTTP/1.1\r\nHost: localhost\r\n\r\n") == "HTTP/1.1 405 ");
  CHECK(answer("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\n\r\na") == "HTTP/1.1 413 ");
}

TEST_CASE("the length of a body is a number and nothing else") {
  CHECK(body_bytes("12") == 12U);
  CHECK_FALSE(body_bytes("12a").has_value());
  CHECK_FALSE(body_bytes("-1").has_value());
  CHECK_FALSE(body_bytes("").has_value());
}

}  // namespace simple_pages_test
