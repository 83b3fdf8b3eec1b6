// What the sections say. Who may know it is tested in visibility_test.cpp.
#include "core/view.h"

#include <doctest/doctest.h>

#include "core/view_rules.h"
#include "unit/core/view_dump.h"
#include "unit/core/world.h"

namespace view_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

// Two tables, two people at each, their ideas in two clusters; the room is at the end of the rank step, both kept.
struct Ranked {
  Ranked() {
    red = room.add_table("Red");
    blue = room.add_table();
    ada = room.arrive(red, "Ada");
    bob = room.arrive(blue, "Bob");
    room.start("write");
    of_ada = room.write_idea(ada, "more benches");
    of_bob = room.write_idea(bob, "more trees");
    room.start("cluster");
    benches = room.add_cluster("Benches", {of_ada});
    trees = room.add_cluster("Trees", {of_bob});
    room.start("rank");
    room.must(person(ada), CastPoints{PollId{1}, ballot_key(1), {{trees, 2}, {benches, 1}}});
    room.must(facilitator(), EndStep{"rank"});
    room.must(facilitator(), PublishPoll{PollId{1}});
  }
  // On to the vote step: both tables have written.
  void write_articles() {
    room.start("draft");
    room.must(screen(red), EditArticle{ArticleId{1}, "title", "Plant trees", 0});
    room.must(screen(red), EditArticle{ArticleId{1}, "measure", "One tree a street", 0});
    room.must(screen(blue), EditArticle{ArticleId{2}, "problem", "No bench", 0});
    room.start("vote");
  }
  void vote_on(PollId poll, Choice choice) {
    room.must(facilitator(), OpenPoll{poll});
    room.must(person(ada), CastVote{poll, ballot_key(10 + poll.value), choice});
    room.must(facilitator(), ClosePoll{poll});
    room.must(facilitator(), PublishPoll{poll});
  }
  Room room;
  TableId red, blue;
  PersonId ada, bob;
  IdeaId of_ada, of_bob;
  ClusterId benches, trees;
};

}  // namespace

TEST_CASE("the atelier shows the programme and the commitments") {
  Scenario scenario = small_scenario();
  scenario.commitments = {words("an answer")};
  const Room room(scenario);
  const AtelierView view = view_atelier(room.state);
  CHECK(view.title.fr == "A small atelier");
  CHECK(view.question.falc == "What should change? (falc)");
  REQUIRE(view.commitments.size() == 1);
  CHECK(view.commitments[0].fr == "an answer");
  REQUIRE(view.steps.size() == 9);
  CHECK(view.steps[2].id == "write");
  CHECK(view.steps[2].kind == StepKind::write);
  CHECK(view.steps[2].planned_minutes == 8);
}

TEST_CASE("the step is where the room is") {
  Room room;
  CHECK(view_step(room.state).status == RunStatus::waiting);
  CHECK(view_step(room.state).position == -1);
  CHECK_FALSE(view_step(room.state).kind.has_value());

  const TimeMs start = room.now;
  room.start("write");
  const StepView view = view_step(room.state);
  CHECK(view.status == RunStatus::running);
  CHECK(view.position == 2);
  CHECK(view.kind == StepKind::write);
  CHECK(view.form == Form::individual);
  CHECK(view.timer == TimerMode::firm);
  CHECK(view.alerts == std::vector<std::int64_t>{2});
  CHECK(view.started_at_ms == start);
  CHECK(view.ends_at_ms == start + 8 * minute_ms);
  CHECK(view.min == 1);
  CHECK(view.max == 2);
  CHECK(view.characters == 280);
  CHECK(view.late_until_ms == 0);
  CHECK(view.frame.empty());
}

TEST_CASE("a paused step has time left and no end") {
  Room room;
  room.start("write");
  room.later(3 * minute_ms);
  room.must(facilitator(), PauseRoom{});
  room.later(5 * minute_ms);
  const StepView view = view_step(room.state);
  CHECK(view.paused);
  CHECK(view.ends_at_ms == 0);
  CHECK(view.remaining_ms == 5 * minute_ms);
  room.must(facilitator(), ResumeRoom{});
  CHECK(view_step(room.state).remaining_ms == 0);
  CHECK(view_step(room.state).ends_at_ms == room.now + 5 * minute_ms);
}

