// The doors of a card's number, and tablets that wait to be placed.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "base/limits.h"
#include "host/host.h"
#include "host/intake.h"
#include "host/waiting_room.h"
#include "room.h"

namespace ways_in_test {

using namespace tablee;
using host_test::count;
using host_test::hello;
using host_test::Room;

namespace {

const std::string tablet = "00000000000000aa";
const std::string other_tablet = "00000000000000bb";
const std::string welcomed = R"("type":"welcome")";
const std::string closed_door = R"("code":"wrong_state","field":"credential")";

std::string four_digits(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return "door:" + std::string(4 - digits.size(), '0') + digits;
}

// Expected people, not arrived; returns their credentials at the door of four digits.
std::vector<std::string> expect_people(Room& room, host::ConnectionId console, std::uint64_t number, int many) {
  std::string list;
  for (int i = 0; i < many; ++i) {
    list += std::string(i == 0 ? "" : ",") + R"({"name":"Ann"})";
  }
  room.command(console, number, "add_people", R"({"people":[)" + list + "]}");
  room.end_turn(console);
  std::vector<std::string> doors;
  for (const auto& [id, card] : room.host->state().cards) {
    REQUIRE(card.door_number);
    doors.push_back(four_digits(*card.door_number));
  }
  return doors;
}

// A number that no card has.
std::string no_door(const Room& room) {
  std::int64_t number = 1;
  const auto taken = [&](std::int64_t wanted) {
    for (const auto& [id, card] : room.host->state().cards) {
      if (card.door_number == wanted) {
        return true;
      }
    }
    return false;
  };
  while (taken(number)) {
    ++number;
  }
  return four_digits(number);
}

std::string assign(const std::string& device, const std::string& whom) {
  return R"({"type":"assign","device":")" + device + R"(",)" + whom + "}";
}

host::ConnectionId waiting_tablet(Room& room, const std::string& device, const std::string& address = "10.0.0.9") {
  const auto id = room.connect(address);
  room.hear(id, hello("participant", "waiting", device));
  return id;
}

}  // namespace

TEST_CASE("[access J1] the number of a card opens it until its person has arrived, then kindly no more") {
  Room room;
  const auto console = room.console();
  const auto doors = expect_people(room, console, 1, 1);
  const auto first = room.connect();
  room.hear(first, hello("participant", doors[0], tablet));
  const auto heard = room.end_turn(first);
  CHECK(count(heard, welcomed) == 1);
  CHECK(count(heard, R"("person":1)") >= 1);
  CHECK(room.host->state().people.at(PersonId{1}).arrived_at != 0);

  const auto second = room.connect();
  room.hear(second, hello("participant", doors[0], other_tablet));
  CHECK(count(room.end_turn(second), closed_door) == 1);
  // Its code goes on opening it, and the second try is still possible on this connection.
  room.hear(second, hello("participant", room.host->state().cards.at(PersonId{1}).code, other_tablet));
  CHECK(count(room.end_turn(second), welcomed) == 1);
}

TEST_CASE("[access J1] a tablet whose welcome was lost comes in again by the number; once heard from, no more") {
  Room room;
  const auto console = room.console();
  const auto doors = expect_people(room, console, 1, 1);
  for (int i = 0; i < 2; ++i) {
    const auto again = room.connect();
    room.hear(again, hello("participant", doors[0], tablet));
    CHECK(count(room.end_turn(again), welcomed) == 1);
    if (i == 1) {
      room.hear(again, R"({"type":"clock","sent_ms":1})");
    }
    room.host->disconnect(again, room.now);
  }
  const auto late = room.connect();
  room.hear(late, hello("participant", doors[0], tablet));
  CHECK(count(room.end_turn(late), closed_door) == 1);
}

TEST_CASE("[access J1] the number opens no seat but its person's") {
  Room room;
  const auto console = room.console();
  const auto doors = expect_people(room, console, 1, 1);
  for (const char* role : {"table", "facilitator", "expert", "captioner", "companion"}) {
    const auto id = room.connect();
    room.hear(id, hello(role, doors[0], tablet));
    CHECK(count(room.end_turn(id), R"("code":"bad_credential")") == 1);
  }
}

TEST_CASE("[access J3] wrong numbers count against the address with wrong codes, and lock nobody") {
  Room room;
  const auto console = room.console();
  const auto doors = expect_people(room, console, 1, 2);
  const std::string wrong = no_door(room);
  const auto one_try = [&](const std::string& credential, const char* address, const std::string& device = tablet) {
    const auto id = room.connect(address);
    room.hear(id, hello("participant", credential, device));
    const auto heard = room.end_turn(id);
    room.host->disconnect(id, room.now);
    return heard;
  };
  // What cannot be a number teaches nothing and costs nothing.
  for (const char* slip : {"door:", "door:12", "door:0000", "door:1729", "door:00417", "door:041x", "door:-417"}) {
    CHECK(count(one_try(slip, "10.0.0.7"), R"("code":"bad_credential")") == 1);
  }
  for (std::int64_t i = 0; i < limits::code_failures_burst; ++i) {
    REQUIRE(count(one_try(i % 2 == 0 ? wrong : "ACDEFGHJ", "10.0.0.7"), R"("code":"bad_credential")") == 1);
  }
  CHECK(count(one_try(doors[0], "10.0.0.7"), R"("retry_ms":)") == 1);
  CHECK(count(one_try(doors[0], "10.0.0.8"), welcomed) == 1);
  room.now += limits::code_failure_refill_ms;
  CHECK(count(one_try(doors[1], "10.0.0.7"), welcomed) == 1);
  // A door closed behind somebody costs as a wrong number does: it tells that there is such a card.
  for (std::int64_t i = 0; i < limits::code_failures_burst; ++i) {
    REQUIRE(count(one_try(doors[0], "10.0.0.6", other_tablet), R"("code":"wrong_state")") == 1);
  }
  CHECK(count(one_try(doors[0], "10.0.0.6", other_tablet), R"("code":"rate_limited")") == 1);
}

TEST_CASE("[access J1] numbers differ, hold three different pictures, and a new card has a new number") {
  Room room;
  const auto console = room.console();
  expect_people(room, console, 1, 500);
  expect_people(room, console, 2, 500);
  std::set<std::int64_t> numbers;
  int twice = 0;
  for (const auto& [id, card] : room.host->state().cards) {
    const std::int64_t pictures = *card.door_number - 1;
    CHECK(pictures >= 0);
    CHECK(pictures < limits::door_number_max);
    numbers.insert(pictures);
    twice +=
        pictures / 144 == pictures / 12 % 12 || pictures / 12 % 12 == pictures % 12 || pictures / 144 == pictures % 12;
  }
  CHECK(numbers.size() == 1000);
  CHECK(twice == 0);
  const std::int64_t old = *room.host->state().cards.at(PersonId{1}).door_number;
  room.command(console, 3, "replace_card", R"({"person":1})");
  room.end_turn(console);
  CHECK(room.host->state().cards.at(PersonId{1}).door_number != old);
  const auto id = room.connect();
  room.hear(id, hello("participant", four_digits(old), tablet));
  CHECK(count(room.end_turn(id), R"("code":"bad_credential")") == 1);
}

TEST_CASE("[access J1] past every number, cards have none and the other doors stay") {
  Room room;
  const auto console = room.console();
  std::string list;
  for (int i = 0; i < 500; ++i) {
    list += std::string(i == 0 ? "" : ",") + R"({"name":""})";
  }
  for (std::uint64_t number = 1; number <= 4; ++number) {
    room.command(console, number, "add_people", R"({"people":[)" + list + "]}");
    room.end_turn(console);
    room.now += 1000;
  }
  const auto& cards = room.host->state().cards;
  REQUIRE(cards.size() == 2000);
  CHECK(std::count_if(cards.begin(), cards.end(),
                      [](const auto& each) { return each.second.door_number.has_value(); }) == 12 * 11 * 10);
  CHECK_FALSE(cards.rbegin()->second.code.empty());
}

TEST_CASE("the facilitator sees which doors are open, and nobody else does") {
  Room room;
  const auto console = room.console();
  const auto doors = expect_people(room, console, 1, 2);
  room.now += 1000;
  room.host->tick(room.now);
  const auto number = [&](std::uint32_t person) {
    return std::to_string(*room.host->state().cards.at(PersonId{person}).door_number);
  };
  room.end_turn(console);
  const auto ann = room.connect();
  room.hear(ann, hello("participant", doors[0], tablet));
  CHECK(count(room.end_turn(ann), "presence") == 0);
  room.now += 1000;
  room.host->tick(room.now);
  const auto heard = room.end_turn(console);
  CHECK(count(heard, R"("doors":[{"person":2,"number":)" + number(2) + "}]") == 1);
  CHECK(room.host->sections_are_fresh());
}

TEST_CASE("[access J1] a tablet waits as long as it takes, is told its name, beats and keeps both over a reload") {
  Room room;
  const auto console = room.console();
  const auto waiting = waiting_tablet(room, tablet);
  CHECK(count(room.end_turn(waiting), R"({"type":"waiting","picture":1,"number":1})") == 1);
  room.now += limits::hello_timeout_ms * 100;
  room.host->tick(room.now);
  CHECK(count(room.end_turn(waiting), R"("type":"beat")") == 1);
  CHECK(room.last_turn.closing.empty());
  CHECK(count(room.waiting(console), R"("waiting":[{"device":"00000000000000aa","picture":1,"number":1}])") == 1);
  waiting_tablet(room, other_tablet);
  room.host->disconnect(waiting, room.now);
  const auto again = waiting_tablet(room, tablet);
  CHECK(count(room.end_turn(again), R"({"type":"waiting","picture":1,"number":1})") == 1);
}

TEST_CASE("[access J1] who waits sees nothing of the room and may say nothing but hello") {
  Room room;
  const auto console = room.console();
  expect_people(room, console, 1, 1);
  const auto waiting = waiting_tablet(room, tablet);
  CHECK(count(room.end_turn(waiting), R"("type":"section")") == 0);
  // It may come in by another door instead.
  room.hear(waiting, hello("participant", "ACDEFGHJ", tablet));
  CHECK(count(room.end_turn(waiting), R"("code":"bad_credential")") == 1);
  room.hear(waiting, hello("participant", room.host->state().cards.at(PersonId{1}).code, tablet));
  CHECK(count(room.end_turn(waiting), welcomed) == 1);
  const auto rude = waiting_tablet(room, other_tablet);
  room.hear(rude, R"({"type":"clock","sent_ms":1})");
  room.end_turn(rude);
  REQUIRE(room.last_turn.closing.size() == 1);
  CHECK(room.last_turn.closing[0].code == wire::CloseCode::hello_expected);
}

TEST_CASE("[access J1] the facilitator places a tablet as somebody expected, or as somebody new at a table") {
  Room room;
  const auto console = room.console();
  expect_people(room, console, 1, 1);
  room.command(console, 2, "add_table", R"({"title":""})");
  const auto first = waiting_tablet(room, tablet);
  const auto second = waiting_tablet(room, other_tablet);
  room.end_turn(first);
  room.waiting(second);
  room.hear(console, assign(tablet, R"("person":1)"));
  room.hear(console, assign(other_tablet, R"("table":1)"));
  room.now += 1000;
  const auto heard = room.end_turn(first);
  CHECK(count(heard, R"("role":"participant","person":1,"token":")" + room.host->state().cards.at(PersonId{1}).token) ==
        1);
  CHECK(count(heard, R"("name":"me")") == 1);
  CHECK(count(room.waiting(second), R"("role":"participant","person":2)") == 1);
  CHECK(room.host->state().people.at(PersonId{2}).table == TableId{1});
  CHECK(room.host->state().people.at(PersonId{1}).arrived_at != 0);
  CHECK(count(room.waiting(console), R"("waiting":[])") == 1);
  // From now on it is a seat like any other.
  room.command(first, 1, "send_signal", R"({"kind":"pause","anonymous":false})");
  CHECK(count(room.end_turn(first), R"("type":"ack","number":1)") == 1);
}

TEST_CASE("[access J1] only the facilitator places tablets, and only such as wait, as people who are expected") {
  Room room;
  const auto console = room.console();
  const auto ann = room.person("00000000000000a1");
  const auto waiting = waiting_tablet(room, tablet);
  room.end_turn(waiting);
  room.hear(ann, assign(tablet, R"("person":1)"));
  CHECK(count(room.end_turn(ann), R"("code":"not_allowed")") == 1);
  const auto refused = [&](const std::string& frame, const std::string& why) {
    room.hear(console, frame);
    CHECK(count(room.end_turn(console), why) == 1);
  };
  refused(assign(other_tablet, R"("person":1)"), R"("code":"not_found","field":"device")");
  refused(assign(tablet, R"("person":9)"), R"("code":"not_found","field":"person")");
  refused(assign(tablet, R"("table":9)"), R"("code":"not_found")");
  refused(assign(tablet, R"("device2":9)"), R"("code":"unknown_field")");
  room.command(console, 1, "set_gone", R"({"person":1,"gone":true})");
  refused(assign(tablet, R"("person":1)"), R"("code":"not_found","field":"person")");
  CHECK(room.waiting(waiting).empty());
}

}  // namespace ways_in_test
