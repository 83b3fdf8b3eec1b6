#include "core/condition.h"

#include <doctest/doctest.h>

#include <string>

namespace condition_test {

using namespace tablee;
using namespace tablee::core;

namespace {

bool holds_in(const std::string& text, const Facts& facts) {
  const auto condition = parse_condition(text);
  REQUIRE_MESSAGE(condition.has_value(), text << ": " << (condition ? "" : condition.error().detail));
  return holds(*condition, facts);
}

std::string fault_of(const std::string& text) {
  const auto condition = parse_condition(text);
  REQUIRE_FALSE(condition.has_value());
  return condition.error().detail;
}

}  // namespace

TEST_CASE("the conditions of the process reference hold when they should") {
  Facts facts;
  facts.present = 79;
  facts.expected = 100;
  facts.duration = 29;
  facts.ceiling = 30;
  const std::string doors = "present >= 0.8 * expected or duration >= ceiling";
  CHECK_FALSE(holds_in(doors, facts));
  facts.present = 80;
  CHECK(holds_in(doors, facts));
  facts.present = 1;
  facts.duration = 30;
  CHECK(holds_in(doors, facts));

  facts.voters = 80;
  facts.present = 81;
  CHECK_FALSE(holds_in("voters == present", facts));
  facts.present = 80;
  CHECK(holds_in("voters == present", facts));

  facts.tables_ready = {4, 5};
  CHECK(holds_in("tables_ready >= 0.8", facts));
  facts.tables_ready = {7, 9};
  CHECK_FALSE(holds_in("tables_ready >= 0.8", facts));

  facts.outcome = Issue::rejected;
  facts.turn = 2;
  CHECK_FALSE(holds_in("outcome == rejected and turn == 1", facts));
  CHECK(holds_in("outcome == rejected and turn == 2", facts));
  CHECK_FALSE(holds_in("outcome == adopted", facts));
  facts.outcome.reset();
  CHECK_FALSE(holds_in("outcome == rejected", facts));
}

TEST_CASE("flags are true only when they are") {
  Facts facts;
  for (const char* flag : {"time_up", "all_ready", "all_voted", "facilitator"}) {
    CHECK_FALSE(holds_in(flag, facts));
  }
  facts.all_voted = true;
  CHECK(holds_in("all_voted or facilitator", facts));
  CHECK_FALSE(holds_in("all_voted and facilitator", facts));
  CHECK(mentions(*parse_condition("all_ready or time_up"), Flag::time_up));
  CHECK_FALSE(mentions(*parse_condition("all_ready or all_voted"), Flag::time_up));
}

TEST_CASE("and binds tighter than or") {
  Facts facts;
  facts.time_up = true;
  CHECK(holds_in("time_up or all_ready and facilitator", facts));
  CHECK_FALSE(holds_in("all_ready and time_up or facilitator", facts));
}

TEST_CASE("comparisons are exact: two thirds of 51 is 34, not 33.999") {
  Facts facts;
  facts.voters = 34;
  facts.present = 51;
  CHECK(holds_in("3 * voters == 2 * present", facts));
  CHECK(holds_in("voters >= 0.66666666 * present", facts));
  facts.voters = 33;
  CHECK_FALSE(holds_in("voters >= 0.66666666 * present", facts));
  facts.present = 2000;
  facts.voters = 2000;
  CHECK(holds_in("999999999 * voters * present >= 999999999 * present * voters", facts));
}

TEST_CASE("a bad condition says after which word, and what was wanted") {
  CHECK(fault_of("") == "Au début, il faut un nombre ou une variable connue, et non la fin.");
  CHECK(fault_of("present >=") == "Après « >= », il faut un nombre ou une variable connue, et non la fin.");
  CHECK(fault_of("present > 3") == "Après « present », il faut « >= » ou « == », et non « > ».");
  CHECK(fault_of("time_up or") == "Après « or », il faut un nombre ou une variable connue, et non la fin.");
  CHECK(fault_of("outcome == lost") == "Après « == », il faut adopted, rejected ou no_quorum, et non « lost ».");
  CHECK(fault_of("system(rm) == 1").find("« system »") != std::string::npos);
  for (const char* wrong : {"present >= 0.", "present >= .5", "present >= 1.2.3", "present >= 1234567890",
                            "PRESENT >= 1", "present >= 1 1", "time_up time_up", "(time_up)", "present >= 2 * 3",
                            "not time_up", "present * present * present >= 1", "present >= -1", "é == 1"}) {
    CAPTURE(wrong);
    CHECK_FALSE(parse_condition(wrong).has_value());
  }
}

}  // namespace condition_test