TEST_CASE("late ideas are received for a while, also in the step that follows, and it is said until when") {
  Room room;
  room.start("write");
  room.later(8 * minute_ms);
  const TimeMs ended = room.state.laps.back().ended_at;
  CHECK(view_step(room.state).status == RunStatus::ended);
  CHECK(view_step(room.state).ends_at_ms == 0);
  CHECK(view_step(room.state).late_until_ms == ended + limits::late_grace_ms);
  room.start("break");
  CHECK(view_step(room.state).late_until_ms == ended + limits::late_grace_ms);
  room.start("cluster");
  CHECK(view_step(room.state).late_until_ms == 0);
}

TEST_CASE("a write step that runs again is not late") {
  Room room;
  room.start("write");
  room.must(facilitator(), EndStep{"write"});
  room.start("write");
  CHECK(view_step(room.state).late_until_ms == 0);
}

TEST_CASE("from the draft step on, the frame of an article is there") {
  Ranked r;
  CHECK(view_step(r.room.state).frame.empty());
  r.write_articles();
  const StepView view = view_step(r.room.state);
  CHECK(view.kind == StepKind::vote);
  REQUIRE(view.frame.size() == 2);
  CHECK(view.frame[0].id == "problem");
  CHECK(view.frame[1].characters == 500);
}

TEST_CASE("the board has the standing clusters with their ideas, and what was kept") {
  Ranked r;
  BoardView view = view_board(r.room.state);
  REQUIRE(view.clusters.size() == 2);
  CHECK(view.clusters[0].title == "Benches");
  REQUIRE(view.clusters[0].ideas.size() == 1);
  CHECK(view.clusters[0].ideas[0].text == "more benches");
  CHECK(view.clusters[0].kept);

  r.room.must(facilitator(), MergeClusters{r.benches, r.trees});
  view = view_board(r.room.state);
  REQUIRE(view.clusters.size() == 1);
  CHECK(view.clusters[0].title == "Trees");
  CHECK(view.clusters[0].ideas.size() == 2);
}

TEST_CASE("a cluster merged after it was kept passes that on") {
  Room room;
  const PersonId ada = room.arrive(room.add_table());
  room.start("write");
  const IdeaId first = room.write_idea(ada, "first");
  const IdeaId second = room.write_idea(ada, "second");
  room.start("cluster");
  const ClusterId kept = room.add_cluster("Kept", {first});
  const ClusterId other = room.add_cluster("Other", {second});
  room.start("rank");
  room.must(person(ada), CastPoints{PollId{1}, ballot_key(1), {{kept, 1}}});
  room.must(facilitator(), EndStep{"rank"});
  room.must(facilitator(), PublishPoll{PollId{1}});
  CHECK(kept_clusters(room.state) == std::set<ClusterId>{kept});
  room.must(facilitator(), MergeClusters{kept, other});
  CHECK(kept_clusters(room.state) == std::set<ClusterId>{other});
}

TEST_CASE("the tally counts those who voted, those present and the tables that are ready") {
  Room room;
  const TableId red = room.add_table();
  const TableId blue = room.add_table();
  const PersonId ada = room.arrive(red);
  room.arrive(blue);
  room.add_person(blue);
  room.start("write");
  const IdeaId idea = room.write_idea(ada, "an idea");
  room.must(screen(red), SetReady{true});
  TallyView view = view_tally(room.state);
  CHECK_FALSE(view.poll.has_value());
  CHECK(view.voted == 0);
  CHECK(view.present == 2);
  CHECK(view.tables == 2);
  CHECK(view.tables_ready == 1);
  room.start("cluster");
  const ClusterId cluster = room.add_cluster("C", {idea});
  room.start("rank");
  room.must(person(ada), CastPoints{PollId{1}, ballot_key(1), {{cluster, 1}}});
  view = view_tally(room.state);
  CHECK(view.poll == PollId{1});
  CHECK(view.voted == 1);
  CHECK(view.tables_ready == 0);
  room.must(facilitator(), ClosePoll{PollId{1}});
  CHECK_FALSE(view_tally(room.state).poll.has_value());
}

TEST_CASE("a poll says its rule; its box once closed") {
  Ranked r;
  const VoteView ranking = view_vote(r.room.state);
  REQUIRE(ranking.polls.size() == 1);
  CHECK(ranking.polls[0].method == Method::points);
  CHECK(ranking.polls[0].points == 5);
  CHECK(ranking.polls[0].max_per_option == 2);
  CHECK(ranking.polls[0].keep == 2);
  REQUIRE(ranking.polls[0].options.size() == 2);
  CHECK(ranking.polls[0].options[1].title == "Trees");
  CHECK(ranking.polls[0].present == 2);
  CHECK(ranking.polls[0].ballots == 1);
  CHECK(ranking.polls[0].box_sha256.size() == 64);

  r.write_articles();
  const VoteView votes = view_vote(r.room.state);
  REQUIRE(votes.polls.size() == 3);
  const PollView& first = votes.polls[1];
  CHECK(first.method == Method::motion);
  CHECK(first.status == PollStatus::prepared);
  CHECK(first.article == ArticleId{1});
  CHECK(first.number == 1);
  CHECK(first.title == "Plant trees");
  CHECK(first.base == Base::cast);
  CHECK(first.threshold == "1/2");
  CHECK(first.strict);
  CHECK(first.quorum == "1/2");
  CHECK(first.ballots == 0);
  CHECK(first.box_sha256.empty());
  // The second table gave no title: its cluster's stands in.
  CHECK(votes.polls[2].title == "Benches");
}

