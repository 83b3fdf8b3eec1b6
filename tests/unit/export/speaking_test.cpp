#include "export/speaking.h"

#include "export/html.h"
#include "export/markdown.h"
#include "unit/export/atelier.h"

namespace speaking_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::exported;
using namespace tablee::exported::testing;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

// Two tables; eleven people at the first. In `round`, two of them speak for 30 and 90 s of 4 minutes, one passes.
struct Talk {
  Talk() {
    red = room.add_table("Red");
    blue = room.add_table("Blue");
    for (int i = 0; i < 11; ++i) {
      people.push_back(room.arrive(red, "Name-of-a-citizen"));
    }
    room.start("round");
    speak(people[0], 30'000);
    speak(people[1], 90'000);
    room.must(person(people[2]), PassTurn{"round"});
    room.later(120'000);
    room.start("debate");
  }
  void speak(PersonId id, TimeMs duration) {
    room.must(screen(red), SetSpeaker{std::nullopt, id});
    room.later(duration);
    room.must(screen(red), SetSpeaker{});
  }
  Room room{speaking_scenario()};
  TableId red, blue;
  std::vector<PersonId> people;
};

}  // namespace

TEST_CASE("nothing measured is said, and nothing is counted") {
  const SpeakingPrinted printed = build_speaking(finished_atelier().state);
  for (const PlaceSpeaking& place : printed.places) {
    CHECK_FALSE(place.seconds.has_value());
  }
  CHECK_FALSE(printed.in_plenary.has_value());
  CHECK(speaking_sentences(printed) == std::vector<std::string>{"Le temps de parole n’a pas été mesuré."});
}

TEST_CASE("a measured table has its seconds and its coverage; the other is not measured") {
  const Talk t;
  const SpeakingPrinted printed = build_speaking(t.room.state);
  REQUIRE(printed.places.size() == 3);
  CHECK_FALSE(printed.places[0].seconds.has_value());
  CHECK(printed.places[1].place == "Red");
  CHECK(printed.places[1].seconds == 120);
  CHECK(printed.places[1].coverage_percent == 50);
  CHECK_FALSE(printed.places[2].seconds.has_value());
  CHECK(printed.places[2].coverage_percent == 0);
  const std::vector<std::string> sentences = speaking_sentences(printed);
  CHECK(has(sentences[2], "Red\u00a0: 2\u00a0minutes et 0\u00a0seconde de parole mesurées, soit 50\u00a0% du temps"));
  CHECK(has(sentences[3], "Blue\u00a0: non mesuré."));
}

TEST_CASE("ten people make a group, without the one who passed; nine do not") {
  Talk t;
  const SpeakingPrinted printed = build_speaking(t.room.state);
  REQUIRE(printed.at_tables.has_value());
  CHECK(printed.at_tables->people == 10);
  CHECK(printed.at_tables->silent == 8);
  CHECK(printed.at_tables->gini_thousandths == 850);  // (7 * 30 + 9 * 90) / (10 * 120)
  CHECK(has(speaking_sentences(printed).back(), "10\u00a0personnes mesurées, dont 8 sans prise de parole"));
  CHECK(has(speaking_sentences(printed).back(), "0,850"));
  t.room.must(facilitator(), SetGone{t.people[5], true});
  CHECK_FALSE(build_speaking(t.room.state).at_tables.has_value());
}

TEST_CASE("in plenary, everyone present is measured") {
  Talk t;
  t.room.must(facilitator(), GiveFloor{t.people[0]});
  t.room.later(60'000);
  t.room.start("welcome");
  const SpeakingPrinted printed = build_speaking(t.room.state);
  CHECK(printed.places[0].seconds == 60);
  CHECK(printed.places[0].coverage_percent == 100);
  REQUIRE(printed.in_plenary.has_value());
  CHECK(printed.in_plenary->people == 11);
  CHECK(printed.in_plenary->silent == 10);
}

TEST_CASE("the documents have the part, and no name") {
  const Talk t;
  const AvisDocument document = document_of(t.room);
  for (const std::string& text : {to_markdown(document), to_html(document)}) {
    CHECK(has(text, "Le temps de parole"));
    CHECK(has(text, "Blue\u00a0: non mesuré."));
    CHECK_FALSE(has(text, "Name-of-a-citizen"));
  }
}

}  // namespace speaking_test
