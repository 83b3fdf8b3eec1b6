// core/event.h: what happened, in the words of the atelier.
//
// Shape    One struct an event, with its name and field list; `Event` is the variant. Events are outcomes: applying
//          them needs no rule, no chance and no clock but the time stored beside them. A released event is never
//          edited: add optional fields, or a new event and a conversion in wire/upcast.
// Units    Times are TimeMs. Texts are already cleaned (base/utf8.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "core/command.h"
#include "core/event_captions.h"
#include "core/event_committee.h"
#include "core/event_merge.h"
#include "core/event_plan.h"
#include "core/event_questions.h"
#include "core/event_review.h"
#include "core/event_speaking.h"
#include "core/event_time.h"
#include "core/event_wishes.h"
#include "core/event_wording.h"
#include "core/event_writing.h"
#include "core/speaking.h"

namespace tablee::core {

struct AtelierOpened {
  static constexpr std::string_view name = "atelier_opened";
  std::string scenario_id;
  std::string scenario_version;
  std::string scenario_sha256;
  static constexpr auto fields() {
    return fields_of(
        field("scenario_id", &AtelierOpened::scenario_id, "the programme"),
        field("scenario_version", &AtelierOpened::scenario_version, "its version"),
        field("scenario_sha256", &AtelierOpened::scenario_sha256, "hash of the scenario file kept beside the journal"));
  }
};

struct TableAdded {
  static constexpr std::string_view name = "table_added";
  TableId table;
  std::string title;
  static constexpr auto fields() {
    return fields_of(field("table", &TableAdded::table, "the new table"),
                     field("title", &TableAdded::title, "its name, or empty"));
  }
};

struct TableRenamed {
  static constexpr std::string_view name = "table_renamed";
  TableId table;
  std::string title;
  static constexpr auto fields() {
    return fields_of(field("table", &TableRenamed::table, "the table"),
                     field("title", &TableRenamed::title, "its name, or empty"));
  }
};

struct TableRemoved {
  static constexpr std::string_view name = "table_removed";
  TableId table;
  static constexpr auto fields() { return fields_of(field("table", &TableRemoved::table, "the table")); }
};

// The name is a record beside the journal, never in it.
struct PersonAdded {
  static constexpr std::string_view name = "person_added";
  PersonId person;
  std::optional<TableId> table;
  static constexpr auto fields() {
    return fields_of(field("person", &PersonAdded::person, "the new person"),
                     field("table", &PersonAdded::table, "their seat, if any"));
  }
};

struct PersonSeated {
  static constexpr std::string_view name = "person_seated";
  PersonId person;
  std::optional<TableId> table;
  static constexpr auto fields() {
    return fields_of(field("person", &PersonSeated::person, "the person"),
                     field("table", &PersonSeated::table, "the seat, or none"));
  }
};

struct PersonArrived {
  static constexpr std::string_view name = "person_arrived";
  PersonId person;
  static constexpr auto fields() { return fields_of(field("person", &PersonArrived::person, "the person")); }
};

struct PersonGone {
  static constexpr std::string_view name = "person_gone";
  PersonId person;
  bool gone = true;
  static constexpr auto fields() {
    return fields_of(field("person", &PersonGone::person, "the person"),
                     field("gone", &PersonGone::gone, "false: back again"));
  }
};

struct CardReplaced {
  static constexpr std::string_view name = "card_replaced";
  PersonId person;
  static constexpr auto fields() {
    return fields_of(field("person", &CardReplaced::person, "whose card; the code is a record"));
  }
};

struct Seat {
  PersonId person;
  TableId table;
  static constexpr auto fields() {
    return fields_of(field("person", &Seat::person, "the person"), field("table", &Seat::table, "the seat"));
  }
};

struct TablesDealt {
  static constexpr std::string_view name = "tables_dealt";
  std::string seed;
  std::string algorithm;
  std::vector<Seat> seats;
  std::optional<std::string> step = {};
  std::optional<std::vector<Seat>> hosts = {};
  std::optional<std::vector<TableSubject>> subjects = {};
  static constexpr auto fields() {
    return fields_of(field("seed", &TablesDealt::seed, "the 64-bit seed, in decimal; empty: nothing was drawn"),
                     field("algorithm", &TablesDealt::algorithm, "the draw, see base/rng.h, or the rotation"),
                     field("seats", &TablesDealt::seats, "the result"),
                     field("step", &TablesDealt::step, "the step whose start moves people; absent: the lead does"),
                     field("hosts", &TablesDealt::hosts, "rotation: who stays and receives the others"),
                     field("subjects", &TablesDealt::subjects, "wishes: what each table writes about"));
  }
};

struct StepStarted {
  static constexpr std::string_view name = "step_started";
  std::string step;
  TimeMs ends_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &StepStarted::step, "the step"),
                     field("ends_at_ms", &StepStarted::ends_at_ms, "when its time is up; 0: never"));
  }
};

