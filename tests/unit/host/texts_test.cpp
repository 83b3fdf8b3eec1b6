#include "host/texts.h"

#include <doctest/doctest.h>

#include "base/limits.h"
#include "core/writing.h"
#include "text/document.h"
#include "text/lib0.h"
#include "text/read.h"
#include "text/sync.h"
#include "unit/host/room.h"

namespace texts_test {

using namespace tablee;
using namespace tablee::host;
using namespace tablee::host_test;
using text::MessageKind;

namespace {

const ArticleId article{1};

// A page that holds a copy of the text.
struct Page {
  ConnectionId id = 0;
  std::uint64_t client = 0;
  text::Document text;
};

// Ann and Bob at the table that writes, Cleo at another.
struct WritingRoom : Room {
  WritingRoom() {
    const ConnectionId board = console();
    command(board, 1, "add_table", R"({"title":""})");
    command(board, 2, "add_people", R"({"people":[{"name":"Ann","table":1},{"name":"Bob","table":1}]})");
    command(board, 3, "start_step", R"({"step":"draft","from":""})");
    command(board, 4, "add_table", R"({"title":""})");
    command(board, 5, "add_people", R"({"people":[{"name":"Cleo","table":2}]})");
    end_turn(board);
    ann.id = screen_of(PersonId{1}, "a0a0a0a0a0a0a0a0");
    bob.id = screen_of(PersonId{2}, "b0b0b0b0b0b0b0b0");
    cleo.id = screen_of(PersonId{3}, "e0e0e0e0e0e0e0e0");
    waiting(ann.id);
  }

  void say(const Page& page, const std::string& message) {
    host->receive(page.id, std::string("\1") + message, true, now);
  }
  void follow(Page& page) {
    say(page, text::encode_message(MessageKind::states, page.text.state_vector()));
    say(page, "\4");
    hear(page);
  }
  void write(Page& page, std::string_view words) {
    REQUIRE(page.text.insert("body", 0, words, page.client).has_value());
    say(page, text::encode_message(MessageKind::update, page.text.take_changes()));
  }
  // Ends the turn; what leaves for the page is taken in, and told by a letter for each message: u update, a answer,
  // s states, p presence, d denial, n number, the count of what is settled, j for what is JSON.
  std::string hear(Page& page) {
    std::string heard;
    for (const std::string& payload : end_turn(page.id)) {
      heard += take(page, payload);
    }
    return heard;
  }
  std::string take(Page& page, const std::string& payload) {
    if (payload.front() == '{') {
      return "j";
    }
    const std::string_view bytes = std::string_view(payload).substr(1);
    if (bytes.front() == '\5') {
      return std::to_string(static_cast<int>(bytes[1]));
    }
    if (bytes.front() == '\4') {
      page.client = static_cast<std::uint8_t>(bytes[1]);
      return "n";
    }
    if (bytes.front() == '\2') {
      denied = std::string(bytes.substr(3));
      return "d";
    }
    const auto message = text::decode_message(bytes);
    REQUIRE(message.has_value());
    if (message->kind == MessageKind::awareness) {
      presences = text::decode_awareness(message->bytes).value();
      return "p";
    }
    if (message->kind == MessageKind::states) {
      return "s";
    }
    updates.emplace_back(message->bytes);
    REQUIRE(page.text.apply(message->bytes).has_value());
    page.text.take_changes();
    return message->kind == MessageKind::answer ? "a" : "u";
  }
  static std::string body(const Page& page) { return text::text_of(page.text, "body"); }

