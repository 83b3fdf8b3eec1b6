#include "host/outbox.h"

#include <doctest/doctest.h>

#include <memory>

#include "base/limits.h"

namespace outbox_test {

using tablee::host::beat_slot;
using tablee::host::Outbox;
using tablee::host::SharedFrame;

namespace {

SharedFrame frame(const char* text) {
  return std::make_shared<const std::string>(text);
}

std::string take(Outbox& outbox) {
  const SharedFrame taken = outbox.take();
  return taken == nullptr ? "nothing" : *taken;
}

}  // namespace

TEST_CASE("the welcome leaves first, then sections in their order, then replies in theirs") {
  Outbox outbox;
  CHECK(outbox.push_reply(frame("first reply")));
  outbox.put(beat_slot, frame("beat"));
  outbox.put(3, frame("section 3"));
  CHECK(outbox.push_reply(frame("second reply")));
  outbox.put(0, frame("section 0"));
  outbox.set_welcome(frame("welcome"));
  for (const char* expected : {"welcome", "section 0", "section 3", "beat", "first reply", "second reply", "nothing"}) {
    CHECK(take(outbox) == expected);
  }
}

TEST_CASE("only the newest frame of a slot waits, and it is let go when taken") {
  Outbox outbox;
  const SharedFrame old = frame("old");
  const SharedFrame newest = frame("new");
  outbox.put(2, old);
  outbox.put(2, newest);
  CHECK(old.use_count() == 1);
  CHECK(take(outbox) == "new");
  CHECK(outbox.empty());
  CHECK(newest.use_count() == 1);
}

TEST_CASE("replies wait up to their bound and not one more") {
  Outbox outbox;
  for (std::int64_t i = 0; i < tablee::limits::replies_pending_max; ++i) {
    CHECK(outbox.push_reply(frame("reply")));
  }
  CHECK_FALSE(outbox.push_reply(frame("one too many")));
  CHECK(take(outbox) == "reply");
  CHECK(outbox.push_reply(frame("last")));
  CHECK_FALSE(outbox.push_reply(frame("one too many")));
}

TEST_CASE("a reader that is always one behind neither loses nor repeats a reply") {
  Outbox outbox;
  CHECK(outbox.push_reply(frame("0")));
  for (int i = 1; i < 1000; ++i) {
    CHECK(outbox.push_reply(frame(std::to_string(i).c_str())));
    CHECK(take(outbox) == std::to_string(i - 1));
  }
  CHECK(take(outbox) == "999");
  CHECK(outbox.empty());
}

}  // namespace outbox_test
