#include "net/listener.h"

#include <doctest/doctest.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/limits.h"
#include "unit/net/raw_client.h"

namespace listener_test {

using namespace tablee;
using namespace tablee::net;

namespace {

int option(int descriptor, int level, int name) {
  int value = -1;
  socklen_t size = sizeof(value);
  CHECK(::getsockopt(descriptor, level, name, &value, &size) == 0);
  return value;
}

}  // namespace

TEST_CASE("a port in use is refused with one sentence that names it") {
  const Result<Listener> first = open_listener("127.0.0.1", 0);
  REQUIRE(first.has_value());
  REQUIRE(first->port != 0);
  const Result<Listener> second = open_listener("127.0.0.1", first->port);
  REQUIRE_FALSE(second.has_value());
  CHECK(second.error().code == Code::conflict);
  CHECK(second.error().detail ==
        "Port " + std::to_string(first->port) + " is in use by another program; choose another with --port.");
  ::close(first->descriptor);
}

TEST_CASE("an address that is not one, or not ours, is refused") {
  CHECK(open_listener("portable.local", 0).error().detail == "\"portable.local\" is not an IP address to listen on.");
  CHECK(open_listener("192.0.2.7", 0).error().detail == "This machine does not have the address 192.0.2.7.");
}

TEST_CASE("an accepted socket has what the listener was given") {
  const Result<Listener> listener = open_listener("127.0.0.1", 0);
  REQUIRE(listener.has_value());
  RawClient client(listener->port);
  int accepted = -1;
  while ((accepted = ::accept(listener->descriptor, nullptr, nullptr)) < 0 && errno == EAGAIN) {
  }
  REQUIRE(accepted >= 0);
  CHECK(option(accepted, IPPROTO_TCP, TCP_NODELAY) == 1);
  CHECK(option(accepted, IPPROTO_TCP, TCP_USER_TIMEOUT) == static_cast<int>(unacknowledged_ms_max));
  // Linux doubles what it is asked for.
  CHECK(option(accepted, SOL_SOCKET, SO_SNDBUF) == 2 * limits::send_buffer_bytes);
  ::close(accepted);
  ::close(listener->descriptor);
}

TEST_CASE("the limit on open files is raised to what the system allows") {
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  const rlimit low{128, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &low) == 0);
  CHECK(raise_descriptor_limit() > 128);
  rlimit after{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &after) == 0);
  CHECK(after.rlim_cur == before.rlim_max);
}

TEST_CASE("the effective backlog is never above ours") {
  CHECK(effective_backlog() > 0);
  CHECK(effective_backlog() <= backlog_max);
}

}  // namespace listener_test
