#include "core/apply.h"

#include "core/box.h"
#include "unit/core/world.h"

namespace apply_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

std::string sender_name(int number) {
  std::string name = std::to_string(number);
  return std::string(16 - name.size(), '0') + name;
}

// A whole short atelier, with a pause, an undo, a reopened poll and a gone person.
void run_atelier(Room& room) {
  const TableId north = room.add_table("North");
  const TableId south = room.add_table("South");
  const PersonId anna = room.arrive(north);
  const PersonId bilal = room.arrive(south);
  const PersonId chloe = room.arrive(south);
  room.start("welcome");
  room.start("write");
  room.must(person(anna), SaveDraft{"write", "not sent"});
  const IdeaId one = room.write_idea(anna, "one");
  const IdeaId two = room.write_idea(bilal, "two");
  room.must(person(chloe), SendSignal{SignalKind::pause, true});
  room.must(facilitator(), PauseRoom{});
  room.later(minute_ms);
  room.must(facilitator(), ResumeRoom{});
  room.later(9 * minute_ms);
  room.start("cluster");
  room.add_cluster("One", {one});
  room.add_cluster("Two", {two});
  room.start("rank");
  room.must(person(anna), CastPoints{PollId{1}, ballot_key(1), {{ClusterId{2}, 2}}});
  room.must(person(bilal), CastPoints{PollId{1}, ballot_key(2), {{ClusterId{1}, 1}}});
  room.start("draft");
  room.later(5000);
  room.must(facilitator(), UndoTransition{});
  room.must(person(chloe), CastPoints{PollId{1}, ballot_key(3), {{ClusterId{1}, 2}}});
  room.start("draft");
  room.must(screen(north), EditArticle{ArticleId{1}, "title", "Article", 0});
  room.must(screen(south), EditArticle{ArticleId{2}, "problem", "Problem", 0});
  room.must(screen(south), CallHelp{true});
  room.later(50 * minute_ms);
  room.must(facilitator(), SetGone{chloe, true});
  room.start("vote");
  room.must(facilitator(), OpenPoll{PollId{2}});
  room.must(person(anna), CastVote{PollId{2}, ballot_key(1), Choice::for_});
  room.must(person(bilal), CastVote{PollId{2}, ballot_key(2), Choice::for_});
  room.must(facilitator(), ClosePoll{PollId{2}});
  room.must(facilitator(), PublishPoll{PollId{2}});
  room.start("hand_over");
  room.must(facilitator(), RecordPromise{"Mme Durand", "Oui", "2027-01-31"});
}

}  // namespace

TEST_CASE("replaying the journal, then the records, gives the same atelier") {
  Room live;
  run_atelier(live);
  State again;
  again.scenario = live.state.scenario;
  for (const JournalLine& line : live.journal) {
    apply(again, line.stamp, line.event);
  }
  for (const auto& [key, record] : live.records) {
    apply(again, record);
  }
  const State& state = live.state;
  CHECK(again.run == state.run);
  CHECK(again.last_event_at == state.last_event_at);
  CHECK(again.last_numbers == state.last_numbers);
  CHECK(again.laps.size() == state.laps.size());
  CHECK(again.sealed_sha256 == state.sealed_sha256);
  CHECK(again.promise->due == state.promise->due);
  CHECK(again.facilitator.token == state.facilitator.token);
  CHECK(again.before_transition == state.before_transition);
  CHECK(again.closed_by_transition == state.closed_by_transition);
  CHECK(again.drafts.size() == 1);
  REQUIRE(again.people.size() == state.people.size());
  for (const auto& [id, person] : state.people) {
    CHECK(again.people.at(id).table == person.table);
    CHECK(again.people.at(id).ideas == person.ideas);
    CHECK(again.people.at(id).signals == person.signals);
    CHECK(again.people.at(id).active == person.active);
    CHECK(again.people.at(id).gone == person.gone);
    CHECK(again.cards.at(id).code == state.cards.at(id).code);
  }
  REQUIRE(again.polls.size() == state.polls.size());
  for (const auto& [id, poll] : state.polls) {
    CHECK(again.polls.at(id).status == poll.status);
    CHECK(again.polls.at(id).voters == poll.voters);
    CHECK(canonical_box(again.polls.at(id)) == canonical_box(poll));
    CHECK(again.polls.at(id).result.has_value() == poll.result.has_value());
  }
  REQUIRE(again.articles.size() == state.articles.size());
  for (const auto& [id, article] : state.articles) {
    CHECK(again.articles.at(id).status == article.status);
    CHECK(again.articles.at(id).texts == article.texts);
    CHECK(again.articles.at(id).text.missing_from({}) == article.text.missing_from({}));
    CHECK(again.articles.at(id).writers.size() == article.writers.size());
  }
}

