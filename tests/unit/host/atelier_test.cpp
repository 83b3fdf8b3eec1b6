#include "host/atelier.h"

#include <doctest/doctest.h>

#include "base/sha256.h"
#include "host/replay.h"
#include "room.h"

namespace atelier_test {

using namespace tablee;
using host::Atelier;

namespace {

// An atelier that has been opened, with one table, on a log that can fail.
struct Opened {
  Opened() : atelier(log, *host::replay(log, host_test::small_scenario()), [] { return sha256("draw"); }) {
    atelier.move_on(1'000'000);
    const auto own = atelier.envelope({}, "", 0);
    atelier.carry_out(own, *core::decide_open(atelier.state(), own, {"hash"}));
    carry_out(core::AddTable{""});
    TABLEE_CHECK(atelier.commit());
    atelier.take_changes();
  }

  void carry_out(const core::Command& command) {
    const auto asked = atelier.envelope({core::Role::facilitator, {}, {}}, "device", ++number);
    const auto decision = core::decide(atelier.state(), asked, command);
    TABLEE_CHECK(decision);
    atelier.carry_out(asked, *decision);
  }

  host_test::FailingLog log;
  std::uint64_t number = 0;
  Atelier atelier;
};

}  // namespace

TEST_CASE("a row carries who asked, under which number and when; the host's own rows carry neither") {
  Opened opened;
  std::vector<store::Row> rows;
  REQUIRE(opened.log.read(1, [&](const store::Row& row) {
    rows.push_back(row);
    return true;
  }));
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].subject == "host");
  CHECK(rows[0].number == 0);
  CHECK(rows[1].subject == "facilitator");
  CHECK(rows[1].sender == "device");
  CHECK(rows[1].number == 1);
  CHECK(rows[1].at == 1'000'000);
}

TEST_CASE("changes are what happened since they were last taken") {
  Opened opened;
  opened.carry_out(core::AddPeople{{{"Ann", TableId{1}}}});
  host::Changes changes = opened.atelier.take_changes();
  CHECK(changes.touched.people.contains(PersonId{1}));
  CHECK(changes.people_shut_out.empty());
  opened.carry_out(core::ReplaceCard{PersonId{1}});
  opened.carry_out(core::SetGone{PersonId{1}, true});
  opened.carry_out(core::RemoveTable{TableId{1}});
  changes = opened.atelier.take_changes();
  CHECK(changes.people_shut_out == std::vector<PersonId>{PersonId{1}, PersonId{1}});
  CHECK(changes.tables_shut_out == std::vector<TableId>{TableId{1}});
  opened.carry_out(core::SetGone{PersonId{1}, false});
  CHECK(opened.atelier.take_changes().people_shut_out.empty());
}

TEST_CASE("a replaced card's code and token open nothing any more, the new ones do") {
  Opened opened;
  opened.carry_out(core::AddPeople{{{"Ann", std::nullopt}}});
  const core::Card before = opened.atelier.state().cards.at(PersonId{1});
  CHECK(opened.atelier.doors().by_code(before.code).has_value());
  CHECK(opened.atelier.doors().by_token(before.token)->person == PersonId{1});
  opened.carry_out(core::AddPeople{{{"Bob", std::nullopt}}});
  opened.carry_out(core::RenamePerson{PersonId{1}, "Anne"});
  CHECK(opened.atelier.doors().by_code(before.code).has_value());
  const auto own = opened.atelier.envelope({}, "", 0);
  core::Card fresh = before;
  fresh.code = "NEWCARD3";
  fresh.token = std::string(32, 'f');
  opened.atelier.carry_out(own, core::Decision{{}, {fresh}});
  CHECK_FALSE(opened.atelier.doors().by_code(before.code).has_value());
  CHECK_FALSE(opened.atelier.doors().by_token(before.token).has_value());
  CHECK(opened.atelier.doors().by_code("NEWCARD3")->person == PersonId{1});
  CHECK(opened.atelier.doors().by_token(fresh.token)->person == PersonId{1});
}

TEST_CASE("a deadline moves on when it has been kept") {
  Opened opened;
  opened.carry_out(core::StartStep{"write", ""});
  CHECK(opened.atelier.deadline() == 1'000'000 + 10 * minute_ms);
  opened.atelier.move_on(1'000'000 + 10 * minute_ms - 1);
  opened.atelier.keep_time();
  CHECK(opened.atelier.state().run.status == core::RunStatus::running);
  opened.atelier.move_on(1'000'000 + 10 * minute_ms);
  opened.atelier.keep_time();
  CHECK(opened.atelier.state().run.status == core::RunStatus::ended);
  CHECK(opened.atelier.deadline() == 0);
}

TEST_CASE("after a failure nothing is appended or applied, and commit says why for ever") {
  Opened opened;
  opened.log.append_fails = true;
  opened.carry_out(core::AddTable{""});
  CHECK(opened.atelier.failed());
  opened.log.append_fails = false;
  opened.carry_out(core::AddTable{""});
  CHECK(opened.atelier.state().tables.size() == 1);
  CHECK_FALSE(opened.atelier.commit());
  CHECK_FALSE(opened.atelier.commit());
}

}  // namespace atelier_test