enum class EndReason { facilitator, timer };
constexpr auto names_of(EndReason) {
  return std::array<std::string_view, 2>{"facilitator", "timer"};
}

struct StepEnded {
  static constexpr std::string_view name = "step_ended";
  std::string step;
  EndReason reason = EndReason::facilitator;
  static constexpr auto fields() {
    return fields_of(field("step", &StepEnded::step, "the step"),
                     field("reason", &StepEnded::reason, "who or what ended it"));
  }
};

// A soft step has used its time; it goes on.
struct StepTimeUp {
  static constexpr std::string_view name = "step_time_up";
  std::string step;
  static constexpr auto fields() { return fields_of(field("step", &StepTimeUp::step, "the step")); }
};

struct StepExtended {
  static constexpr std::string_view name = "step_extended";
  std::string step;
  std::int64_t minutes = 0;
  TimeMs ends_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &StepExtended::step, "the step"),
                     field("minutes", &StepExtended::minutes, "minutes added"),
                     field("ends_at_ms", &StepExtended::ends_at_ms, "the new end; 0 while paused"));
  }
};

struct RoomPaused {
  static constexpr std::string_view name = "room_paused";
  static constexpr auto fields() { return fields_of(); }
};

struct RoomResumed {
  static constexpr std::string_view name = "room_resumed";
  TimeMs ends_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("ends_at_ms", &RoomResumed::ends_at_ms, "the new end; 0: never"));
  }
};

// The last StepStarted or StepEnded never happened, as far as the room is concerned: the clock is as it was before it,
// moved forward by the time in between. Nothing that people wrote in between is lost.
struct TransitionUndone {
  static constexpr std::string_view name = "transition_undone";
  TimeMs ends_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(
        field("ends_at_ms", &TransitionUndone::ends_at_ms, "the end of the step that runs again; 0: never or none"));
  }
};

struct IdeaSubmitted {
  static constexpr std::string_view name = "idea_submitted";
  IdeaId idea;
  PersonId person;
  std::string step;
  std::string text;
  bool late = false;
  std::optional<bool> helped = {};
  static constexpr auto fields() {
    return fields_of(
        field("idea", &IdeaSubmitted::idea, "the new idea"), field("person", &IdeaSubmitted::person, "its author"),
        field("step", &IdeaSubmitted::step, "the step it answers"), field("text", &IdeaSubmitted::text, "the idea"),
        field("late", &IdeaSubmitted::late, "true: received after the end of the step"),
        field("helped", &IdeaSubmitted::helped, "true: a companion proposed these words, and the author sent them"));
  }
};

struct IdeaWithdrawn {
  static constexpr std::string_view name = "idea_withdrawn";
  IdeaId idea;
  static constexpr auto fields() { return fields_of(field("idea", &IdeaWithdrawn::idea, "withdrawn by its author")); }
};

struct IdeaMoved {
  static constexpr std::string_view name = "idea_moved";
  IdeaId idea;
  std::optional<ClusterId> cluster;
  static constexpr auto fields() {
    return fields_of(field("idea", &IdeaMoved::idea, "the idea"),
                     field("cluster", &IdeaMoved::cluster, "its cluster; absent: unsorted"));
  }
};

struct IdeaSetAside {
  static constexpr std::string_view name = "idea_set_aside";
  IdeaId idea;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("idea", &IdeaSetAside::idea, "the idea"), field("reason", &IdeaSetAside::reason, "why"));
  }
};

struct ClusterAdded {
  static constexpr std::string_view name = "cluster_added";
  ClusterId cluster;
  std::string title;
  std::vector<IdeaId> ideas;
  static constexpr auto fields() {
    return fields_of(field("cluster", &ClusterAdded::cluster, "the new cluster"),
                     field("title", &ClusterAdded::title, "its title"),
                     field("ideas", &ClusterAdded::ideas, "its first ideas"));
  }
};

