#include "core/drafting.h"

#include <doctest/doctest.h>

#include "core/view.h"
#include "unit/core/world.h"

namespace drafting_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

// A committee of volunteers that writes into this store.
Parallel drafting(const std::string& store, bool reads_it) {
  Parallel parallel;
  parallel.kind = StepKind::draft;
  parallel.title = words("the committee");
  parallel.instruction = words("one text");
  parallel.audience.form = Form::committee;
  parallel.audience.size = 2;
  parallel.audience.selection = Selection::volunteers;
  if (reads_it) {
    parallel.reads = {Read{store}};
  }
  parallel.writes = make_draft_step().writes;
  parallel.writes->front().to = store;
  return parallel;
}

// Two tables have each submitted an article, and the committee of the night goes on with them; in the morning the
// committee of `opening` writes a text of its own while the room has a break.
struct Night : Room {
  explicit Night(Scenario programme = scenario()) : Room(std::move(programme)) {
    red = add_table("Red");
    blue = add_table("Blue");
    ada = arrive(red);
    bob = arrive(blue);
    start("draft");
    must(screen(red), EditArticle{of_red, "title", "Ramps", 0});
    must(screen(red), EditArticle{of_red, "problem", "Steps everywhere", 0});
    must(screen(blue), EditArticle{of_blue, "title", "Buses", 0});
    must(facilitator(), SetCommittee{"night", {ada}});
    start("night");
  }
  static Scenario scenario() {
    Scenario scenario = small_scenario();
    scenario.stores.push_back(Store{"opening", StoreObject::article});
    Step night = make_step("night", StepKind::pause, TimerMode::soft, 60, 60);
    night.rest = Rest::night;
    night.resumes_at = "09:00";
    night.parallel = drafting("articles", true);
    Step opening = make_step("opening", StepKind::pause, TimerMode::soft, 20, 30);
    opening.parallel = drafting("opening", false);
    scenario.steps.insert(scenario.steps.begin() + 7, {night, opening});
    return scenario;
  }
  std::vector<TableArticle> in_hand_of(PersonId person) const {
    const auto committee = view_me(state, person).committee;
    return committee ? committee->articles : std::vector<TableArticle>{};
  }
  std::string title_in_avis(std::size_t place) const { return view_avis(state).articles.at(place).texts.at(0).text; }

  ArticleId of_red{1}, of_blue{2};
  TableId red, blue;
  PersonId ada, bob;
};

}  // namespace

TEST_CASE("at night the committee alone writes, the articles of the tables") {
  Night room;
  CHECK(room.in_hand_of(room.ada).size() == 2);
  CHECK(view_me(room.state, room.ada).committee->work == StepKind::draft);
  CHECK(view_me(room.state, room.ada).committee->frame.size() == 2);
  CHECK(room.in_hand_of(room.bob).empty());
  room.must(person(room.ada), EditArticle{room.of_blue, "title", "Buses and trams", text_revision("Buses")});
  CHECK(refusal_of(room, screen(room.blue), EditArticle{room.of_blue, "title", "Ours", 2}).code == Code::not_allowed);
  CHECK(refusal_of(room, person(room.bob), EditArticle{room.of_blue, "title", "Mine", 2}).code == Code::not_allowed);
  // To the table its article is as it was.
  const TableArticle theirs = *view_table(room.state, room.blue).article;
  CHECK(theirs.status == ArticleStatus::submitted);
  CHECK(theirs.fields_of_article.at(0).text == "Buses");
}

TEST_CASE("whoever wants comes in, as long as there is a place, at night too") {
  Night room;
  room.must(person(room.bob), JoinCommittee{"night", true});
  CHECK(room.in_hand_of(room.bob).size() == 2);
  const PersonId cleo = room.arrive(room.red);
  CHECK(refusal_of(room, person(cleo), JoinCommittee{"night", true}).code == Code::too_many);
}

TEST_CASE("in the morning the room reads the new text, and the text of before") {
  Night room;
  room.must(person(room.ada), EditArticle{room.of_blue, "title", "Buses and trams", text_revision("Buses")});
  room.must(facilitator(), EndStep{"night"});
  CHECK(room.title_in_avis(0) == "Ramps");
  CHECK(room.title_in_avis(1) == "Buses and trams");
  const AvisView avis = view_avis(room.state);
  CHECK(avis.articles[0].earlier.empty());
  REQUIRE(avis.articles[1].earlier.size() == 1);
  CHECK(avis.articles[1].earlier[0].step == "draft");
  CHECK(avis.articles[1].earlier[0].texts[0].text == "Buses");
  CHECK(avis.articles[1].table == "Blue");
  CHECK(refusal_of(room, person(room.ada), EditArticle{room.of_blue, "title", "Later", 2}).code == Code::wrong_step);
}

