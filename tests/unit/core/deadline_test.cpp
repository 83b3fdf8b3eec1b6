#include "core/deadline.h"

#include "unit/core/world.h"

namespace deadline_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

TEST_CASE("the next deadline is the end of the running step, and nothing else") {
  Room room;
  CHECK(next_deadline(room.state) == 0);
  room.start("welcome");
  CHECK(next_deadline(room.state) == 0);
  room.start("break");
  const TimeMs end = room.now + 15 * minute_ms;
  CHECK(next_deadline(room.state) == end);
  room.must(facilitator(), PauseRoom{});
  CHECK(next_deadline(room.state) == 0);
  room.must(facilitator(), ResumeRoom{});
  CHECK(next_deadline(room.state) == end);
}

TEST_CASE("a tick at the deadline moves it, a tick before says nothing") {
  Room room;
  room.start("break");
  Envelope envelope = room.envelope(Subject{}, 0);
  envelope.now = next_deadline(room.state) - 1;
  CHECK(decide_tick(room.state, envelope).events.empty());
  envelope.now += 1;
  CHECK(count_of<StepTimeUp>(decide_tick(room.state, envelope)) == 1);
  room.later(15 * minute_ms);
  CHECK(next_deadline(room.state) == 0);
  room.must(facilitator(), ExtendStep{"break", 1});
  CHECK(next_deadline(room.state) == room.now + minute_ms);
  room.must(facilitator(), EndStep{"break"});
  CHECK(next_deadline(room.state) == 0);
}

}  // namespace deadline_test
