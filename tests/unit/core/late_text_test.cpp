#include "core/late_text.h"

#include <doctest/doctest.h>

#include "base/limits.h"
#include "text/document.h"
#include "text/read.h"
#include "unit/core/writing_world.h"

namespace late_text_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

const ReceivedId one{1};

// Anna's tablet wrote « Bancs » in the title, then lost the line, and with it « larges ».
struct LateRoom : WritingRoom {
  LateRoom() {
    client = number(person(anna));
    REQUIRE(write(person(anna), written("Bancs", client, "title")).has_value());
    tablet = article().text;
    type(" larges");
    late = tablet.take_changes();
  }

  void type(const std::string& words) {
    REQUIRE(tablet.insert("title", text::length_of(tablet, "title"), words, client).has_value());
  }
  void end() { must(facilitator(), EndStep{"draft"}); }
  void end_and_freeze() {
    end();
    later(limits::text_grace_ms);
  }
  const Article& article() const { return state.articles.at(first); }
  std::string title() const { return words("title"); }
  std::string submitted_title() const { return article().texts.front().text; }

  std::uint64_t client = 0;
  text::Document tablet;
  std::string late;
};

}  // namespace

TEST_CASE("words that are on their way when the step ends are in what is handed in") {
  LateRoom room;
  room.end();
  CHECK(room.submitted_title() == "Bancs");
  CHECK(room.article().freezes_at == room.now + limits::text_grace_ms);
  CHECK(next_deadline(room.state) == room.article().freezes_at);
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  room.later(limits::text_grace_ms);
  CHECK(room.article().freezes_at == 0);
  CHECK(room.title() == "Bancs larges");
  CHECK(room.submitted_title() == "Bancs larges");
}

TEST_CASE("words that come later are kept beside the text, once") {
  LateRoom room;
  room.end_and_freeze();
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  const auto again = room.write(person(room.anna), room.late);
  REQUIRE(again.has_value());
  CHECK(again->events.empty());
  CHECK(room.title() == "Bancs");
  CHECK(room.submitted_title() == "Bancs");
  room.type(" et larges");
  REQUIRE(room.write(person(room.anna), room.tablet.take_changes()).has_value());
  const auto views = view_received(room.state, room.article());
  REQUIRE(views.size() == 1);
  REQUIRE(views[0].words.size() == 1);
  CHECK(views[0].words[0].field_id == "title");
  CHECK(views[0].words[0].added == std::vector<std::string>{" larges et larges"});
  CHECK(views[0].words[0].removed.empty());
  CHECK(room.refused(person(room.bilal), written("x", 77)) == Code::not_allowed);
}

TEST_CASE("what goes is told as well as what comes") {
  LateRoom room;
  room.end_and_freeze();
  REQUIRE(room.tablet.erase("title", 0, 2).has_value());
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  REQUIRE(room.write(person(room.anna), room.tablet.take_changes()).has_value());
  const auto views = view_received(room.state, room.article());
  REQUIRE(views.size() == 1);
  CHECK(views[0].words[0].added == std::vector<std::string>{" larges"});
  CHECK(views[0].words[0].removed == std::vector<std::string>{"Ba"});
}

TEST_CASE("the table joins them, and the article is submitted again") {
  LateRoom room;
  room.end_and_freeze();
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  CHECK(room.say(person(room.bilal), JoinReceived{first, one}).error().code == Code::not_allowed);
  room.must(screen(room.north), JoinReceived{first, one});
  CHECK(room.title() == "Bancs larges");
  CHECK(room.submitted_title() == "Bancs larges");
  CHECK(room.article().received.empty());
  CHECK(room.say(facilitator(), JoinReceived{first, one}).error().code == Code::not_found);
  // What comes next from the same tablet has another number.
  room.type("!");
  REQUIRE(room.write(person(room.anna), room.tablet.take_changes()).has_value());
  CHECK(room.article().received.front().id == ReceivedId{2});
}

TEST_CASE("the facilitator leaves them, and may think again") {
  LateRoom room;
  room.end_and_freeze();
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  room.must(facilitator(), LeaveReceived{first, one, true});
  CHECK(view_received(room.state, room.article())[0].left);
  room.must(facilitator(), LeaveReceived{first, one, false});
  room.must(facilitator(), LeaveReceived{first, one, true});
  room.must(facilitator(), JoinReceived{first, one});
  CHECK(room.title() == "Bancs larges");
}

TEST_CASE("nothing is joined to what was voted on") {
  LateRoom room;
  room.end_and_freeze();
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  room.start("vote");
  room.must(facilitator(), OpenPoll{PollId{2}});
  CHECK(room.say(facilitator(), JoinReceived{first, one}).error().code == Code::wrong_state);
  CHECK(room.say(facilitator(), LeaveReceived{first, one, true}).error().code == Code::wrong_state);
  CHECK(room.title() == "Bancs");
}

TEST_CASE("a vote that opens at once freezes its article with the last words") {
  LateRoom room;
  room.start("vote");
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  room.must(facilitator(), OpenPoll{PollId{2}});
  CHECK(room.article().freezes_at == 0);
  CHECK(room.submitted_title() == "Bancs larges");
}

TEST_CASE("the end of the weekend freezes what is written at once") {
  LateRoom room;
  room.start("hand_over");
  CHECK(room.article().freezes_at == 0);
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  CHECK(room.title() == "Bancs");
  CHECK(room.say(facilitator(), JoinReceived{first, one}).error().code == Code::wrong_state);
}

TEST_CASE("an end that is taken back lets everybody write on") {
  LateRoom room;
  room.end();
  room.must(facilitator(), UndoTransition{});
  CHECK(room.article().freezes_at == 0);
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  CHECK(room.title() == "Bancs larges");
}

TEST_CASE("in a step that is taken up again, waiting words come in with the next ones") {
  LateRoom room;
  room.end_and_freeze();
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  room.start("draft");
  room.type("!");
  REQUIRE(room.write(person(room.anna), room.tablet.take_changes()).has_value());
  CHECK(room.title() == "Bancs larges!");
  CHECK(room.article().received.empty());
}

TEST_CASE("words that were left stay outside when their writer goes on from them") {
  LateRoom room;
  room.end_and_freeze();
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  room.must(facilitator(), LeaveReceived{first, one, true});
  room.start("draft");
  room.type("!");
  REQUIRE(room.write(person(room.anna), room.tablet.take_changes()).has_value());
  CHECK(room.title() == "Bancs!");
  // The tablet is told: its text is the same again.
  REQUIRE(room.tablet.apply(room.article().text.missing_from(text::states_of(room.tablet))).has_value());
  CHECK(text::text_of(room.tablet, "title") == "Bancs!");
}

TEST_CASE("what may be kept beside a text is bounded") {
  LateRoom room;
  room.end_and_freeze();
  REQUIRE(room.write(person(room.anna), room.late).has_value());
  for (std::int64_t i = 1; i < limits::received_updates_max; ++i) {
    room.type("x");
    REQUIRE(room.write(person(room.anna), room.tablet.take_changes()).has_value());
  }
  room.type("x");
  CHECK(room.refused(person(room.anna), room.tablet.take_changes()) == Code::too_many);
  CHECK(room.refused(person(room.anna), "\x01\x01") == Code::malformed);
}

}  // namespace late_text_test
