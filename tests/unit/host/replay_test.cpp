#include "host/replay.h"

#include <doctest/doctest.h>

#include "room.h"

namespace replay_test {

using namespace tablee;
using host_test::Room;

namespace {

// A log with the rows of `from`, changed by `change`, believed as they are.
template <class Change>
Result<core::State> replay_changed(Room& from, Change change) {
  std::vector<store::Row> rows;
  const auto read = from.log.read(1, [&](const store::Row& row) {
    rows.push_back(row);
    return true;
  });
  TABLEE_CHECK(read);
  change(rows);
  store::MemoryLog changed(rows);
  return host::replay(changed, host_test::small_scenario());
}

// Recomputes every hash: somebody who changed a row and knows how.
void chain(std::vector<store::Row>& rows) {
  std::string previous = store::first_previous_hash();
  for (store::Row& row : rows) {
    row.hash = store::row_hash(previous, row);
    previous = row.hash;
  }
}

void fill(Room& room) {
  const auto console = room.console();
  room.command(console, 1, "add_table", R"({"title":"Jardin"})");
  room.command(console, 2, "start_step", R"({"step":"write","from":""})");
  room.end_turn(console);
}

}  // namespace

TEST_CASE("an empty log gives the state before the first row") {
  store::MemoryLog log;
  const auto state = host::replay(log, host_test::small_scenario());
  REQUIRE(state);
  CHECK(state->opened_at == 0);
  CHECK(state->scenario.id == "small");
}

TEST_CASE("rows and records come back as they were, with the numbers of their senders") {
  Room room;
  fill(room);
  const auto state = host::replay(room.log, host_test::small_scenario());
  REQUIRE(state);
  CHECK(state->run == room.host->state().run);
  CHECK(state->tables.at(TableId{1}).title == "Jardin");
  CHECK(state->facilitator.token == room.host->state().facilitator.token);
  CHECK(state->last_numbers == room.host->state().last_numbers);
  CHECK(state->last_numbers.begin()->second == 2);
}

TEST_CASE("the first broken row is named") {
  Room room;
  fill(room);
  const auto untouched = replay_changed(room, [](auto&) {});
  CHECK(untouched);

  const auto edited = replay_changed(room, [](auto& rows) { rows[1].body.back() = ' '; });
  REQUIRE_FALSE(edited);
  CHECK(edited.error().field == "row/2");

  const auto missing = replay_changed(room, [](auto& rows) { rows.erase(rows.begin() + 1); });
  REQUIRE_FALSE(missing);
  CHECK(missing.error().field == "row/2");

  const auto unknown = replay_changed(room, [](auto& rows) {
    rows[2].type = "no_such_event";
    chain(rows);
  });
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().field == "row/3");

  const auto backward = replay_changed(room, [](auto& rows) {
    rows[2].at -= 1'000'000;
    chain(rows);
  });
  REQUIRE_FALSE(backward);
  CHECK(backward.error().field == "row/3");

  const auto stranger = replay_changed(room, [](auto& rows) {
    rows[1].subject = "burglar/1";
    chain(rows);
  });
  REQUIRE_FALSE(stranger);
  CHECK(stranger.error().field == "row/2");
}

TEST_CASE("a record that does not decode, or is about nothing, is named; an erased one is passed over") {
  const auto with_record = [](const store::RecordRow& record) {
    Room room;
    fill(room);
    TABLEE_CHECK(room.log.put(record));
    TABLEE_CHECK(room.log.commit());
    return host::replay(room.log, host_test::small_scenario());
  };
  const auto rubbish = with_record({"draft", "1/write", "{", false});
  REQUIRE_FALSE(rubbish);
  CHECK(rubbish.error().field == "record/draft/1/write");
  const auto nobody = with_record({"draft", "9/write", R"({"person":9,"step":"write","text":"x"})", false});
  REQUIRE_FALSE(nobody);
  CHECK(nobody.error().field == "record/draft/9/write");
  CHECK(with_record({"draft", "9/write", "", true}));
}

}  // namespace replay_test
