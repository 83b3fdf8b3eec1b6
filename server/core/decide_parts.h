// core/decide_parts.h: one overload a command, and what they share; private to core/decide*.cpp.
//
// The overloads are called for subjects whose role may use the command, who exist and are still there
// (core/decide.cpp).
#pragma once

#include <algorithm>
#include <set>
#include <string>

#include "core/decide.h"
#include "core/run.h"
#include "core/writing.h"

namespace tablee::core {

// One event, or one record.
Decision fact(Event event);
Decision kept(Record record);

// The next number after those of `things`, which are never deleted.
template <class Map>
typename Map::key_type next_id(const Map& things) {
  return typename Map::key_type{things.empty() ? 1 : things.rbegin()->first.value + 1};
}

template <class Map>
const typename Map::mapped_type* find_in(const Map& things, const typename Map::key_type& id) {
  const auto found = things.find(id);
  return found == things.end() ? nullptr : &found->second;
}

template <class Container>
bool is_full(const Container& things, std::int64_t max) {
  return static_cast<std::int64_t>(things.size()) >= max;
}

// The typed text, cleaned (base/utf8.h); refused when nothing visible is left.
Result<std::string> some_text(std::string_view typed, std::string_view field);
Result<std::string> some_name(std::string_view typed, std::string_view field);

// The table of this id, or nullptr when there is none or it was removed.
const Table* find_table(const State& state, TableId id);

// The table a subject speaks for: its own for a table screen, the seat for a person.
std::optional<TableId> table_of(const State& state, const Subject& subject);

// Whether something may still be sent for this step. late: it is over, since no more than limits::late_grace_ms.
enum class Reception { open, late, closed };
Reception reception(const State& state, std::string_view step, TimeMs now);
// The same for one person, who may have more time.
Reception reception(const State& state, std::string_view step, const Person& person, TimeMs now);

// What tablets draw to stand for a ballot or a person: 32 lower-case hexadecimal digits.
bool is_drawn_key(std::string_view text);

// The article, if this subject is writing it now, with their table or committee, or its step has just ended
// (decide_articles.cpp).
Result<const Article*> article_in_hand(const State& state, const Subject& subject, ArticleId id);

// The open poll, or nullptr.
const Poll* open_poll(const State& state);

// The store of a `write` step's ideas, or of a `draft` step's articles, as far as the scenario says more than the
// limits.
const Write* write_of(const Step& step);

// New cards whose codes nobody has (decide_cards.cpp).
class CardMaker {
 public:
  CardMaker(const State& state, const Entropy& entropy);
  Card for_person(PersonId person, std::string name);
  Card for_table(TableId table);
  Card for_facilitator();
  Card for_experts();
  Card for_captioner();
  Card for_companion(PersonId person);

