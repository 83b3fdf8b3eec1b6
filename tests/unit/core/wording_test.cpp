// The easy French of a vote, and who has read it.
#include <doctest/doctest.h>

#include "core/view.h"
#include "unit/core/world.h"

namespace wording_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Scenario that_needs_it() {
  Scenario scenario = small_scenario();
  for (Step& step : scenario.steps) {
    if (step.kind == StepKind::rank) {
      step.easy_wording = true;
    }
  }
  return scenario;
}

struct Vote {
  Room room;
  PersonId ada;
  PollId poll;
  explicit Vote(Scenario scenario) : room(std::move(scenario)), ada(room.arrive(room.add_table())) {
    room.start("write");
    room.write_idea(ada, "an idea");
    room.must(facilitator(), EndStep{"write"});
    room.start("cluster");
    room.add_cluster("one", {IdeaId{1}});
    room.start("rank");
    poll = room.state.polls.rbegin()->first;
  }
  PollView view() const { return view_vote(room.state).polls.back(); }
};

}  // namespace

TEST_CASE("[access K2] a vote that asks for it opens only once people concerned have read its easy French") {
  Vote vote(that_needs_it());
  CHECK(vote.view().wording_needed);
  CHECK(refusal_of(vote.room, facilitator(), OpenPoll{vote.poll}).field == "wording");
  vote.room.must(facilitator(), WordPoll{vote.poll, "Tu choisis des idées.", 0, ""});
  CHECK(refusal_of(vote.room, facilitator(), OpenPoll{vote.poll}).code == Code::wrong_state);
  vote.room.must(facilitator(), WordPoll{vote.poll, "Tu choisis des idées.", 3, "Atelier des Tilleuls"});
  CHECK_FALSE(vote.view().wording_needed);
  CHECK(vote.view().readers == 3);
  vote.room.must(facilitator(), OpenPoll{vote.poll});
  CHECK(vote.view().wording == "Tu choisis des idées.");
  CHECK(refusal_of(vote.room, facilitator(), WordPoll{vote.poll, "Autre", 1, ""}).code == Code::wrong_state);
}

TEST_CASE("[access K2] it opens without them for a reason that everyone may read") {
  Vote vote(that_needs_it());
  vote.room.must(facilitator(), WaiveWording{vote.poll, "Nobody could come."});
  CHECK(vote.view().wording_waived == "Nobody could come.");
  vote.room.must(facilitator(), WaiveWording{vote.poll, ""});
  CHECK(vote.view().wording_needed);
  vote.room.must(facilitator(), WaiveWording{vote.poll, "Nobody could come."});
  vote.room.must(facilitator(), OpenPoll{vote.poll});
}

TEST_CASE("elsewhere it may be written, and is not waited for") {
  Vote vote(small_scenario());
  Room& room = vote.room;
  CHECK_FALSE(vote.view().wording_needed);
  CHECK(refusal_of(room, facilitator(), WordPoll{vote.poll, "Trop tard", 1, ""}).code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), WordPoll{PollId{99}, "x", 0, ""}).code == Code::not_found);
  room.must(person(vote.ada), CastPoints{vote.poll, ballot_key(1), {{ClusterId{1}, 2}}, std::nullopt});
  room.must(facilitator(), ClosePoll{vote.poll});
  room.must(facilitator(), PublishPoll{vote.poll});
  room.start("draft");
  room.must(person(vote.ada), EditArticle{ArticleId{1}, "problem", "Nowhere to sit", 0});
  room.start("vote");
  REQUIRE(vote.view().status == PollStatus::prepared);
  const PollId motion = vote.view().id;
  CHECK(refusal_of(room, facilitator(), WordPoll{motion, " ", 2, ""}).field == "text");
  room.must(facilitator(), WordPoll{motion, "Tu choisis.", 0, "personne"});
  CHECK(vote.view().wording == "Tu choisis.");
  room.must(facilitator(), WordPoll{motion, "", 0, "personne"});
  CHECK(vote.view().wording.empty());
  room.must(facilitator(), OpenPoll{motion});
}

TEST_CASE("a ranking that waits for its easy French keeps it when the step starts again with the same ideas") {
  Vote vote(that_needs_it());
  vote.room.must(facilitator(), WordPoll{vote.poll, "Tu choisis des idées.", 3, ""});
  vote.room.start("break");
  vote.room.start("rank");
  CHECK(vote.view().id == vote.poll);
  CHECK(vote.view().readers == 3);
  CHECK(vote.view().status == PollStatus::prepared);
}

TEST_CASE("[access V2] « je passe » and « je ne sais pas » are ballots like the others, told apart in the count") {
  Vote vote(small_scenario());
  Room& room = vote.room;
  const PersonId bob = room.arrive();
  const PersonId cleo = room.arrive();
  room.must(person(vote.ada), CastPoints{vote.poll, ballot_key(1), {{ClusterId{1}, 2}}, std::nullopt});
  room.must(person(bob), CastPoints{vote.poll, ballot_key(2), {}, Choice::unsure});
  room.must(person(cleo), CastPoints{vote.poll, ballot_key(3), {}, Choice::abstain});
  CHECK(
      refusal_of(room, person(bob), CastPoints{vote.poll, ballot_key(2), {{ClusterId{1}, 1}}, Choice::unsure}).field ==
      "points");
  CHECK(refusal_of(room, person(bob), CastPoints{vote.poll, ballot_key(2), {}, Choice::for_}).field == "blank");
  room.must(facilitator(), ClosePoll{vote.poll});
  room.must(facilitator(), PublishPoll{vote.poll});
  CHECK(vote.view().ballots == 3);
  CHECK(vote.view().blank == BlankTotal{1, 1});
  CHECK(vote.view().points_result->front().points == 2);
}

}  // namespace wording_test
