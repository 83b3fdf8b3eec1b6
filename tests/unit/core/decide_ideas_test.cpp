#include "unit/core/world.h"

namespace decide_ideas_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

struct WritingRoom : Room {
  WritingRoom() {
    table = add_table();
    anna = arrive(table, "Anna");
    bilal = arrive(table, "Bilal");
    start("write");
  }
  TableId table;
  PersonId anna;
  PersonId bilal;
};

std::string repeated(const std::string& letter, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) {
    text += letter;
  }
  return text;
}

}  // namespace

TEST_CASE("an idea is kept with its author, table and step") {
  WritingRoom room;
  const Decision sent = room.must(person(room.anna), SubmitIdea{"write", "  Plus de bancs.\r\n"});
  CHECK(the<IdeaSubmitted>(sent).text == "Plus de bancs.");
  const Idea& idea = room.state.ideas.at(IdeaId{1});
  CHECK(idea.author == room.anna);
  CHECK(idea.table == room.table);
  CHECK(idea.step == "write");
  CHECK_FALSE(idea.late);
  CHECK(idea.fate == Fate::open);
  CHECK(room.state.people.at(room.anna).active);
  CHECK_FALSE(room.state.people.at(room.bilal).active);
}

TEST_CASE("ideas are received while the room is paused") {
  WritingRoom room;
  room.must(facilitator(), PauseRoom{});
  CHECK(room.say(person(room.anna), SubmitIdea{"write", "Des bancs"}).has_value());
}

TEST_CASE("an idea answers a write step that is going on") {
  WritingRoom room;
  CHECK(refusal_of(room, person(room.anna), SubmitIdea{"nowhere", "x"}).code == Code::not_found);
  CHECK(refusal_of(room, person(room.anna), SubmitIdea{"break", "x"}).code == Code::wrong_step);
  Room waiting;
  const PersonId early = waiting.arrive();
  CHECK(refusal_of(waiting, person(early), SubmitIdea{"write", "x"}).code == Code::wrong_step);
}

TEST_CASE("an idea has something visible and at most the characters of the step") {
  WritingRoom room;
  CHECK(refusal_of(room, person(room.anna), SubmitIdea{"write", " \n\t "}).field == "text");
  CHECK(room.say(person(room.anna), SubmitIdea{"write", repeated("é", 280)}).has_value());
  CHECK(refusal_of(room, person(room.anna), SubmitIdea{"write", repeated("é", 281)}).code == Code::too_long);
}

TEST_CASE("a person has at most the ideas of the step, a withdrawn one gives its place back") {
  WritingRoom room;
  const IdeaId first = room.write_idea(room.anna, "one");
  room.write_idea(room.anna, "two");
  CHECK(refusal_of(room, person(room.anna), SubmitIdea{"write", "three"}).code == Code::too_many);
  CHECK(room.say(person(room.bilal), SubmitIdea{"write", "three"}).has_value());
  room.must(person(room.anna), WithdrawIdea{first});
  CHECK(room.say(person(room.anna), SubmitIdea{"write", "three"}).has_value());
}

TEST_CASE("a person writes at most fifty ideas, withdrawn ones counted") {
  WritingRoom room;
  for (std::int64_t i = 0; i < limits::ideas_per_person_max; ++i) {
    room.must(person(room.anna), WithdrawIdea{room.write_idea(room.anna, "again")});
  }
  CHECK(refusal_of(room, person(room.anna), SubmitIdea{"write", "once more"}).code == Code::too_many);
}

TEST_CASE("ideas are received late for two minutes, also when the next step has started") {
  WritingRoom room;
  room.must(facilitator(), EndStep{"write"});
  room.later(1000);
  room.start("break");
  room.later(limits::late_grace_ms - 1000);
  room.must(person(room.anna), SubmitIdea{"write", "in time"});
  CHECK(room.state.ideas.rbegin()->second.late);
  CHECK_FALSE(room.state.people.at(room.anna).active);
  room.later(1);
  CHECK(refusal_of(room, person(room.anna), SubmitIdea{"write", "too late"}).code == Code::wrong_step);
}

