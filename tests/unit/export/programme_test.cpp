#include "export/programme.h"

#include "core/seal.h"
#include "export/html.h"
#include "export/markdown.h"
#include "export/wording.h"
#include "unit/core/view_dump.h"
#include "unit/export/atelier.h"

namespace programme_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::exported;
using namespace tablee::exported::testing;

namespace {

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

const StepPrinted& row_of(const ProgrammePrinted& programme, const std::string& id) {
  for (const StepPrinted& step : programme.steps) {
    if (step.id == id) {
      return step;
    }
  }
  FAIL("no such step: " << id);
  return programme.steps.front();
}

TimeSpent spent(const ProgrammePrinted& programme, Together together) {
  return programme.times.at(static_cast<std::size_t>(together));
}

ProgrammePrinted unchanged(const Room& room) {
  return build_programme(room.state, room.state.scenario, {});
}

// Opened at 22:13 in universal time. Welcome runs 25 minutes; meanwhile `present` is given 15, the break is left out,
// `breathe` is added, `rank` goes after `draft`, `write` is edited. Then `present` runs 12 minutes and 3 more.
struct Changed {
  Changed() {
    room.start("welcome");
    room.later(minute_ms);
    room.must(facilitator(), ChangePlan{{{"present", 15}}, {"break"}, {}, "The <bus> is | late."});
    Step breathe = make_step("breathe", StepKind::pause, TimerMode::soft, 5, 5);
    breathe.audience.form = Form::plenary;
    room.must(facilitator(), InsertStep{breathe, "present", "Tired"});
    room.must(facilitator(), EditStep{"write", words("Write <now>"), words("do write"), "Too long"});
    room.must(facilitator(), MoveStep{"debate", "present", "While they are here"});
    room.later(24 * minute_ms);
    room.start("present");
    room.later(12 * minute_ms);
    room.start("breathe");
    room.later(4 * minute_ms);
    room.must(facilitator(), EndStep{"breathe"});
    room.start("present");
    room.later(3 * minute_ms);
    room.must(facilitator(), EndStep{"present"});
  }
  ProgrammePrinted programme(const std::vector<TimeGiven>& extensions = {}) const {
    return build_programme(room.state, opened, extensions);
  }
  Scenario opened = speaking_scenario();
  Room room{opened};
};

}  // namespace

TEST_CASE("time comes from the laps: breaks apart, laps of one step together, by who worked together") {
  const ProgrammePrinted programme = unchanged(finished_atelier());
  CHECK(spent(programme, Together::breaks).worked_minutes == 15);
  CHECK(spent(programme, Together::breaks).planned_minutes == 15);
  CHECK(spent(programme, Together::individual).worked_minutes == 8);
  CHECK(spent(programme, Together::tables).worked_minutes == 40);
  CHECK(spent(programme, Together::committee).worked_minutes == 0);
  CHECK(spent(programme, Together::plenary).worked_minutes == 20 + 20 + 5);
  CHECK(spent(programme, Together::plenary).planned_minutes == 20 + 10 + 20 + 10 + 30 + 20);
  CHECK(programme.worked_minutes == 93);
  // 173 minutes planned, 15 of them a break.
  CHECK(programme.planned_minutes == 158);
  REQUIRE(programme.steps.size() == 9);
  CHECK(programme.steps[3].kind == StepKind::pause);
  CHECK(programme.steps[6].form == Form::table);
  CHECK(programme.steps[6].worked_minutes == 40);
}

TEST_CASE("half a minute of work counts as one minute, less as none") {
  Room room;
  room.start("welcome");
  room.later(minute_ms / 2);
  room.start("break");
  CHECK(unchanged(room).worked_minutes == 1);
  Room shorter;
  shorter.start("welcome");
  shorter.later(minute_ms / 2 - 1);
  shorter.start("break");
  CHECK(unchanged(shorter).worked_minutes == 0);
}

TEST_CASE("each step has its planned start, its laps, and what they differ by once it is over") {
  const Room room = finished_atelier();
  const ProgrammePrinted programme = unchanged(room);
  const StepPrinted& draft = row_of(programme, "draft");
  CHECK(draft.planned_start_minute == 13 * 60 + 30 + 20 + 10 + 8 + 15 + 20 + 10);
  CHECK(draft.planned_minutes == 40);
  CHECK_FALSE(draft.changed_minutes.has_value());
  REQUIRE(draft.laps.size() == 2);
  CHECK(draft.laps[1].ended_at_ms - draft.laps[1].started_at_ms == 10 * minute_ms);
  CHECK(draft.difference_minutes == 0);
  CHECK(row_of(programme, "rank").difference_minutes == -10);
  // Never held, and still going on.
  CHECK(row_of(programme, "present").laps.empty());
  CHECK_FALSE(row_of(programme, "present").difference_minutes.has_value());
  CHECK(row_of(programme, "hand_over").laps[0].ended_at_ms == 0);
  CHECK(row_of(programme, "hand_over").worked_minutes == 5);
  CHECK_FALSE(row_of(programme, "hand_over").difference_minutes.has_value());
}

