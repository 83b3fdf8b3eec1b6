#include <algorithm>

#include "core/box.h"
#include "core/view.h"
#include "unit/core/world.h"

namespace decide_polls_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

// Three people, three clusters with one idea each, and the ranking open.
struct RankingRoom : Room {
  RankingRoom() {
    table = add_table();
    for (int i = 0; i < 3; ++i) {
      people.push_back(arrive(table));
    }
    start("write");
    for (const PersonId author : people) {
      ideas.push_back(write_idea(author, "idea"));
    }
    start("cluster");
    for (const IdeaId idea : ideas) {
      clusters.push_back(add_cluster("cluster", {idea}));
    }
    add_cluster("empty");
    start("rank");
    poll = state.polls.rbegin()->first;
  }

  Result<Decision> points(std::size_t who, std::uint32_t key, std::vector<PointsOn> given) {
    return say(person(people[who]), CastPoints{poll, ballot_key(key), std::move(given)});
  }

  TableId table;
  std::vector<PersonId> people;
  std::vector<IdeaId> ideas;
  std::vector<ClusterId> clusters;
  PollId poll;
};

// Three tables of two, an article each, and the vote step started.
struct VotingRoom : Room {
  VotingRoom() {
    for (int i = 0; i < 3; ++i) {
      const TableId table = add_table();
      people.push_back(arrive(table));
      people.push_back(arrive(table));
    }
    start("draft");
    for (const auto& [id, article] : state.articles) {
      articles.push_back(id);
    }
    for (const ArticleId article : articles) {
      must(screen(state.articles.at(article).table), EditArticle{article, "title", "An article", 0});
    }
    start("vote");
  }

  Result<Decision> vote(std::size_t who, PollId poll, Choice choice) {
    return say(person(people[who]), CastVote{poll, ballot_key(people[who].value), choice});
  }

  std::vector<PersonId> people;
  std::vector<ArticleId> articles;
};

}  // namespace

TEST_CASE("a rank step opens its poll on the clusters that have ideas") {
  RankingRoom room;
  const Poll& poll = room.state.polls.at(room.poll);
  CHECK(poll.status == PollStatus::open);
  CHECK(poll.options == room.clusters);
  CHECK(poll.present == 3);
  CHECK(poll.rule == "points");
}

TEST_CASE("a ranking without any cluster opens nothing, and the step starts") {
  Room room;
  room.start("rank");
  CHECK(room.state.polls.empty());
  CHECK(room.state.run.status == RunStatus::running);
}

TEST_CASE("[access V7] a ballot is in the box, and the journal says only that the person voted") {
  RankingRoom room;
  const auto cast = room.points(0, 1, {{room.clusters[2], 1}, {room.clusters[0], 2}});
  REQUIRE(cast.has_value());
  REQUIRE(cast->events.size() == 1);
  CHECK(the<BallotCast>(*cast).person == room.people[0]);
  const Poll& poll = room.state.polls.at(room.poll);
  CHECK(poll.voters == std::set<PersonId>{room.people[0]});
  const std::vector<PointsOn> sorted{{room.clusters[0], 2}, {room.clusters[2], 1}};
  CHECK(poll.box.at(ballot_key(1)).points == sorted);
  CHECK(room.state.people.at(room.people[0]).active);
}

TEST_CASE("a points ballot keeps to its rule") {
  RankingRoom room;
  CHECK(room.points(0, 1, {}).has_value());
  CHECK(room.points(0, 1, {{room.clusters[0], 2}, {room.clusters[1], 2}, {room.clusters[2], 1}}).has_value());
  for (const std::vector<PointsOn>& given :
       std::vector<std::vector<PointsOn>>{{{room.clusters[0], 2}, {room.clusters[1], 2}, {room.clusters[2], 2}},
                                          {{room.clusters[0], 3}},
                                          {{room.clusters[0], 1}, {room.clusters[0], 1}},
                                          {{ClusterId{4}, 1}}}) {
    const auto refused = room.points(0, 1, given);
    REQUIRE_FALSE(refused.has_value());
    CHECK(refused.error().code == Code::out_of_range);
    CHECK(refused.error().field == "points");
  }
}

