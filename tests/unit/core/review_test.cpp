#include "core/review.h"

#include "unit/core/review_world.h"

namespace review_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

using Pairs = std::vector<Reading>;

const Step& step_of(const Room& room, const std::string& id) {
  return *find_step(room.state.scenario, id);
}

}  // namespace

TEST_CASE("a table reads the one as many places further as the shift of the turn says") {
  Readers room;
  const Step& review = step_of(room, "review");
  CHECK(readings_for(room.state, review, 0) ==
        Pairs{{room.north, room.south}, {room.south, room.west}, {room.west, room.north}});
  CHECK(readings_for(room.state, review, 1) ==
        Pairs{{room.north, room.west}, {room.south, room.north}, {room.west, room.south}});
  CHECK(readings_for(room.state, review, 2) == readings_for(room.state, review, 0));
}

TEST_CASE("no table reads its own texts, unless it is alone") {
  Room room(scenario_with_reviews());
  const Step& review = step_of(room, "review");
  CHECK(readings_for(room.state, review, 0).empty());
  const TableId one = room.add_table();
  CHECK(readings_for(room.state, review, 0) == Pairs{{one, one}});
  const TableId two = room.add_table();
  // Two further of two is oneself: one further instead.
  CHECK(readings_for(room.state, review, 1) == Pairs{{one, two}, {two, one}});
}

TEST_CASE("removed tables neither read nor are read") {
  Readers room;
  const auto before = readings_for(room.state, step_of(room, "review"), 0);
  const TableId spare = room.add_table("Spare");
  CHECK(readings_for(room.state, step_of(room, "review"), 0).back() == Reading{spare, room.north});
  room.must(facilitator(), RemoveTable{spare});
  CHECK(readings_for(room.state, step_of(room, "review"), 0) == before);
}

TEST_CASE("without rotation every table reads the others, and clusters are everybody's") {
  Readers room;
  const Step& check = step_of(room, "check");
  CHECK(readings_for(room.state, check, 0).empty());
  const Commented bench{{}, IdeaId{1}, {}};
  const Commented places{{}, {}, ClusterId{1}};
  CHECK_FALSE(receives(room.state, check, 0, room.north, bench));
  CHECK(receives(room.state, check, 0, room.south, bench));
  CHECK(receives(room.state, check, 0, room.north, places));
  CHECK_FALSE(receives(room.state, check, 0, room.south, Commented{ArticleId{1}, {}, {}}));
  CHECK(texts_received(room.state, check, 0, room.west).size() == 3);
  CHECK(texts_received(room.state, check, 0, room.north).size() == 2);
}

TEST_CASE("ideas set aside and clusters merged away are not read again") {
  Readers room;
  const Step& check = step_of(room, "check");
  room.must(facilitator(), SetAsideIdea{IdeaId{2}, "off the question"});
  CHECK_FALSE(receives(room.state, check, 0, room.north, Commented{{}, IdeaId{2}, {}}));
  const ClusterId other = room.add_cluster("Other");
  room.must(facilitator(), MergeClusters{ClusterId{1}, other});
  CHECK_FALSE(receives(room.state, check, 0, room.north, Commented{{}, {}, ClusterId{1}}));
}

TEST_CASE("an article still being written is read by nobody") {
  Readers room;
  CHECK(receives(room.state, step_of(room, "review"), 0, room.north, Commented{ArticleId{2}, {}, {}}));
  room.start("rewrite");
  CHECK_FALSE(receives(room.state, step_of(room, "review"), 0, room.north, Commented{ArticleId{2}, {}, {}}));
}

}  // namespace review_test