TEST_CASE("the avis numbers the submitted articles, and skips tables that wrote nothing") {
  Ranked r;
  r.room.add_table("Green");
  r.room.start("draft");
  REQUIRE(r.room.state.articles.size() == 3);
  r.room.must(screen(r.blue), EditArticle{ArticleId{2}, "problem", "No bench", 0});
  r.room.must(screen(TableId{3}), EditArticle{ArticleId{3}, "title", "A third", 0});
  CHECK(view_avis(r.room.state).articles.empty());
  r.room.must(facilitator(), EndStep{"draft"});
  const AvisView view = view_avis(r.room.state);
  REQUIRE(view.articles.size() == 2);
  CHECK(view.articles[0].id == ArticleId{2});
  CHECK(view.articles[0].number == 1);
  CHECK(view.articles[0].table == "Table 2");
  CHECK(view.articles[1].number == 2);
  CHECK(view.articles[1].table == "Green");
  CHECK(view.articles[1].texts.front().text == "A third");
  REQUIRE(view.articles[0].sources.size() == 1);
  CHECK(view.articles[0].sources[0].text == "more benches");
}

TEST_CASE("the avis says when it was sealed and what was promised") {
  Ranked r;
  r.write_articles();
  CHECK(view_avis(r.room.state).sealed_sha256.empty());
  r.room.start("hand_over");
  r.room.must(facilitator(), RecordPromise{"The sponsor", "We answer.", "2026-01-31"});
  const AvisView view = view_avis(r.room.state);
  CHECK(view.sealed_sha256.size() == 64);
  CHECK(view.sealed_at_ms == r.room.now);
  CHECK(view.promise_who == "The sponsor");
  CHECK(view.promise_text == "We answer.");
  CHECK(view.promise_due == "2026-01-31");
}

TEST_CASE("the last fifty messages to everyone stay, oldest first") {
  Room room;
  for (int i = 1; i <= 51; ++i) {
    room.must(facilitator(), SendMessage{std::nullopt, "message " + std::to_string(i)});
  }
  const NoticesView view = view_notices(room.state);
  REQUIRE(view.messages.size() == 50);
  CHECK(view.messages.front().text == "message 2");
  CHECK(view.messages.back().text == "message 51");
}

TEST_CASE("the projector shows the scene that was asked for") {
  Room room;
  CHECK(view_projector(room.state).scene == Scene::automatic);
  room.must(facilitator(), ShowScene{Scene::message, "Lunch is served"});
  CHECK(view_projector(room.state).scene == Scene::message);
  CHECK(view_projector(room.state).message == "Lunch is served");
}

TEST_CASE("a table sees who sits there, what it writes and what it can draw from") {
  Ranked r;
  r.room.must(screen(r.red), CallHelp{true});
  CHECK_FALSE(view_table(r.room.state, r.red).article.has_value());
  r.room.start("draft");
  r.room.must(screen(r.red), EditArticle{ArticleId{1}, "measure", "One tree", 0});
  r.room.must(screen(r.red), EditArticle{ArticleId{1}, "measure", "One tree a street", text_revision("One tree")});
  const TableView view = view_table(r.room.state, r.red);
  CHECK(view.title == "Red");
  CHECK(view.members == std::vector<std::string>{"Ada"});
  CHECK(view.seats_taken == 1);
  CHECK(view.help_since_ms != 0);
  REQUIRE(view.article.has_value());
  // Two points for the trees: they come first, to the first table.
  CHECK(view.article->subject == "Trees");
  CHECK(view.article->status == ArticleStatus::writing);
  REQUIRE(view.article->fields_of_article.size() == 1);
  CHECK(view.article->fields_of_article[0].field_id == "measure");
  CHECK(view.article->fields_of_article[0].text == "One tree a street");
  CHECK(view.article->fields_of_article[0].revision == text_revision("One tree a street"));
  REQUIRE(view.article->proposed_sources.size() == 1);
  CHECK(view.article->proposed_sources[0].text == "more trees");
  CHECK(view.article->sources == std::vector<IdeaId>{r.of_bob});
}

