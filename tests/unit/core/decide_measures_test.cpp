#include "unit/core/measure_world.h"

namespace decide_measures_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Refusal refused(Twelve& t, std::vector<SheetAnswer> answers) {
  return refusal_of(t.room, person(t.people[0]), FillSheet{"before", pseudonym_of(t.people[0]), std::move(answers)});
}

}  // namespace

TEST_CASE("who needs more time answers after the end, until the results are published") {
  Twelve t;
  t.room.must(person(t.people[0]), SetPace{Pace::more});
  t.room.must(person(t.people[2]), SetPace{Pace::unlimited});
  t.room.start("before");
  t.room.later(10 * minute_ms);
  t.room.start("after");
  t.room.later(2 * minute_ms);
  t.fill(0, "before", {level("heard", 4)});
  const FillSheet usual{"before", pseudonym_of(t.people[1]), {level("heard", 4)}};
  CHECK(refusal_of(t.room, person(t.people[1]), usual).code == Code::wrong_step);
  t.room.later(20 * minute_ms);
  const FillSheet again{"before", pseudonym_of(t.people[0]), {level("heard", 5)}};
  CHECK(refusal_of(t.room, person(t.people[0]), again).code == Code::wrong_step);
  t.fill(2, "before", {level("heard", 2)});
  t.room.must(facilitator(), PublishMeasure{"before"});
  const FillSheet late{"before", pseudonym_of(t.people[2]), {level("heard", 1)}};
  CHECK(refusal_of(t.room, person(t.people[2]), late).code == Code::wrong_state);
}

TEST_CASE("the journal says that a person answered; the sheet is a record without the person") {
  Twelve t;
  t.room.start("before");
  const Decision decision = t.fill(0, "before", {in_words("word", "  fine \r\n"), level("heard", 4)});
  CHECK(the<SheetFilled>(decision).person == t.people[0]);
  REQUIRE(decision.records.size() == 1);
  const Sheet& sheet = std::get<Sheet>(decision.records.front());
  // In the order of the questions, whatever the order they were answered in.
  CHECK(sheet.answers == std::vector<SheetAnswer>{level("heard", 4), in_words("word", "fine")});
  CHECK(record_key(decision.records.front()) == "sheet/before/" + pseudonym_of(t.people[0]));
  CHECK(t.room.state.measures.at("before").answered == std::set<PersonId>{t.people[0]});
  CHECK(t.room.state.people.at(t.people[0]).active);
}

TEST_CASE("sent again, a sheet replaces the whole one before") {
  Twelve t;
  t.room.start("before");
  t.fill(0, "before", {level("heard", 4), level("sky", 1)});
  t.fill(0, "before", {level("sky", 3)});
  t.fill(0, "before", {});
  const Measure& measure = t.room.state.measures.at("before");
  REQUIRE(measure.box.size() == 1);
  CHECK(measure.box.begin()->second.answers.empty());
  CHECK(measure.answered.size() == 1);
}

TEST_CASE("nobody has two sheets, and nobody writes on another's") {
  Twelve t;
  t.room.start("before");
  t.fill(0, "before", {level("heard", 4)});
  const auto other_key = refusal_of(t.room, person(t.people[0]), FillSheet{"before", ballot_key(5), {}});
  CHECK(other_key.code == Code::conflict);
  CHECK(other_key.field == "pseudonym");
  const auto of_another = refusal_of(t.room, person(t.people[1]), FillSheet{"before", pseudonym_of(t.people[0]), {}});
  CHECK(of_another.code == Code::conflict);
}

TEST_CASE("an answer has the form its scale gives it") {
  Twelve t;
  t.room.start("before");
  CHECK(refused(t, {level("heard", 0)}).code == Code::out_of_range);
  CHECK(refused(t, {level("heard", 6)}).code == Code::out_of_range);
  CHECK(refused(t, {level("sky", 4)}).code == Code::out_of_range);
  CHECK(refused(t, {level("again", 3)}).code == Code::out_of_range);
  CHECK(refused(t, {level("word", 1)}).code == Code::out_of_range);
  CHECK(refused(t, {unknown("sky")}).code == Code::out_of_range);
  CHECK(refused(t, {unknown("word")}).code == Code::out_of_range);
  CHECK(refused(t, {in_words("heard", "four")}).code == Code::out_of_range);
  CHECK(refused(t, {in_words("word", " \n ")}).code == Code::out_of_range);
  CHECK(refused(t, {SheetAnswer{"heard", 4, true, ""}}).code == Code::out_of_range);
  CHECK(refused(t, {SheetAnswer{"heard", std::nullopt, false, ""}}).code == Code::out_of_range);
  CHECK(refused(t, {level("other", 1)}).code == Code::out_of_range);
  CHECK(refused(t, {level("heard", 1), level("heard", 2)}).code == Code::out_of_range);
  t.fill(0, "before", {level("heard", 5), level("sky", 3), level("again", 2), in_words("word", "x")});
  t.fill(0, "before", {level("heard", 1), level("sky", 1), unknown("again")});
}

