#include "simple/form.h"

#include <doctest/doctest.h>

namespace form_test {

using namespace tablee;
using namespace tablee::simple;

TEST_CASE("a form is read as browsers write it") {
  const auto form = Form::parse("text=Un+banc%0D%0A%C3%A0+l%E2%80%99ombre&do=send&do=keep&vide=&seul");
  REQUIRE(form.has_value());
  CHECK(form->get("text") == "Un banc\nà l’ombre");
  CHECK(form->get("do") == "send");
  CHECK(form->get("vide").empty());
  CHECK(form->get("seul").empty());
  CHECK(form->get("absent").empty());
  CHECK(form->fields().size() == 5);
  CHECK(Form::parse("")->fields().empty());
  CHECK(Form::parse("&&a=1&")->get("a") == "1");
}

TEST_CASE("rubbish is refused whole") {
  for (const char* bytes : {"a=%", "a=%4", "a=%zz", "a=%00", "%00=a", "a=%ff%fe", "a=1&b=%C3"}) {
    CAPTURE(bytes);
    CHECK(Form::parse(bytes).error().code == Code::malformed);
  }
}

TEST_CASE("a form has at most form_fields_max fields, whose names are short") {
  std::string fields;
  for (std::size_t i = 0; i < form_fields_max; ++i) {
    fields += "a=1&";
  }
  CHECK(Form::parse(fields).has_value());
  CHECK(Form::parse(fields + "b=1").error().code == Code::too_many);
  CHECK(Form::parse(std::string(field_name_bytes_max, 'n') + "=1").has_value());
  CHECK(Form::parse(std::string(field_name_bytes_max + 1, 'n') + "=1").error().code == Code::too_many);
}

TEST_CASE("a cookie is found among others") {
  CHECK(cookie("a=1; tablee_simple=-.0123; b=2", "tablee_simple") == "-.0123");
  CHECK(cookie("xtablee_simple=1", "tablee_simple").empty());
  CHECK(cookie("", "tablee_simple").empty());
}

TEST_CASE("a whole number, as typed") {
  CHECK(whole_number("") == 0);
  CHECK(whole_number(" 12 ") == 12);
  CHECK(whole_number("999999") == 999999);
  for (const char* typed : {"1000000", "-1", "-0", "1.5", "deux", "1 2", "+1", "0x1"}) {
    CAPTURE(typed);
    CHECK(whole_number(typed) == std::nullopt);
  }
}

TEST_CASE("a session is read from its cookie, or is none") {
  const std::string token(32, 'a');
  const auto session = Session::read(token + ".0123456789abcdef");
  REQUIRE(session.has_value());
  CHECK(session->token == token);
  CHECK(session->written() == token + ".0123456789abcdef");
  CHECK(Session::read("-.0123456789abcdef")->token.empty());
  for (const char* value : {"", "-", "-.", "-.0123456789ABCDEF", ".0123456789abcdef", "abc.0123456789abcdef"}) {
    CAPTURE(value);
    CHECK_FALSE(Session::read(value).has_value());
  }
}

TEST_CASE("[P75] [access V7] each poll has its own ballot key, made from what the browser alone keeps") {
  BallotSecret one{std::string(32, '1'), {}};
  const BallotSecret two{std::string(32, '2'), {}};
  CHECK(is_hex(one.key(1), 32));
  CHECK(one.key(1) == BallotSecret{one.secret, {4, 5}}.key(1));
  CHECK(one.key(1) != one.key(2));
  CHECK(one.key(1) != two.key(1));
  one.note(7);
  one.note(7);
  one.note(12);
  CHECK(one.written() == std::string(32, '1') + ".7.12");
  const auto read = BallotSecret::read(one.written());
  REQUIRE(read.has_value());
  CHECK(read->has(12));
  CHECK_FALSE(read->has(1));
  CHECK_FALSE(BallotSecret::read(std::string(32, '1') + ".x").has_value());
  CHECK_FALSE(BallotSecret::read("1234").has_value());
  for (std::uint32_t poll = 100; poll < 100 + 2 * polls_noted_max; ++poll) {
    one.note(poll);
  }
  CHECK(one.polls.size() == polls_noted_max);
  CHECK(BallotSecret::read(one.written()).has_value());
}

}  // namespace form_test
