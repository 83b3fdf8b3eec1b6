// What is said in the room, typed by a captioner.
#include <doctest/doctest.h>

#include "core/view.h"
#include "unit/core/world.h"

namespace captions_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

TEST_CASE("[access H1] a line is shown with who speaks, and the newest lines are kept on screens") {
  Room room;
  CHECK(view_captions(room.state).lines.empty());
  for (int i = 1; i <= 25; ++i) {
    room.must(captioner(), WriteCaption{"  Léa ", "line " + std::to_string(i)});
  }
  const CaptionsView view = view_captions(room.state);
  CHECK(view.first == 5);
  REQUIRE(view.lines.size() == 20);
  CHECK(view.lines.front().text == "line 6");
  CHECK(view.lines.back().text == "line 25");
  CHECK(view.lines.back().speaker == "Léa");
  CHECK(view.lines.back().at_ms == room.now);
}

TEST_CASE("[access H1] a line is mended, or taken away, and keeps its place") {
  Room room;
  room.must(captioner(), WriteCaption{"", "helo"});
  room.must(captioner(), WriteCaption{"", "world"});
  room.must(captioner(), MendCaption{CaptionId{1}, "hello"});
  CHECK(view_captions(room.state).lines[0].text == "hello");
  CHECK(room.must(captioner(), MendCaption{CaptionId{1}, "hello"}).events.empty());
  room.must(captioner(), MendCaption{CaptionId{1}, ""});
  CHECK(view_captions(room.state).lines[0].text.empty());
  CHECK(view_captions(room.state).lines[1].text == "world");
  CHECK(refusal_of(room, captioner(), MendCaption{CaptionId{9}, "x"}).code == Code::not_found);
}

TEST_CASE("nothing is typed after the avis is sealed") {
  Room room;
  room.arrive(room.add_table());
  CHECK(refusal_of(room, captioner(), WriteCaption{"", " \n "}).code == Code::out_of_range);
  room.must(captioner(), WriteCaption{"", "before"});
  room.start("hand_over");
  REQUIRE(room.state.sealed_at != 0);
  CHECK(refusal_of(room, captioner(), WriteCaption{"", "after"}).code == Code::wrong_state);
  CHECK(refusal_of(room, captioner(), MendCaption{CaptionId{1}, "after"}).code == Code::wrong_state);
}

}  // namespace captions_test