struct ClusterRenamed {
  static constexpr std::string_view name = "cluster_renamed";
  ClusterId cluster;
  std::string title;
  static constexpr auto fields() {
    return fields_of(field("cluster", &ClusterRenamed::cluster, "the cluster"),
                     field("title", &ClusterRenamed::title, "its title"));
  }
};

struct ClustersMerged {
  static constexpr std::string_view name = "clusters_merged";
  ClusterId from;
  ClusterId into;
  static constexpr auto fields() {
    return fields_of(field("from", &ClustersMerged::from, "the parent that stops"),
                     field("into", &ClustersMerged::into, "the one that goes on"));
  }
};

// Polls are made when a `rank` or `vote` step starts for the first time.
struct PollPrepared {
  static constexpr std::string_view name = "poll_prepared";
  PollId poll;
  std::string step;
  std::string rule;
  std::vector<ClusterId> options;
  std::optional<ArticleId> article;
  static constexpr auto fields() {
    return fields_of(field("poll", &PollPrepared::poll, "the new poll"), field("step", &PollPrepared::step, "its step"),
                     field("rule", &PollPrepared::rule, "its decision rule"),
                     field("options", &PollPrepared::options, "points: the clusters"),
                     field("article", &PollPrepared::article, "motion: the article"));
  }
};

struct PollOpened {
  static constexpr std::string_view name = "poll_opened";
  PollId poll;
  std::int64_t present = 0;
  static constexpr auto fields() {
    return fields_of(
        field("poll", &PollOpened::poll, "the poll"),
        field("present", &PollOpened::present, "people present when it first opened; the base of quorums"));
  }
};

// That this person voted; never what, and nothing that leads to the ballot.
struct BallotCast {
  static constexpr std::string_view name = "ballot_cast";
  PollId poll;
  PersonId person;
  static constexpr auto fields() {
    return fields_of(field("poll", &BallotCast::poll, "the poll"), field("person", &BallotCast::person, "who"));
  }
};

struct OptionTotal {
  ClusterId option;
  std::int64_t points = 0;
  std::int64_t supporters = 0;
  bool kept = false;
  bool operator==(const OptionTotal&) const = default;
  static constexpr auto fields() {
    return fields_of(field("option", &OptionTotal::option, "the cluster"),
                     field("points", &OptionTotal::points, "its points"),
                     field("supporters", &OptionTotal::supporters, "ballots that gave it at least one"),
                     field("kept", &OptionTotal::kept, "true: goes on to the next step"));
  }
};

enum class Outcome { adopted, rejected, no_quorum };
constexpr auto names_of(Outcome) {
  return std::array<std::string_view, 3>{"adopted", "rejected", "no_quorum"};
}

struct MotionTotal {
  std::int64_t for_ = 0;
  std::int64_t against = 0;
  std::int64_t abstain = 0;
  std::int64_t base = 0;
  std::int64_t yes_needed = 0;
  std::int64_t quorum_needed = 0;
  bool quorum_met = true;
  Outcome outcome = Outcome::rejected;
  std::optional<std::int64_t> unsure = {};
  bool operator==(const MotionTotal&) const = default;
  static constexpr auto fields() {
    return fields_of(field("for", &MotionTotal::for_, "ballots for"),
                     field("against", &MotionTotal::against, "ballots against"),
                     field("abstain", &MotionTotal::abstain, "abstentions, with those who do not know"),
                     field("base", &MotionTotal::base, "how many the threshold is a part of"),
                     field("yes_needed", &MotionTotal::yes_needed, "ballots for that adopt it"),
                     field("quorum_needed", &MotionTotal::quorum_needed, "ballots the quorum asks for; 0: no quorum"),
                     field("quorum_met", &MotionTotal::quorum_met, "whether they came"),
                     field("outcome", &MotionTotal::outcome, "the decision"),
                     field("unsure", &MotionTotal::unsure, "of the abstentions, those who do not know; absent: none"));
  }
};

// Of a points poll, the ballots that give no points.
struct BlankTotal {
  std::int64_t abstain = 0;
  std::int64_t unsure = 0;
  bool operator==(const BlankTotal&) const = default;
  static constexpr auto fields() {
    return fields_of(field("abstain", &BlankTotal::abstain, "they pass"),
                     field("unsure", &BlankTotal::unsure, "they do not know"));
  }
};

