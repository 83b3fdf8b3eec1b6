#include "wire/decode.h"

#include <doctest/doctest.h>

#include <string>

#include "filled.h"
#include "wire/json_fields.h"

namespace tablee::wire::decode_test {
namespace {

std::string command_text(std::string_view name, std::string_view body, std::string_view number = "7") {
  return R"({"type":"command","number":)" + std::string{number} + R"(,"command":")" + std::string{name} +
         R"(","body":)" + std::string{body} + "}";
}

Refusal refusal_of(std::string_view text) {
  const Decoded decoded = decode_frame(text);
  REQUIRE_FALSE(decoded.frame.has_value());
  return decoded.frame.error();
}

}  // namespace

TEST_CASE("every command comes back as it was written, full and empty") {
  std::size_t count = 0;
  for (const Fill fill : {Fill::full, Fill::empty}) {
    for_each_alternative<core::Command>(fill, [&]<class T>(const T& command) {
      ++count;
      CAPTURE(T::name);
      std::string body;
      append_value(body, command);
      const Decoded decoded = decode_frame(command_text(T::name, body));
      REQUIRE_MESSAGE(decoded.frame.has_value(), body);
      CHECK(decoded.number == 7);
      const auto* frame = std::get_if<CommandFrame>(&*decoded.frame);
      REQUIRE(frame != nullptr);
      CHECK(frame->number == 7);
      const T* again = std::get_if<T>(&frame->command);
      REQUIRE(again != nullptr);
      std::string body_again;
      append_value(body_again, *again);
      CHECK(body_again == body);
    });
  }
  CHECK(count == 2 * std::variant_size_v<core::Command>);
}

TEST_CASE("a hello is read whole") {
  const Decoded decoded = decode_frame(
      R"({"type":"hello","protocol":1,"role":"participant","credential":"acd e-fgh","sender":"00112233445566aF",)"
      R"("name":"Zoé","held":[{"name":"step","version":"0011223344556677"}]})");
  REQUIRE(decoded.frame.has_value());
  CHECK_FALSE(decoded.number.has_value());
  const Hello& hello = std::get<Hello>(*decoded.frame);
  CHECK(hello.protocol == 1);
  CHECK(hello.role == core::Role::participant);
  CHECK(hello.credential == "acd e-fgh");
  CHECK(hello.sender == "00112233445566aF");
  CHECK(hello.display_name == "Zoé");
  REQUIRE(hello.held.has_value());
  REQUIRE(hello.held->size() == 1);
  CHECK(hello.held->front().version == "0011223344556677");
}

TEST_CASE("a sender holds nothing but hexadecimal digits") {
  const std::string before = R"({"type":"hello","protocol":1,"role":"projector","sender":")";
  CHECK(decode_frame(before + "0123456789abcdef\"}").frame.has_value());
  CHECK(refusal_of(before + R"(0123456789abcde\n"})").code == Code::out_of_range);
  CHECK(refusal_of(before + "0123456789abcdeg\"}").field == "sender");
}

TEST_CASE("the number of a refused command is still read") {
  const auto number_of = [](std::string_view text) { return decode_frame(text).number; };
  CHECK(number_of(command_text("submit_idea", "{}")) == 7);
  CHECK(number_of(command_text("no_such_command", "{}", "8")) == 8);
  CHECK(number_of(R"({"type":"command","number":9})") == 9);
  CHECK(number_of(R"({"type":"command","number":9007199254740991})") == 9'007'199'254'740'991U);
  CHECK_FALSE(number_of(R"({"type":"command","number":9007199254740992})").has_value());
  CHECK_FALSE(number_of(R"({"type":"command","number":0})").has_value());
  CHECK_FALSE(number_of(R"({"type":"command","number":-1})").has_value());
  CHECK_FALSE(number_of(R"({"type":"command","number":1.0})").has_value());
  CHECK_FALSE(number_of(R"({"type":"clock","number":9})").has_value());
  CHECK_FALSE(number_of(R"({"type":"command","number":9)").has_value());
}

TEST_CASE("a frame has a largest size") {
  const std::string frame = R"({"type":"clock","sent_ms":1})";
  const auto padded = [&](std::int64_t size) {
    return frame + std::string(static_cast<std::size_t>(size) - frame.size(), ' ');
  };
  CHECK(decode_frame(padded(limits::frame_bytes_max)).frame.has_value());
  CHECK(refusal_of(padded(limits::frame_bytes_max + 1)).code == Code::too_long);
}

TEST_CASE("the field of a refusal is a path within the body") {
  const std::string key(32, 'a');
  const Refusal refusal =
      refusal_of(command_text("cast_points", R"({"poll":1,"ballot_key":")" + key +
                                                 R"(","points":[{"option":1,"points":1},{"option":0,"points":1}]})"));
  CHECK(refusal.code == Code::out_of_range);
  CHECK(refusal.field == "points/1/option");
}

}  // namespace tablee::wire::decode_test
