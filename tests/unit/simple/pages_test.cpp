#include "simple/pages.h"

#include <doctest/doctest.h>

#include "unit/core/world.h"

namespace pages_test {

using namespace tablee;
using namespace tablee::simple;
using namespace tablee::core::testing;
using core::Choice;
using core::StepKind;

namespace {

// Everything a page could take for markup.
const std::string nasty = "<script>alert(1)</script>\"'&";

std::size_t count(const std::string& page, std::string_view part) {
  std::size_t found = 0;
  for (std::size_t at = page.find(part); at != std::string::npos; at = page.find(part, at + 1)) {
    ++found;
  }
  return found;
}

// Whether the page says so, its no-break spaces taken for spaces.
bool has(std::string page, std::string_view part) {
  constexpr std::string_view no_break_space = "\u00a0";
  for (std::size_t at = page.find(no_break_space); at != std::string::npos; at = page.find(no_break_space, at)) {
    page.replace(at, no_break_space.size(), " ");
  }
  return page.find(part) != std::string::npos;
}

struct World {
  World() : room(hostile_scenario()) {
    table = room.add_table(nasty);
    ann = room.arrive(table, nasty);
    bob = room.arrive(table, "Bob le discret");
  }
  static core::Scenario hostile_scenario() {
    core::Scenario scenario = small_scenario();
    scenario.question = words(nasty);
    scenario.commitments = {words(nasty)};
    for (core::Step& step : scenario.steps) {
      step.title = words(nasty + step.id);
      step.instruction = words(nasty);
    }
    return scenario;
  }
  Seen seen() const { return see(room.state, ann, room.now); }

  // Every page a seated person can ask for.
  std::vector<std::string> pages(Language language = Language::fr) const {
    const Paper paper{language, nasty, nasty};
    const Seen now = seen();
    const Faults faults{{"", nasty}, {"text", nasty}, {"withdraw", nasty}};
    std::vector<std::string> all{step_page(paper, now, nasty),
                                 reading_page(paper, now),
                                 question_page(paper, now),
                                 board_page(paper, now),
                                 avis_page(paper, now),
                                 article_page(paper, now),
                                 messages_page(paper, now),
                                 help_page(paper, now, faults, nasty),
                                 settings_page(paper, now, nasty),
                                 leave_page(paper, now),
                                 ideas_page(paper, now, faults, ""),
                                 write_page(paper, now, {"write", nasty, faults, nasty}),
                                 door_page(paper, {nasty, nasty, nasty, {{"code", nasty}}, true}),
                                 error_page(paper, nasty, nasty)};
    Voting voting;
    voting.poll = open_poll(now);
    if (voting.poll != nullptr) {
      voting.choosing.choice = Choice::against;
      all.push_back(check_page(paper, now, voting));
      all.push_back(sent_page(paper, now, voting));
      for (const core::PollOption& option : voting.poll->options) {
        voting.choosing.points[option.id.value] = nasty;
      }
      voting.faults = faults_of(language, *voting.poll, voting.choosing);
      voting.faults.push_back({"choice", nasty});
      all.push_back(choose_page(paper, now, voting));
    }
    return all;
  }
  void check_escaped() const {
    for (const std::string& page : pages()) {
      CHECK_FALSE(has(page, "<script"));
      CHECK_FALSE(has(page, "\"'&"));
    }
  }