 private:
  std::string fresh_code();
  SecretStream secrets_;
  std::set<std::string> taken_;
};

// What the end of the current step leads to: StepEnded, then the polls it closes and the articles it submits.
Events end_of_step(const State& state, EndReason reason);
// Why this step cannot start now.
std::optional<Refusal> unstartable(const State& state, const Step& step);
// StepStarted, then who changes seats and who is in the committee. A night has no clock. `minutes`: instead of the
// length planned.
Events start_of_step(const State& state, const Envelope& envelope, const Step& step,
                     std::optional<std::int64_t> minutes);
// The end of the answer that is being given, if one is (decide_questions.cpp).
Events end_of_speech(const State& state);
// The tables that a draft step has yet to give an article (decide_prepare.cpp).
std::vector<TableId> tables_without_article(const State& state, const Step& step);

// ---- decide_ideas.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const SubmitIdea& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const WithdrawIdea& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SaveDraft& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const AddCluster& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const RenameCluster& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const MoveIdea& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const MergeClusters& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SetAsideIdea& command);

// ---- decide_polls.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const CastPoints& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const CastVote& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const OpenPoll& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ClosePoll& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const PublishPoll& command);

// ---- decide_measures.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const FillSheet& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const PublishMeasure& command);

// ---- decide_questions.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const AskQuestion& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const WithdrawQuestion& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SupportQuestion& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const JudgeAnswer& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const CallQuestion& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const FinishAnswer& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const DeferQuestion& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ReturnQuestion& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const WriteAnswer& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const MergeQuestions& command);

// ---- decide_signals.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const SendSignal& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const CancelSignal& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SeeSignal& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SetReady& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const CallHelp& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ShowScene& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SendMessage& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const WithdrawMessage& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const RecordPromise& command);

// ---- decide_articles.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const EditArticle& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const WriteText& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const NumberWriter& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SetSources& command);

// ---- decide_speaking.cpp, decide_middle_seats.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const RaiseHand& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const LowerHand& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const PassTurn& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const TakeSeat& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const LeaveSeat& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SetSpeaker& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const OpenQueue& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const GiveFloor& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const EndSpeech& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ExtendSpeech& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SkipHand& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const UndoFloor& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const MoveHand& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ProposeOrder& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SeatInMiddle& command);

// What is no longer true of the speakers, the hands and the seats after a gesture that moved people or steps.
Events speaking_consequences(const State& state);

// ---- decide_reviews.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const WriteComment& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const WithdrawComment& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const AnswerComment& command);
// Who reads whom in the turn that begins; nothing when the step has no rotation.
Events readings_of_turn(const State& state, const Step& step);

// ---- decide_merge.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const KeepIdea& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const MergeIdeas& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const UnmergeIdea& command);
// The groups of the turn that begins; nothing when people work alone or all together in it.
Events groups_of_turn(const State& state, const Step& step);
// What the step that ends leaves behind; nothing when it had no groups.
Events merge_ended(const State& state);

// ---- decide_steps.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const StartStep& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const EndStep& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const PauseRoom& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ResumeRoom& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ExtendStep& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const UndoTransition& command);

// ---- decide_wishes.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const SetWishes& command);

// ---- decide_committee.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const SetCommittee& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const JoinCommittee& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ContestPlace& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const KeepPlace& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const MarkToSettle& command);

// ---- decide_time.cpp, decide_ways_out.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const SetPace& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ExtendTable& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const PauseTable& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ResumeTable& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const AnnounceEnd& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const DelayEnd& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const TakeWayOut& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const DeclineWayOut& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ReturnWayOut& command);

// ---- decide_turns.cpp

// The turn of this number begins. Requires: the step has it.
TurnStarted turn_started(const Step& step, std::int64_t turn, TimeMs now);
Result<Decision> answer(const State& state, const Envelope& envelope, const StartTurn& command);

// ---- decide_profile.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const SetProfile& command);
// What erases everybody's settings: the avis is sealed.
std::vector<Record> forget_profiles(const State& state);

// ---- decide_captions.cpp, decide_companion.cpp, decide_words.cpp, decide_wording.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const WriteCaption& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const MendCaption& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const LinkCompanion& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const UnlinkCompanion& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const InviteToVote& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const CloseProposal& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ProposeText& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const PointAt& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const PrepareWords& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ShowWords& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const WordPoll& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const WaiveWording& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const JoinReceived& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const LeaveReceived& command);
// What erases every link to a companion, and every typed word: the avis is sealed.
std::vector<Record> forget_help(const State& state);
std::vector<Record> forget_words(const State& state);

// ---- decide_items.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const StartItem& command);

// ---- decide_plan.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const ChangePlan& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const MoveStep& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const InsertStep& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const EditStep& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SetRule& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const NoteDelay& command);

// ---- decide_people.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const AddPeople& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const RenamePerson& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SeatPerson& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const SetGone& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const ReplaceCard& command);

// ---- decide_tables.cpp

Result<Decision> answer(const State& state, const Envelope& envelope, const AddTable& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const RenameTable& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const RemoveTable& command);
Result<Decision> answer(const State& state, const Envelope& envelope, const DealTables& command);

}  // namespace tablee::core