TEST_CASE("an idea is withdrawn by its author, while the step goes on and nothing became of it") {
  WritingRoom room;
  const IdeaId idea = room.write_idea(room.anna, "mine");
  CHECK(refusal_of(room, person(room.bilal), WithdrawIdea{idea}).code == Code::not_found);
  CHECK(refusal_of(room, person(room.anna), WithdrawIdea{IdeaId{99}}).code == Code::not_found);
  room.must(person(room.anna), WithdrawIdea{idea});
  CHECK(room.state.ideas.at(idea).fate == Fate::withdrawn);
  CHECK(refusal_of(room, person(room.anna), WithdrawIdea{idea}).code == Code::wrong_state);
  const IdeaId other = room.write_idea(room.anna, "other");
  room.must(facilitator(), EndStep{"write"});
  CHECK(refusal_of(room, person(room.anna), WithdrawIdea{other}).code == Code::wrong_step);
}

TEST_CASE("a draft is a record, for any write step, at any time") {
  WritingRoom room;
  const std::pair key{room.anna, std::string("write")};
  const Decision saved = room.must(person(room.anna), SaveDraft{"write", "Plus de "});
  CHECK(saved.events.empty());
  CHECK(room.state.drafts.at(key).text == "Plus de ");
  CHECK(room.must(person(room.anna), SaveDraft{"write", "Plus de "}).records.empty());
  room.must(facilitator(), EndStep{"write"});
  room.start("break");
  room.must(person(room.anna), SaveDraft{"write", "Plus de bancs"});
  CHECK(room.state.drafts.at(key).text == "Plus de bancs");
  CHECK(refusal_of(room, person(room.anna), SaveDraft{"break", "x"}).code == Code::wrong_step);
  CHECK(refusal_of(room, person(room.anna), SaveDraft{"nowhere", "x"}).code == Code::not_found);
  room.must(person(room.anna), SaveDraft{"write", " "});
  CHECK(room.state.drafts.empty());
  CHECK(is_erased(room.records.at("draft:" + std::to_string(room.anna.value) + "/write")));
}

TEST_CASE("sending an idea forgets the draft of it, and no other") {
  WritingRoom room;
  room.must(person(room.anna), SaveDraft{"write", "Des bancs "});
  room.must(person(room.anna), SubmitIdea{"write", "Des bancs"});
  CHECK(room.state.drafts.empty());
  room.must(person(room.anna), SaveDraft{"write", "Des arbres, et aussi"});
  room.must(person(room.anna), SubmitIdea{"write", "Des arbres"});
  CHECK(room.state.drafts.size() == 1);
}

TEST_CASE("ideas are sorted once their step has ended") {
  WritingRoom room;
  const IdeaId one = room.write_idea(room.anna, "one");
  const IdeaId two = room.write_idea(room.bilal, "two");
  const IdeaId gone = room.write_idea(room.bilal, "gone");
  room.must(person(room.bilal), WithdrawIdea{gone});
  CHECK(refusal_of(room, facilitator(), AddCluster{"Seats", {one}}).code == Code::wrong_step);
  CHECK(refusal_of(room, facilitator(), SetAsideIdea{one, "why"}).code == Code::wrong_step);
  room.start("cluster");
  const ClusterId seats = room.add_cluster("Seats", {two, one, one});
  CHECK(room.state.ideas.at(one).cluster == seats);
  CHECK(room.state.ideas.at(one).fate == Fate::clustered);
  const auto& added = std::get<ClusterAdded>(room.journal.back().event);
  CHECK(added.ideas == std::vector<IdeaId>{one, two});
  CHECK(refusal_of(room, facilitator(), MoveIdea{gone, seats}).code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), MoveIdea{IdeaId{99}, seats}).code == Code::not_found);
  CHECK(refusal_of(room, facilitator(), MoveIdea{one, ClusterId{99}}).field == "cluster");
  CHECK(refusal_of(room, facilitator(), AddCluster{" ", {}}).field == "title");
}

