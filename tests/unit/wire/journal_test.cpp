#include "wire/journal.h"

#include <doctest/doctest.h>

#include <string>

#include "filled.h"

namespace tablee::wire::journal_test {

TEST_CASE("every event comes back as it was stored, full and empty") {
  std::size_t count = 0;
  for (const Fill fill : {Fill::full, Fill::empty}) {
    for_each_alternative<core::Event>(fill, [&]<class T>(const T& event) {
      ++count;
      const StoredEvent stored = encode_event(event);
      CHECK(stored.type == T::name);
      const Result<core::Event> again = decode_event(stored.type, stored.body);
      REQUIRE_MESSAGE(again.has_value(), stored.type << " " << stored.body);
      CHECK(std::holds_alternative<T>(*again));
      CHECK(encode_event(*again).body == stored.body);
    });
  }
  CHECK(count == 2 * std::variant_size_v<core::Event>);
}

TEST_CASE("every record comes back as it was stored, full and empty") {
  for (const Fill fill : {Fill::full, Fill::empty}) {
    for_each_alternative<core::Record>(fill, [&]<class T>(const T& record) {
      const StoredRecord stored = encode_record(record);
      CHECK(stored.kind == T::name);
      const Result<core::Record> again = decode_record(stored.kind, stored.body);
      REQUIRE_MESSAGE(again.has_value(), stored.kind << " " << stored.body);
      CHECK(std::holds_alternative<T>(*again));
      CHECK(encode_record(*again).body == stored.body);
    });
  }
}

TEST_CASE("a card keeps the id it does not use as 0") {
  const core::Card card{{}, TableId{3}, "", "ACDEFGHJ", "00"};
  const StoredRecord stored = encode_record(card);
  CHECK(stored.body == R"({"person":0,"table":3,"name":"","code":"ACDEFGHJ","token":"00"})");
  const Result<core::Record> again = decode_record(stored.kind, stored.body);
  REQUIRE(again.has_value());
  CHECK(std::get<core::Card>(*again).table == TableId{3});
  CHECK_FALSE(std::get<core::Card>(*again).person);
}

TEST_CASE("a damaged row is refused with the name of the field") {
  CHECK(decode_event("idea_withdrawn", R"({"idea":1})").has_value());
  const auto refusal = [](std::string_view type, std::string_view body) { return decode_event(type, body).error(); };
  CHECK(refusal("idea_withdrawn", R"({"idea":0})").code == Code::out_of_range);
  CHECK(refusal("idea_withdrawn", R"({"idea":0})").field == "idea");
  CHECK(refusal("idea_withdrawn", R"({"idea":1,"more":2})").field == "more");
  CHECK(refusal("idea_withdrawn", R"({})").code == Code::missing_field);
  CHECK(refusal("idea_withdrawn", R"({"idea":1)").code == Code::malformed);
  CHECK(refusal("no_such_event", R"({})").code == Code::unknown_type);
  CHECK(refusal("", R"({})").code == Code::unknown_type);
  CHECK(decode_record("card", R"({"person":1})").error().field == "table");
  CHECK(decode_record("letter", R"({})").error().code == Code::unknown_type);
}

TEST_CASE("subjects are written in one way") {
  const core::Subject person{core::Role::participant, PersonId{12}, {}};
  const core::Subject table{core::Role::table, {}, TableId{3}};
  const core::Subject lead{core::Role::facilitator, {}, {}};
  CHECK(encode_subject(person) == "participant/12");
  CHECK(encode_subject(table) == "table/3");
  CHECK(encode_subject(lead) == "facilitator");
  CHECK(encode_subject(core::Subject{}) == "projector");
  for (const core::Subject& subject : {person, table, lead, core::Subject{}}) {
    const Result<core::Subject> again = decode_subject(encode_subject(subject));
    REQUIRE(again.has_value());
    CHECK(*again == subject);
  }
  REQUIRE(decode_subject("host").has_value());
  CHECK(*decode_subject("host") == core::Subject{});
  for (const std::string_view text :
       {"", "participant", "participant/", "participant/0", "participant/012", "participant/-1", "participant/1 ",
        "participant/4294967296", "table/x", "Table/1", "facilitator/1"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_subject(text).has_value());
  }
}

}  // namespace tablee::wire::journal_test