// One of `points` and `motion` is there, by the poll's rule.
struct PollClosed {
  static constexpr std::string_view name = "poll_closed";
  PollId poll;
  std::int64_t ballots = 0;
  std::string box_sha256;
  std::optional<std::vector<OptionTotal>> points;
  std::optional<MotionTotal> motion;
  std::optional<std::int64_t> awaited = {};
  std::optional<std::string> reason = {};
  std::optional<BlankTotal> blank = {};
  static constexpr auto fields() {
    return fields_of(field("poll", &PollClosed::poll, "the poll"),
                     field("ballots", &PollClosed::ballots, "ballots in the box"),
                     field("box_sha256", &PollClosed::box_sha256, "hash of the sorted box, see core/box.h"),
                     field("points", &PollClosed::points, "the count of a points poll, best first"),
                     field("motion", &PollClosed::motion, "the count of a motion"),
                     field("awaited", &PollClosed::awaited, "people who need more time and had not voted; absent: 0"),
                     field("reason", &PollClosed::reason, "why they were not awaited; absent: the step was ended"),
                     field("blank", &PollClosed::blank, "points: ballots without points; absent: none"));
  }
};

struct PollPublished {
  static constexpr std::string_view name = "poll_published";
  PollId poll;
  static constexpr auto fields() { return fields_of(field("poll", &PollPublished::poll, "the poll")); }
};

// The articles of which a questionnaire repeated for each article asks: those there are when its step starts.
struct ArticlesAsked {
  static constexpr std::string_view name = "articles_asked";
  std::string step;
  std::vector<ArticleId> articles;
  static constexpr auto fields() {
    return fields_of(field("step", &ArticlesAsked::step, "a step of kind measure"),
                     field("articles", &ArticlesAsked::articles, "in the order of the avis"));
  }
};

// That this person filled in the sheet of this step; never what, and nothing that leads to the sheet.
struct SheetFilled {
  static constexpr std::string_view name = "sheet_filled";
  std::string step;
  PersonId person;
  static constexpr auto fields() {
    return fields_of(field("step", &SheetFilled::step, "a step of kind measure"),
                     field("person", &SheetFilled::person, "who"));
  }
};

// `levels` and `unknown` stay empty when fewer than limits::answers_shown_min people answered, and for free words.
struct QuestionTotal {
  std::string question;
  std::int64_t answers = 0;
  std::int64_t unknown = 0;
  std::vector<std::int64_t> levels;
  bool shown = false;
  bool operator==(const QuestionTotal&) const = default;
  static constexpr auto fields() {
    return fields_of(field("question", &QuestionTotal::question, "the question"),
                     field("answers", &QuestionTotal::answers, "people who answered it, those who do not know too"),
                     field("unknown", &QuestionTotal::unknown, "of them, those who do not know"),
                     field("levels", &QuestionTotal::levels, "of them, how many on each level, from the lowest"),
                     field("shown", &QuestionTotal::shown, "false: too few answers to show any"));
  }
};

// What changed between two questionnaires, for the people who gave a level in both.
struct QuestionShift {
  std::string question;
  std::int64_t people = 0;
  std::int64_t mean_hundredths = 0;
  std::int64_t better = 0;
  std::int64_t same = 0;
  std::int64_t worse = 0;
  bool shown = false;
  bool operator==(const QuestionShift&) const = default;
  static constexpr auto fields() {
    return fields_of(field("question", &QuestionShift::question, "the question, the same in both"),
                     field("people", &QuestionShift::people, "people who gave a level before and after"),
                     field("mean_hundredths", &QuestionShift::mean_hundredths,
                           "mean change in hundredths of a level, halves away from 0", between(-400, 400)),
                     field("better", &QuestionShift::better, "people whose level is higher after"),
                     field("same", &QuestionShift::same, "people whose level is the same"),
                     field("worse", &QuestionShift::worse, "people whose level is lower after"),
                     field("shown", &QuestionShift::shown, "false: too few people to show any"));
  }
};

struct MeasurePublished {
  static constexpr std::string_view name = "measure_published";
  std::string step;
  std::int64_t sheets = 0;
  std::string box_sha256;
  std::vector<QuestionTotal> totals;
  std::vector<QuestionShift> shifts;
  bool operator==(const MeasurePublished&) const = default;
  static constexpr auto fields() {
    return fields_of(field("step", &MeasurePublished::step, "the step"),
                     field("sheets", &MeasurePublished::sheets, "sheets in its box"),
                     field("box_sha256", &MeasurePublished::box_sha256, "hash of the sorted box, see core/measure.h"),
                     field("totals", &MeasurePublished::totals, "in the order of its questions"),
                     field("shifts", &MeasurePublished::shifts, "since the step it is compared with; else empty"));
  }
};