TEST_CASE("closed polls can be counted again from the box, with the same result") {
  Room room;
  run_atelier(room);
  const Poll& ranking = room.state.polls.at(PollId{1});
  CHECK(count_poll(room.state, ranking).box_sha256 == ranking.result->box_sha256);
  CHECK(count_poll(room.state, ranking).points == ranking.result->points);
  const Poll& motion = room.state.polls.at(PollId{2});
  CHECK(motion.result->motion->outcome == Outcome::adopted);
  CHECK(count_poll(room.state, motion).motion == motion.result->motion);
  CHECK(room.state.articles.at(ArticleId{1}).status == ArticleStatus::adopted);
}

TEST_CASE("the last number of each sender is remembered with the event") {
  Room room;
  const PersonId anna = room.arrive();
  const Stamp stamp{room.now, person(anna), sender_name(1), 7};
  apply(room.state, stamp, SignalSent{SignalId{1}, anna, SignalKind::slower, false});
  CHECK(room.state.last_numbers.at({person(anna), sender_name(1)}) == 7);
  apply(room.state, Stamp{room.now, person(anna), sender_name(2), 1}, SignalCancelled{SignalId{1}});
  CHECK(room.state.last_numbers.at({person(anna), sender_name(1)}) == 7);
  apply(room.state, Stamp{room.now, person(anna), sender_name(1), 8}, SceneShown{});
  apply(room.state, Stamp{room.now, person(anna), sender_name(1), 3}, SceneShown{});
  CHECK(room.state.last_numbers.at({person(anna), sender_name(1)}) == 8);
  const std::size_t known = room.state.last_numbers.size();
  apply(room.state, Stamp{room.now, Subject{}, "", 0}, RoomPaused{});
  CHECK(room.state.last_numbers.size() == known);
}

TEST_CASE("a subject has 64 senders; one more takes the place of the one that said least") {
  Room room;
  const PersonId anna = room.arrive();
  const PersonId bilal = room.arrive();
  const auto numbers_of = [&](PersonId id) {
    std::size_t count = 0;
    for (const auto& [key, number] : room.state.last_numbers) {
      count += key.first == person(id) ? 1U : 0U;
    }
    return count;
  };
  apply(room.state, Stamp{room.now, person(bilal), sender_name(1), 1}, SceneShown{});
  for (int i = 0; i < limits::senders_per_subject_max; ++i) {
    const std::uint64_t number = i == 20 ? 1 : 2;
    apply(room.state, Stamp{room.now, person(anna), sender_name(i), number}, SceneShown{});
  }
  CHECK(numbers_of(anna) == 64);
  CHECK(room.state.last_numbers.contains({person(anna), sender_name(20)}));
  apply(room.state, Stamp{room.now, person(anna), sender_name(64), 1}, SceneShown{});
  CHECK(numbers_of(anna) == 64);
  CHECK_FALSE(room.state.last_numbers.contains({person(anna), sender_name(20)}));
  CHECK(room.state.last_numbers.contains({person(anna), sender_name(64)}));
  CHECK(numbers_of(bilal) == 1);
}

TEST_CASE("records have keys of their own, and only an empty draft is erased") {
  CHECK(record_key(Card{PersonId{12}, {}, "", "", ""}) == "person/12");
  CHECK(record_key(Card{{}, TableId{3}, "", "", ""}) == "table/3");
  CHECK(record_key(Card{}) == "facilitator");
  CHECK(record_key(Draft{PersonId{12}, "p04", "x"}) == "12/p04");
  CHECK(record_key(ArticleText{ArticleId{3}, "title", "", 1}) == "3/title");
  CHECK(record_key(Ballot{PollId{2}, "9f", {}, {}}) == "2/9f");
  CHECK(is_erased(Draft{PersonId{12}, "p04", ""}));
  CHECK_FALSE(is_erased(Draft{PersonId{12}, "p04", "x"}));
  CHECK_FALSE(is_erased(ArticleText{ArticleId{3}, "title", "", 1}));
  CHECK(is_erased(ArticleText{ArticleId{3}, "title", "", 0}));
}

TEST_CASE("steps, rules and the current step are found by id, or not at all") {
  State state;
  state.scenario = small_scenario();
  CHECK(find_step(state.scenario, "vote")->kind == StepKind::vote);
  CHECK(find_step(state.scenario, "") == nullptr);
  CHECK(find_rule(state.scenario, "points")->method == Method::points);
  CHECK(find_rule(state.scenario, "vote") == nullptr);
  CHECK(current_step(state) == nullptr);
  state.run.step = "rank";
  CHECK(current_step(state)->id == "rank");
}

}  // namespace apply_test
