#include "text/document.h"

#include <doctest/doctest.h>

#include "text/limits.h"
#include "text/position.h"
#include "text/read.h"
#include "text/view.h"

namespace document_test {

using namespace tablee;
using namespace tablee::text;

namespace {

Document written(std::string_view words, std::uint64_t client = 1) {
  Document document;
  REQUIRE(document.insert("t", 0, words, client).has_value());
  return document;
}

void brings(Document& from, Document& to) {
  REQUIRE(to.apply(from.take_changes()).has_value());
}

}  // namespace

TEST_CASE("a text is written, deleted and read") {
  Document document = written("Bonjour à tous");
  REQUIRE(document.erase("t", 0, 8).has_value());
  REQUIRE(document.insert("t", 0, "Bienvenue ", 2).has_value());
  CHECK(text_of(document, "t") == "Bienvenue à tous");
  CHECK(length_of(document, "t") == 16);
  CHECK(text_of(document, "nothing").empty());
}

TEST_CASE("two who write at the same place agree, whoever hears first") {
  Document a = written("x");
  Document b;
  brings(a, b);
  REQUIRE(a.insert("t", 1, "aaa", 1).has_value());
  REQUIRE(b.insert("t", 1, "bbb", 2).has_value());
  const std::string from_a = a.take_changes();
  const std::string from_b = b.take_changes();
  REQUIRE(a.apply(from_b).has_value());
  REQUIRE(b.apply(from_a).has_value());
  CHECK(text_of(a, "t") == "xaaabbb");
  CHECK(text_of(b, "t") == "xaaabbb");
  CHECK(a.state_vector() == b.state_vector());
}

TEST_CASE("what came before changes nothing when it comes again") {
  Document a = written("une phrase");
  const std::string update = a.take_changes();
  REQUIRE(a.apply(update).has_value());
  CHECK(a.take_changes().empty());
  CHECK(text_of(a, "t") == "une phrase");
}

TEST_CASE("a refused update or edit changes nothing") {
  Document document = written("intact");
  document.take_changes();
  const std::string before = document.missing_from({});
  CHECK_FALSE(document.apply("rubbish").has_value());
  CHECK_FALSE(document.insert("t", 7, "x", 1).has_value());
  CHECK_FALSE(document.insert("t", 0, "\xFF", 1).has_value());
  CHECK_FALSE(document.erase("t", 5, 2).has_value());
  CHECK_FALSE(document.erase("u", 0, 1).has_value());
  CHECK(document.missing_from({}) == before);
  CHECK(document.take_changes().empty());
}

TEST_CASE("many changes are told as one update") {
  Document a;
  for (int i = 0; i < 100; ++i) {
    REQUIRE(a.insert("t", static_cast<std::uint32_t>(i), "é", 3).has_value());
  }
  REQUIRE(a.erase("t", 10, 20).has_value());
  Document b;
  brings(a, b);
  CHECK(text_of(b, "t") == text_of(a, "t"));
  CHECK(deletions_of(b).size() == 1);
  CHECK(a.take_changes().empty());
}

TEST_CASE("a replica is brought up to date from its states") {
  Document a = written("début");
  Document b;
  brings(a, b);
  REQUIRE(a.insert("t", 5, ", suite", 1).has_value());
  a.take_changes();
  const std::string difference = a.missing_from(states_of(b));
  CHECK(difference.size() < a.missing_from({}).size());
  REQUIRE(b.apply(difference).has_value());
  CHECK(text_of(b, "t") == "début, suite");
}

TEST_CASE("half an emoji that is deleted leaves U+FFFD, as in Yjs") {
  Document document = written("a😀b");
  REQUIRE(document.erase("t", 1, 1).has_value());
  CHECK(text_of(document, "t") ==
        "a\xEF\xBF\xBD"
        "b");
}

TEST_CASE("each character has its author and its clock") {
  Document document = written("Nous voulons ", 4);
  REQUIRE(document.insert("t", 13, "des bancs", 5).has_value());
  REQUIRE(document.insert("t", 5, "ne ", 6).has_value());
  const auto runs = authored_runs(document, "t");
  REQUIRE(runs.size() == 4);
  CHECK(runs[0] == AuthoredRun{4, 0, 5, "Nous "});
  CHECK(runs[1] == AuthoredRun{6, 0, 3, "ne "});
  CHECK(runs[2] == AuthoredRun{4, 5, 8, "voulons "});
  CHECK(runs[3] == AuthoredRun{5, 0, 9, "des bancs"});
}

TEST_CASE("a place stays where it is while others write") {
  Document document = written("un deux trois");
  const std::string before = position_at(document, "t", 3, 0);
  const std::string after = position_at(document, "t", 7, -1);
  REQUIRE(document.insert("t", 0, "zéro ", 2).has_value());
  CHECK(*index_of_position(document, before) == 8);
  CHECK(*index_of_position(document, after) == 12);
  REQUIRE(document.erase("t", 5, 8).has_value());
  CHECK(*index_of_position(document, before) == 5);
  CHECK(*index_of_position(document, position_at(document, "t", length_of(document, "t"), 0)) ==
        length_of(document, "t"));
  CHECK_FALSE(index_of_position(document, "\x09").has_value());
  CHECK_FALSE(index_of_position(document, std::string_view("\x00\x63\x00", 3)).value().has_value());
}

TEST_CASE("a document has at most its number of roots") {
  Document document;
  for (std::uint32_t i = 0; i < limits::roots_max; ++i) {
    REQUIRE(document.insert("root " + std::to_string(i), 0, "x", 1).has_value());
  }
  const auto one_more = document.insert("one more", 0, "x", 1);
  REQUIRE_FALSE(one_more.has_value());
  CHECK(one_more.error().code == Code::too_many);
  CHECK(document.insert("root 3", 0, "y", 1).has_value());
  Document other;
  REQUIRE(other.insert("another", 0, "x", 2).has_value());
  CHECK_FALSE(document.apply(other.take_changes()).has_value());
}

TEST_CASE("an empty document is read as such") {
  const Document document;
  CHECK(view_as_json(document, "t", RootKind::text) == R"({"t":"text","text":"","delta":[]})");
  CHECK(view_as_json(document, "m", RootKind::map) == R"({"t":"map","map":{}})");
  CHECK(document.state_vector() == std::string(1, '\0'));
  CHECK(document.missing_from({}) == std::string(2, '\0'));
}

TEST_CASE("a copy holds the same text, and goes its own way") {
  Document one = written("Un banc 😀");
  REQUIRE(one.erase("t", 0, 3).has_value());
  Document copy = one;
  CHECK(text_of(copy, "t") == "banc 😀");
  CHECK(copy.state_vector() == one.state_vector());
  CHECK(copy.take_changes().empty());
  REQUIRE(copy.insert("t", 0, "Le ", 2).has_value());
  CHECK(text_of(one, "t") == "banc 😀");
  one = copy;
  CHECK(text_of(one, "t") == "Le banc 😀");
}

TEST_CASE("an update is taken whole when nothing of it would have to wait") {
  Document page = written("a");
  const std::string first = page.take_changes();
  REQUIRE(page.insert("t", 1, "b", 1).has_value());
  const std::string second = page.take_changes();
  REQUIRE(page.erase("t", 0, 2).has_value());
  const std::string deletion = page.take_changes();
  Document room;
  CHECK(room.takes_whole(first).has_value());
  CHECK(room.takes_whole(second).error().code == Code::conflict);
  CHECK(room.takes_whole(deletion).error().code == Code::conflict);
  CHECK(room.takes_whole("rubbish").error().code == Code::malformed);
  CHECK_FALSE(room.has_all_of(first));
  REQUIRE(room.apply(first).has_value());
  CHECK(room.has_all_of(first));
  CHECK_FALSE(room.has_all_of(second));
  CHECK(room.takes_whole(second).has_value());
  REQUIRE(room.apply(second).has_value());
  CHECK_FALSE(room.has_all_of(deletion));
  REQUIRE(room.apply(deletion).has_value());
  CHECK(room.has_all_of(deletion));
  CHECK(room.has_all_of(second));
}

}  // namespace document_test
