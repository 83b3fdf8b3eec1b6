#include "core/writing.h"

#include <doctest/doctest.h>

#include "base/base64.h"
#include "base/limits.h"
#include "text/document.h"
#include "text/read.h"
#include "unit/core/writing_world.h"

namespace decide_writing_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

TEST_CASE("each page is given a client id of its own") {
  WritingRoom room;
  const auto one = room.number(person(room.anna));
  const auto two = room.number(person(room.anna));
  const auto three = room.number(screen(room.north));
  CHECK(one != two);
  CHECK(two != three);
  CHECK(decide_text(room.state, room.envelope(person(room.bilal), 0), NumberWriter{first}).error().code ==
        Code::not_allowed);
  CHECK(decide_text(room.state, room.envelope(person(room.anna), 0), NumberWriter{ArticleId{9}}).error().code ==
        Code::not_found);
}

TEST_CASE("client ids of one writer are bounded") {
  WritingRoom room;
  for (std::int64_t i = 0; i < limits::own_writers_max; ++i) {
    room.number(person(room.anna));
  }
  CHECK(decide_text(room.state, room.envelope(person(room.anna), 0), NumberWriter{first}).error().code ==
        Code::too_many);
  CHECK(room.number(person(room.cleo)) > 0);
  CHECK(room.refused(person(room.anna), written("x", 700'000)) == Code::too_many);
}

TEST_CASE("what a table writes is in its text, and the same update again changes nothing") {
  WritingRoom room;
  const std::string update = written("Des bancs, à l’été 😀", room.number(person(room.anna)));
  REQUIRE(room.write(person(room.anna), update).has_value());
  CHECK(room.words() == "Des bancs, à l’été 😀");
  const auto again = room.write(person(room.cleo), update);
  REQUIRE(again.has_value());
  CHECK(again->events.empty());
  CHECK(characters_of(room.state, room.state.articles.at(first)) == 20);
}

TEST_CASE("nobody writes under the client id of somebody else, all may delete") {
  WritingRoom room;
  const auto annas = room.number(person(room.anna));
  CHECK(room.refused(person(room.cleo), written("x", annas)) == Code::not_allowed);
  REQUIRE(room.write(person(room.anna), written("abc", annas)).has_value());
  // A program that draws its own id has it from then on.
  REQUIRE(room.write(person(room.cleo), written("y", 123'456'789)).has_value());
  CHECK(room.refused(person(room.anna), written("yz", 123'456'789)) == Code::not_allowed);
  text::Document copy = room.state.articles.at(first).text;
  REQUIRE(copy.erase("problem", 0, text::length_of(copy, "problem")).has_value());
  REQUIRE(room.write(person(room.cleo), copy.take_changes()).has_value());
  CHECK(room.words().empty());
}

TEST_CASE("only plain text in the fields of the frame is taken") {
  WritingRoom room;
  const auto client = room.number(person(room.anna));
  CHECK(room.refused(person(room.anna), written("x", client, "elsewhere")) == Code::unsupported);
  // An array [1] under the root "problem"; a letter of the root "problem" under the key "k"; a format.
  const std::string of_client(1, static_cast<char>(client));
  const std::string header = std::string("\x01\x01", 2) + of_client + std::string("\x00", 1);
  CHECK(room.refused(person(room.anna), header + std::string("\x08\x01\x07problem\x01\x7d\x01\x00", 14)) ==
        Code::unsupported);
  CHECK(room.refused(person(room.anna), header + std::string("\x24\x01\x07problem\x01k\x01x\x00", 15)) ==
        Code::unsupported);
  CHECK(room.refused(person(room.anna), header + std::string("\x06\x01\x07problem\x01"
                                                             "b"
                                                             "\x04"
                                                             "true\x00",
                                                             18)) == Code::unsupported);
  CHECK(room.refused(person(room.anna), "\x01\x01") == Code::malformed);
  CHECK(room.words().empty());
}

TEST_CASE("what goes on from letters that have not come is refused whole") {
  WritingRoom room;
  const auto client = room.number(person(room.anna));
  text::Document page;
  REQUIRE(page.insert("problem", 0, "one ", client).has_value());
  const std::string lost = page.take_changes();
  REQUIRE(page.insert("problem", 4, "two", client).has_value());
  const std::string later = page.take_changes();
  CHECK(room.refused(person(room.anna), later) == Code::conflict);
  CHECK(room.words().empty());
  REQUIRE(room.write(person(room.anna), lost).has_value());
  REQUIRE(room.write(person(room.anna), later).has_value());
  CHECK(room.words() == "one two");
}

TEST_CASE("one update, and one article, are bounded") {
  WritingRoom room;
  const auto client = room.number(person(room.anna));
  const std::string most(static_cast<std::size_t>(limits::update_units_max), 'x');
  CHECK(room.refused(person(room.anna), written(most + "x", client)) == Code::too_many);
  text::Document page;
  while (static_cast<std::int64_t>(text::length_of(room.state.articles.at(first).text, "problem")) <=
         limits::article_units_max) {
    REQUIRE(page.insert("problem", 0, most, client).has_value());
    REQUIRE(room.write(person(room.anna), page.take_changes()).has_value());
  }
  REQUIRE(page.insert("problem", 0, "x", client).has_value());
  CHECK(room.refused(person(room.anna), page.take_changes()) == Code::too_long);
}

TEST_CASE("once a text is handed in, what is on its way is taken, and then no more") {
  WritingRoom room;
  const auto client = room.number(person(room.anna));
  REQUIRE(room.write(person(room.anna), written("Bancs", client, "title")).has_value());
  room.must(facilitator(), EndStep{"draft"});
  text::Document page = room.state.articles.at(first).text;
  REQUIRE(page.insert("title", 0, "Trop tard ", client).has_value());
  const std::string in_time = page.take_changes();
  REQUIRE(page.insert("title", 0, "bien ", client).has_value());
  const std::string late = page.take_changes();
  REQUIRE(room.write(person(room.anna), in_time).has_value());
  CHECK(room.words("title") == "Trop tard Bancs");
  room.later(limits::text_grace_ms);
  REQUIRE(room.write(person(room.anna), late).has_value());
  CHECK(room.words("title") == "Trop tard Bancs");
  // What replicas say to be sure is no attempt to write.
  CHECK(room.write(person(room.anna), written("Bancs", client, "title")).has_value());
}

TEST_CASE("the table and the facilitator may read a text, nobody else") {
  WritingRoom room;
  CHECK(may_read_text(room.state, person(room.cleo), first).has_value());
  CHECK(may_read_text(room.state, screen(room.north), first).has_value());
  CHECK(may_read_text(room.state, facilitator(), first).has_value());
  CHECK(may_read_text(room.state, person(room.bilal), first).error().code == Code::not_allowed);
  CHECK(may_read_text(room.state, Subject{Role::projector, {}, {}}, first).error().code == Code::not_allowed);
  CHECK(may_read_text(room.state, facilitator(), ArticleId{9}).error().code == Code::not_found);
}

TEST_CASE("texts of an earlier version become documents, once") {
  WritingRoom room;
  core::apply(room.state, Record(ArticleText{first, "problem", "Trop peu de bancs", 4}));
  const Decision moved = move_old_drafts(room.state);
  REQUIRE(moved.records.size() == 1);
  CHECK(is_erased(moved.records.front()));
  for (const Event& event : moved.events) {
    core::apply(room.state, Stamp{room.now, Subject{}, "", 0}, event);
  }
  for (const Record& record : moved.records) {
    core::apply(room.state, record);
  }
  CHECK(room.words() == "Trop peu de bancs");
  CHECK(move_old_drafts(room.state).records.empty());
}

TEST_CASE("an edit of a whole field changes only what differs, in whole characters") {
  WritingRoom room;
  REQUIRE(room.write(person(room.anna), written("a😀b", room.number(person(room.anna)))).has_value());
  const TextWritten edit = edit_of(room.state.articles.at(first), screen(room.north), "problem", "a😁b");
  core::apply(room.state, Stamp{room.now, screen(room.north), "", 0}, Event(edit));
  CHECK(room.words() == "a😁b");
  CHECK(text_revision("") == 0);
  CHECK(text_revision("a") != text_revision("b"));
}

}  // namespace decide_writing_test
