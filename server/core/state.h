// core/state.h: everything true of one atelier, as plain data.
//
// Shape    Maps by id, in order of creation; nothing is deleted, only superseded. The state is the scenario, the events
//          applied in order, and the records. Equal inputs give equal states on every machine.
// Units    TimeMs throughout; 0 means "none".
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/asked.h"
#include "core/event.h"
#include "core/merging.h"
#include "core/record.h"
#include "core/scenario.h"
#include "core/speaking.h"
#include "text/document.h"

namespace tablee::core {

struct Person {
  PersonId id;
  std::optional<TableId> table;
  TimeMs arrived_at = 0;
  bool gone = false;
  bool ready = false;         // has finished the current step
  bool active = false;        // has sent something in the current step
  std::vector<IdeaId> ideas;  // all of theirs, oldest first, withdrawn ones too
  Pace pace = Pace::usual;
  std::vector<PollId> voted;          // polls in which they voted, in that order
  std::vector<std::string> answered;  // steps whose sheet they filled in, in that order
  std::set<QuestionId> supports;
  std::vector<SignalId> signals;  // all of theirs, oldest first, cancelled ones too
};

struct Caption {
  CaptionId id;
  std::string step;
  std::string speaker;
  std::string text;  // empty: taken away
  TimeMs at = 0;
};

struct Table {
  TableId id;
  std::string title;
  bool removed = false;
  bool ready = false;
  TimeMs help_since = 0;
  std::optional<SignalKind> help_kind;  // absent: that somebody comes
};

// merged: goes on in another. not_kept: a group kept others in its place. dissolved: it was merged from others that
// have come back.
enum class Fate { open, clustered, set_aside, withdrawn, merged, not_kept, dissolved };
constexpr auto names_of(Fate) {
  return std::array<std::string_view, 7>{"open",   "clustered", "set_aside", "withdrawn",
                                         "merged", "not_kept",  "dissolved"};
}

struct Idea {
  IdeaId id;
  PersonId author;               // nobody: merged from its parents
  std::optional<TableId> table;  // the author's when it was sent
  std::string step;
  std::string text;
  TimeMs at = 0;
  bool late = false;
  Fate fate = Fate::open;
  std::optional<ClusterId> cluster;  // stays when it is merged or not kept, in case it comes back
  std::string reason;
  std::string contested;   // why its author says it is not in its place; empty: not contested
  std::string place_kept;  // why it stayed there
  std::vector<IdeaId> parents;
  std::optional<IdeaId> merged_into;
  std::vector<std::string> kept_in;  // merge steps that took it on into their store
};

struct Cluster {
  ClusterId id;
  std::string title;
  std::optional<ClusterId> merged_into;
  std::vector<ClusterId> parents;
};

enum class PollStatus { prepared, open, closed, published };
constexpr auto names_of(PollStatus) {
  return std::array<std::string_view, 4>{"prepared", "open", "closed", "published"};
}

struct Poll {
  PollId id;
  std::string step;
  std::string rule;
  std::vector<ClusterId> options;
  std::optional<ArticleId> article;
  PollStatus status = PollStatus::prepared;
  std::int64_t present = 0;
  std::set<PersonId> voters;
  std::map<std::string, Ballot> box;  // by ballot_key
  std::optional<PollClosed> result;
  std::optional<PollWorded> wording;  // what it asks, in easy French
  std::string wording_waived;         // why it may open without; empty: it may not, where the step asks for it
};

// The questionnaire of one step. Published: its sheets stay as they are.
struct Measure {
  std::set<PersonId> answered;
  std::map<std::string, Sheet> box;  // by pseudonym
  std::optional<MeasurePublished> result;
};

enum class ArticleStatus { writing, submitted, adopted, rejected, no_quorum };
constexpr auto names_of(ArticleStatus) {
  return std::array<std::string_view, 5>{"writing", "submitted", "adopted", "rejected", "no_quorum"};
}

// An article as it was before it was written again.
struct ArticleVersion {
  std::string step;
  bool by_committee = false;
  ArticleStatus status = ArticleStatus::submitted;
  std::vector<FieldText> texts;
};

// Who has a client id of Yjs, and so wrote the units under it. edits: with `edit_article`, no page of theirs has it.
struct TextClient {
  Subject subject;
  bool edits = false;
};

// What a writer sent when the text was frozen already, kept beside it until somebody decides.
struct ReceivedText {
  ReceivedId id;
  Subject from;
  TimeMs at = 0;                     // of the first
  std::vector<std::string> updates;  // of Yjs, in order
  bool left = false;                 // somebody decided that they stay outside
};

struct Article {
  ArticleId id;
  std::string step;
  TableId table;              // nobody: a committee wrote it from the first
  bool by_committee = false;  // the committee of `step` writes it
  std::optional<ClusterId> cluster;
  std::vector<IdeaId> sources;
  ArticleStatus status = ArticleStatus::writing;
  text::Document text;                            // what is typed: a root text for each field
  std::map<std::uint64_t, TextClient> writers;    // of `text`, by client id
  TimeMs freezes_at = 0;                          // its step is over, and what is on its way is still taken; else 0
  std::vector<ReceivedText> received;             // oldest first
  std::uint32_t received_count = 0;               // ever, those that are settled too
  std::map<std::string, ArticleText> old_drafts;  // kept by an earlier version of this program, by field
  std::vector<ArticleVersion> earlier;            // oldest first
  std::string to_settle;                          // what a committee leaves to the room
  TimeMs reopened_at = 0;
  std::vector<FieldText> texts;  // once submitted
};

struct Signal {
  SignalId id;
  PersonId person;
  SignalKind kind = SignalKind::more_time;
  bool anonymous = false;
  TimeMs at = 0;
  bool seen = false;
  bool cancelled = false;
  std::string about;
};

struct Message {
  MessageId id;
  std::optional<TableId> table;
  std::string text;
  TimeMs at = 0;
  bool withdrawn = false;
};

// waiting: nothing has started. running: the clock runs, or is free. time_up: a soft step past its time. ended: over,
// the next one has not started.
enum class RunStatus { waiting, running, time_up, ended };
constexpr auto names_of(RunStatus) {
  return std::array<std::string_view, 4>{"waiting", "running", "time_up", "ended"};
}

// The time of one table in the step that runs, beside the room's.
struct TableTime {
  std::int64_t extended_minutes = 0;
  TimeMs shift_ms = 0;   // its end, after the room's: minutes given, and time spent paused
  TimeMs paused_at = 0;  // 0: its clock runs with the room's
  bool operator==(const TableTime&) const = default;
};

struct Run {
  RunStatus status = RunStatus::waiting;
  std::string step;  // the current or last step; "" while waiting
  TimeMs started_at = 0;
  TimeMs ends_at = 0;  // 0: free, or paused
  TimeMs ended_at = 0;
  bool paused = false;
  TimeMs paused_at = 0;
  TimeMs remaining_ms = 0;  // while paused; may be negative past the end of a soft step
  std::int64_t extended_minutes = 0;
  std::int64_t turn = 0;                // of the step's turns, from 0
  TimeMs turn_ends_at = 0;              // 0: the step has no turns, no end, or is paused
  TimeMs turn_remaining_ms = 0;         // while paused
  std::int64_t item = 0;                // of the things that have each their time, from 1; 0: none yet; see items.h
  TimeMs item_ends_at = 0;              // 0: none is under way, or the room is paused
  TimeMs item_remaining_ms = 0;         // while paused; below 0 past its time
  TimeMs closing_at = 0;                // the lead ends the step by hand, not before; 0: not announced, or paused
  TimeMs closing_left_ms = 0;           // while paused
  std::int64_t end_delays = 0;          // how often somebody asked for more time before it
  std::vector<QuestionId> called;       // since this step started, in the order of their first call
  std::map<TableId, TableTime> tables;  // those whose time is not the room's
  std::optional<std::int64_t> way_out;  // the line of the step's `next` that is offered
  std::set<std::int64_t> ways_passed;   // lines taken or declined
  bool time_ended = false;              // ended by its timer
  bool operator==(const Run&) const = default;
};

// When a step really ran. A step reopened has several.
struct Lap {
  std::string step;
  TimeMs started_at = 0;
  TimeMs ended_at = 0;
  StepKind kind = StepKind::welcome;
  bool has_committee = false;
};

// The lead said that this step will start late.
struct Delay {
  std::string step;
  std::int64_t minutes = 0;
  TimeMs at = 0;
};

enum class PlanChangeKind { durations, dropped, restored, moved, inserted, edited, rule };
constexpr auto names_of(PlanChangeKind) {
  return std::array<std::string_view, 7>{"durations", "dropped", "restored", "moved", "inserted", "edited", "rule"};
}

// One change of the programme while it ran, with its reason: for the guarantors and the export.
struct PlanChange {
  TimeMs at = 0;
  PlanChangeKind kind = PlanChangeKind::durations;
  std::vector<std::string> steps;
  std::string reason;
};

// What people wrote and decided, as it stood when a night began or ended.
struct ContentSeal {
  std::string step;
  TimeMs at = 0;
  std::string sha256;
};

struct Promise {
  std::string who;
  std::string text;
  std::string due;
  TimeMs at = 0;
};

struct State {
  Scenario scenario;