// One article for a table, from a kept cluster. Its sources are the cluster's ideas until the table says otherwise.
struct ArticleOpened {
  static constexpr std::string_view name = "article_opened";
  ArticleId article;
  std::string step;
  std::optional<TableId> table;
  std::optional<ClusterId> cluster;
  std::vector<IdeaId> sources;
  std::optional<bool> committee = {};
  static constexpr auto fields() {
    return fields_of(field("article", &ArticleOpened::article, "the new article"),
                     field("step", &ArticleOpened::step, "its step"),
                     field("table", &ArticleOpened::table, "who writes it; absent: a committee alone"),
                     field("cluster", &ArticleOpened::cluster, "what it is about"),
                     field("sources", &ArticleOpened::sources, "the ideas it comes from"),
                     field("committee", &ArticleOpened::committee, "true: the committee of the step writes it"));
  }
};

struct SourcesSet {
  static constexpr std::string_view name = "sources_set";
  ArticleId article;
  std::vector<IdeaId> ideas;
  static constexpr auto fields() {
    return fields_of(field("article", &SourcesSet::article, "the article"),
                     field("ideas", &SourcesSet::ideas, "the ideas it comes from"));
  }
};

struct FieldText {
  std::string field_id;
  std::string text;
  bool operator==(const FieldText&) const = default;
  static constexpr auto fields() {
    return fields_of(field("field", &FieldText::field_id, "`title` or a field of the frame"),
                     field("text", &FieldText::text, "its text"));
  }
};

// The draft step has ended: this is the text that goes to the vote.
struct ArticleSubmitted {
  static constexpr std::string_view name = "article_submitted";
  ArticleId article;
  std::vector<FieldText> texts;
  static constexpr auto fields() {
    return fields_of(field("article", &ArticleSubmitted::article, "the article"),
                     field("texts", &ArticleSubmitted::texts, "title first, then the frame in order"));
  }
};

// A draft step that goes on with the articles of an earlier one, or a committee: they are written again, in this step.
struct ArticleReopened {
  static constexpr std::string_view name = "article_reopened";
  ArticleId article;
  std::string step;
  std::optional<bool> committee = {};
  static constexpr auto fields() {
    return fields_of(field("article", &ArticleReopened::article, "the article"),
                     field("step", &ArticleReopened::step, "the step in which it is written now"),
                     field("committee", &ArticleReopened::committee, "true: the committee of the step writes it"));
  }
};

struct SignalSent {
  static constexpr std::string_view name = "signal_sent";
  SignalId signal;
  PersonId person;
  SignalKind kind = SignalKind::more_time;
  bool anonymous = false;
  std::optional<std::string> about = {};
  static constexpr auto fields() {
    return fields_of(field("signal", &SignalSent::signal, "the new signal"),
                     field("person", &SignalSent::person, "who"), field("kind", &SignalSent::kind, "what"),
                     field("anonymous", &SignalSent::anonymous, "true: shown by table only"),
                     field("about", &SignalSent::about, "the screen and the word it is about"));
  }
};

struct SignalCancelled {
  static constexpr std::string_view name = "signal_cancelled";
  SignalId signal;
  static constexpr auto fields() { return fields_of(field("signal", &SignalCancelled::signal, "taken back")); }
};

struct SignalSeen {
  static constexpr std::string_view name = "signal_seen";
  SignalId signal;
  std::optional<bool> seen = {};
  static constexpr auto fields() {
    return fields_of(field("signal", &SignalSeen::signal, "seen by the facilitator"),
                     field("seen", &SignalSeen::seen, "false: not, after all; absent: true"));
  }
};

struct PersonReady {
  static constexpr std::string_view name = "person_ready";
  PersonId person;
  bool ready = false;
  static constexpr auto fields() {
    return fields_of(field("person", &PersonReady::person, "who"),
                     field("ready", &PersonReady::ready, "has finished this step"));
  }
};

struct TableReady {
  static constexpr std::string_view name = "table_ready";
  TableId table;
  bool ready = false;
  static constexpr auto fields() {
    return fields_of(field("table", &TableReady::table, "which"),
                     field("ready", &TableReady::ready, "has finished this step"));
  }
};