TEST_CASE("an article left without a word is what it was before") {
  Night room;
  room.must(person(room.ada), EditArticle{room.of_blue, "title", "", text_revision("Buses")});
  room.must(facilitator(), EndStep{"night"});
  CHECK(room.title_in_avis(1) == "Buses");
}

TEST_CASE("what the committee leaves to the room is read with the article") {
  Night room;
  room.must(person(room.ada), MarkToSettle{room.of_red, " Who pays? "});
  CHECK(room.in_hand_of(room.ada)[0].to_settle == "Who pays?");
  CHECK(refusal_of(room, person(room.bob), MarkToSettle{room.of_red, "No"}).code == Code::not_allowed);
  CHECK(refusal_of(room, person(room.ada), MarkToSettle{ArticleId{9}, "No"}).code == Code::not_found);
  room.must(facilitator(), EndStep{"night"});
  CHECK(view_avis(room.state).articles[0].to_settle == "Who pays?");
}

TEST_CASE("an undone night gives the articles back as they were") {
  Night room;
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.articles.at(room.of_red).step == "draft");
  CHECK_FALSE(room.state.articles.at(room.of_red).by_committee);
  room.must(screen(room.red), EditArticle{room.of_red, "title", "Ramps and lifts", text_revision("Ramps")});
  room.start("night");
  CHECK(room.in_hand_of(room.ada).size() == 2);
  CHECK(room.in_hand_of(room.ada)[0].fields_of_article[0].text == "Ramps and lifts");
}

TEST_CASE("a committee with nothing to go on with has one article of its own, of no table") {
  Night room;
  room.must(facilitator(), SetCommittee{"opening", {room.bob}});
  room.start("opening");
  REQUIRE(room.in_hand_of(room.bob).size() == 1);
  const ArticleId own = room.in_hand_of(room.bob)[0].id;
  room.must(person(room.bob), EditArticle{own, "problem", "Who we are", 0});
  room.must(facilitator(), EndStep{"opening"});
  const AvisView avis = view_avis(room.state);
  REQUIRE(avis.articles.size() == 3);
  CHECK(avis.articles[2].table.empty());
  // Started again it goes on with it.
  room.start("break");
  room.start("opening");
  CHECK(room.in_hand_of(room.bob)[0].id == own);
  CHECK(room.state.articles.size() == 3);
}

TEST_CASE("words handed in again after a vote are to be voted on again") {
  Scenario scenario = Night::scenario();
  scenario.steps[8].parallel = drafting("articles", true);
  scenario.steps[8].parallel->reads->at(0).only = Filter::adopted;
  Night room(scenario);
  room.start("vote");
  const PollId poll{1};
  room.must(facilitator(), OpenPoll{poll});
  room.must(person(room.ada), CastVote{poll, ballot_key(1), Choice::for_});
  room.must(facilitator(), ClosePoll{poll});
  room.must(facilitator(), SetCommittee{"opening", {room.bob}});
  // Not while the count is not published.
  room.start("opening");
  CHECK(room.in_hand_of(room.bob).size() <= 1);
  CHECK(room.state.articles.at(room.of_red).step != "opening");
  room.must(facilitator(), PublishPoll{poll});
  CHECK(view_avis(room.state).articles[0].status == ArticleStatus::adopted);
  room.start("break");
  room.start("opening");
  REQUIRE(room.state.articles.at(room.of_red).step == "opening");
  room.must(person(room.bob), EditArticle{room.of_red, "title", "Ramps, and lifts", text_revision("Ramps")});
  room.must(facilitator(), EndStep{"opening"});
  CHECK(view_avis(room.state).articles[0].status == ArticleStatus::submitted);
}

TEST_CASE("a committee that drafts does not sort") {
  Night room;
  CHECK(refusal_of(room, person(room.ada), AddCluster{"Mine", {}}).code == Code::not_allowed);
}

}  // namespace drafting_test