TEST_CASE("a ballot is changed with its own key, and only with it") {
  RankingRoom room;
  REQUIRE(room.points(0, 1, {{room.clusters[0], 2}}).has_value());
  REQUIRE(room.points(0, 1, {{room.clusters[1], 1}}).has_value());
  CHECK(room.state.polls.at(room.poll).box.size() == 1);
  const auto other_key = room.points(0, 2, {});
  CHECK(other_key.error().code == Code::conflict);
  CHECK(other_key.error().field == "ballot_key");
  const auto taken_key = room.points(1, 1, {});
  CHECK(taken_key.error().code == Code::conflict);
  CHECK(room.points(1, 2, {}).has_value());
  CHECK(room.state.polls.at(room.poll).voters.size() == 2);
}

TEST_CASE("a ballot key is 32 lower-case hexadecimal digits") {
  RankingRoom room;
  for (const std::string& key : {std::string(31, '0'), std::string(33, '0'), std::string(31, '0') + "g",
                                 std::string(31, '0') + "A", std::string()}) {
    const auto refused = room.say(person(room.people[0]), CastPoints{room.poll, key, {}});
    CHECK(refused.error().code == Code::out_of_range);
    CHECK(refused.error().field == "ballot_key");
  }
  CHECK(room.say(person(room.people[0]), CastPoints{room.poll, "0123456789abcdef0123456789abcdef", {}}).has_value());
}

TEST_CASE("people who have not arrived do not vote") {
  RankingRoom room;
  const PersonId absent = room.add_person(room.table);
  CHECK(refusal_of(room, person(absent), CastPoints{room.poll, ballot_key(9), {}}).code == Code::not_allowed);
}

TEST_CASE("a poll takes ballots of its own kind") {
  RankingRoom room;
  CHECK(refusal_of(room, person(room.people[0]), CastVote{room.poll, ballot_key(1), Choice::for_}).code ==
        Code::not_found);
  CHECK(refusal_of(room, person(room.people[0]), CastPoints{PollId{9}, ballot_key(1), {}}).code == Code::not_found);
}

TEST_CASE("a closed poll takes no ballot, reopened it keeps its box, published it is over") {
  RankingRoom room;
  REQUIRE(room.points(0, 1, {{room.clusters[0], 2}}).has_value());
  const Decision closed = room.must(facilitator(), ClosePoll{room.poll});
  CHECK(the<PollClosed>(closed).ballots == 1);
  CHECK(room.points(1, 2, {}).error().code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), ClosePoll{room.poll}).code == Code::wrong_state);
  room.arrive(room.table);
  CHECK(the<PollOpened>(room.must(facilitator(), OpenPoll{room.poll})).present == 3);
  CHECK_FALSE(room.state.polls.at(room.poll).result.has_value());
  REQUIRE(room.points(1, 2, {{room.clusters[1], 1}}).has_value());
  CHECK(refusal_of(room, facilitator(), PublishPoll{room.poll}).code == Code::wrong_state);
  room.must(facilitator(), ClosePoll{room.poll});
  CHECK(room.state.polls.at(room.poll).result->ballots == 2);
  room.must(facilitator(), PublishPoll{room.poll});
  CHECK(refusal_of(room, facilitator(), PublishPoll{room.poll}).code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), OpenPoll{room.poll}).code == Code::wrong_state);
}

TEST_CASE("leaving the step closes its poll, starting it again opens it again") {
  RankingRoom room;
  REQUIRE(room.points(0, 1, {{room.clusters[0], 2}}).has_value());
  CHECK(the<PollClosed>(room.start("break")).ballots == 1);
  CHECK(refusal_of(room, facilitator(), OpenPoll{room.poll}).code == Code::wrong_step);
  const Decision again = room.start("rank");
  CHECK(the<PollOpened>(again).poll == room.poll);
  CHECK(count_of<PollPrepared>(again) == 0);
  CHECK(room.points(0, 1, {{room.clusters[1], 1}}).has_value());
}

