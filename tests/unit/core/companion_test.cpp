// Whoever helps a person proposes and points, and never acts for them.
#include <doctest/doctest.h>

#include "core/view.h"
#include "unit/core/world.h"

namespace companion_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

struct Linked {
  Room room;
  TableId table = room.add_table();
  PersonId anna = room.arrive(table, "Anna");
  Linked() { room.must(person(anna), LinkCompanion{}); }
  Subject helper() const { return companion_of(anna); }
};

PollId open_points_poll(Room& room) {
  room.start("write");
  room.write_idea(room.state.people.begin()->first, "an idea");
  room.must(facilitator(), EndStep{"write"});
  room.start("cluster");
  room.add_cluster("one", {IdeaId{1}});
  room.start("rank");
  return room.state.polls.rbegin()->first;
}

}  // namespace

TEST_CASE("[access P1] a link has a code of its own; a new link takes the place of the one before") {
  Linked world;
  const Card first = world.room.state.companions.at(world.anna);
  CHECK(first.code != world.room.state.cards.at(world.anna).code);
  CHECK(view_me(world.room.state, world.anna).companion->code == first.code);
  world.room.must(person(world.anna), LinkCompanion{});
  CHECK(world.room.state.companions.at(world.anna).token != first.token);
  const Decision ended = world.room.must(person(world.anna), UnlinkCompanion{});
  REQUIRE_FALSE(ended.records.empty());
  CHECK(is_erased(ended.records[0]));
  CHECK_FALSE(view_me(world.room.state, world.anna).companion.has_value());
}

TEST_CASE("[access P1] words are proposed, and are the person's only once they have sent them") {
  Linked world;
  Room& room = world.room;
  room.start("write");
  room.must(world.helper(), ProposeText{"write", " More buses "});
  CHECK(view_me(room.state, world.anna).companion->text == "More buses");
  CHECK(room.state.ideas.empty());
  const Decision sent = room.must(person(world.anna), SubmitIdea{"write", "More buses", true});
  CHECK(std::get<IdeaSubmitted>(*sent.events.begin()).helped == true);
  CHECK(room.state.ideas.begin()->second.author == world.anna);
  room.must(person(world.anna), CloseProposal{});
  CHECK(view_me(room.state, world.anna).companion->text.empty());
  CHECK(refusal_of(room, world.helper(), ProposeText{"nowhere", "x"}).code == Code::not_found);
  CHECK(refusal_of(room, world.helper(), SubmitIdea{"write", "for her"}).code == Code::not_allowed);
}

TEST_CASE("[access P1] the helper's screen has neither the person's code nor their settings nor their votes") {
  Linked world;
  Room& room = world.room;
  room.start("write");
  room.must(person(world.anna), SaveDraft{"write", "half an idea"});
  room.must(person(world.anna), SubmitIdea{"write", "a whole idea"});
  room.must(world.helper(), PointAt{"title"});
  const HelpedView view = view_helped(room.state, world.anna);
  CHECK(view.name_shown == "Anna");
  REQUIRE(view.ideas.size() == 1);
  CHECK(view.ideas[0].text == "a whole idea");
  CHECK(view.place == "title");
  CHECK(view_me(room.state, world.anna).companion->place == "title");
}

TEST_CASE("[access P2] the vote is read together only when invited, for this poll, until it closes") {
  Linked world;
  Room& room = world.room;
  const PollId poll = open_points_poll(room);
  CHECK_FALSE(view_helped(room.state, world.anna).poll.has_value());
  room.must(person(world.anna), InviteToVote{poll, true});
  CHECK(view_helped(room.state, world.anna).poll == poll);
  room.must(person(world.anna), InviteToVote{poll, false});
  CHECK_FALSE(view_helped(room.state, world.anna).poll.has_value());
  room.must(person(world.anna), InviteToVote{poll, true});
  room.must(facilitator(), ClosePoll{poll});
  CHECK_FALSE(view_helped(room.state, world.anna).poll.has_value());
  CHECK(refusal_of(room, person(world.anna), InviteToVote{poll, true}).code == Code::wrong_state);
  CHECK(refusal_of(room, person(world.anna), InviteToVote{PollId{99}, true}).code == Code::not_found);
  CHECK(refusal_of(room, world.helper(), CastPoints{poll, ballot_key(1), {}}).code == Code::not_allowed);
}

TEST_CASE("what passed between a person and their helper is erased when the avis is sealed") {
  Linked world;
  Room& room = world.room;
  room.must(world.helper(), PointAt{"title"});
  room.start("hand_over");
  REQUIRE(room.state.sealed_at != 0);
  CHECK(room.state.companions.empty());
  CHECK(room.state.help.empty());
  CHECK(refusal_of(room, person(world.anna), LinkCompanion{}).code == Code::wrong_state);
}

}  // namespace companion_test