  TimeMs last_event_at = 0;
  TimeMs opened_at = 0;  // 0: OpenAtelier not yet applied
  std::string scenario_sha256;

  std::map<PersonId, Person> people;
  std::map<TableId, Table> tables;
  std::map<IdeaId, Idea> ideas;
  std::map<ClusterId, Cluster> clusters;
  std::map<PollId, Poll> polls;
  std::map<QuestionId, AskedQuestion> questions;
  std::optional<QuestionId> current_question;
  std::map<std::string, Measure> measures;  // by step, from the first sheet on
  std::map<ArticleId, Article> articles;
  std::map<SignalId, Signal> signals;
  std::map<CommentId, Comment> comments;
  std::map<MessageId, Message> messages;
  std::map<CaptionId, Caption> captions;

  // The programme as it stands is in `scenario`; these say how it differs from the one that was opened.
  std::set<std::string> dropped;                      // steps that will not take place
  std::map<std::string, std::int64_t> first_planned;  // minutes, of the steps whose duration was changed
  std::vector<PlanChange> plan_changes;
  std::optional<Delay> delay;
  Speaking speaking;
  // Indexes, so that no rule and no screen walks through all of the past.
  std::map<std::pair<std::string, TableId>, std::vector<CommentId>> comments_by;  // in a step, of a table that reads
  std::map<IdeaId, std::vector<ArticleId>> articles_from;  // the articles that have this idea among their sources
  std::map<Commented, std::vector<CommentId>> comments_about;
  std::map<std::pair<std::string, TableId>, std::int64_t> comments_written;  // by step, of a table; not withdrawn
  std::map<TableId, std::int64_t> comments_received;                         // about what a table wrote; not withdrawn
  std::map<std::pair<std::string, std::int64_t>, std::vector<Reading>> readings;  // of each step and turn
  std::map<std::size_t, Merge> merges;                                            // by place in `laps`

