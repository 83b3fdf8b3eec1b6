#include "core/night.h"

#include <doctest/doctest.h>

#include "unit/core/world.h"

namespace night_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

Scenario with_night() {
  Scenario scenario = small_scenario();
  Step& step = scenario.steps[3];
  step.rest = Rest::night;
  step.resumes_at = "09:00";
  return scenario;
}

}  // namespace

TEST_CASE("a night has no clock: it ends when the lead starts the morning") {
  Room room(with_night());
  room.start("break");
  CHECK(is_night(room.state));
  CHECK(room.state.run.ends_at == 0);
  CHECK(next_deadline(room.state) == 0);
  room.start("cluster");
  CHECK_FALSE(is_night(room.state));
  CHECK(room.state.run.ends_at == room.now + 20 * minute_ms);
}

TEST_CASE("at night what people wrote and decided is read only; drafts, people, seats and the programme are not") {
  Room room(with_night());
  const TableId table = room.add_table();
  const PersonId ada = room.arrive(table);
  room.start("write");
  const IdeaId idea = room.write_idea(ada, "an idea");
  room.start("break");
  CHECK(refusal_of(room, person(ada), SubmitIdea{"write", "another"}).code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), AddCluster{"a cluster", {idea}}).code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), PauseRoom{}).code == Code::wrong_state);
  room.must(person(ada), SaveDraft{"write", "for tomorrow"});
  const PersonId substitute = room.arrive(table, "a substitute");
  room.must(facilitator(), SetGone{ada, true});
  room.must(facilitator(), ReplaceCard{substitute});
  room.must(facilitator(), ChangePlan{{}, {"rank"}, {}, "a short morning"});
  room.start("cluster");
  room.must(facilitator(), AddCluster{"a cluster", {idea}});
}

TEST_CASE("the content is sealed when the night begins and when it is over, and the two hashes are equal") {
  Room room(with_night());
  const PersonId ada = room.arrive(room.add_table());
  room.start("write");
  room.write_idea(ada, "an idea");
  room.start("break");
  REQUIRE(room.state.content_seals.size() == 1);
  CHECK(room.state.content_seals[0].at == room.now);
  room.must(facilitator(), AddTable{""});
  room.start("draft");
  REQUIRE(room.state.content_seals.size() == 2);
  CHECK(room.state.content_seals[1].step == "break");
  CHECK(room.state.content_seals[0].sha256 == room.state.content_seals[1].sha256);
  // The step that follows is prepared as any other.
  CHECK_FALSE(room.state.articles.empty());
}

TEST_CASE("what is sealed says every idea, cluster, article and count, and no name and no ballot") {
  Room room(with_night());
  const PersonId ada = room.arrive(room.add_table("Red"), "Ada Secret");
  room.start("write");
  const IdeaId idea = room.write_idea(ada, "a bench\ncluster 1 0");
  const std::string before = canonical_content(room.state);
  CHECK(before.find("idea 1 open 0\n19\na bench\ncluster 1 0\n") != std::string::npos);
  CHECK(before.find("Secret") == std::string::npos);
  room.start("cluster");
  room.add_cluster("Benches", {idea});
  const std::string sorted = canonical_content(room.state);
  CHECK(sorted.find("idea 1 clustered 1\n") != std::string::npos);
  CHECK(sorted.find("cluster 1 0\n7\nBenches\n") != std::string::npos);
  room.start("rank");
  room.must(person(ada), CastPoints{PollId{1}, ballot_key(77), {PointsOn{ClusterId{1}, 2}}});
  CHECK(canonical_content(room.state).find(ballot_key(77)) == std::string::npos);
  room.must(facilitator(), ClosePoll{PollId{1}});
  CHECK(canonical_content(room.state).find("points 1 2 1\n") != std::string::npos);
}

}  // namespace night_test
