#include "text/sync.h"

#include <doctest/doctest.h>

namespace sync_test {

using namespace tablee;
using namespace tablee::text;

namespace {

Code refused(const std::string& bytes) {
  const auto message = decode_message(bytes);
  REQUIRE_FALSE(message.has_value());
  return message.error().code;
}

// A string of JSON.
std::string of_bytes(std::size_t count) {
  return '"' + std::string(count - 2, 'x') + '"';
}

}  // namespace

// y-protocols, sync.js and auth.js.
TEST_CASE("messages are those of every Yjs program") {
  CHECK(encode_message(MessageKind::states, std::string_view("\0", 1)) == std::string("\0\0\1\0", 4));
  CHECK(encode_message(MessageKind::answer, "ab") == std::string("\0\1\2ab", 5));
  CHECK(encode_message(MessageKind::update, "ab") == std::string("\0\2\2ab", 5));
  CHECK(encode_message(MessageKind::awareness, "ab") == "\1\2ab");
  CHECK(encode_denied("no") == std::string("\2\0\2no", 5));
  CHECK(encode_number(300) == "\4\xac\2");
  CHECK(encode_settled(5) == "\5\5");
}

TEST_CASE("a message is read as it was written") {
  for (const MessageKind kind :
       {MessageKind::states, MessageKind::answer, MessageKind::update, MessageKind::awareness}) {
    const std::string bytes = encode_message(kind, "bytes");
    const auto message = decode_message(bytes);
    REQUIRE(message.has_value());
    CHECK(message->kind == kind);
    CHECK(message->bytes == "bytes");
  }
  CHECK(decode_message("\3")->kind == MessageKind::ask_awareness);
  CHECK(decode_message("\4")->kind == MessageKind::number);
  CHECK(decode_message("\5")->kind == MessageKind::close);
}

TEST_CASE("what is no message, or more than one, is refused") {
  CHECK(refused("") == Code::malformed);
  CHECK(refused(std::string("\0", 1)) == Code::malformed);
  CHECK(refused(std::string("\0\2\3ab", 5)) == Code::malformed);
  CHECK(refused(std::string("\0\2\1ab", 5)) == Code::malformed);
  CHECK(refused("\x63") == Code::unsupported);
  CHECK(refused(std::string("\0\x63", 2)) == Code::malformed);
}

TEST_CASE("who is present is read as it was written, up to the bounds") {
  const std::vector<Presence> all{{7, 3, R"({"field":"title"})"}, {8, 1, "null"}};
  const auto read = decode_awareness(encode_awareness(all));
  REQUIRE(read.has_value());
  REQUIRE(read->size() == 2);
  CHECK(read->at(0).client == 7);
  CHECK(read->at(0).clock == 3);
  CHECK(read->at(0).json == R"({"field":"title"})");
  CHECK(read->at(1).json == "null");
  CHECK(decode_awareness(encode_awareness(std::vector<Presence>(presences_max, {1, 1, "null"}))).has_value());
  CHECK_FALSE(decode_awareness(encode_awareness(std::vector<Presence>(presences_max + 1, {1, 1, "null"}))).has_value());
  CHECK(decode_awareness(encode_awareness({{1, 1, of_bytes(presence_bytes_max)}})).has_value());
  CHECK_FALSE(decode_awareness(encode_awareness({{1, 1, of_bytes(presence_bytes_max + 1)}})).has_value());
  CHECK_FALSE(decode_awareness("\x05").has_value());
}

}  // namespace sync_test