struct TableCalledHelp {
  static constexpr std::string_view name = "table_called_help";
  TableId table;
  bool wanted = false;
  std::optional<SignalKind> kind = {};
  static constexpr auto fields() {
    return fields_of(field("table", &TableCalledHelp::table, "which"),
                     field("wanted", &TableCalledHelp::wanted, "false: no longer"),
                     field("kind", &TableCalledHelp::kind, "what it asks; absent: that somebody comes"));
  }
};

struct SceneShown {
  static constexpr std::string_view name = "scene_shown";
  Scene scene = Scene::automatic;
  std::string message;
  static constexpr auto fields() {
    return fields_of(field("scene", &SceneShown::scene, "what the projector shows"),
                     field("message", &SceneShown::message, "its message, if any"));
  }
};

struct MessageSent {
  static constexpr std::string_view name = "message_sent";
  MessageId message;
  std::optional<TableId> table;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("message", &MessageSent::message, "the new message"),
                     field("table", &MessageSent::table, "for one table; absent: everyone"),
                     field("text", &MessageSent::text, "the message"));
  }
};

struct MessageWithdrawn {
  static constexpr std::string_view name = "message_withdrawn";
  MessageId message;
  static constexpr auto fields() { return fields_of(field("message", &MessageWithdrawn::message, "shown no more")); }
};

struct AvisSealed {
  static constexpr std::string_view name = "avis_sealed";
  std::string sha256;
  static constexpr auto fields() {
    return fields_of(field("sha256", &AvisSealed::sha256, "hash of the avis, see core/seal.h"));
  }
};

struct PromiseRecorded {
  static constexpr std::string_view name = "promise_recorded";
  std::string who;
  std::string text;
  std::string due;
  static constexpr auto fields() {
    return fields_of(field("who", &PromiseRecorded::who, "who answers for the sponsor"),
                     field("text", &PromiseRecorded::text, "word for word"),
                     field("due", &PromiseRecorded::due, "the date of the answer, YYYY-MM-DD"));
  }
};

using Event = std::variant<
    AtelierOpened, TableAdded, TableRenamed, TableRemoved, PersonAdded, PersonSeated, PersonArrived, PersonGone,
    CardReplaced, TablesDealt, StepStarted, StepEnded, StepTimeUp, StepExtended, RoomPaused, RoomResumed,
    TransitionUndone, IdeaSubmitted, IdeaWithdrawn, IdeaMoved, IdeaSetAside, ClusterAdded, ClusterRenamed,
    ClustersMerged, PollPrepared, PollOpened, BallotCast, PollClosed, PollPublished, ArticleOpened, SourcesSet,
    ArticleSubmitted, SignalSent, SignalCancelled, SignalSeen, PersonReady, TableReady, TableCalledHelp, SceneShown,
    MessageSent, AvisSealed, PromiseRecorded, TurnStarted, PlanChanged, StepMoved, StepInserted, StepEdited, RuleSet,
    DelayNoted, HandRaised, HandLowered, HandsOrdered, QueueOpened, SpeechStarted, SpeechExtended, SpeechEnded,
    TurnPassed, MiddleSeatTaken, MiddleSeatLeft, SheetFilled, MeasurePublished, QuestionAsked, QuestionWithdrawn,
    QuestionSupported, QuestionsMerged, QuestionCalled, QuestionHeard, QuestionDeferred, QuestionJudged,
    ArticleReopened, ReadingsDealt, CommentWritten, CommentWithdrawn, CommentAnswered, PaceSet, TableExtended,
    TablePaused, TableResumed, WayOutOffered, WayOutPassed, ContentSealed, CommitteeFormed, PlaceContested, PlaceKept,
    GroupsFormed, GroupJoined, GroupLeft, IdeaKept, IdeasMerged, IdeaUnmerged, MergeEnded, SamplesDealt, WishesSet,
    ArticlesAsked, QuestionReturned, ToSettleMarked, AnswerWritten, FloorUndone, WayOutReturned, ItemStarted,
    MessageWithdrawn, EndAnnounced, EndDelayed, SpeechHeld, CaptionWritten, CaptionMended, PollWorded, WordingWaived,
    WriterNumbered, TextWritten, TextFrozen, TextReceived, ReceivedLeft, ReceivedSettled>;

}  // namespace tablee::core