TEST_CASE("the fields of a table's article come title first, then as in the frame") {
  Ranked r;
  r.room.start("draft");
  r.room.must(screen(r.red), EditArticle{ArticleId{1}, "measure", "m", 0});
  r.room.must(screen(r.red), EditArticle{ArticleId{1}, "problem", "p", 0});
  r.room.must(screen(r.red), EditArticle{ArticleId{1}, "title", "t", 0});
  const auto fields = view_table(r.room.state, r.red).article->fields_of_article;
  REQUIRE(fields.size() == 3);
  CHECK(fields[0].field_id == "title");
  CHECK(fields[1].field_id == "problem");
  CHECK(fields[2].field_id == "measure");
}

TEST_CASE("a person follows their idea from sending to article") {
  Ranked r;
  MeView view = view_me(r.room.state, r.ada);
  CHECK(view.name_shown == "Ada");
  CHECK(view.table == r.red);
  const std::vector<MyIdea> ideas = view_mine(r.room.state, r.ada).ideas;
  REQUIRE(ideas.size() == 1);
  CHECK(ideas[0].text == "more benches");
  CHECK(ideas[0].fate == Fate::clustered);
  CHECK(ideas[0].cluster == "Benches");
  CHECK(ideas[0].kept);
  CHECK(ideas[0].articles.empty());
  CHECK(view.voted == std::vector<PollId>{PollId{1}});
  r.write_articles();
  // Benches went to the second table.
  CHECK(view_mine(r.room.state, r.ada).ideas[0].articles == std::vector<std::int64_t>{2});
  CHECK(view_me(r.room.state, r.bob).voted.empty());
}

TEST_CASE("a person keeps their drafts, standing signals and set-aside ideas with the reason") {
  Room room;
  const PersonId ada = room.arrive(room.add_table());
  room.start("write");
  const IdeaId idea = room.write_idea(ada, "off");
  room.must(person(ada), SaveDraft{"write", "half an idea"});
  room.must(person(ada), SendSignal{SignalKind::slower, false});
  room.must(person(ada), SendSignal{SignalKind::pause, true});
  room.must(person(ada), CancelSignal{SignalKind::pause});
  room.must(facilitator(), SeeSignal{SignalId{1}});
  room.must(person(ada), SetReady{true});
  room.must(facilitator(), EndStep{"write"});
  room.must(facilitator(), SetAsideIdea{idea, "another question"});
  const MeView view = view_me(room.state, ada);
  CHECK(view.ready);
  REQUIRE(view.drafts.size() == 1);
  CHECK(view.drafts[0].text == "half an idea");
  REQUIRE(view.signals.size() == 1);
  CHECK(view.signals[0].kind == SignalKind::slower);
  CHECK(view.signals[0].seen);
  const std::vector<MyIdea> ideas = view_mine(room.state, ada).ideas;
  REQUIRE(ideas.size() == 1);
  CHECK(ideas[0].fate == Fate::set_aside);
  CHECK(ideas[0].reason == "another question");
}

TEST_CASE("the run of show has planned and actual times, and what can be undone") {
  Scenario scenario = small_scenario();
  scenario.steps[8].timer.firm_at = "16:30";  // later than the 16:03 that the durations lead to
  Room room(scenario);
  room.start("welcome");
  const TimeMs first = room.now;
  room.later(20 * minute_ms);
  room.start("present");
  RunView view = view_run(room.state);
  REQUIRE(view.steps.size() == 9);
  CHECK(view.steps[0].planned_start_minute == 13 * 60 + 30);
  CHECK(view.steps[1].planned_start_minute == 13 * 60 + 50);
  CHECK(view.steps[8].planned_start_minute == 16 * 60 + 30);
  CHECK(view.steps[8].firm_at == "16:30");
  CHECK(view.steps[1].ceiling_minutes == 15);
  CHECK(view.steps[1].floor_minutes == 1);
  CHECK(view.steps[1].timer == TimerMode::firm);
  REQUIRE(view.steps[0].laps.size() == 1);
  CHECK(view.steps[0].laps[0].started_at_ms == first);
  CHECK(view.steps[0].laps[0].ended_at_ms == room.now);
  CHECK(view.steps[1].laps[0].ended_at_ms == 0);
  CHECK(view.undo_until_ms == room.now + limits::undo_ms);
  CHECK(view.undo_back_to == "welcome");
  room.must(facilitator(), ExtendStep{"present", 5});
  CHECK(view_run(room.state).extended_minutes == 5);
  room.must(facilitator(), UndoTransition{});
  view = view_run(room.state);
  CHECK(view.undo_until_ms == 0);
  CHECK(view.steps[1].laps.empty());
}