  Page ann;
  Page bob;
  Page cleo;
  std::string denied;
  std::vector<std::string> updates;
  std::vector<text::Presence> presences;
};

std::string present(const Page& page, const std::string& json) {
  return text::encode_message(MessageKind::awareness, text::encode_awareness({{page.client, 1, json}}));
}

}  // namespace

TEST_CASE("what one writes is told to the table, the writer too, and settled") {
  WritingRoom room;
  room.follow(room.ann);
  room.follow(room.bob);
  CHECK(room.ann.client != room.bob.client);
  room.write(room.ann, "Un banc");
  CHECK(room.waiting(room.bob.id).empty());
  CHECK(room.hear(room.ann) == "u1");
  CHECK(room.hear(room.bob) == "u");
  CHECK(WritingRoom::body(room.bob) == "Un banc");
}

TEST_CASE("a turn’s writes leave as one update, and turns in quick succession too") {
  WritingRoom room;
  room.follow(room.ann);
  room.follow(room.bob);
  room.now += limits::text_interval_ms;
  room.updates.clear();
  for (const char* letter : {"c", "b", "a"}) {
    room.write(room.ann, letter);
  }
  CHECK(room.hear(room.ann) == "u3");
  CHECK(room.hear(room.bob) == "u");
  REQUIRE(room.updates.size() == 2);
  CHECK(room.updates[0] == room.updates[1]);
  room.write(room.ann, "2");
  CHECK(room.hear(room.bob).empty());
  room.write(room.ann, "1");
  CHECK(room.hear(room.bob).empty());
  room.now += limits::text_interval_ms;
  CHECK(room.hear(room.bob) == "u");
  CHECK(WritingRoom::body(room.bob) == "12abc");
}

TEST_CASE("a tablet that takes nothing gets the difference, once, when it takes again") {
  WritingRoom room;
  room.follow(room.ann);
  room.follow(room.bob);
  for (int i = 0; i < 50; ++i) {
    room.now += limits::text_interval_ms;
    room.write(room.ann, "x");
    room.hear(room.ann);
  }
  CHECK(room.hear(room.bob) == "ja");
  CHECK(WritingRoom::body(room.bob) == std::string(50, 'x'));
}

TEST_CASE("a page that comes back is told what it lacks and asked for what it has") {
  WritingRoom room;
  room.follow(room.ann);
  room.write(room.ann, "avant ");
  room.hear(room.ann);
  room.host->disconnect(room.ann.id, room.now);
  REQUIRE(room.ann.text.insert("body", 0, "hors ligne ", room.ann.client).has_value());
  room.ann.text.take_changes();
  room.ann.id = room.screen_of(PersonId{1}, "a0a0a0a0a0a0a0a0");
  room.say(room.ann, text::encode_message(MessageKind::states, room.ann.text.state_vector()));
  CHECK(room.hear(room.ann).find('s') != std::string::npos);
  room.say(room.ann, text::encode_message(MessageKind::answer, room.ann.text.missing_from({})));
  CHECK(room.hear(room.ann) == "u1");
  CHECK(core::written_text(room.host->state().articles.at(article), "body") == "hors ligne avant ");
}

TEST_CASE("what is refused is denied to its sender, settled, and told to nobody") {
  WritingRoom room;
  room.follow(room.ann);
  room.follow(room.bob);
  Page thief;
  thief.client = room.ann.client;
  thief.id = room.bob.id;
  room.write(thief, "x");
  CHECK(room.hear(room.bob) == "d1");
  CHECK(room.denied == "not_allowed");
  CHECK(room.hear(room.ann).empty());
  // What goes on from letters that were lost: all is asked for.
  REQUIRE(room.bob.text.insert("body", 0, "a", room.bob.client).has_value());
  room.bob.text.take_changes();
  room.write(room.bob, "b");
  CHECK(room.hear(room.bob) == "ds2");
  CHECK(room.denied == "conflict");
}

TEST_CASE("another table’s text is neither read nor written") {
  WritingRoom room;
  room.follow(room.ann);
  room.say(room.cleo, text::encode_message(MessageKind::states, room.cleo.text.state_vector()));
  CHECK(room.hear(room.cleo) == "d");
  CHECK(room.denied == "not_allowed");
  room.cleo.client = 99;
  room.write(room.cleo, "x");
  CHECK(room.hear(room.cleo) == "d");
  room.write(room.ann, "secret");
  CHECK(room.hear(room.ann) == "u1");
  CHECK(room.hear(room.cleo).empty());
  CHECK(core::written_text(room.host->state().articles.at(article), "body") == "secret");
}

TEST_CASE("who moves to another table reads on no more") {
  WritingRoom room;
  room.follow(room.ann);
  room.follow(room.bob);
  const ConnectionId board = room.console();
  room.command(board, 6, "seat_person", R"({"person":2,"table":2})");
  room.end_turn(board);
  room.waiting(room.bob.id);
  room.now += limits::text_interval_ms;
  room.write(room.ann, "secret");
  room.hear(room.ann);
  for (const std::string& payload : room.end_turn(room.bob.id)) {
    CHECK(payload.find("secret") == std::string::npos);
  }
  CHECK(WritingRoom::body(room.bob).empty());
}

TEST_CASE("who writes is told under the name of the card, at most so often, and goes with the line") {
  WritingRoom room;
  room.follow(room.ann);
  room.follow(room.bob);
  room.say(room.ann, present(room.ann, R"({"field":"body","name":"Le maire"})"));
  CHECK(room.hear(room.bob) == "p");
  REQUIRE(room.presences.size() == 1);
  CHECK(room.presences[0].json.find("Ann") != std::string::npos);
  CHECK(room.presences[0].json.find("maire") == std::string::npos);
  room.host->disconnect(room.ann.id, room.now);
  CHECK(room.hear(room.bob).find('p') == std::string::npos);
  room.now += limits::awareness_interval_ms;
  CHECK(room.hear(room.bob).find('p') != std::string::npos);
  CHECK(room.presences[0].json == "null");
}

TEST_CASE("a page that writes before it follows is told all there is") {
  WritingRoom room;
  room.follow(room.ann);
  room.write(room.ann, "avant ");
  room.hear(room.ann);
  room.bob.client = 99;
  room.write(room.bob, "Bob ");
  CHECK(room.hear(room.bob).find('a') != std::string::npos);
  CHECK(WritingRoom::body(room.bob) == core::written_text(room.host->state().articles.at(article), "body"));
}

TEST_CASE("who moved away is told no more who writes") {
  WritingRoom room;
  room.follow(room.ann);
  room.follow(room.bob);
  const ConnectionId board = room.console();
  room.command(board, 6, "seat_person", R"({"person":2,"table":2})");
  room.end_turn(board);
  room.hear(room.bob);
  room.say(room.ann, present(room.ann, R"({"field":"body"})"));
  CHECK(room.hear(room.bob).find('p') == std::string::npos);
  CHECK(room.denied == "not_allowed");
}

TEST_CASE("words that come when the text is frozen are settled, told to nobody, and wait beside it") {
  WritingRoom room;
  room.follow(room.ann);
  room.follow(room.bob);
  const ConnectionId board = room.console();
  room.command(board, 6, "end_step", R"({"step":"draft"})");
  room.write(room.ann, "in time");
  CHECK(room.hear(room.ann).find('1') != std::string::npos);
  room.now += limits::text_grace_ms;
  room.hear(room.ann);
  room.hear(room.bob);
  room.write(room.ann, "late ");
  const std::string heard = room.hear(room.ann);
  CHECK(heard.find('2') != std::string::npos);
  CHECK(heard.find('d') == std::string::npos);
  CHECK(room.hear(room.bob).find('u') == std::string::npos);
  CHECK(WritingRoom::body(room.bob) == "in time");
  room.command(board, 7, "join_received", R"({"article":1,"received":1})");
  room.now += limits::text_interval_ms;
  room.hear(room.ann);
  CHECK(room.hear(room.bob).find('u') != std::string::npos);
  CHECK(WritingRoom::body(room.bob) == "late in time");
}

TEST_CASE("rubbish is denied, and the page goes on") {
  WritingRoom room;
  room.follow(room.ann);
  for (const std::string& bytes : {std::string("\x63"), std::string(), std::string("\0\2\3ab", 5)}) {
    room.say(room.ann, bytes);
    CHECK(room.hear(room.ann) == "d");
  }
  room.write(room.ann, "Un banc");
  CHECK(room.hear(room.ann) == "u1");
}

}  // namespace texts_test