TEST_CASE("free words have 140 characters at most") {
  Twelve t;
  t.room.start("before");
  std::string text;
  for (int i = 0; i < 140; ++i) {
    text += "é";
  }
  t.fill(0, "before", {in_words("word", text)});
  CHECK(refused(t, {in_words("word", text + "é")}).code == Code::too_long);
}

TEST_CASE("only a questionnaire that is going on, only people who came, only a drawn pseudonym") {
  Twelve t;
  const FillSheet mine{"before", pseudonym_of(t.people[0]), {}};
  CHECK(refusal_of(t.room, person(t.people[0]), mine).code == Code::wrong_step);
  CHECK(refusal_of(t.room, person(t.people[0]), FillSheet{"nothing", mine.pseudonym, {}}).code == Code::not_found);
  t.room.start("write");
  CHECK(refusal_of(t.room, person(t.people[0]), FillSheet{"write", mine.pseudonym, {}}).code == Code::wrong_step);
  t.room.start("before");
  CHECK(refusal_of(t.room, person(t.people[0]), FillSheet{"before", std::string(32, 'G'), {}}).field == "pseudonym");
  const PersonId absent = t.room.add_person();
  CHECK(refusal_of(t.room, person(absent), FillSheet{"before", ballot_key(7), {}}).code == Code::not_allowed);
  CHECK(t.room.say(person(t.people[0]), mine).has_value());
  t.room.must(facilitator(), EndStep{"before"});
  CHECK(refusal_of(t.room, person(t.people[0]), mine).code == Code::wrong_step);
}

TEST_CASE("results are published once, when the step is over and somebody has answered") {
  Twelve t;
  CHECK(refusal_of(t.room, facilitator(), PublishMeasure{"nothing"}).code == Code::not_found);
  CHECK(refusal_of(t.room, facilitator(), PublishMeasure{"write"}).code == Code::wrong_step);
  t.room.start("before");
  CHECK(refusal_of(t.room, facilitator(), PublishMeasure{"before"}).code == Code::wrong_step);
  t.room.must(facilitator(), EndStep{"before"});
  CHECK(refusal_of(t.room, facilitator(), PublishMeasure{"before"}).code == Code::wrong_state);
  t.room.start("before");
  t.fill(0, "before", {level("heard", 4)});
  t.room.must(facilitator(), EndStep{"before"});
  CHECK(the<MeasurePublished>(t.room.must(facilitator(), PublishMeasure{"before"})).sheets == 1);
  CHECK(refusal_of(t.room, facilitator(), PublishMeasure{"before"}).code == Code::wrong_state);
}

TEST_CASE("published results fix their sheets, and those they were compared with") {
  Twelve t;
  t.room.start("before");
  t.fill(0, "before", {level("heard", 4)});
  t.room.start("after");
  t.fill(0, "after", {level("heard", 5)});
  t.end_and_publish("after");
  t.room.start("after");
  CHECK(refusal_of(t.room, person(t.people[1]), FillSheet{"after", pseudonym_of(t.people[1]), {}}).code ==
        Code::wrong_state);
  t.room.start("before");
  CHECK(refusal_of(t.room, person(t.people[1]), FillSheet{"before", pseudonym_of(t.people[1]), {}}).code ==
        Code::wrong_state);
}

TEST_CASE("a questionnaire reopened before it is published goes on with its sheets") {
  Twelve t;
  t.room.start("before");
  t.fill(0, "before", {level("heard", 4)});
  t.room.must(facilitator(), EndStep{"before"});
  t.room.start("before");
  t.fill(0, "before", {level("heard", 2)});
  t.fill(1, "before", {level("heard", 3)});
  CHECK(t.room.state.measures.at("before").box.size() == 2);
}

}  // namespace decide_measures_test