TEST_CASE("an idea moves, is set aside with a reason, and comes back") {
  WritingRoom room;
  const IdeaId idea = room.write_idea(room.anna, "one");
  room.start("cluster");
  const ClusterId cluster = room.add_cluster("Seats");
  room.must(facilitator(), MoveIdea{idea, cluster});
  CHECK(room.state.ideas.at(idea).fate == Fate::clustered);
  CHECK(room.must(facilitator(), MoveIdea{idea, cluster}).events.empty());
  CHECK(refusal_of(room, facilitator(), SetAsideIdea{idea, "\n"}).field == "reason");
  room.must(facilitator(), SetAsideIdea{idea, "another question"});
  CHECK(room.state.ideas.at(idea).fate == Fate::set_aside);
  CHECK(room.state.ideas.at(idea).reason == "another question");
  CHECK_FALSE(room.state.ideas.at(idea).cluster.has_value());
  room.must(facilitator(), MoveIdea{idea, std::nullopt});
  CHECK(room.state.ideas.at(idea).fate == Fate::open);
  CHECK(room.state.ideas.at(idea).reason.empty());
}

TEST_CASE("a merged cluster stays as a parent and its ideas move") {
  WritingRoom room;
  const IdeaId one = room.write_idea(room.anna, "one");
  const IdeaId two = room.write_idea(room.bilal, "two");
  room.start("cluster");
  const ClusterId seats = room.add_cluster("Seats", {one});
  const ClusterId shade = room.add_cluster("Shade", {two});
  CHECK(refusal_of(room, facilitator(), MergeClusters{seats, seats}).code == Code::out_of_range);
  CHECK(refusal_of(room, facilitator(), MergeClusters{seats, ClusterId{99}}).field == "into");
  room.must(facilitator(), MergeClusters{seats, shade});
  CHECK(room.state.clusters.at(seats).merged_into == shade);
  CHECK(room.state.clusters.at(shade).parents == std::vector<ClusterId>{seats});
  CHECK(room.state.ideas.at(one).cluster == shade);
  CHECK(refusal_of(room, facilitator(), MergeClusters{seats, shade}).code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), RenameCluster{seats, "x"}).code == Code::wrong_state);
  CHECK(refusal_of(room, facilitator(), MoveIdea{two, seats}).code == Code::wrong_state);
  room.must(facilitator(), RenameCluster{shade, " Shade and seats "});
  CHECK(room.state.clusters.at(shade).title == "Shade and seats");
}

TEST_CASE("clusters are not merged while people give them points") {
  WritingRoom room;
  const IdeaId one = room.write_idea(room.anna, "one");
  const IdeaId two = room.write_idea(room.bilal, "two");
  room.start("cluster");
  const ClusterId seats = room.add_cluster("Seats", {one});
  const ClusterId shade = room.add_cluster("Shade", {two});
  room.start("rank");
  CHECK(refusal_of(room, facilitator(), MergeClusters{seats, shade}).code == Code::wrong_state);
  room.must(facilitator(), ClosePoll{PollId{1}});
  CHECK(room.say(facilitator(), MergeClusters{seats, shade}).has_value());
}

TEST_CASE("the board holds two hundred clusters and not one more") {
  Room room;
  for (std::int64_t i = 0; i < limits::clusters_max; ++i) {
    room.add_cluster("cluster");
  }
  CHECK(refusal_of(room, facilitator(), AddCluster{"cluster", {}}).code == Code::too_many);
  room.must(facilitator(), MergeClusters{ClusterId{1}, ClusterId{2}});
  CHECK(room.say(facilitator(), AddCluster{"cluster", {}}).has_value());
}

}  // namespace decide_ideas_test
