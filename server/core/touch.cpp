#include "core/touch.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "base/check.h"
#include "core/review.h"
#include "core/speaking_rules.h"
#include "core/view_rules.h"

namespace tablee::core {

namespace {

void mark(Touched& touched, std::initializer_list<Section> sections) {
  for (const Section section : sections) {
    touched.sections.set(static_cast<std::size_t>(section));
  }
}

void mark_author(const State& state, IdeaId idea, Touched& touched) {
  const auto found = state.ideas.find(idea);
  if (found != state.ideas.end()) {
    touched.people.insert(found->second.author);
  }
}

void mark_authors_in(const State& state, ClusterId cluster, Touched& touched) {
  for (const auto& [id, idea] : state.ideas) {
    if (idea.cluster == cluster) {
      touched.people.insert(idea.author);
    }
  }
}

// Articles show the ideas of their cluster and their sources: to their table, and to all once submitted.
void mark_articles(const State& state, Touched& touched) {
  for (const auto& [id, article] : state.articles) {
    touched.tables.insert(article.table);
    if (article.status != ArticleStatus::writing) {
      mark(touched, {Section::avis});
    }
  }
}

void mark_table_of(const State& state, PersonId person, Touched& touched) {
  const auto found = state.people.find(person);
  if (found != state.people.end() && found->second.table) {
    touched.tables.insert(*found->second.table);
  }
}

void mark_table_of(const State& state, ArticleId article, Touched& touched) {
  const auto found = state.articles.find(article);
  if (found != state.articles.end()) {
    touched.tables.insert(found->second.table);
  }
}

void mark_floor(Touched& touched) {
  mark(touched, {Section::floor, Section::speaking});
}

// The queue of the current step: every place in it may have changed.
void mark_queue(const State& state, Touched& touched) {
  mark_floor(touched);
  if (const Floor* floor = current_floor(state)) {
    for (const HandId hand : floor->waiting) {
      touched.people.insert(state.speaking.hands.at(hand).person);
    }
  }
}

// Whoever waits, sits in the middle or has passed in this step: their screens say so while it runs.
void mark_speakers(const State& state, std::string_view step, Touched& touched) {
  mark_floor(touched);
  const auto floor = state.speaking.floors.find(std::string(step));
  if (floor != state.speaking.floors.end()) {
    for (const HandId hand : floor->second.waiting) {
      touched.people.insert(state.speaking.hands.at(hand).person);
    }
    for (const MiddleSeat& seat : floor->second.seats) {
      touched.people.insert(seat.person);
    }
  }
  const auto places = state.speaking.steps.find(std::string(step));
  if (places != state.speaking.steps.end()) {
    for (const auto& [place, measured] : places->second) {
      for (const auto& [person, spoken] : measured.people) {
        touched.people.insert(person);
      }
    }
  }
}

void mark_place(std::optional<TableId> table, Touched& touched) {
  mark(touched, {Section::speaking});
  if (table) {
    touched.tables.insert(*table);
  } else {
    mark_floor(touched);
  }
}

void mark_running(const State& state, Touched& touched) {
  for (const auto& [place, speech] : state.speaking.running) {
    mark_place(place ? std::optional(place) : std::nullopt, touched);
  }
}

// Once tables have read one another, their screens name tables, texts and passages that are not theirs.
void mark_reviews(const State& state, Touched& touched) {
  if (last_review(state) != nullptr || !state.comments.empty()) {
    mark(touched, {Section::step, Section::people, Section::sorting});
    touched.all_tables = true;
  }
}

// What the start or the end of a step of this kind makes public, hides or numbers anew. Nothing else of the past moves
// with a step: making all of it again would cost more with every hour.
void mark_kind(StepKind kind, Touched& touched) {
  switch (kind) {
    case StepKind::cluster:
      return mark(touched, {Section::board, Section::avis});
    case StepKind::draft:
      return mark(touched, {Section::avis, Section::vote, Section::sorting});
    case StepKind::write:
    case StepKind::review:
      return mark(touched, {Section::sorting});
    case StepKind::rank:
    case StepKind::vote:
      return mark(touched, {Section::vote});
    case StepKind::measure:
      return mark(touched, {Section::measure});
    case StepKind::ask:
      return mark(touched, {Section::questions});
    default:
      return;
  }
}

StepKind kind_of(const State& state, std::string_view step) {
  const Step* found = find_step(state.scenario, step);
  TABLEE_CHECK(found != nullptr);
  return found->kind;
}

// A question that waits is shown as not reached once no step to come takes it.
bool has_waiting_question(const State& state) {
  return std::any_of(state.questions.begin(), state.questions.end(),
                     [](const auto& entry) { return entry.second.fate == AskedFate::open; });
}

// An undoing: the clock, what has become public, and everything that is "of this step".
void mark_transition(Touched& touched) {
  mark(touched, {Section::step, Section::board, Section::vote, Section::measure, Section::questions, Section::tally,
                 Section::avis, Section::run, Section::people, Section::sorting, Section::floor, Section::speaking});
  touched.all_tables = true;
  touched.all_people = true;
}

// ---- one overload an event, in the order of core/event.h
// ---------------------------------------------------------------

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
  touched.tables.insert(event.table);
}

// Seats kept there by people who are gone are lost with it.
void touched_by(const State& state, const TableRemoved& event, Touched& touched) {
  mark_floor(touched);
  mark_reviews(state, touched);
  mark(touched, {Section::tally, Section::people, Section::desk});
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
  mark(touched, {Section::people});
  touched.people.insert(event.person);
  touched.all_tables = true;
}

void touched_by(const State&, const PersonArrived&, Touched& touched) {
  mark(touched, {Section::speaking});
  mark(touched, {Section::tally, Section::people});
}

void touched_by(const State& state, const PersonGone& event, Touched& touched) {
  mark(touched, {Section::speaking});
  mark(touched, {Section::tally, Section::people, Section::desk});
  touched.people.insert(event.person);
  mark_table_of(state, event.person, touched);
}

void touched_by(const State&, const CardReplaced& event, Touched& touched) {
  mark(touched, {Section::desk});
  touched.people.insert(event.person);
}

void touched_by(const State& state, const TablesDealt&, Touched& touched) {
  mark_queue(state, touched);
  mark(touched, {Section::people});
  touched.all_tables = true;
  touched.all_people = true;
}

// The wall becomes public with a cluster step, and articles lose their numbers while they are written again. Otherwise
// a start changes only the screens of those who had finished the step before.
void touched_by(const State& state, const StepStarted& event, Touched& touched) {
  const StepKind kind = kind_of(state, event.step);
  mark(touched, {Section::step, Section::tally, Section::run, Section::people});
  mark_kind(kind, touched);
  mark_speakers(state, event.step, touched);
  touched.all_tables = true;
  touched.all_people = touched.all_people || kind == StepKind::cluster || kind == StepKind::draft;
  touched.people.insert(state.asked_anew.begin(), state.asked_anew.end());
  if (has_waiting_question(state)) {
    mark(touched, {Section::questions});
  }
  if (state.laps.size() >= 2) {
    const std::string& before = state.laps[state.laps.size() - 2].step;
    mark_speakers(state, before, touched);
    if (kind_of(state, before) == StepKind::ask) {
      mark(touched, {Section::questions});
    }
  }
}

// Polls closed and articles submitted by it are events of their own.
void touched_by(const State& state, const StepEnded& event, Touched& touched) {
  mark(touched, {Section::step, Section::run});
  mark_kind(kind_of(state, event.step), touched);
  mark_speakers(state, event.step, touched);
  touched.all_tables = true;
  if (state.current_question) {
    mark(touched, {Section::questions});
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
void touched_by(const State& state, const RoomPaused&, Touched& touched) {
  mark_clock(state, touched);
}
void touched_by(const State& state, const RoomResumed&, Touched& touched) {
  mark_clock(state, touched);
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
  mark_reviews(state, touched);
  mark(touched, {Section::sorting, Section::board});
  for (const IdeaId idea : event.ideas) {
    mark_author(state, idea, touched);
  }
  mark_articles(state, touched);
}

void touched_by(const State& state, const ClusterRenamed& event, Touched& touched) {
  mark_reviews(state, touched);
  mark(touched, {Section::sorting, Section::board, Section::vote, Section::run, Section::people});
  mark_authors_in(state, event.cluster, touched);
  mark_articles(state, touched);
}

void touched_by(const State& state, const ClustersMerged& event, Touched& touched) {
  mark_reviews(state, touched);
  mark(touched, {Section::sorting, Section::board, Section::vote, Section::run, Section::people});
  mark_authors_in(state, event.into, touched);
  mark_articles(state, touched);
}

void touched_by(const State&, const PollPrepared&, Touched& touched) {
  mark(touched, {Section::vote, Section::run});
}

void touched_by(const State&, const PollOpened&, Touched& touched) {
  mark(touched, {Section::vote, Section::tally, Section::run, Section::people});
}

void touched_by(const State&, const BallotCast& event, Touched& touched) {
  mark(touched, {Section::tally, Section::people});
  touched.people.insert(event.person);
}

void touched_by(const State&, const PollClosed&, Touched& touched) {
  mark(touched, {Section::vote, Section::tally, Section::run, Section::people});
}

void touched_by(const State& state, const PollPublished& event, Touched& touched) {
  mark_reviews(state, touched);
  mark(touched, {Section::board, Section::vote, Section::avis, Section::run});
  const auto poll = state.polls.find(event.poll);
  if (poll != state.polls.end() && poll->second.article) {
    mark_table_of(state, *poll->second.article, touched);
    return;
  }
  touched.all_people = true;  // every author learns whether their cluster was kept
}

void mark_questions(Touched& touched) {
  mark(touched, {Section::questions, Section::people});
}

void touched_by(const State&, const QuestionAsked&, Touched& touched) {
  mark_questions(touched);
}
void touched_by(const State&, const QuestionWithdrawn&, Touched& touched) {
  mark_questions(touched);
}

// Everyone but the lead is left without the number of supports.
void touched_by(const State&, const QuestionSupported& event, Touched& touched) {
  mark(touched, {Section::people});
  touched.people.insert(event.person);
}

// The supports of one become those of the other.
void touched_by(const State&, const QuestionsMerged&, Touched& touched) {
  mark_questions(touched);
  touched.all_people = true;
}

void touched_by(const State&, const QuestionCalled&, Touched& touched) {
  mark_questions(touched);
}
void touched_by(const State&, const QuestionHeard&, Touched& touched) {
  mark_questions(touched);
}
void touched_by(const State&, const QuestionDeferred&, Touched& touched) {
  mark_questions(touched);
}
void touched_by(const State&, const QuestionJudged&, Touched& touched) {
  mark_questions(touched);
}

void touched_by(const State&, const SheetFilled& event, Touched& touched) {
  mark(touched, {Section::tally, Section::people});
  touched.people.insert(event.person);
}

void touched_by(const State&, const MeasurePublished&, Touched& touched) {
  mark(touched, {Section::measure, Section::run});
}

void touched_by(const State&, const ArticleOpened& event, Touched& touched) {
  mark(touched, {Section::people});
  touched.tables.insert(event.table);
}

void touched_by(const State& state, const SourcesSet& event, Touched& touched) {
  mark_table_of(state, event.article, touched);
  const auto article = state.articles.find(event.article);
  if (article != state.articles.end() && article->second.status != ArticleStatus::writing) {
    mark(touched, {Section::avis});
    touched.all_people = true;
  }
}

// The numbers of the articles after it move too.
void touched_by(const State& state, const ArticleSubmitted& event, Touched& touched) {
  mark_reviews(state, touched);
  mark(touched, {Section::vote, Section::avis, Section::run, Section::people});
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
    if (const auto author = table_that_wrote(state, comment->second.about)) {
      touched.tables.insert(*author);
    }
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
  touched.people.insert(event.person);
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
    touched.tables.insert(*event.table);
  } else {
    mark(touched, {Section::notices});
  }
}

void touched_by(const State&, const AvisSealed&, Touched& touched) {
  mark(touched, {Section::avis});
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
}

void mark_programme(Touched& touched) {
  mark(touched,
       {Section::atelier, Section::step, Section::measure, Section::questions, Section::run, Section::programme});
}
void touched_by(const State&, const PlanChanged&, Touched& touched) {
  mark_programme(touched);
}
void touched_by(const State&, const StepMoved&, Touched& touched) {
  mark_programme(touched);
}
void touched_by(const State&, const StepInserted&, Touched& touched) {
  mark_programme(touched);
}
void touched_by(const State&, const StepEdited&, Touched& touched) {
  mark_programme(touched);
}
void touched_by(const State&, const RuleSet&, Touched& touched) {
  mark_programme(touched);
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

// ---- one overload a record
// -----------------------------------------------------------------------------------------------

// The facilitator's own card is in no section.
void touched_by(const State& state, const Card& record, Touched& touched) {
  if (record.person) {
    mark(touched, {Section::people, Section::desk, Section::floor});
    touched.people.insert(record.person);
    mark_table_of(state, record.person, touched);
  } else if (record.table) {
    mark(touched, {Section::desk});
  }
}

// A person's other devices show the draft; the facilitator sees only that there is one.
void touched_by(const State&, const Draft& record, Touched& touched) {
  mark(touched, {Section::people});
  touched.people.insert(record.person);
}

void touched_by(const State& state, const ArticleText& record, Touched& touched) {
  mark(touched, {Section::people});
  mark_table_of(state, record.article, touched);
}

// The box is in no section until it is counted.
void touched_by(const State&, const Ballot&, Touched&) {}
void touched_by(const State&, const Sheet&, Touched&) {}

}  // namespace

void touch(const State& state, const Event& event, Touched& touched) {
  std::visit([&](const auto& each) { touched_by(state, each, touched); }, event);
}

void touch(const State& state, const Record& record, Touched& touched) {
  std::visit([&](const auto& each) { touched_by(state, each, touched); }, record);
}

}  // namespace tablee::core
