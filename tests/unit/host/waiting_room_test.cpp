#include "host/waiting_room.h"

#include <doctest/doctest.h>

#include <string>

namespace waiting_room_test {

using namespace tablee;
using host::WaitingRoom;

namespace {

std::string device(std::size_t number) {
  std::string name = std::to_string(number);
  return std::string(16 - name.size(), '0') + name;
}

std::string address(std::size_t number) {
  return "10.0." + std::to_string(number / 250) + "." + std::to_string(number % 250);
}

// `host::waiting_max` tablets, from as many addresses.
WaitingRoom full_room() {
  WaitingRoom room;
  for (host::ConnectionId id = 0; id < host::waiting_max; ++id) {
    REQUIRE(room.enter(id, device(id), address(id)));
  }
  return room;
}

}  // namespace

TEST_CASE("[access J1] tablets are called by numbers in turn, each with one of twelve pictures") {
  const WaitingRoom room = full_room();
  const auto devices = room.devices();
  REQUIRE(devices.size() == host::waiting_max);
  CHECK(devices[0].number == 1);
  CHECK(devices[0].picture == 1);
  CHECK(devices[11].picture == 12);
  CHECK(devices[12].picture == 1);
  CHECK(devices[99].number == 100);
}

TEST_CASE("[access J1] a tablet that comes back is called as before, whoever came in between") {
  WaitingRoom room;
  CHECK(*room.enter(1, device(1), "a") == 1);
  CHECK(*room.enter(2, device(2), "b") == 2);
  room.leave(1);
  CHECK(room.devices().size() == 1);
  CHECK(*room.enter(3, device(3), "c") == 3);
  CHECK(*room.enter(4, device(1), "a") == 1);
}

TEST_CASE("once placed, a tablet's number is for the next one, unless it still waits elsewhere") {
  WaitingRoom room;
  CHECK(*room.enter(1, device(1), "a") == 1);
  CHECK(*room.enter(2, device(1), "a") == 1);
  CHECK(room.of_device(device(1)) == std::vector<host::ConnectionId>{1, 2});
  CHECK(room.devices().size() == 1);
  room.leave(1);
  room.forget(device(1));
  CHECK(*room.enter(3, device(2), "b") == 2);
  room.leave(2);
  room.forget(device(1));
  CHECK(*room.enter(4, device(3), "c") == 1);
}

TEST_CASE("as many wait as the bound, and not one more") {
  WaitingRoom room = full_room();
  const auto refused = room.enter(1000, device(1000), "elsewhere");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == Code::too_many);
  room.leave(40);
  // Every number is taken: the one that left is called no more.
  CHECK(*room.enter(1000, device(1000), "elsewhere") == 41);
}

TEST_CASE("one address has as many tablets waiting as the bound, and others still come in") {
  WaitingRoom room;
  host::ConnectionId id = 0;
  for (; id < host::waiting_per_address_max; ++id) {
    REQUIRE(room.enter(id, device(id), "10.0.0.1"));
  }
  CHECK_FALSE(room.enter(id, device(id), "10.0.0.1"));
  CHECK(room.enter(id, device(id), "10.0.0.2"));
}

}  // namespace waiting_room_test