TEST_CASE("the list of people says who came, wrote, types, is ready and voted") {
  Room room;
  const TableId red = room.add_table("Red");
  const PersonId ada = room.arrive(red, "Ada");
  const PersonId bob = room.add_person(std::nullopt, "Bob");
  const PersonId cleo = room.arrive(red);
  room.must(facilitator(), SetGone{cleo, true});
  room.start("write");
  const IdeaId idea = room.write_idea(ada, "an idea");
  room.must(person(ada), SaveDraft{"write", "one more"});
  PeopleView view = view_people(room.state);
  REQUIRE(view.people.size() == 3);
  CHECK(view.people[0].name_shown == "Ada");
  CHECK(view.people[0].arrived);
  CHECK(view.people[0].active);
  CHECK(view.people[0].draft);
  CHECK_FALSE(view.people[0].ready);
  CHECK(view.people[1].id == bob);
  CHECK_FALSE(view.people[1].arrived);
  CHECK_FALSE(view.people[1].active);
  CHECK(view.people[2].gone);
  CHECK(view.unsent_drafts == 1);
  room.start("cluster");
  CHECK(view_people(room.state).unsent_drafts == 0);
  CHECK_FALSE(view_people(room.state).people[0].active);
  const ClusterId cluster = room.add_cluster("C", {idea});
  room.start("rank");
  room.must(person(ada), CastPoints{PollId{1}, ballot_key(1), {{cluster, 1}}});
  CHECK(view_people(room.state).people[0].voted);
  room.must(facilitator(), ClosePoll{PollId{1}});
  CHECK_FALSE(view_people(room.state).people[0].voted);
}

TEST_CASE("the list of tables says what each one writes and how much") {
  Ranked r;
  r.room.start("draft");
  r.room.must(screen(r.red), EditArticle{ArticleId{1}, "title", "Été", 0});
  r.room.must(screen(r.red), EditArticle{ArticleId{1}, "problem", "12345", 0});
  r.room.must(screen(r.red), SetReady{true});
  PeopleView view = view_people(r.room.state);
  REQUIRE(view.tables.size() == 2);
  CHECK(view.tables[0].title == "Red");
  CHECK(view.tables[0].ready);
  CHECK(view.tables[0].article == ArticleId{1});
  CHECK(view.tables[0].article_subject == "Trees");
  CHECK(view.tables[0].article_characters == 8);
  CHECK(view.tables[1].article_characters == 0);
  r.room.must(facilitator(), EndStep{"draft"});
  view = view_people(r.room.state);
  CHECK(view.tables[0].article_characters == 8);
}

TEST_CASE("the sorting table has the ideas and the standing clusters with their parents") {
  Ranked r;
  r.room.must(facilitator(), MergeClusters{r.benches, r.trees});
  const SortingView view = view_sorting(r.room.state);
  REQUIRE(view.ideas.size() == 2);
  CHECK(view.ideas[0].text == "more benches");
  CHECK(view.ideas[0].table == r.red);
  CHECK(view.ideas[0].cluster == r.trees);
  REQUIRE(view.clusters.size() == 1);
  CHECK(view.clusters[0].parents == std::vector<ClusterId>{r.benches});
}

TEST_CASE("the desk has the cards to hand out, tables first") {
  Room room;
  const TableId red = room.add_table();
  const TableId spare = room.add_table();
  const PersonId ada = room.add_person(red);
  const PersonId bob = room.add_person(red);
  room.must(facilitator(), RemoveTable{spare});
  room.must(facilitator(), SetGone{bob, true});
  const DeskView view = view_desk(room.state);
  REQUIRE(view.cards.size() == 2);
  CHECK(view.cards[0].table == red);
  CHECK(view.cards[0].code == room.state.table_cards.at(red).code);
  CHECK(view.cards[1].person == ada);
  CHECK(view.cards[1].code == room.state.cards.at(ada).code);
}

TEST_CASE("the decision on an article is the published one") {
  Ranked r;
  r.write_articles();
  r.vote_on(PollId{2}, Choice::for_);
  r.vote_on(PollId{3}, Choice::against);
  const AvisView view = view_avis(r.room.state);
  CHECK(view.articles[0].status == ArticleStatus::adopted);
  CHECK(view.articles[1].status == ArticleStatus::rejected);
  CHECK(view_table(r.room.state, r.blue).article->status == ArticleStatus::rejected);
}

}  // namespace view_test