  core::testing::Room room;
  TableId table;
  PersonId ann;
  PersonId bob;
};

}  // namespace

TEST_CASE("whatever people and programmes write, no page takes it for markup") {
  World world;
  world.check_escaped();
  world.room.start("write");
  const IdeaId idea = world.room.write_idea(world.ann, nasty);
  world.room.must(person(world.ann), core::SaveDraft{"write", nasty});
  world.room.must(facilitator(), core::SendMessage{std::nullopt, nasty});
  world.room.must(facilitator(), core::SendMessage{world.table, nasty});
  world.check_escaped();
  world.room.start("cluster");
  world.room.add_cluster(nasty, {idea});
  world.check_escaped();
  world.room.start("rank");
  world.check_escaped();
  world.room.must(person(world.ann), core::CastPoints{PollId{1}, ballot_key(1), {{ClusterId{1}, 2}}});
  world.room.must(facilitator(), core::EndStep{"rank"});
  world.room.must(facilitator(), core::PublishPoll{PollId{1}});
  world.room.start("draft");
  for (const char* field : {"title", "problem", "measure"}) {
    world.room.must(screen(world.table), core::EditArticle{ArticleId{1}, field, nasty, 0});
  }
  world.check_escaped();
  world.room.start("vote");
  world.room.must(facilitator(), core::OpenPoll{PollId{2}});
  world.check_escaped();
  world.room.must(person(world.ann), core::CastVote{PollId{2}, ballot_key(2), Choice::for_});
  world.room.must(person(world.bob), core::CastVote{PollId{2}, ballot_key(3), Choice::for_});
  world.room.must(facilitator(), core::ClosePoll{PollId{2}});
  world.room.must(facilitator(), core::PublishPoll{PollId{2}});
  world.room.must(facilitator(), core::RecordPromise{nasty, nasty, "2027-02-03"});
  world.check_escaped();
  // And it was there: escaping is not leaving out.
  CHECK(has(avis_page({}, world.seen()), "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"));
}

TEST_CASE("nothing that another person wrote for themselves is on any page") {
  World world;
  world.room.start("write");
  world.room.write_idea(world.bob, "le secret de Bob");
  world.room.must(person(world.bob), core::SaveDraft{"write", "le brouillon de Bob"});
  for (const std::string& page : world.pages()) {
    CHECK_FALSE(has(page, "le secret de Bob"));
    CHECK_FALSE(has(page, "le brouillon de Bob"));
    CHECK_FALSE(has(page, world.room.state.cards.at(world.bob).code));
    CHECK_FALSE(has(page, world.room.state.cards.at(world.ann).token));
  }
}

TEST_CASE("S4 K6 3.2.3: every page has one heading, a title, a language, a skip link, the same links, no script") {
  World world;
  world.room.start("rank");
  for (const Language language : {Language::fr, Language::falc, Language::en}) {
    for (const std::string& page : world.pages(language)) {
      CHECK(page.starts_with("<!doctype html>\n<html lang=\"" + std::string(tag_of(language)) + "\">"));
      CHECK(count(page, "<h1") == 1);
      CHECK(count(page, "<title>") == 1);
      CHECK(count(page, "class=\"skip\"") == 1);
      CHECK(count(page, "http-equiv") == 0);
      for (const char* handler : {"onclick", "onload", "onsubmit", "onerror", "javascript:"}) {
        CHECK(count(page, handler) == 0);
      }
      CHECK(count(page, "style=") == 0);
    }
  }
  const std::string page = step_page({}, world.seen(), "");
  CHECK(has(page, "Fait :"));
  CHECK(has(page, "Maintenant :"));
  CHECK(has(page, "Ensuite :"));
}

TEST_CASE("[access K7] a code is read as on the screens, and what is wrong with it is said") {
  CHECK(code_fault(Language::fr, "acde-fghj").empty());
  CHECK(code_fault(Language::fr,
                   " AC DE\u00a0"
                   "fg.hj ")
            .empty());
  CHECK(has(code_fault(Language::fr, "   "), "Écrivez le code"));
  CHECK(has(code_fault(Language::fr, "acdefgh"), "celui-ci en a 7"));
  CHECK(has(code_fault(Language::fr, "acdefghjk"), "celui-ci en a 9"));
  CHECK(has(code_fault(Language::fr, "acdefgho"), "« O »"));
  CHECK(has(code_fault(Language::fr, "acdefghé"), "« é »"));
  CHECK(has(turned_away(Language::fr, "rate_limited", 2'001, false), "dans 3 secondes"));
  CHECK(has(turned_away(Language::fr, "bad_credential", 0, true), "ne marche plus"));
}

TEST_CASE("[access V4] too many points, or none that can be counted, is never refused without saying what to do") {
  core::PollView poll;
  poll.method = core::Method::points;
  poll.points = 3;
  poll.max_per_option = 2;
  poll.options = {{ClusterId{1}, "Un"}, {ClusterId{2}, "Deux"}};
  const auto faults = [&](const char* one, const char* two) {
    return faults_of(Language::fr, poll, Choosing{std::nullopt, {{1, one}, {2, two}}, std::nullopt});
  };
  CHECK(faults("", "").empty());
  CHECK(faults("2", "1").empty());
  REQUIRE(faults("2", "2").size() == 1);
  CHECK(has(faults("2", "2")[0].words, "Enlevez 1 point."));
  REQUIRE(faults("3", "deux").size() == 2);
  CHECK(faults("3", "deux")[0].field == "p1");
  CHECK(has(faults("3", "deux")[1].words, "« Deux » : écrivez un nombre de 0 à 2."));
  const auto marks = marks_of(poll, Choosing{std::nullopt, {{1, "0"}, {2, "2"}}, std::nullopt});
  REQUIRE(marks.size() == 1);
  CHECK(marks[0] == core::PointsOn{ClusterId{2}, 2});
  core::PollView motion;
  CHECK(faults_of(Language::fr, motion, {}).size() == 1);
  CHECK(faults_of(Language::fr, motion, {Choice::abstain, {}, std::nullopt}).empty());
}

TEST_CASE("[access V8] once sent, the page does not show what was chosen") {
  World world;
  world.room.start("cluster");
  world.room.add_cluster("Dehors", {});
  const Seen now = world.seen();
  core::PollView poll;
  poll.method = core::Method::points;
  poll.points = 5;
  poll.options = {{ClusterId{1}, "Dehors"}};
  Voting voting;
  voting.poll = &poll;
  voting.choosing.points[1] = "4";
  CHECK(has(check_page({}, now, voting), "4 points pour « Dehors »"));
  CHECK_FALSE(has(sent_page({}, now, voting), "Dehors »"));
  CHECK_FALSE(has(sent_page({}, now, voting), "value=\"4\""));
}

TEST_CASE("[access V2] three equal answers follow the options of every vote, and are read again before they leave") {
  World world;
  world.room.start("cluster");
  world.room.add_cluster("Dehors", {});
  const Seen now = world.seen();
  core::PollView poll;
  Voting voting;
  voting.poll = &poll;
  for (const core::Method method : {core::Method::motion, core::Method::points}) {
    poll.method = method;
    voting.choosing = {};
    voting.helped = false;
    const std::string page = choose_page({}, now, voting);
    const std::size_t first =
        page.find("<button name=\"stage\" value=\"unsure\" type=\"submit\">Je ne sais pas</button>");
    const std::size_t second = page.find("<button name=\"stage\" value=\"abstain\" type=\"submit\">Je passe</button>");
    const std::size_t third = page.find(
        "<button name=\"stage\" value=\"not_understood\" type=\"submit\">Je ne comprends pas la question</button>");
    CHECK(page.find("</fieldset>") < first);
    CHECK(first < second);
    CHECK(second < third);
    CHECK(third < page.find("Vérifier mon choix"));
    voting.choosing.other = Choice::unsure;
    CHECK(faults_of(Language::fr, poll, voting.choosing).empty());
    const std::string check = check_page({}, now, voting);
    CHECK(has(check, "Vous avez choisi : Je ne sais pas"));
    CHECK(has(check, "name=\"other\" value=\"unsure\""));
    CHECK(has(check, method == core::Method::motion ? "comme une abstention" : "compte, sans points"));
    voting.helped = true;
    CHECK(has(choose_page({}, now, voting), "Vous pouvez toujours voter."));
  }
}

TEST_CASE("[access V2] « je ne sais pas » is told apart in results") {
  core::MotionTotal total;
  total.abstain = 3;
  total.unsure = 1;
  CHECK(has(abstain_words(Language::fr, total), "3 abstentions, dont 1 « je ne sais pas »"));
  CHECK(abstain_words(Language::en, {}) == "0 abstentions");
  CHECK(has(blank_words(Language::fr, {1, 1}), "2 bulletins sans points : 1 passe, 1 ne sait pas."));
  CHECK(has(blank_words(Language::fr, {0, 2}), "2 bulletins sans points : 2 ne savent pas."));
}

TEST_CASE("[access K2] the easy wording comes first for its readers; the mention only with people who have read it") {
  World world;
  const Seen now = world.seen();
  core::PollView poll;
  poll.method = core::Method::points;
  poll.wording = "Tu choisis des idées.";
  Voting voting;
  voting.poll = &poll;
  const Paper easy{Language::falc, "", ""};
  CHECK(has(choose_page(easy, now, voting), "Tu choisis des idées."));
  CHECK_FALSE(has(choose_page(easy, now, voting), "Texte facile"));
  CHECK_FALSE(has(choose_page({}, now, voting), "Tu choisis des idées."));
  poll.readers = 3;
  poll.readers_from = "Atelier des Tilleuls";
  CHECK(has(choose_page(easy, now, voting), "Texte facile à lire. 3 personnes l’ont relu (Atelier des Tilleuls)."));
  poll.readers = 0;
  poll.wording_waived = "Personne ne pouvait venir.";
  CHECK(has(choose_page({}, now, voting), "Raison : Personne ne pouvait venir."));
}

TEST_CASE("[access T3] whether an idea may be sent: while its step runs, for a while after, and no longer") {
  World world;
  CHECK(writing_of(world.seen(), "write").state == Writing::closed);
  CHECK(writing_of(world.seen(), "rank").state == Writing::none);
  CHECK(writing_of(world.seen(), "nowhere").state == Writing::none);
  world.room.start("write");
  CHECK(writing_of(world.seen(), "write").state == Writing::open);
  world.room.start("break");
  const WritingPlace late = writing_of(world.seen(), "write");
  CHECK(late.state == Writing::late);
  CHECK(late.late_until_ms == world.room.now + limits::late_grace_ms);
  world.room.later(limits::late_grace_ms + 1);
  CHECK(writing_of(world.seen(), "write").state == Writing::closed);
}

TEST_CASE("the clock of a table is the room's, moved by what it was given") {
  core::StepView step;
  step.status = core::RunStatus::time_up;
  step.timer = core::TimerMode::soft;
  step.ends_at_ms = 1'000;
  core::TableTimeView time;
  time.shift_ms = 5'000;
  CHECK(own_step(step, std::nullopt, 2'000).ends_at_ms == 1'000);
  CHECK(own_step(step, time, 2'000).ends_at_ms == 6'000);
  CHECK(own_step(step, time, 2'000).status == core::RunStatus::running);
  CHECK(own_step(step, time, 7'000).status == core::RunStatus::time_up);
  time.paused_at_ms = 1'500;
  CHECK(own_step(step, time, 9'000).paused);
  CHECK(own_step(step, time, 9'000).remaining_ms == 4'500);
}

}  // namespace pages_test
