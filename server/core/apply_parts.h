// core/apply_parts.h: one overload a kind of event; private to core/apply*.cpp.
//
// Errors   An event about a thing that does not exist is a broken invariant.
#pragma once

#include "base/check.h"
#include "core/apply.h"

namespace tablee::core {

template <class Map>
typename Map::mapped_type& existing(Map& things, const typename Map::key_type& id) {
  const auto found = things.find(id);
  TABLEE_CHECK(found != things.end());
  return found->second;
}

// apply_people.cpp
void change(State& state, const Stamp& stamp, const AtelierOpened& event);
void change(State& state, const Stamp& stamp, const TableAdded& event);
void change(State& state, const Stamp& stamp, const TableRenamed& event);
void change(State& state, const Stamp& stamp, const TableRemoved& event);
void change(State& state, const Stamp& stamp, const PersonAdded& event);
void change(State& state, const Stamp& stamp, const PersonSeated& event);
void change(State& state, const Stamp& stamp, const PersonArrived& event);
void change(State& state, const Stamp& stamp, const PersonGone& event);
void change(State& state, const Stamp& stamp, const CardReplaced& event);
void change(State& state, const Stamp& stamp, const TablesDealt& event);
void change(State& state, const Stamp& stamp, const WishesSet& event);

// apply_steps.cpp
void change(State& state, const Stamp& stamp, const StepStarted& event);
void change(State& state, const Stamp& stamp, const StepEnded& event);
void change(State& state, const Stamp& stamp, const StepTimeUp& event);
void change(State& state, const Stamp& stamp, const StepExtended& event);
void change(State& state, const Stamp& stamp, const RoomPaused& event);
void change(State& state, const Stamp& stamp, const RoomResumed& event);
void change(State& state, const Stamp& stamp, const TransitionUndone& event);
void change(State& state, const Stamp& stamp, const TurnStarted& event);

// apply_writing.cpp
void change(State& state, const Stamp& stamp, const WriterNumbered& event);
void change(State& state, const Stamp& stamp, const TextWritten& event);
void change(State& state, const Stamp& stamp, const TextFrozen& event);
void change(State& state, const Stamp& stamp, const TextReceived& event);
void change(State& state, const Stamp& stamp, const ReceivedLeft& event);
void change(State& state, const Stamp& stamp, const ReceivedSettled& event);

// apply_committee.cpp
void change(State& state, const Stamp& stamp, const CommitteeFormed& event);
void change(State& state, const Stamp& stamp, const PlaceContested& event);
void change(State& state, const Stamp& stamp, const ToSettleMarked& event);
void change(State& state, const Stamp& stamp, const PlaceKept& event);

// apply_time.cpp
void change(State& state, const Stamp& stamp, const PaceSet& event);
void change(State& state, const Stamp& stamp, const TableExtended& event);
void change(State& state, const Stamp& stamp, const TablePaused& event);
void change(State& state, const Stamp& stamp, const TableResumed& event);
void change(State& state, const Stamp& stamp, const WayOutOffered& event);
void change(State& state, const Stamp& stamp, const WayOutPassed& event);
void change(State& state, const Stamp& stamp, const WayOutReturned& event);
void change(State& state, const Stamp& stamp, const ContentSealed& event);
void change(State& state, const Stamp& stamp, const ItemStarted& event);

// apply_plan.cpp
void change(State& state, const Stamp& stamp, const EndAnnounced& event);
void change(State& state, const Stamp& stamp, const EndDelayed& event);
void change(State& state, const Stamp& stamp, const CaptionWritten& event);
void change(State& state, const Stamp& stamp, const CaptionMended& event);
void change(State& state, const Stamp& stamp, const PlanChanged& event);
void change(State& state, const Stamp& stamp, const StepMoved& event);
void change(State& state, const Stamp& stamp, const StepInserted& event);
void change(State& state, const Stamp& stamp, const StepEdited& event);
void change(State& state, const Stamp& stamp, const RuleSet& event);
void change(State& state, const Stamp& stamp, const DelayNoted& event);

// apply_words.cpp
void change(State& state, const Stamp& stamp, const IdeaSubmitted& event);
void change(State& state, const Stamp& stamp, const IdeaWithdrawn& event);
void change(State& state, const Stamp& stamp, const IdeaMoved& event);
void change(State& state, const Stamp& stamp, const IdeaSetAside& event);
void change(State& state, const Stamp& stamp, const ClusterAdded& event);
void change(State& state, const Stamp& stamp, const ClusterRenamed& event);
void change(State& state, const Stamp& stamp, const ClustersMerged& event);
void change(State& state, const Stamp& stamp, const ArticleOpened& event);
void change(State& state, const Stamp& stamp, const SourcesSet& event);
void change(State& state, const Stamp& stamp, const ArticleSubmitted& event);
void change(State& state, const Stamp& stamp, const ArticleReopened& event);
void change(State& state, const Stamp& stamp, const SignalSent& event);
void change(State& state, const Stamp& stamp, const SignalCancelled& event);
void change(State& state, const Stamp& stamp, const SignalSeen& event);
void change(State& state, const Stamp& stamp, const PersonReady& event);
void change(State& state, const Stamp& stamp, const TableReady& event);
void change(State& state, const Stamp& stamp, const TableCalledHelp& event);
void change(State& state, const Stamp& stamp, const SceneShown& event);
void change(State& state, const Stamp& stamp, const MessageSent& event);
void change(State& state, const Stamp& stamp, const MessageWithdrawn& event);
void change(State& state, const Stamp& stamp, const AvisSealed& event);
void change(State& state, const Stamp& stamp, const PromiseRecorded& event);

// apply_speaking.cpp
void change(State& state, const Stamp& stamp, const HandRaised& event);
void change(State& state, const Stamp& stamp, const HandLowered& event);
void change(State& state, const Stamp& stamp, const HandsOrdered& event);
void change(State& state, const Stamp& stamp, const QueueOpened& event);
void change(State& state, const Stamp& stamp, const SpeechStarted& event);
void change(State& state, const Stamp& stamp, const SpeechExtended& event);
void change(State& state, const Stamp& stamp, const SpeechEnded& event);
void change(State& state, const Stamp& stamp, const SpeechHeld& event);
void change(State& state, const Stamp& stamp, const FloorUndone& event);
void change(State& state, const Stamp& stamp, const TurnPassed& event);
void change(State& state, const Stamp& stamp, const MiddleSeatTaken& event);
void change(State& state, const Stamp& stamp, const MiddleSeatLeft& event);
// The clock of every speaker stops with the room's, and goes on with it.
void pause_speeches(State& state, TimeMs at);
void resume_speeches(State& state, TimeMs at);

// apply_reviews.cpp
void change(State& state, const Stamp& stamp, const ReadingsDealt& event);
void change(State& state, const Stamp& stamp, const SamplesDealt& event);
void change(State& state, const Stamp& stamp, const CommentWritten& event);
void change(State& state, const Stamp& stamp, const CommentWithdrawn& event);
void change(State& state, const Stamp& stamp, const CommentAnswered& event);

// apply_merge.cpp
void change(State& state, const Stamp& stamp, const GroupsFormed& event);
void change(State& state, const Stamp& stamp, const GroupJoined& event);
void change(State& state, const Stamp& stamp, const GroupLeft& event);
void change(State& state, const Stamp& stamp, const IdeaKept& event);
void change(State& state, const Stamp& stamp, const IdeasMerged& event);
void change(State& state, const Stamp& stamp, const IdeaUnmerged& event);
void change(State& state, const Stamp& stamp, const MergeEnded& event);
// Back to an earlier turn: the groups of later ones are formed anew when their turn comes.
void forget_later_groups(State& state, std::int64_t turn);
// The last step did not end after all: what it left behind comes back.
void take_back_merge_end(State& state);

// apply_votes.cpp
void change(State& state, const Stamp& stamp, const PollPrepared& event);
void change(State& state, const Stamp& stamp, const PollOpened& event);
void change(State& state, const Stamp& stamp, const BallotCast& event);
void change(State& state, const Stamp& stamp, const PollClosed& event);
void change(State& state, const Stamp& stamp, const PollPublished& event);
void change(State& state, const Stamp& stamp, const PollWorded& event);
void change(State& state, const Stamp& stamp, const WordingWaived& event);

// apply_questions.cpp
void change(State& state, const Stamp& stamp, const QuestionAsked& event);
void change(State& state, const Stamp& stamp, const QuestionWithdrawn& event);
void change(State& state, const Stamp& stamp, const QuestionSupported& event);
void change(State& state, const Stamp& stamp, const QuestionsMerged& event);
void change(State& state, const Stamp& stamp, const QuestionCalled& event);
void change(State& state, const Stamp& stamp, const QuestionHeard& event);
void change(State& state, const Stamp& stamp, const QuestionDeferred& event);
void change(State& state, const Stamp& stamp, const QuestionReturned& event);
void change(State& state, const Stamp& stamp, const QuestionJudged& event);
void change(State& state, const Stamp& stamp, const AnswerWritten& event);

// apply_measures.cpp
void change(State& state, const Stamp& stamp, const SheetFilled& event);
void change(State& state, const Stamp& stamp, const ArticlesAsked& event);
void change(State& state, const Stamp& stamp, const MeasurePublished& event);

}  // namespace tablee::core