TEST_CASE("a poll nobody voted in is prepared again with the clusters of the day") {
  RankingRoom room;
  room.start("cluster");
  const ClusterId more = room.add_cluster("more", {room.ideas[0]});
  const Decision again = room.start("rank");
  CHECK(the<PollPrepared>(again).poll == room.poll);
  CHECK(the<PollPrepared>(again).options == std::vector<ClusterId>{room.clusters[1], room.clusters[2], more});
}

TEST_CASE("a published ranking stays published when its step starts again") {
  RankingRoom room;
  room.must(facilitator(), ClosePoll{room.poll});
  room.must(facilitator(), PublishPoll{room.poll});
  room.start("break");
  room.start("rank");
  CHECK(room.state.polls.at(room.poll).status == PollStatus::published);
}

TEST_CASE("undo opens again what the transition closed, with its ballots") {
  RankingRoom room;
  REQUIRE(room.points(0, 1, {{room.clusters[0], 2}}).has_value());
  room.start("break");
  room.later(1000);
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.polls.at(room.poll).status == PollStatus::open);
  CHECK_FALSE(room.state.polls.at(room.poll).result.has_value());
  CHECK(room.points(0, 1, {{room.clusters[1], 1}}).has_value());
}

TEST_CASE("undo leaves closed what was closed by hand, and published what was published") {
  RankingRoom room;
  room.must(facilitator(), ClosePoll{room.poll});
  room.start("break");
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.polls.at(room.poll).status == PollStatus::closed);
  room.must(facilitator(), OpenPoll{room.poll});
  room.start("break");
  room.must(facilitator(), PublishPoll{room.poll});
  room.must(facilitator(), UndoTransition{});
  CHECK(room.state.polls.at(room.poll).status == PollStatus::published);
}

TEST_CASE("undo of a start counts and closes the poll it had opened") {
  RankingRoom room;
  REQUIRE(room.points(0, 1, {{room.clusters[0], 2}}).has_value());
  const Decision undone = room.must(facilitator(), UndoTransition{});
  CHECK(the<PollClosed>(undone).ballots == 1);
  CHECK(room.state.run.step == "cluster");
  CHECK(room.state.polls.at(room.poll).status == PollStatus::closed);
  room.start("rank");
  CHECK(room.state.polls.at(room.poll).box.size() == 1);
}

TEST_CASE("a vote step prepares a poll for each submitted article, opened one by one") {
  VotingRoom room;
  REQUIRE(room.state.polls.size() == 3);
  for (const auto& [id, poll] : room.state.polls) {
    CHECK(poll.status == PollStatus::prepared);
    CHECK(poll.article == room.articles[id.value - 1]);
  }
  CHECK(room.vote(0, PollId{1}, Choice::for_).error().code == Code::wrong_state);
  CHECK(the<PollOpened>(room.must(facilitator(), OpenPoll{PollId{1}})).present == 6);
  CHECK(refusal_of(room, facilitator(), OpenPoll{PollId{1}}).code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), OpenPoll{PollId{2}}).code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), OpenPoll{PollId{9}}).code == Code::not_found);
  CHECK(refusal_of(room, facilitator(), ClosePoll{PollId{2}}).code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), ClosePoll{PollId{9}}).code == Code::not_found);
  CHECK(refusal_of(room, facilitator(), PublishPoll{PollId{9}}).code == Code::not_found);
  CHECK(room.vote(0, PollId{1}, Choice::for_).has_value());
  CHECK(refusal_of(room, person(room.people[1]), CastPoints{PollId{1}, ballot_key(7), {}}).code == Code::not_found);
  room.must(facilitator(), ClosePoll{PollId{1}});
  CHECK(room.say(facilitator(), OpenPoll{PollId{2}}).has_value());
}

TEST_CASE("people vote while the room is paused, and after a soft end") {
  VotingRoom room;
  room.must(facilitator(), OpenPoll{PollId{1}});
  room.must(facilitator(), PauseRoom{});
  CHECK(room.vote(0, PollId{1}, Choice::for_).has_value());
  room.must(facilitator(), ResumeRoom{});
  room.later(31 * minute_ms);
  REQUIRE(room.state.run.status == RunStatus::time_up);
  CHECK(room.vote(1, PollId{1}, Choice::for_).has_value());
}

