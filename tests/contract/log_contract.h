// tests/contract/log_contract.h: what every store::Log does. Instantiate with
// TEST_CASE_TEMPLATE_INVOKE(log_contract, Harness…).
//
// A Harness is default-constructed around a new empty log and has:
//   store::Log& log();
//   void lose_power();  // the log as the next process finds it: what was not committed is gone
//   void edit_body(std::uint64_t seq, const std::string& body);  // behind the log's back; ends with lose_power()
//   void delete_row(std::uint64_t seq);                          // the same
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "store/log.h"
#include "store/verify.h"

namespace tablee::store::contract {

inline Row some_row(TimeMs at, std::string type, std::string body) {
  return Row{0, at, "participant/12", "0123456789abcdef", 7, std::move(type), std::move(body), ""};
}

inline void append_committed(Log& log, int count) {
  for (int i = 1; i <= count; ++i) {
    Row row = some_row(1000 + i, "idea_submitted", "{\"idea\":" + std::to_string(i) + "}");
    REQUIRE(log.append(row));
  }
  REQUIRE(log.commit());
}

inline std::vector<Row> rows_of(Log& log, std::uint64_t from = 1) {
  std::vector<Row> rows;
  REQUIRE(log.read(from, [&](const Row& row) {
    rows.push_back(row);
    return true;
  }));
  return rows;
}

// One "kind key body" a record.
inline std::vector<std::string> records_of(Log& log) {
  std::vector<std::string> records;
  REQUIRE(log.read_records([&](const RecordRow& record) {
    CHECK_FALSE(record.erased);
    records.push_back(record.kind + " " + record.key + " " + record.body);
    return true;
  }));
  return records;
}

using Strings = std::vector<std::string>;

}  // namespace tablee::store::contract

