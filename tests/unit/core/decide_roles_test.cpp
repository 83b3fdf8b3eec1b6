#include <set>

#include "unit/core/world.h"

namespace decide_roles_test {

using namespace tablee;
using namespace tablee::core;
using namespace tablee::core::testing;

namespace {

struct Right {
  Command command;
  std::set<Role> roles;
};

const std::set<Role> people{Role::participant};
const std::set<Role> people_and_tables{Role::participant, Role::table};
const std::set<Role> people_tables_and_lead{Role::participant, Role::table, Role::facilitator};
const std::set<Role> tables_and_lead{Role::table, Role::facilitator};
const std::set<Role> lead{Role::facilitator};
const std::set<Role> experts{Role::expert};
const std::set<Role> captioners{Role::captioner};
const std::set<Role> companions{Role::companion};

// Every command, and who may use it.
const std::vector<Right> all_rights{
    {SubmitIdea{}, people},
    {WithdrawIdea{}, people},
    {SaveDraft{}, people},
    {CastPoints{}, people},
    {CastVote{}, people},
    {FillSheet{}, people},
    {SendSignal{}, people},
    {CancelSignal{}, people},
    {SetReady{}, people_and_tables},
    {CallHelp{}, people_and_tables},
    {AskQuestion{}, people_and_tables},
    {WithdrawQuestion{}, people_and_tables},
    {SupportQuestion{}, people},
    {JudgeAnswer{}, people_and_tables},
    {WriteAnswer{}, experts},
    {EditArticle{}, people_and_tables},
    {SetSources{}, people_and_tables},
    {RaiseHand{}, people},
    {LowerHand{}, people},
    {PassTurn{}, people},
    {TakeSeat{}, people},
    {LeaveSeat{}, people},
    {SetSpeaker{}, tables_and_lead},
    {OpenQueue{}, lead},
    {GiveFloor{}, lead},
    {EndSpeech{}, lead},
    {ExtendSpeech{}, lead},
    {SkipHand{}, lead},
    {UndoFloor{}, lead},
    {MoveHand{}, lead},
    {ProposeOrder{}, lead},
    {SeatInMiddle{}, lead},
    {WriteComment{}, people_and_tables},
    {WithdrawComment{}, people_and_tables},
    {AnswerComment{}, people_and_tables},
    {KeepIdea{}, people_and_tables},
    {MergeIdeas{}, people_and_tables},
    {UnmergeIdea{}, people_and_tables},
    {StartStep{}, lead},
    {EndStep{}, lead},
    {PauseRoom{}, lead},
    {ResumeRoom{}, lead},
    {ExtendStep{}, lead},
    {UndoTransition{}, lead},
    {AddTable{}, lead},
    {RenameTable{}, lead},
    {RemoveTable{}, lead},
    {AddPeople{}, lead},
    {RenamePerson{}, lead},
    {SeatPerson{}, lead},
    {SetGone{}, lead},
    {ReplaceCard{}, lead},
    {DealTables{}, lead},
    {AddCluster{}, lead},
    {RenameCluster{}, lead},
    {MoveIdea{}, lead},
    {MergeClusters{}, lead},
    {SetAsideIdea{}, lead},
    {OpenPoll{}, lead},
    {ClosePoll{}, lead},
    {PublishPoll{}, lead},
    {PublishMeasure{}, lead},
    {CallQuestion{}, lead},
    {FinishAnswer{}, lead},
    {DeferQuestion{}, lead},
    {MergeQuestions{}, lead},
    {ShowScene{}, lead},
    {SendMessage{}, lead},
    {SeeSignal{}, lead},
    {RecordPromise{}, lead},
    {StartTurn{}, lead},
    {StartItem{}, lead},
    {WithdrawMessage{}, lead},
    {SetProfile{}, people},
    {ChangePlan{}, lead},
    {MoveStep{}, lead},
    {InsertStep{}, lead},
    {EditStep{}, lead},
    {SetRule{}, lead},
    {NoteDelay{}, lead},
    {SetPace{}, people},
    {ExtendTable{}, lead},
    {PauseTable{}, lead},
    {ResumeTable{}, lead},
    {TakeWayOut{}, lead},
    {DeclineWayOut{}, lead},
    {ReturnWayOut{}, lead},
    {SetCommittee{}, lead},
    {JoinCommittee{}, people},
    {ContestPlace{}, people},
    {KeepPlace{}, lead},
    {SetWishes{}, people},
    {MarkToSettle{}, people},
    {ReturnQuestion{}, lead},
    {AnnounceEnd{}, lead},
    {DelayEnd{}, people_and_tables},
    {WriteCaption{}, captioners},
    {MendCaption{}, captioners},
    {LinkCompanion{}, people},
    {UnlinkCompanion{}, people},
    {InviteToVote{}, people},
    {CloseProposal{}, people},
    {ProposeText{}, companions},
    {PointAt{}, companions},
    {PrepareWords{}, people},
    {ShowWords{}, people},
    {WordPoll{}, lead},
    {WaiveWording{}, lead},
    {JoinReceived{}, people_tables_and_lead},
    {LeaveReceived{}, people_tables_and_lead},
};

const std::vector<Right>& rights() {
  return all_rights;
}

bool is_refused_for_its_role(Room& room, const Subject& subject, const Command& command) {
  const auto decision = decide(room.state, room.envelope(subject, 1), command);
  return !decision && decision.error().code == Code::not_allowed;
}

}  // namespace

TEST_CASE("the table of rights names every command once") {
  std::set<std::size_t> named;
  for (const Right& right : rights()) {
    named.insert(right.command.index());
  }
  CHECK(named.size() == std::variant_size_v<Command>);
  CHECK(rights().size() == std::variant_size_v<Command>);
}

TEST_CASE("each command is for its roles, and for no other") {
  Room room;
  const TableId table = room.add_table();
  const PersonId citizen = room.arrive(table);
  room.must(person(citizen), LinkCompanion{});
  for (const Subject& subject :
       {person(citizen), screen(table), facilitator(), projector(), expert(), captioner(), companion_of(citizen)}) {
    for (const Right& right : rights()) {
      CAPTURE(right.command.index());
      CAPTURE(static_cast<int>(subject.role));
      CHECK(is_refused_for_its_role(room, subject, right.command) != right.roles.contains(subject.role));
    }
  }
}

TEST_CASE("[access P1] a companion who is not linked, or no longer, may do nothing") {
  Room room;
  const PersonId citizen = room.arrive(room.add_table());
  const auto refused = [&] {
    return is_refused_for_its_role(room, companion_of(citizen), ProposeText{"write", "words"}) &&
           is_refused_for_its_role(room, companion_of(citizen), PointAt{"title"});
  };
  CHECK(refused());
  room.must(person(citizen), LinkCompanion{});
  CHECK_FALSE(refused());
  room.must(person(citizen), UnlinkCompanion{});
  CHECK(refused());
  room.must(person(citizen), LinkCompanion{});
  room.must(facilitator(), SetGone{citizen, true});
  CHECK(refused());
}

TEST_CASE("people who are gone, and screens of removed tables, may do nothing") {
  Room room;
  const TableId table = room.add_table();
  const TableId removed = room.add_table();
  const PersonId citizen = room.arrive(table);
  room.must(facilitator(), SetGone{citizen, true});
  room.must(facilitator(), RemoveTable{removed});
  for (const Right& right : rights()) {
    CAPTURE(right.command.index());
    CHECK(is_refused_for_its_role(room, person(citizen), right.command));
    CHECK(is_refused_for_its_role(room, screen(removed), right.command));
    CHECK(is_refused_for_its_role(room, person(PersonId{99}), right.command));
    CHECK(is_refused_for_its_role(room, screen(TableId{99}), right.command));
    CHECK(is_refused_for_its_role(room, screen(TableId{}), right.command));
  }
  room.must(facilitator(), SetGone{citizen, false});
  CHECK(room.say(person(citizen), SendSignal{}).has_value());
}

TEST_CASE("a person without a seat speaks for no table") {
  Room room;
  const TableId table = room.add_table();
  const PersonId citizen = room.arrive();
  CHECK(refusal_of(room, person(citizen), CallHelp{true}).code == Code::not_allowed);
  room.must(facilitator(), SeatPerson{citizen, table});
  CHECK(room.say(person(citizen), CallHelp{true}).has_value());
}

}  // namespace decide_roles_test