TEST_CASE("a published result becomes the status of its article") {
  VotingRoom room;
  const auto decide_article = [&](PollId poll, std::vector<Choice> choices) {
    room.must(facilitator(), OpenPoll{poll});
    for (std::size_t who = 0; who < choices.size(); ++who) {
      REQUIRE(room.vote(who, poll, choices[who]).has_value());
    }
    room.must(facilitator(), ClosePoll{poll});
    CHECK(room.state.articles.at(*room.state.polls.at(poll).article).status == ArticleStatus::submitted);
    room.must(facilitator(), PublishPoll{poll});
    return room.state.articles.at(*room.state.polls.at(poll).article).status;
  };
  CHECK(decide_article(PollId{1}, {Choice::for_, Choice::for_, Choice::against, Choice::abstain}) ==
        ArticleStatus::adopted);
  CHECK(decide_article(PollId{2}, {Choice::for_, Choice::against, Choice::abstain}) == ArticleStatus::rejected);
  CHECK(decide_article(PollId{3}, {Choice::for_, Choice::for_}) == ArticleStatus::no_quorum);
}

TEST_CASE("starting the vote again makes polls for new articles alone") {
  VotingRoom room;
  room.add_table();
  room.start("draft");
  CHECK(refusal_of(room, facilitator(), OpenPoll{PollId{1}}).code == Code::wrong_step);
  const ArticleId fourth = room.state.articles.rbegin()->first;
  room.must(screen(room.state.articles.at(fourth).table), EditArticle{fourth, "problem", "Late but here", 0});
  const Decision again = room.start("vote");
  CHECK(the<PollPrepared>(again).article == fourth);
  CHECK(room.state.polls.size() == 4);
}

TEST_CASE("a result is not published while its article is written again") {
  VotingRoom room;
  room.must(facilitator(), OpenPoll{PollId{1}});
  room.must(facilitator(), ClosePoll{PollId{1}});
  room.start("draft");
  CHECK(refusal_of(room, facilitator(), PublishPoll{PollId{1}}).code == Code::wrong_state);
}

TEST_CASE("[access T4] a poll is not closed on people who need more time without a reason, which the journal keeps") {
  VotingRoom room;
  room.must(person(room.people[0]), SetPace{Pace::twice});
  room.must(person(room.people[1]), SetPace{Pace::unlimited});
  const PollId poll = room.state.polls.begin()->first;
  room.must(facilitator(), OpenPoll{poll});
  CHECK(view_people(room.state).voters_awaited == 2);
  room.must(person(room.people[0]), CastVote{poll, ballot_key(1), Choice::for_});
  CHECK(view_people(room.state).voters_awaited == 1);
  CHECK(refusal_of(room, facilitator(), ClosePoll{poll}).field == "reason");
  CHECK(refusal_of(room, facilitator(), ClosePoll{poll, "   "}).code == Code::conflict);
  const PollClosed closed = the<PollClosed>(room.must(facilitator(), ClosePoll{poll, "They left."}));
  CHECK(closed.awaited == 1);
  CHECK(closed.reason == "They left.");
  room.must(facilitator(), OpenPoll{poll});
  const PollClosed by_step = the<PollClosed>(room.must(facilitator(), EndStep{"vote"}));
  CHECK(by_step.awaited == 1);
  CHECK_FALSE(by_step.reason.has_value());
}

TEST_CASE("[access T4] once those who need more time have voted, a poll closes as usual") {
  VotingRoom room;
  room.must(person(room.people[0]), SetPace{Pace::more});
  const PollId poll = room.state.polls.begin()->first;
  room.must(facilitator(), OpenPoll{poll});
  room.must(person(room.people[0]), CastVote{poll, ballot_key(1), Choice::against});
  CHECK_FALSE(the<PollClosed>(room.must(facilitator(), ClosePoll{poll})).awaited.has_value());
}

}  // namespace decide_polls_test
