#include "core/speaking_order.h"

#include "unit/core/world.h"

namespace speaking_order_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

std::vector<std::uint32_t> numbers(const std::vector<HandId>& hands) {
  std::vector<std::uint32_t> out;
  for (const HandId hand : hands) {
    out.push_back(hand.value);
  }
  return out;
}

std::vector<std::uint32_t> queue_of(const Room& room) {
  std::vector<std::uint32_t> out;
  for (const Hand* hand : speaking_queue(room.state)) {
    out.push_back(hand->id.value);
  }
  return out;
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("each rule of the proposed order decides when those before it do not") {
  const Wish oldest{HandId{1}, false, true, 0, 0};
  const Wish spoke_much{HandId{2}, false, false, 90, 0};
  const Wish of_a_loud_table{HandId{3}, false, false, 20, 300};
  const Wish of_a_quiet_table{HandId{4}, false, false, 20, 10};
  const Wish same_but_younger{HandId{5}, false, false, 20, 10};
  const Wish point_of_order{HandId{6}, true, true, 900, 900};
  const Wish younger_point{HandId{7}, true, false, 0, 0};
  CHECK(numbers(proposed_order({oldest, spoke_much, of_a_loud_table, same_but_younger, of_a_quiet_table, younger_point,
                                point_of_order})) == Numbers{6, 7, 4, 5, 3, 2, 1});
  CHECK(proposed_order({}).empty());
}

TEST_CASE("whoever has not spoken goes before whoever has, then the shorter speaker") {
  Room room{speaking_scenario()};
  const PersonId ada = room.arrive();
  const PersonId bob = room.arrive();
  const PersonId cleo = room.arrive();
  room.start("debate");
  room.must(facilitator(), GiveFloor{ada});
  room.later(40'000);
  room.must(facilitator(), GiveFloor{bob});
  room.later(20'000);
  room.must(facilitator(), EndSpeech{});
  for (const PersonId id : {ada, bob, cleo}) {
    room.must(person(id), RaiseHand{"debate", false});
  }
  CHECK(queue_of(room) == Numbers{3, 2, 1});
}

TEST_CASE("people of the table that spoke least in plenary go first") {
  Room room{speaking_scenario()};
  const TableId loud = room.add_table();
  const TableId quiet = room.add_table();
  const PersonId ada = room.arrive(loud);
  const PersonId bob = room.arrive(loud);
  const PersonId cleo = room.arrive(quiet);
  room.start("debate");
  room.must(facilitator(), GiveFloor{ada});
  room.later(40'000);
  room.must(facilitator(), EndSpeech{});
  room.must(person(bob), RaiseHand{"debate", false});
  room.must(person(cleo), RaiseHand{"debate", false});
  CHECK(queue_of(room) == Numbers{2, 1});
}

TEST_CASE("the lead's order stays, new points of order come first and other new hands last") {
  Room room{speaking_scenario()};
  const PersonId ada = room.arrive();
  const PersonId bob = room.arrive();
  const PersonId cleo = room.arrive();
  room.start("debate");
  room.must(person(ada), RaiseHand{"debate", false});
  room.must(person(bob), RaiseHand{"debate", false});
  room.must(facilitator(), MoveHand{HandId{2}, 1});
  CHECK(queue_of(room) == Numbers{2, 1});
  room.must(person(cleo), RaiseHand{"debate", false});
  room.must(person(ada), RaiseHand{"debate", true});
  CHECK(queue_of(room) == Numbers{4, 2, 1, 3});
  room.must(facilitator(), ProposeOrder{});
  CHECK(queue_of(room) == Numbers{4, 1, 2, 3});
  CHECK(room.must(facilitator(), ProposeOrder{}).events.empty());
}

TEST_CASE("no step, no queue") {
  Room room{speaking_scenario()};
  CHECK(queue_of(room).empty());
  const PersonId ada = room.arrive();
  room.start("debate");
  room.must(person(ada), RaiseHand{"debate", false});
  room.must(facilitator(), EndStep{"debate"});
  CHECK(queue_of(room).empty());
  room.must(facilitator(), UndoTransition{});
  CHECK(queue_of(room) == Numbers{1});
}

}  // namespace speaking_order_test