TEST_CASE("a night is planned until it is over, and is neither work nor a break") {
  Scenario scenario = small_scenario();
  Step& night = scenario.steps[3];
  night.rest = Rest::night;
  night.resumes_at = "09:00";
  Room room{scenario};
  room.start("break");
  room.later(900 * minute_ms);
  room.must(facilitator(), EndStep{"break"});
  const ProgrammePrinted programme = unchanged(room);
  CHECK(row_of(programme, "break").planned_minutes == (24 - 14) * 60 - 8 + 9 * 60);
  CHECK(row_of(programme, "break").worked_minutes == 900);
  CHECK(row_of(programme, "cluster").planned_start_minute == (24 + 9) * 60);
  CHECK(spent(programme, Together::breaks).planned_minutes == 0);
  CHECK(spent(programme, Together::breaks).worked_minutes == 0);
  REQUIRE(programme.nights.size() == 1);
  CHECK(programme.nights[0].evening_sha256 == room.state.content_seals[0].sha256);
  CHECK(programme.nights[0].morning_sha256 == room.state.content_seals[1].sha256);
  CHECK(has(programme_sentences(programme).back(), "rien n’a été changé du soir au matin"));
  CHECK(planned_start(programme, row_of(programme, "break")) == "jour 1, 14:08");
  CHECK(planned_start(programme, row_of(programme, "cluster")) == "jour 2, 09:00");
  CHECK(laps_in_words(programme, row_of(programme, "break")) == "14\u00a0novembre, 22:13 au 15\u00a0novembre, 13:13");
}

TEST_CASE("what was changed is there, beside what was planned at the opening") {
  const Changed t;
  const ProgrammePrinted programme = t.programme();
  std::string order;
  for (const StepPrinted& step : programme.steps) {
    order += step.id + " ";
  }
  CHECK(order == "welcome present debate breathe write break cluster rank draft vote hand_over round fishbowl ");
  const StepPrinted& present = row_of(programme, "present");
  CHECK(present.planned_minutes == 10);
  CHECK(present.changed_minutes == 15);
  CHECK(present.laps.size() == 2);
  CHECK(present.difference_minutes == 5);
  const StepPrinted& breathe = row_of(programme, "breathe");
  CHECK(breathe.inserted);
  CHECK_FALSE(breathe.planned_start_minute.has_value());
  CHECK_FALSE(breathe.planned_minutes.has_value());
  CHECK(breathe.difference_minutes == 4);
  const StepPrinted& dropped = row_of(programme, "break");
  CHECK(dropped.dropped);
  CHECK(dropped.difference_minutes == -15);
  const StepPrinted& debate = row_of(programme, "debate");
  CHECK(debate.moved);
  CHECK(debate.planned_start_minute == 13 * 60 + 30 + 173);
  CHECK(row_of(programme, "write").title.fr == "Write <now>");
  // The break planned, the one that was added.
  CHECK(spent(programme, Together::breaks).planned_minutes == 15);
  CHECK(spent(programme, Together::breaks).worked_minutes == 4);
  REQUIRE(programme.changes.size() == 5);
  CHECK(programme.changes[0].at_ms == t.room.state.laps[0].started_at + minute_ms);
  CHECK(programme.changes[1].kind == PlanChangeKind::dropped);
  CHECK(programme.changes[1].steps == std::vector<std::string>{"break"});
}

TEST_CASE("time given to a step is counted, that of a start undone is not") {
  const Changed t;
  const TimeMs start = t.room.state.laps[0].started_at;
  const TimeMs second = t.room.state.laps[3].started_at;
  const ProgrammePrinted programme = t.programme({{"welcome", 5, start},
                                                  {"present", 2, second},
                                                  {"present", 1, t.room.state.laps[3].ended_at},
                                                  {"present", 4, second},
                                                  {"present", -4, second},
                                                  {"", 5, second, TableId{1}},
                                                  {"present", 9, second - 1},
                                                  {"write", 9, second}});
  CHECK(programme.extensions == 2);
  REQUIRE(row_of(programme, "present").tables.size() == 1);
  CHECK(row_of(programme, "present").tables[0].extended_minutes == 5);
  CHECK(programme.extended_minutes == 8);
  CHECK(row_of(programme, "present").extended_minutes == 3);
  CHECK(row_of(programme, "write").extended_minutes == 0);
}