  Run run;
  std::vector<Lap> laps;
  std::vector<ContentSeal> content_seals;
  std::map<std::string, std::set<PersonId>> committees;                      // by step
  std::map<TableId, PersonId> hosts;                                         // who stayed when the others went round
  std::map<std::string, std::map<PersonId, std::vector<ClusterId>>> wishes;  // by step whose tables they compose
  std::map<TableId, ClusterId> subjects;                                     // of tables composed by wishes
  std::map<std::string, std::map<PersonId, std::vector<IdeaId>>> samples;    // what each person reads, by step
  std::map<std::string, std::vector<ArticleId>> articles_asked;              // by questionnaire
  // What UndoTransition goes back to, and since when; absent: nothing to undo.
  std::optional<Run> before_transition;
  TimeMs transition_at = 0;
  bool gone_back = false;                                   // to the current step: nothing is done by itself any more
  std::map<PersonId, std::optional<TableId>> seats_before;  // of those whom the last start moved
  std::optional<std::map<TableId, ClusterId>> subjects_before;
  std::vector<PersonId> asked_anew;        // whose "I have finished" or answered signals the last start took back
  std::vector<TableId> tables_asked_anew;  // whose "we are ready" or own time the last start or end took back
  std::vector<PollId> closed_by_transition;

  Scene scene = Scene::automatic;
  std::string scene_message;
  std::string sealed_sha256;
  TimeMs sealed_at = 0;
  std::optional<Promise> promise;

  // Records.
  Card facilitator;
  Card expert;  // empty in ateliers opened before there was such a seat
  std::map<PersonId, Card> cards;
  std::map<TableId, Card> table_cards;
  std::map<std::pair<PersonId, std::string>, Draft> drafts;
  std::map<PersonId, Profile> profiles;  // those that are not the default
  Card captioner;                        // empty in ateliers opened before there was such a seat
  std::map<PersonId, Card> companions;   // of the people helped
  std::map<PersonId, Help> help;         // that is not empty
  std::map<PersonId, SpokenWords> words;

  // The last number of each subject and sender, from the journal. At most limits::senders_per_subject_max for a
  // subject: a new sender takes the place of the one with the lowest number, which is then as unknown as a new device.
  std::map<std::pair<Subject, std::string>, std::uint64_t> last_numbers;
};

// The step of this id, or nullptr.
const Step* find_step(const Scenario& scenario, std::string_view id);
const Rule* find_rule(const Scenario& scenario, std::string_view id);
// The current or last step, or nullptr while waiting.
const Step* current_step(const State& state);

// People who have arrived and are not gone: the `present` of quorums.
std::int64_t people_present(const State& state);

}  // namespace tablee::core
