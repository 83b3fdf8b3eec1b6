#include "core/touch.h"

#include <initializer_list>

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

// A start, or an undoing: the clock, what has become public, and everything that is "of this step".
void mark_transition(Touched& touched) {
  mark(touched, {Section::step, Section::board, Section::vote, Section::tally, Section::avis, Section::run,
                 Section::people, Section::sorting});
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

void touched_by(const State&, const TableAdded& event, Touched& touched) {
  mark(touched, {Section::tally, Section::people, Section::desk});
  touched.tables.insert(event.table);
}

void touched_by(const State&, const TableRenamed& event, Touched& touched) {
  mark(touched, {Section::avis, Section::people});
  touched.tables.insert(event.table);
}

// Seats kept there by people who are gone are lost with it.
void touched_by(const State&, const TableRemoved& event, Touched& touched) {
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
void touched_by(const State&, const PersonSeated& event, Touched& touched) {
  mark(touched, {Section::people});
  touched.people.insert(event.person);
  touched.all_tables = true;
}

void touched_by(const State&, const PersonArrived&, Touched& touched) {
  mark(touched, {Section::tally, Section::people});
}

void touched_by(const State& state, const PersonGone& event, Touched& touched) {
  mark(touched, {Section::tally, Section::people, Section::desk});
  touched.people.insert(event.person);
  mark_table_of(state, event.person, touched);
}

void touched_by(const State&, const CardReplaced& event, Touched& touched) {
  mark(touched, {Section::desk});
  touched.people.insert(event.person);
}

void touched_by(const State&, const TablesDealt&, Touched& touched) {
  mark(touched, {Section::people});
  touched.all_tables = true;
  touched.all_people = true;
}

// The wall becomes public with a cluster step, and articles lose their numbers while they are written again. Otherwise
// a start changes only the screens of those who had finished the step before.
void touched_by(const State& state, const StepStarted& event, Touched& touched) {
  const Step* step = find_step(state.scenario, event.step);
  const bool changes_everyone = step == nullptr || step->kind == StepKind::cluster || step->kind == StepKind::draft;
  const bool already = touched.all_people;
  mark_transition(touched);
  touched.all_people = already || changes_everyone;
  touched.people.insert(state.asked_anew.begin(), state.asked_anew.end());
}

// Polls closed and articles submitted by it are events of their own.
void touched_by(const State&, const StepEnded&, Touched& touched) {
  mark(touched, {Section::step, Section::run, Section::sorting});
}

void touched_by(const State&, const StepTimeUp&, Touched& touched) {
  mark(touched, {Section::step});
}
void touched_by(const State&, const StepExtended&, Touched& touched) {
  mark(touched, {Section::step, Section::run});
}
void touched_by(const State&, const RoomPaused&, Touched& touched) {
  mark(touched, {Section::step});
}
void touched_by(const State&, const RoomResumed&, Touched& touched) {
  mark(touched, {Section::step});
}
void touched_by(const State&, const TransitionUndone&, Touched& touched) {
  mark_transition(touched);
}

// While its step runs, nobody but its author knows the idea.
void touched_by(const State& state, const IdeaSubmitted& event, Touched& touched) {
  mark(touched, {Section::people});
  if (!step_runs(state, event.step)) {
    mark(touched, {Section::sorting});
  }
  touched.people.insert(event.person);
}

void touched_by(const State& state, const IdeaWithdrawn& event, Touched& touched) {
  mark(touched, {Section::people, Section::sorting, Section::board});
  mark_author(state, event.idea, touched);
  mark_articles(state, touched);
}

void touched_by(const State& state, const IdeaMoved& event, Touched& touched) {
  mark(touched, {Section::sorting, Section::board});
  mark_author(state, event.idea, touched);
  mark_articles(state, touched);
}

void touched_by(const State& state, const IdeaSetAside& event, Touched& touched) {
  mark(touched, {Section::sorting, Section::board});
  mark_author(state, event.idea, touched);
  mark_articles(state, touched);
}

void touched_by(const State& state, const ClusterAdded& event, Touched& touched) {
  mark(touched, {Section::sorting, Section::board});
  for (const IdeaId idea : event.ideas) {
    mark_author(state, idea, touched);
  }
  mark_articles(state, touched);
}

void touched_by(const State& state, const ClusterRenamed& event, Touched& touched) {
  mark(touched, {Section::sorting, Section::board, Section::vote, Section::run, Section::people});
  mark_authors_in(state, event.cluster, touched);
  mark_articles(state, touched);
}

void touched_by(const State& state, const ClustersMerged& event, Touched& touched) {
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
  mark(touched, {Section::board, Section::vote, Section::avis, Section::run});
  const auto poll = state.polls.find(event.poll);
  if (poll != state.polls.end() && poll->second.article) {
    mark_table_of(state, *poll->second.article, touched);
    return;
  }
  touched.all_people = true;  // every author learns whether their cluster was kept
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
  mark(touched, {Section::vote, Section::avis, Section::run, Section::people});
  mark_table_of(state, event.article, touched);
  touched.all_people = true;
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

// ---- one overload a record
// -----------------------------------------------------------------------------------------------

// The facilitator's own card is in no section.
void touched_by(const State& state, const Card& record, Touched& touched) {
  if (record.person) {
    mark(touched, {Section::people, Section::desk});
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

}  // namespace

void touch(const State& state, const Event& event, Touched& touched) {
  std::visit([&](const auto& each) { touched_by(state, each, touched); }, event);
}

void touch(const State& state, const Record& record, Touched& touched) {
  std::visit([&](const auto& each) { touched_by(state, each, touched); }, record);
}

}  // namespace tablee::core
