#include "core/decide.h"

#include <type_traits>

#include "base/utf8.h"
#include "core/committee.h"
#include "core/decide_parts.h"
#include "core/night.h"
#include "core/own_time.h"
#include "core/writing.h"

namespace tablee::core {
namespace {

template <class Asked, class... Listed>
inline constexpr bool is_one_of = (std::is_same_v<Asked, Listed> || ...);

// Who may use each command. What is not listed is the facilitator's; the projector asks for nothing.
template <class Asked>
constexpr bool may_ask(Role role) {
  if constexpr (is_one_of<Asked, SubmitIdea, WithdrawIdea, SaveDraft, CastPoints, CastVote, FillSheet, SupportQuestion,
                          SendSignal, CancelSignal, RaiseHand, LowerHand, PassTurn, TakeSeat, LeaveSeat, SetPace,
                          JoinCommittee, ContestPlace, SetWishes, MarkToSettle, SetProfile, LinkCompanion,
                          UnlinkCompanion, InviteToVote, CloseProposal, PrepareWords, ShowWords>) {
    return role == Role::participant;
  } else if constexpr (is_one_of<Asked, SetReady, CallHelp, AskQuestion, WithdrawQuestion, JudgeAnswer, EditArticle,
                                 WriteText, NumberWriter, SetSources, WriteComment, WithdrawComment, AnswerComment,
                                 KeepIdea, MergeIdeas, UnmergeIdea, DelayEnd>) {
    return role == Role::participant || role == Role::table;
  } else if constexpr (is_one_of<Asked, JoinReceived, LeaveReceived>) {
    return role == Role::participant || role == Role::table || role == Role::facilitator;
  } else if constexpr (is_one_of<Asked, SetSpeaker>) {
    return role == Role::table || role == Role::facilitator;
  } else if constexpr (is_one_of<Asked, WriteAnswer>) {
    return role == Role::expert;
  } else if constexpr (is_one_of<Asked, WriteCaption, MendCaption>) {
    return role == Role::captioner;
  } else if constexpr (is_one_of<Asked, ProposeText, PointAt>) {
    return role == Role::companion;
  } else {
    return role == Role::facilitator;
  }
}

// What may be done while a night runs: the programme, people, seats and cards, messages, drafts, wishes, written
// answers, and what the committee of the night writes: no other article is in anybody's hand then
// (decide_articles.cpp).
template <class Asked>
constexpr bool may_ask_at_night() {
  return is_one_of<Asked, SaveDraft, SetPace, EditArticle, WriteText, NumberWriter, SetSources, MarkToSettle,
                   JoinCommittee, SetWishes, StartStep, EndStep, UndoTransition, TakeWayOut, DeclineWayOut, AddTable,
                   RenameTable, RemoveTable, AddPeople, RenamePerson, SeatPerson, SetGone, ReplaceCard, DealTables,
                   SetCommittee, ShowScene, SendMessage, SeeSignal, WriteAnswer, ReturnWayOut, ChangePlan, MoveStep,
                   InsertStep, EditStep, SetRule, NoteDelay, SetProfile, WithdrawMessage, LinkCompanion,
                   UnlinkCompanion, CloseProposal, ProposeText, PointAt, PrepareWords, ShowWords, WordPoll,
                   WaiveWording, MendCaption>;
}

// The board is the team's, and the committee's while it sorts.
template <class Asked>
bool may_ask(const State& state, const Subject& subject) {
  constexpr bool is_of_the_board =
      is_one_of<Asked, AddCluster, RenameCluster, MoveIdea, MergeClusters, SetAsideIdea, KeepPlace>;
  return may_ask<Asked>(subject.role) ||
         (is_of_the_board && subject.role == Role::participant && sorts(state, subject.person));
}

// People who left keep their ideas, and may say nothing more; so for the screen of a table that was removed, and for
// that of a companion who is no longer linked.
bool is_there(const State& state, const Subject& subject) {
  if (subject.role == Role::companion && !state.companions.contains(subject.person)) {
    return false;
  }
  if (subject.role == Role::participant || subject.role == Role::companion) {
    const Person* person = find_in(state.people, subject.person);
    return person != nullptr && !person->gone;
  }
  return subject.role != Role::table || find_table(state, subject.table) != nullptr;
}

template <class Asked>
Result<Decision> authorised(const State& state, const Envelope& envelope, const Asked& command) {
  if (!may_ask<Asked>(state, envelope.subject)) {
    return refuse(Code::not_allowed, "", std::string(Asked::name) + " is not for this role");
  }
  if (!is_there(state, envelope.subject)) {
    return refuse(Code::not_allowed, "", "this person or table is not in the room any more");
  }
  if (!may_ask_at_night<Asked>() && is_night(state)) {
    return refuse(Code::wrong_state, "", "it is night: everything stays as it is until the next step");
  }
  return answer(state, envelope, command);
}

}  // namespace

Result<Decision> decide(const State& state, const Envelope& envelope, const Command& command) {
  return std::visit([&](const auto& each) { return authorised(state, envelope, each); }, command);
}

Result<Decision> decide_text(const State& state, const Envelope& envelope, const WriteText& command) {
  return authorised(state, envelope, command);
}

Result<Decision> decide_text(const State& state, const Envelope& envelope, const NumberWriter& command) {
  return authorised(state, envelope, command);
}

Decision fact(Event event) {
  Decision decision;
  decision.events.add(std::move(event));
  return decision;
}

Decision kept(Record record) {
  Decision decision;
  decision.records.emplace_back(std::move(record));
  return decision;
}

Result<std::string> some_text(std::string_view typed, std::string_view field) {
  std::string text = clean_text(typed);
  if (text.empty()) {
    return refuse(Code::out_of_range, std::string(field), "nothing visible was typed");
  }
  return text;
}

Result<std::string> some_name(std::string_view typed, std::string_view field) {
  std::string name = clean_name(typed);
  if (name.empty()) {
    return refuse(Code::out_of_range, std::string(field), "nothing visible was typed");
  }
  return name;
}

const Table* find_table(const State& state, TableId id) {
  const Table* table = find_in(state.tables, id);
  return table != nullptr && !table->removed ? table : nullptr;
}

std::optional<TableId> table_of(const State& state, const Subject& subject) {
  if (subject.role == Role::table) {
    return subject.table;
  }
  const Person* person = find_in(state.people, subject.person);
  return person != nullptr ? person->table : std::nullopt;
}

Reception reception(const State& state, std::string_view step, const Person& person, TimeMs now) {
  const auto last =
      std::find_if(state.laps.rbegin(), state.laps.rend(), [&](const Lap& lap) { return lap.step == step; });
  if (is_active(state, step) || last == state.laps.rend()) {
    return reception(state, step, now);
  }
  const auto until = own_end(state, *last, person);
  return !until || now <= *until ? Reception::late : Reception::closed;
}

Reception reception(const State& state, std::string_view step, TimeMs now) {
  if (is_active(state, step)) {
    return Reception::open;
  }
  const auto last =
      std::find_if(state.laps.rbegin(), state.laps.rend(), [&](const Lap& lap) { return lap.step == step; });
  const bool in_time = last != state.laps.rend() && now - last->ended_at <= limits::late_grace_ms;
  return in_time ? Reception::late : Reception::closed;
}

bool is_drawn_key(std::string_view text) {
  constexpr std::size_t drawn_key_chars = 32;
  return text.size() == drawn_key_chars && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

const Poll* open_poll(const State& state) {
  const auto found = std::find_if(state.polls.begin(), state.polls.end(),
                                  [](const auto& entry) { return entry.second.status == PollStatus::open; });
  return found == state.polls.end() ? nullptr : &found->second;
}

const Write* write_of(const Step& step) {
  return step.writes && !step.writes->empty() ? &step.writes->front() : nullptr;
}

}  // namespace tablee::core