TEST_CASE("the programme is said in French, with its clocks") {
  const Changed t;
  const ProgrammePrinted programme = t.programme({{"present", 2, t.room.state.laps[3].started_at}});
  const StepPrinted& present = row_of(programme, "present");
  CHECK(planned_start(programme, present) == "13:50");
  CHECK(laps_in_words(programme, present) == "22:38\u00a0à\u00a022:50\u00a0; 22:54\u00a0à\u00a022:57");
  StepPrinted open = present;
  open.laps.back().ended_at_ms = 0;
  CHECK(laps_in_words(programme, open) == "22:38\u00a0à\u00a022:50\u00a0; 22:54, en cours");
  CHECK(worked_duration(present) == "15\u00a0min");
  CHECK(difference_of(present) == "+5\u00a0min");
  CHECK(step_remarks(present) == "durée changée\u00a0: 15\u00a0min, rallongée de 2\u00a0min, tenue en 2\u00a0fois");
  CHECK(step_remarks(row_of(programme, "breathe")) == "ajoutée\u00a0: 5\u00a0min");
  CHECK(planned_start(programme, row_of(programme, "breathe")) == "–");
  CHECK(planned_duration(row_of(programme, "breathe")) == "–");
  CHECK(step_remarks(row_of(programme, "break")) == "retirée");
  CHECK(step_remarks(row_of(programme, "debate")) == "déplacée, pas tenue");
  CHECK(worked_duration(row_of(programme, "debate")) == "–");
  CHECK(difference_of(row_of(programme, "break")) == "−15\u00a0min");
  CHECK(step_remarks(row_of(programme, "welcome")).empty());
  CHECK(difference(0) == "0\u00a0min");
  CHECK(difference(-65) == "−1\u00a0h\u00a005");
  const std::vector<std::string> sentences = programme_sentences(programme);
  CHECK(has(sentences[0], "5\u00a0changements"));
  CHECK(has(sentences[1], "1\u00a0séquence rallongée"));
  CHECK(change_sentence(programme, programme.changes[2]) ==
        "14\u00a0novembre\u00a02023 à 22:14 (temps universel)\u00a0: ajout de «\u00a0breathe\u00a0». "
        "Raison\u00a0: Tired");
}

TEST_CASE("a programme that was not changed says so in one sentence, and has no list of changes") {
  const AvisDocument document = document_of(finished_atelier());
  for (const std::string& text : {to_markdown(document), to_html(document)}) {
    CHECK(has(text, "Le programme n’a pas été changé pendant l’atelier."));
    CHECK(has(text, "Aucune séquence n’a été rallongée."));
    CHECK_FALSE(has(text, "Les changements du programme"));
  }
}

TEST_CASE("both pages have the steps, the times and the changes; what the lead typed stays words") {
  const Changed t;
  const AvisDocument document = document_of(t.room, t.opened);
  const std::string page = to_html(document);
  CHECK(has(page,
            "<th scope=\"row\">present</th><td>tous ensemble</td><td>13:50</td><td class=\"count\">10\u00a0min</td>"));
  CHECK(has(page, "<th scope=\"row\">Write &lt;now&gt;</th>"));
  CHECK(has(page, "Raison\u00a0: The &lt;bus&gt; is | late."));
  CHECK(has(page, "<table class=\"wide\">\n<caption>"));
  const std::string text = to_markdown(document);
  CHECK(has(text,
            "| present | tous ensemble | 13:50 | 10\u00a0min | 22:38\u00a0à\u00a022:50\u00a0; 22:54\u00a0à\u00a022:57 "
            "| 15\u00a0min "
            "| +5\u00a0min | durée changée\u00a0: 15\u00a0min, tenue en 2\u00a0fois |\n"));
  CHECK(has(text, "| pauses, en plus | 15\u00a0min | 4\u00a0min | −11\u00a0min |\n"));
  CHECK(has(text, "Raison\u00a0: The \\<bus\\> is \\| late."));
}

TEST_CASE("changing the programme does not change the sealed avis") {
  const Changed t;
  Room same{t.opened};
  CHECK(canonical_avis(t.room.state) == canonical_avis(same.state));
}

}  // namespace programme_test
