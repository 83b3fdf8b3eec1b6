#include "core/touch.h"

#include <algorithm>

#include "core/committee.h"
#include "core/drafting.h"
#include "core/merge.h"
#include "core/review.h"
#include "core/speaking_rules.h"
#include "core/touch_marks.h"
#include "core/view_rules.h"
#include "core/wishes.h"

namespace tablee::core {

namespace {

// ---- one overload an event, in the order of core/event.h

void touched_by(const State&, const AtelierOpened&, Touched& touched) {
  touched.sections.set();
  touched.all_tables = true;
  touched.all_people = true;
}

void touched_by(const State& state, const TableAdded& event, Touched& touched) {
  mark_floor(touched);
  mark_reviews(state, touched);
  mark(touched, {Section::tally, Section::people, Section::desk});
  touched.tables.insert(event.table);
}

void touched_by(const State& state, const TableRenamed& event, Touched& touched) {
  mark_floor(touched);
  mark_reviews(state, touched);
  mark(touched, {Section::avis, Section::questions, Section::people});
  if (is_merging(state)) {
    mark(touched, {Section::board});
  }
  touched.tables.insert(event.table);
}

// Seats kept there by people who are gone are lost with it.
void touched_by(const State& state, const TableRemoved& event, Touched& touched) {
  mark_floor(touched);
  mark_reviews(state, touched);
  mark(touched, {Section::tally, Section::people, Section::desk, Section::needs});
  touched.tables.insert(event.table);
  touched.all_people = true;
}

void touched_by(const State&, const PersonAdded& event, Touched& touched) {
  mark(touched, {Section::people, Section::desk});
  touched.people.insert(event.person);
  if (event.table) {
    touched.tables.insert(*event.table);
  }
}

// The table left is no longer known, so every table is named.
void touched_by(const State& state, const PersonSeated& event, Touched& touched) {
  mark_queue(state, touched);
  mark(touched, {Section::people, Section::needs});
  touched.people.insert(event.person);
  touched.all_tables = true;
}

void touched_by(const State&, const PersonArrived&, Touched& touched) {
  mark(touched, {Section::speaking, Section::tally, Section::people, Section::needs});
}

void touched_by(const State& state, const PersonGone& event, Touched& touched) {
  mark(touched, {Section::speaking, Section::tally, Section::people, Section::desk, Section::needs});
  touched.people.insert(event.person);
  mark_table_of(state, event.person, touched);
}

void touched_by(const State&, const CardReplaced& event, Touched& touched) {
  mark(touched, {Section::desk});
  touched.people.insert(event.person);
}

void touched_by(const State& state, const TablesDealt&, Touched& touched) {
  mark_queue(state, touched);
  mark(touched, {Section::people, Section::needs});
  touched.all_tables = true;
  touched.all_people = true;
}

// The wall becomes public with a cluster step, and articles lose their numbers while they are written again. Otherwise
// a start changes only the screens of those who had finished the step before.
void touched_by(const State& state, const StepStarted& event, Touched& touched) {
  const Step& step = step_of(state, event.step);
  mark(touched, {Section::step, Section::tally, Section::run, Section::people});
  mark_kind(step.kind, touched);
  mark_of_step(state, step, touched);
  mark_speakers(state, event.step, touched);
  mark_tables_of(state, step, touched);
  touched.all_people = touched.all_people || step.kind == StepKind::cluster || drafts(step);
  touched.seats.insert(state.asked_anew.begin(), state.asked_anew.end());
  mark_own_tasks(state, step, touched);
  // What people read alone in an earlier review leaves their screens.
  touched.all_people = touched.all_people || (step.kind == StepKind::review && !state.samples.empty());
  mark_questions_passed(state, step, touched);
  if (state.laps.size() >= 2) {
    const std::string& before = state.laps[state.laps.size() - 2].step;
    const Step& left = step_of(state, before);
    mark_speakers(state, before, touched);
    mark_tables_of(state, left, touched);
    if (committee_of(left) != nullptr) {
      mark(touched, {Section::sorting});
    }
    mark_own_tasks(state, left, touched);
    if (left.kind == StepKind::ask) {
      mark(touched, {Section::questions});
    }
    if (left.kind == StepKind::merge || step.kind == StepKind::merge) {
      mark_merging(touched);
    }
  }
}

// Polls closed and articles submitted by it are events of their own.
void touched_by(const State& state, const StepEnded& event, Touched& touched) {
  const Step& step = step_of(state, event.step);
  mark(touched, {Section::step, Section::run, Section::people});
  mark_kind(step.kind, touched);
  mark_of_step(state, step, touched);
  mark_speakers(state, event.step, touched);
  mark_tables_of(state, step, touched);
  mark_own_tasks(state, step, touched);
  if (state.current_question) {
    mark(touched, {Section::questions});
  }
  if (step.kind == StepKind::merge) {
    mark_merging(touched);
  }
}

void touched_by(const State&, const StepTimeUp&, Touched& touched) {
  mark(touched, {Section::step});
}
void touched_by(const State&, const StepExtended&, Touched& touched) {
  mark(touched, {Section::step, Section::run});
}
void mark_clock(const State& state, Touched& touched) {
  mark_running(state, touched);
  mark(touched, {Section::step});
  if (state.current_question) {
    mark(touched, {Section::questions});
  }
}
void mark_table_time(TableId table, Touched& touched) {
  touched.tables.insert(table);
  mark(touched, {Section::people});
}
// The clocks of tables stand on the room's.
void mark_tables_with_own_time(const State& state, Touched& touched) {
  if (!state.run.tables.empty()) {
    mark(touched, {Section::people});
    for (const auto& [id, time] : state.run.tables) {
      touched.tables.insert(id);
    }
  }
}
void touched_by(const State& state, const RoomPaused&, Touched& touched) {
  mark_clock(state, touched);
}
void touched_by(const State& state, const RoomResumed&, Touched& touched) {
  mark_clock(state, touched);
  mark_tables_with_own_time(state, touched);
}
void touched_by(const State&, const TableExtended& event, Touched& touched) {
  mark_table_time(event.table, touched);
}
void touched_by(const State&, const TablePaused& event, Touched& touched) {
  mark_table_time(event.table, touched);
}
void touched_by(const State&, const TableResumed& event, Touched& touched) {
  mark_table_time(event.table, touched);
}
// Who may come in sees how many are in.
void touched_by(const State&, const CommitteeFormed&, Touched& touched) {
  mark(touched, {Section::sorting});
  touched.all_people = true;
}
void touched_by(const State&, const WishesSet& event, Touched& touched) {
  mark(touched, {Section::tally, Section::people});
  touched.people.insert(event.person);
}
void touched_by(const State& state, const ToSettleMarked& event, Touched& touched) {
  mark_writers(state, event.article, touched);
}
void touched_by(const State& state, const PlaceContested& event, Touched& touched) {
  mark(touched, {Section::sorting});
  mark_author(state, event.idea, touched);
}
void touched_by(const State& state, const PlaceKept& event, Touched& touched) {
  mark(touched, {Section::sorting});
  mark_author(state, event.idea, touched);
}
void touched_by(const State&, const PaceSet& event, Touched& touched) {
  mark(touched, {Section::people, Section::needs});
  touched.people.insert(event.person);
}
void touched_by(const State&, const WayOutOffered&, Touched& touched) {
  mark(touched, {Section::run});
}
void touched_by(const State&, const WayOutPassed&, Touched& touched) {
  mark(touched, {Section::run});
}
void touched_by(const State&, const ItemStarted&, Touched& touched) {
  mark(touched, {Section::step});
}

void touched_by(const State&, const WayOutReturned&, Touched& touched) {
  mark(touched, {Section::run});
}
void touched_by(const State&, const ContentSealed&, Touched& touched) {
  mark(touched, {Section::run});
}
void touched_by(const State&, const TransitionUndone&, Touched& touched) {
  mark_transition(touched);
}

// While its step runs, nobody but its author knows the idea.
void touched_by(const State& state, const IdeaSubmitted& event, Touched& touched) {
  mark_reviews(state, touched);
  mark(touched, {Section::people});
  if (!step_runs(state, event.step)) {
    mark(touched, {Section::sorting});
  }
  touched.people.insert(event.person);
}

void touched_by(const State& state, const IdeaWithdrawn& event, Touched& touched) {
  mark_reviews(state, touched);
  mark(touched, {Section::people, Section::sorting, Section::board});
  mark_author(state, event.idea, touched);
  mark_articles(state, touched);
}

void touched_by(const State& state, const IdeaMoved& event, Touched& touched) {
  mark_reviews(state, touched);
  mark(touched, {Section::sorting, Section::board});
  mark_author(state, event.idea, touched);
  mark_articles(state, touched);
}

void touched_by(const State& state, const IdeaSetAside& event, Touched& touched) {
  mark_reviews(state, touched);
  mark(touched, {Section::sorting, Section::board});
  mark_author(state, event.idea, touched);
  mark_articles(state, touched);
}

void touched_by(const State& state, const ClusterAdded& event, Touched& touched) {
  mark_wishes(state, touched);
  mark_reviews(state, touched);
  mark(touched, {Section::sorting, Section::board});
  for (const IdeaId idea : event.ideas) {
    mark_author(state, idea, touched);
  }
  mark_articles(state, touched);
}

void touched_by(const State& state, const ClusterRenamed& event, Touched& touched) {
  mark_wishes(state, touched);
  mark_asked_articles(state, touched);
  mark_reviews(state, touched);
  mark(touched, {Section::sorting, Section::board, Section::vote, Section::counts, Section::people});
  mark_authors_in(state, event.cluster, touched);
  mark_articles(state, touched);
}

void touched_by(const State& state, const ClustersMerged& event, Touched& touched) {
  mark_wishes(state, touched);
  mark_asked_articles(state, touched);
  mark_reviews(state, touched);
  mark(touched, {Section::sorting, Section::board, Section::vote, Section::counts, Section::people});
  mark_authors_in(state, event.into, touched);
  mark_articles(state, touched);
}

void touched_by(const State& state, const PollPrepared&, Touched& touched) {
  mark_items(state, touched);
  mark_wishes(state, touched);
  mark(touched, {Section::vote, Section::counts});
}

// Whoever was invited to read this poll with somebody is no longer, or is again.
void mark_invited(const State& state, PollId poll, Touched& touched) {
  for (const auto& [person, help] : state.help) {
    if (help.poll == poll) {
      touched.seats.insert(person);
    }
  }
}

// What came after the end of an article may be joined to it no more, or again.
void mark_received(const State& state, Touched& touched) {
  for (const auto& [id, article] : state.articles) {
    if (!article.received.empty()) {
      mark(touched, {Section::people});
      mark_table_of(state, id, touched);
    }
  }
}

void touched_by(const State& state, const PollOpened& event, Touched& touched) {
  mark_received(state, touched);
  mark_invited(state, event.poll, touched);
  mark_items(state, touched);
  mark_wishes(state, touched);
  mark(touched, {Section::vote, Section::tally, Section::counts, Section::people});
}

void touched_by(const State&, const BallotCast& event, Touched& touched) {
  mark(touched, {Section::tally, Section::people});
  touched.seats.insert(event.person);
}

void touched_by(const State& state, const PollClosed& event, Touched& touched) {
  mark_invited(state, event.poll, touched);
  mark_items(state, touched);
  mark_wishes(state, touched);
  mark(touched, {Section::vote, Section::tally, Section::counts, Section::people});
}

void touched_by(const State& state, const PollPublished& event, Touched& touched) {
  mark_received(state, touched);
  mark_reviews(state, touched);
  mark(touched, {Section::board, Section::vote, Section::avis, Section::counts});
  const auto poll = state.polls.find(event.poll);
  if (poll != state.polls.end() && poll->second.article) {
    mark_table_of(state, *poll->second.article, touched);
    return;
  }
  touched.all_people = true;  // every author learns whether their cluster was kept
}

void mark_questions(const State& state, Touched& touched) {
  mark(touched, {Section::questions, Section::people});
  mark_items(state, touched);
}

void touched_by(const State& state, const QuestionAsked&, Touched& touched) {
  mark_questions(state, touched);
}
void touched_by(const State& state, const QuestionWithdrawn&, Touched& touched) {
  mark_questions(state, touched);
}

// Everyone but the lead is left without the number of supports.
void touched_by(const State&, const QuestionSupported& event, Touched& touched) {
  mark(touched, {Section::people});
  touched.people.insert(event.person);
}

// The supports of one become those of the other.
void touched_by(const State& state, const QuestionsMerged&, Touched& touched) {
  mark_questions(state, touched);
  touched.all_people = true;
}

void touched_by(const State& state, const QuestionCalled&, Touched& touched) {
  mark_questions(state, touched);
}
void touched_by(const State& state, const QuestionHeard&, Touched& touched) {
  mark_questions(state, touched);
}
void touched_by(const State& state, const QuestionReturned&, Touched& touched) {
  mark_questions(state, touched);
}
void touched_by(const State& state, const QuestionDeferred&, Touched& touched) {
  mark_questions(state, touched);
}
void touched_by(const State& state, const QuestionJudged&, Touched& touched) {
  mark_questions(state, touched);
}
void touched_by(const State& state, const AnswerWritten&, Touched& touched) {
  mark_questions(state, touched);
}

void touched_by(const State&, const ArticlesAsked&, Touched& touched) {
  mark(touched, {Section::measure});
}

// After the end, everyone knows how many sheets there are.
void touched_by(const State& state, const SheetFilled& event, Touched& touched) {
  mark(touched, {Section::tally, Section::people});
  if (!step_runs(state, event.step)) {
    mark(touched, {Section::measure});
  }
  touched.seats.insert(event.person);
}

void touched_by(const State&, const MeasurePublished&, Touched& touched) {
  mark(touched, {Section::measure, Section::counts});
}

void touched_by(const State& state, const ArticleOpened& event, Touched& touched) {
  mark(touched, {Section::people});
  mark_writers(state, event.article, touched);
}

void touched_by(const State& state, const SourcesSet& event, Touched& touched) {
  mark_writers(state, event.article, touched);
  const auto article = state.articles.find(event.article);
  if (article != state.articles.end() && article->second.status != ArticleStatus::writing) {
    mark(touched, {Section::avis});
    touched.all_people = true;
  }
}

void mark_written(const State& state, ArticleId article, Touched& touched) {
  mark(touched, {Section::people});
  mark_writers(state, article, touched);
}

void touched_by(const State&, const WriterNumbered&, Touched&) {}

// Who writes it follows its text as it is typed (host/texts.h).
void touched_by(const State& state, const TextWritten& event, Touched& touched) {
  mark(touched, {Section::people});
  Touched writers;
  mark_writers(state, event.article, event.edited.value_or(false) ? touched : writers);
  touched.quiet_tables.merge(writers.tables);
  touched.quiet_people.merge(writers.people);
}

void touched_by(const State& state, const TextFrozen& event, Touched& touched) {
  mark_written(state, event.article, touched);
}
void touched_by(const State& state, const TextReceived& event, Touched& touched) {
  mark_written(state, event.article, touched);
}
void touched_by(const State& state, const ReceivedLeft& event, Touched& touched) {
  mark_written(state, event.article, touched);
}
void touched_by(const State& state, const ReceivedSettled& event, Touched& touched) {
  mark_written(state, event.article, touched);
}

// The numbers of the articles after it move too.
void touched_by(const State& state, const ArticleSubmitted& event, Touched& touched) {
  mark_asked_articles(state, touched);
  mark_reviews(state, touched);
  mark(touched, {Section::vote, Section::avis, Section::counts, Section::people});
  mark_table_of(state, event.article, touched);
  touched.all_people = true;
}

// Articles that are written again lose their numbers, as at the start of the step that first wrote them.
void touched_by(const State& state, const ArticleReopened&, Touched& touched) {
  mark_transition(touched);
  mark_reviews(state, touched);
}

void touched_by(const State& state, const ReadingsDealt&, Touched& touched) {
  mark_reviews(state, touched);
}

void mark_comment(const State& state, CommentId id, Touched& touched) {
  mark(touched, {Section::people, Section::sorting});
  const auto comment = state.comments.find(id);
  if (comment != state.comments.end()) {
    touched.tables.insert(comment->second.table);
    if (comment->second.person) {
      touched.people.insert(comment->second.person);
    }
    if (const auto author = table_that_wrote(state, comment->second.about)) {
      touched.tables.insert(*author);
    }
  }
}

void touched_by(const State&, const SamplesDealt& event, Touched& touched) {
  for (const Sample& sample : event.samples) {
    touched.people.insert(sample.person);
  }
}

void touched_by(const State& state, const CommentWritten& event, Touched& touched) {
  mark_comment(state, event.comment, touched);
}
void touched_by(const State& state, const CommentWithdrawn& event, Touched& touched) {
  mark_comment(state, event.comment, touched);
}
void touched_by(const State& state, const CommentAnswered& event, Touched& touched) {
  mark_comment(state, event.comment, touched);
}

// What a group merges, takes apart or leaves out: its authors, the sorting and every text that names it.
void mark_fates(const State& state, const std::vector<IdeaId>& ideas, Touched& touched) {
  for (const IdeaId idea : ideas) {
    mark_author(state, idea, touched);
  }
  mark(touched, {Section::sorting, Section::board, Section::people, Section::tally});
  mark_reviews(state, touched);
  mark_articles(state, touched);
}

void touched_by(const State&, const GroupsFormed&, Touched& touched) {
  mark_merging(touched);
}

void touched_by(const State& state, const GroupJoined& event, Touched& touched) {
  mark(touched, {Section::tally, Section::people});
  mark_group_of(state, event.person, touched);
}

void touched_by(const State& state, const GroupLeft& event, Touched& touched) {
  mark(touched, {Section::tally, Section::people});
  touched.people.insert(event.person);
  if (const MergeTurn* turn = groups_now(state)) {
    mark_group(turn->groups[static_cast<std::size_t>(event.group)], touched);
  }
}

void touched_by(const State& state, const IdeaKept& event, Touched& touched) {
  mark(touched, {Section::tally, Section::people});
  mark_group_of(state, event.idea, touched);
}

void touched_by(const State& state, const IdeasMerged& event, Touched& touched) {
  mark_fates(state, event.parents, touched);
}

void touched_by(const State& state, const IdeaUnmerged& event, Touched& touched) {
  mark_fates(state, state.ideas.at(event.idea).parents, touched);
}

void touched_by(const State& state, const MergeEnded&, Touched& touched) {
  mark_merging(touched);
  mark_fates(state, {}, touched);
}

void mark_signal(const State& state, SignalId signal, Touched& touched) {
  mark(touched, {Section::people});
  const auto found = state.signals.find(signal);
  if (found != state.signals.end()) {
    touched.people.insert(found->second.person);
  }
}

void touched_by(const State& state, const SignalSent& event, Touched& touched) {
  mark_signal(state, event.signal, touched);
}
void touched_by(const State& state, const SignalCancelled& event, Touched& touched) {
  mark_signal(state, event.signal, touched);
}
void touched_by(const State& state, const SignalSeen& event, Touched& touched) {
  mark_signal(state, event.signal, touched);
}

void touched_by(const State&, const PersonReady& event, Touched& touched) {
  mark(touched, {Section::people});
  touched.seats.insert(event.person);
}

void touched_by(const State&, const TableReady& event, Touched& touched) {
  mark(touched, {Section::tally, Section::people});
  touched.tables.insert(event.table);
}

void touched_by(const State&, const TableCalledHelp& event, Touched& touched) {
  mark(touched, {Section::people});
  touched.tables.insert(event.table);
}

void touched_by(const State&, const SceneShown&, Touched& touched) {
  mark(touched, {Section::projector});
}

void touched_by(const State&, const MessageSent& event, Touched& touched) {
  if (event.table) {
    mark(touched, {Section::desk});
    touched.tables.insert(*event.table);
  } else {
    mark(touched, {Section::notices});
  }
}

void touched_by(const State& state, const MessageWithdrawn& event, Touched& touched) {
  const auto message = state.messages.find(event.message);
  if (message != state.messages.end() && message->second.table) {
    mark(touched, {Section::desk});
    touched.tables.insert(*message->second.table);
  } else {
    mark(touched, {Section::notices});
  }
}

// What was open without limit is over.
void touched_by(const State& state, const AvisSealed&, Touched& touched) {
  mark_received(state, touched);
  mark(touched, {Section::avis});
  for (const auto& [id, person] : state.people) {
    if (person.pace == Pace::unlimited) {
      touched.people.insert(id);
    }
  }
}
void touched_by(const State&, const PromiseRecorded&, Touched& touched) {
  mark(touched, {Section::avis});
}

// What was said in the turn before is known from now on to those it is about. Another turn may have another form: who
// speaks is shown at tables while people work there.
void touched_by(const State& state, const TurnStarted&, Touched& touched) {
  mark_reviews(state, touched);
  mark(touched, {Section::step, Section::speaking});
  touched.all_tables = true;
  if (is_merging(state)) {
    mark_merging(touched);
  }
}

// The step that comes next may be another: whether wishes are asked goes by it.
void mark_programme(const State& state, Touched& touched) {
  mark(touched, {Section::atelier, Section::step, Section::measure, Section::questions, Section::run,
                 Section::programme, Section::tally, Section::people});
  const auto& steps = state.scenario.steps;
  touched.all_people = touched.all_people || std::any_of(steps.begin(), steps.end(), seats_by_wish);
}
void touched_by(const State& state, const PlanChanged&, Touched& touched) {
  mark_programme(state, touched);
}
void touched_by(const State& state, const StepMoved&, Touched& touched) {
  mark_programme(state, touched);
}
void touched_by(const State& state, const StepInserted&, Touched& touched) {
  mark_programme(state, touched);
}
void touched_by(const State& state, const StepEdited&, Touched& touched) {
  mark_programme(state, touched);
}
void touched_by(const State& state, const RuleSet&, Touched& touched) {
  mark_programme(state, touched);
}
void touched_by(const State&, const DelayNoted&, Touched& touched) {
  mark(touched, {Section::run});
}

void touched_by(const State& state, const HandRaised& event, Touched& touched) {
  mark(touched, {Section::people});
  mark_queue(state, touched);
  touched.people.insert(event.person);
}

void touched_by(const State& state, const HandLowered& event, Touched& touched) {
  mark_queue(state, touched);
  touched.people.insert(state.speaking.hands.at(event.hand).person);
}

void touched_by(const State& state, const HandsOrdered&, Touched& touched) {
  mark_queue(state, touched);
}

void touched_by(const State&, const QueueOpened&, Touched& touched) {
  mark_floor(touched);
}

void touched_by(const State&, const SpeechStarted& event, Touched& touched) {
  mark_place(event.table, touched);
  touched.people.insert(event.person);
}

void touched_by(const State&, const SpeechExtended&, Touched& touched) {
  mark_floor(touched);
}

// What was said in plenary changes whose turn it is.
void touched_by(const State& state, const SpeechEnded& event, Touched& touched) {
  mark_place(event.table, touched);
  touched.people.insert(event.person);
  if (!event.table) {
    mark_queue(state, touched);
  }
}

void touched_by(const State& state, const FloorUndone& event, Touched& touched) {
  mark_speakers(state, event.step, touched);
  const auto speech = state.speaking.running.find(plenary);
  if (speech != state.speaking.running.end()) {
    touched.people.insert(speech->second.person);
  }
  if (event.person) {
    touched.people.insert(*event.person);
  }
}

void touched_by(const State&, const TurnPassed& event, Touched& touched) {
  mark(touched, {Section::people});
  mark_place(event.table, touched);
  touched.people.insert(event.person);
}

void touched_by(const State&, const MiddleSeatTaken& event, Touched& touched) {
  mark_floor(touched);
  touched.people.insert(event.person);
}

void touched_by(const State&, const MiddleSeatLeft& event, Touched& touched) {
  mark_floor(touched);
  touched.people.insert(event.person);
}

void touched_by(const State&, const EndAnnounced&, Touched& touched) {
  mark(touched, {Section::step});
}

void touched_by(const State&, const EndDelayed&, Touched& touched) {
  mark(touched, {Section::step});
}

void touched_by(const State&, const SpeechHeld& event, Touched& touched) {
  mark_place(event.table, touched);
}

void touched_by(const State&, const CaptionWritten&, Touched& touched) {
  mark(touched, {Section::captions});
}

void touched_by(const State&, const CaptionMended&, Touched& touched) {
  mark(touched, {Section::captions});
}

void touched_by(const State&, const PollWorded&, Touched& touched) {
  mark(touched, {Section::vote, Section::counts});
}

void touched_by(const State&, const WordingWaived&, Touched& touched) {
  mark(touched, {Section::vote, Section::counts});
}

// ---- one overload a record

// The facilitator's own card is in no section, nor is a companion's but on the screens of whom they help.
void touched_by(const State& state, const Card& record, Touched& touched) {
  if (record.companion.value_or(false)) {
    touched.seats.insert(record.person);
  } else if (record.captioner.value_or(false)) {
    mark(touched, {Section::desk});
  } else if (record.person) {
    mark(touched, {Section::people, Section::desk, Section::floor});
    touched.people.insert(record.person);
    mark_group_of(state, record.person, touched);
    mark_table_of(state, record.person, touched);
  } else if (record.table) {
    mark(touched, {Section::desk});
  }
}

// A person's other devices show the draft; the facilitator sees only that there is one.
void touched_by(const State&, const Draft& record, Touched& touched) {
  mark(touched, {Section::people});
  touched.seats.insert(record.person);
}

void touched_by(const State&, const KeptProfile& record, Touched& touched) {
  mark(touched, {Section::needs});
  touched.seats.insert(record.person);
}

void touched_by(const State&, const Help& record, Touched& touched) {
  touched.seats.insert(record.person);
}

void touched_by(const State& state, const SpokenWords& record, Touched& touched) {
  mark(touched, {Section::people});
  touched.seats.insert(record.person);
  mark_table_of(state, record.person, touched);
}

void touched_by(const State& state, const ArticleText& record, Touched& touched) {
  mark(touched, {Section::people});
  mark_writers(state, record.article, touched);
}

// The box is in no section until it is counted.
void touched_by(const State&, const Ballot&, Touched&) {}
void touched_by(const State&, const Sheet&, Touched&) {}

}  // namespace

void touch(const State& state, const Event& event, Touched& touched) {
  std::visit([&](const auto& each) { touched_by(state, each, touched); }, event);
  if (touched.sections.test(static_cast<std::size_t>(Section::sorting))) {
    const std::set<PersonId> members = committee_now(state);
    touched.people.insert(members.begin(), members.end());
  }
}

void touch(const State& state, const Record& record, Touched& touched) {
  std::visit([&](const auto& each) { touched_by(state, each, touched); }, record);
}

}  // namespace tablee::core