TEST_CASE_TEMPLATE_DEFINE("log contract", Harness, log_contract) {
  using namespace tablee;
  using namespace tablee::store;
  using namespace tablee::store::contract;
  Harness harness;

  SUBCASE("a new log is empty and its chain starts at zeros") {
    CHECK(harness.log().head_seq() == 0);
    CHECK(harness.log().head_hash() == std::string(64, '0'));
    CHECK(harness.log().scenario().empty());
    CHECK(rows_of(harness.log()).empty());
    CHECK(records_of(harness.log()).empty());
    const auto head = verify_chain(harness.log());
    REQUIRE(head);
    CHECK(head->rows == 0);
    CHECK(head->hash == std::string(64, '0'));
  }

  SUBCASE("append fills in the number and the hash") {
    Row first = some_row(1000, "room_paused", "{}");
    REQUIRE(harness.log().append(first));
    CHECK(first.seq == 1);
    CHECK(first.hash == row_hash(first_previous_hash(), first));
    Row second = some_row(1000, "room_paused", "{}");
    REQUIRE(harness.log().append(second));
    CHECK(second.seq == 2);
    CHECK(second.hash == row_hash(first.hash, second));
    CHECK(second.hash != first.hash);
    CHECK(harness.log().head_seq() == 2);
    CHECK(harness.log().head_hash() == second.hash);
  }

  SUBCASE("rows come back as they were given, in order, from where they are asked") {
    std::vector<Row> given = {some_row(5, "a", "l'idée « été »\n"), some_row(5, "b", ""),
                              some_row(9, "c", std::string("nul\0inside", 10))};
    given[1].subject = "";
    given[1].sender = "";
    given[1].number = 0;
    given[2].number = 18'446'744'073'709'551'615ULL;
    for (Row& row : given) {
      REQUIRE(harness.log().append(row));
    }
    REQUIRE(harness.log().commit());
    harness.lose_power();
    const auto found = rows_of(harness.log());
    REQUIRE(found.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
      CHECK(found[i].seq == i + 1);
      CHECK(found[i].at == given[i].at);
      CHECK(found[i].subject == given[i].subject);
      CHECK(found[i].sender == given[i].sender);
      CHECK(found[i].number == given[i].number);
      CHECK(found[i].type == given[i].type);
      CHECK(found[i].body == given[i].body);
      CHECK(found[i].hash == given[i].hash);
    }
    CHECK(rows_of(harness.log(), 3).size() == 1);
    CHECK(rows_of(harness.log(), 4).empty());
  }

  SUBCASE("reading stops when asked to") {
    append_committed(harness.log(), 3);
    int seen = 0;
    REQUIRE(harness.log().read(1, [&](const Row&) { return ++seen < 2; }));
    CHECK(seen == 2);
    REQUIRE(harness.log().put({"card", "person/1", "a", false}));
    REQUIRE(harness.log().put({"card", "person/2", "b", false}));
    REQUIRE(harness.log().commit());
    seen = 0;
    REQUIRE(harness.log().read_records([&](const RecordRow&) {
      ++seen;
      return false;
    }));
    CHECK(seen == 1);
  }

  SUBCASE("nothing is seen before its commit, everything after") {
    append_committed(harness.log(), 1);
    Row row = some_row(2000, "room_paused", "{}");
    REQUIRE(harness.log().append(row));
    REQUIRE(harness.log().put({"ballot", "1/aa", "x", false}));
    REQUIRE(harness.log().put({"card", "person/1", "x", false}));
    CHECK(rows_of(harness.log()).size() == 1);
    CHECK(records_of(harness.log()).empty());
    REQUIRE(harness.log().commit());
    CHECK(rows_of(harness.log()).size() == 2);
    CHECK(records_of(harness.log()).size() == 2);
  }

  SUBCASE("what was not committed is gone, all of it, and the chain goes on from the last commit") {
    append_committed(harness.log(), 2);
    const std::string head = harness.log().head_hash();
    Row row = some_row(2000, "room_paused", "{}");
    REQUIRE(harness.log().append(row));
    REQUIRE(harness.log().put({"card", "person/1", "x", false}));
    REQUIRE(harness.log().set_scenario("{}"));
    harness.lose_power();
    CHECK(harness.log().head_seq() == 2);
    CHECK(harness.log().head_hash() == head);
    CHECK(rows_of(harness.log()).size() == 2);
    CHECK(records_of(harness.log()).empty());
    CHECK(harness.log().scenario().empty());
    Row next = some_row(3000, "room_resumed", "{}");
    REQUIRE(harness.log().append(next));
    REQUIRE(harness.log().commit());
    CHECK(next.seq == 3);
    CHECK(verify_chain(harness.log()));
  }

  SUBCASE("a commit without a transaction does nothing") {
    REQUIRE(harness.log().commit());
    append_committed(harness.log(), 1);
    REQUIRE(harness.log().commit());
    CHECK(rows_of(harness.log()).size() == 1);
  }

  SUBCASE("a record is replaced by its key, erased by its key, and alone") {
    for (const char* kind : {"ballot", "draft"}) {
      REQUIRE(harness.log().put({kind, "1/a", "old", false}));
      REQUIRE(harness.log().put({kind, "1/b", "kept", false}));
      REQUIRE(harness.log().put({kind, "1/c", "gone", false}));
      REQUIRE(harness.log().commit());
      REQUIRE(harness.log().put({kind, "1/a", "new", false}));
      REQUIRE(harness.log().put({kind, "1/c", "", true}));
      REQUIRE(harness.log().put({kind, "1/never", "", true}));
      REQUIRE(harness.log().commit());
    }
    harness.lose_power();
    CHECK(records_of(harness.log()) == Strings{"ballot 1/a new", "ballot 1/b kept", "draft 1/a new", "draft 1/b kept"});
  }

  SUBCASE("within one transaction the last word on a record counts") {
    REQUIRE(harness.log().put({"draft", "1/p", "one", false}));
    REQUIRE(harness.log().put({"draft", "1/p", "", true}));
    REQUIRE(harness.log().put({"draft", "2/p", "", true}));
    REQUIRE(harness.log().put({"draft", "2/p", "two", false}));
    REQUIRE(harness.log().commit());
    CHECK(records_of(harness.log()) == Strings{"draft 2/p two"});
  }

  SUBCASE("records come in the order of kind and key, whatever the order of arrival") {
    for (const char* key : {"2/9f", "10/00", "2/0a"}) {
      REQUIRE(harness.log().put({"ballot", key, "v", false}));
      REQUIRE(harness.log().commit());
    }
    REQUIRE(harness.log().put({"draft", "1/p", "v", false}));
    REQUIRE(harness.log().put({"article_text", "1/title", "v", false}));
    REQUIRE(harness.log().commit());
    const Strings expected = {"article_text 1/title v", "ballot 10/00 v", "ballot 2/0a v", "ballot 2/9f v",
                              "draft 1/p v"};
    CHECK(records_of(harness.log()) == expected);
    harness.log().tidy_up();
    CHECK(records_of(harness.log()) == expected);
  }

  SUBCASE("the scenario is stored once, byte for byte") {
    const std::string text = "{ \"title\": \"Été\" }\n";
    REQUIRE(harness.log().set_scenario(text));
    REQUIRE(harness.log().commit());
    const auto again = harness.log().set_scenario("{}");
    REQUIRE_FALSE(again);
    CHECK(again.error().code == Code::wrong_state);
    harness.lose_power();
    CHECK(harness.log().scenario() == text);
    CHECK_FALSE(harness.log().set_scenario("{}"));
  }

  SUBCASE("a sound chain gives its head") {
    append_committed(harness.log(), 5);
    const auto head = verify_chain(harness.log());
    REQUIRE(head);
    CHECK(head->rows == 5);
    CHECK(head->hash == harness.log().head_hash());
  }

  SUBCASE("an edited row is found, by its number") {
    append_committed(harness.log(), 5);
    harness.edit_body(3, "{\"idea\":33}");
    const auto head = verify_chain(harness.log());
    REQUIRE_FALSE(head);
    CHECK(head.error().code == Code::malformed);
    CHECK(head.error().field == "3");
    CHECK(head.error().detail == "its hash does not match its content and the row before it");
  }

  SUBCASE("a removed row is found, by its number") {
    append_committed(harness.log(), 5);
    harness.delete_row(2);
    const auto head = verify_chain(harness.log());
    REQUIRE_FALSE(head);
    CHECK(head.error().field == "2");
    CHECK(head.error().code == Code::not_found);
    CHECK(head.error().detail == "row 2 is missing");
  }

  SUBCASE("time that runs backward is found, although the hashes agree") {
    append_committed(harness.log(), 2);
    Row row = some_row(1001, "room_paused", "{}");
    REQUIRE(harness.log().append(row));
    REQUIRE(harness.log().commit());
    const auto head = verify_chain(harness.log());
    REQUIRE_FALSE(head);
    CHECK(head.error().field == "3");
    CHECK(head.error().code == Code::out_of_range);
  }
}
