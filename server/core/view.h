// core/view.h: who sees what. The only place that knows.
//
// What people see is cut into sections. A section is sent whole, to one scope, and replaces the one before. It is made
// from the state alone; a screen shows it and computes nothing but remaining time and words.
//
// Shape    One struct a section (core/section.h), with its field list.
// Units    *_ms are TimeMs, or milliseconds for durations.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "core/late_text.h"
#include "core/section.h"
#include "core/state.h"
#include "core/view_access.h"
#include "core/view_article.h"
#include "core/view_committee.h"
#include "core/view_idea.h"
#include "core/view_measure.h"
#include "core/view_merge.h"
#include "core/view_needs.h"
#include "core/view_people.h"
#include "core/view_plan.h"
#include "core/view_questions.h"
#include "core/view_review.h"
#include "core/view_speaking.h"
#include "core/view_step.h"
#include "core/view_time.h"
#include "core/view_wishes.h"

namespace tablee::core {

// ---- everyone

struct BoardCluster {
  ClusterId id;
  std::string title;
  std::vector<BoardIdea> ideas;
  bool kept = false;
  static constexpr auto fields() {
    return fields_of(field("id", &BoardCluster::id, "the cluster"), field("title", &BoardCluster::title, "its title"),
                     field("ideas", &BoardCluster::ideas, "its ideas"),
                     field("kept", &BoardCluster::kept, "kept by a published points poll"));
  }
};

// No clusters until a `cluster` step has started.
struct BoardView {
  static constexpr Section section = Section::board;
  std::vector<BoardCluster> clusters;
  std::vector<TableKept> kept_at_tables;
  static constexpr auto fields() {
    return fields_of(field("clusters", &BoardView::clusters, "in order of creation"),
                     field("kept_at_tables", &BoardView::kept_at_tables,
                           "in the plenary turn of a merge step: what groups kept; else empty"));
  }
};

struct PollOption {
  ClusterId id;
  std::string title;
  static constexpr auto fields() {
    return fields_of(field("id", &PollOption::id, "the cluster"), field("title", &PollOption::title, "its title"));
  }
};

struct PollView {
  PollId id;
  std::string step;
  Method method = Method::motion;
  PollStatus status = PollStatus::prepared;
  std::vector<PollOption> options;
  std::optional<ArticleId> article;
  std::int64_t number = 0;
  std::string title;
  std::int64_t points = 0;
  std::int64_t max_per_option = 0;
  std::int64_t keep = 0;
  std::optional<Base> base;
  std::string threshold;
  bool strict = true;
  std::string quorum;
  std::int64_t present = 0;
  std::int64_t ballots = 0;
  std::string box_sha256;
  std::optional<std::vector<OptionTotal>> points_result;
  std::optional<MotionTotal> motion_result;
  std::optional<BlankTotal> blank;
  std::string wording;
  std::int64_t readers = 0;
  std::string readers_from;
  std::string wording_waived;
  bool wording_needed = false;
  static constexpr auto fields() {
    return fields_of(
        field("id", &PollView::id, "the poll"), field("step", &PollView::step, "its step"),
        field("method", &PollView::method, "points or motion"), field("status", &PollView::status, "where it is"),
        field("options", &PollView::options, "points: the clusters"),
        field("article", &PollView::article, "motion: the article"),
        field("number", &PollView::number, "motion: the article's number"),
        field("title", &PollView::title, "motion: the article's title"),
        field("points", &PollView::points, "points each person has"),
        field("max_per_option", &PollView::max_per_option, "most points on one"),
        field("keep", &PollView::keep, "how many are kept"), field("base", &PollView::base, "motion: what 100 % is"),
        field("threshold", &PollView::threshold, "motion: the part that must be for"),
        field("strict", &PollView::strict, "motion: more than that part, not just it"),
        field("quorum", &PollView::quorum, "motion: the part of those present who must vote; empty: none"),
        field("present", &PollView::present, "people present when it opened"),
        field("ballots", &PollView::ballots, "ballots in the box; 0 until closed"),
        field("box_sha256", &PollView::box_sha256, "hash of the closed box; empty until closed"),
        field("points_result", &PollView::points_result, "the count, once published (facilitator: once closed)"),
        field("motion_result", &PollView::motion_result, "the count, once published (facilitator: once closed)"),
        field("blank", &PollView::blank, "points: ballots without points; absent: none, or not published"),
        field("wording", &PollView::wording, "what it asks, in easy French; empty: not written"),
        field("readers", &PollView::readers, "people concerned who have read it: above 0, it is easy to read (FALC)"),
        field("readers_from", &PollView::readers_from, "who they are, as a group"),
        field("wording_waived", &PollView::wording_waived, "why it may open without readers; empty: it may not"),
        field("wording_needed", &PollView::wording_needed, "true: it waits for readers, or for a reason"));
  }
};

// Polls of steps that have started, in order; results only of published ones.
struct VoteView {
  static constexpr Section section = Section::vote;
  std::vector<PollView> polls;
  static constexpr auto fields() { return fields_of(field("polls", &VoteView::polls, "in order")); }
};

// The questionnaires of steps that have started, in the order of the programme; counts only of published ones.
struct MeasureView {
  static constexpr Section section = Section::measure;
  std::vector<MeasureSheet> sheets;
  static constexpr auto fields() { return fields_of(field("sheets", &MeasureView::sheets, "in order")); }
};

// The questions of the tables, oldest first, those withdrawn left out.
struct QuestionsView {
  static constexpr Section section = Section::questions;
  std::int64_t max = 0;
  std::int64_t characters = 0;
  TimeMs speech_ends_at_ms = 0;
  TimeMs speech_remaining_ms = 0;
  std::vector<QuestionShown> questions;
  static constexpr auto fields() {
    return fields_of(
        field("max", &QuestionsView::max, "in an ask step: most questions of a table; else 0"),
        field("characters", &QuestionsView::characters, "in an ask step: most characters of a question; else 0"),
        field("speech_ends_at_ms", &QuestionsView::speech_ends_at_ms,
              "server time at which the time of the current answer ends; 0: none, or paused"),
        field("speech_remaining_ms", &QuestionsView::speech_remaining_ms, "while paused: what is left of it",
              between(-9'007'199'254'740'991, 9'007'199'254'740'991)),
        field("questions", &QuestionsView::questions, "oldest first"));
  }
};

// Live: how many have voted in the open poll, or filled in the sheet; never how.
struct TallyView {
  static constexpr Section section = Section::tally;
  std::optional<PollId> poll;
  std::int64_t voted = 0;
  std::int64_t answered = 0;
  std::int64_t present = 0;
  std::int64_t tables_ready = 0;
  std::int64_t tables = 0;
  std::int64_t groups = 0;
  std::int64_t groups_kept = 0;
  std::int64_t wishes = 0;
  static constexpr auto fields() {
    return fields_of(field("poll", &TallyView::poll, "the open poll, if any"),
                     field("voted", &TallyView::voted, "people who voted in it"),
                     field("answered", &TallyView::answered, "people who filled in the sheet of the current step"),
                     field("present", &TallyView::present, "people present now"),
                     field("tables_ready", &TallyView::tables_ready, "tables that say they are ready"),
                     field("tables", &TallyView::tables, "tables in the room"),
                     field("groups", &TallyView::groups, "groups at work in this turn of a merge step"),
                     field("groups_kept", &TallyView::groups_kept, "those of them that have kept an idea"),
                     field("wishes", &TallyView::wishes, "people who have said what they would like to write about"));
  }
};

// The words of an article before it was written again.
struct EarlierText {
  std::string step;
  std::vector<FieldText> texts;
  static constexpr auto fields() {
    return fields_of(field("step", &EarlierText::step, "where it was written so"),
                     field("texts", &EarlierText::texts, "title first, then the frame"));
  }
};

struct AvisArticle {
  ArticleId id;
  std::int64_t number = 0;
  std::string table;
  ArticleStatus status = ArticleStatus::submitted;
  std::vector<FieldText> texts;
  std::vector<BoardIdea> sources;
  std::string to_settle;
  std::vector<EarlierText> earlier;
  static constexpr auto fields() {
    return fields_of(
        field("id", &AvisArticle::id, "the article"), field("number", &AvisArticle::number, "its number in the avis"),
        field("table", &AvisArticle::table, "the title of the table that wrote it; empty: a committee did"),
        field("status", &AvisArticle::status, "what the room decided, once published"),
        field("texts", &AvisArticle::texts, "title first, then the frame"),
        field("sources", &AvisArticle::sources, "the citizens' ideas it comes from; none: written by the table"),
        field("to_settle", &AvisArticle::to_settle, "what a committee leaves to the room, or empty"),
        field("earlier", &AvisArticle::earlier, "its words before each time it was written again, oldest first"));
  }
};

// Articles appear when the draft step ends.
struct AvisView {
  static constexpr Section section = Section::avis;
  std::vector<AvisArticle> articles;
  std::string sealed_sha256;
  TimeMs sealed_at_ms = 0;
  std::string promise_who;
  std::string promise_text;
  std::string promise_due;
  static constexpr auto fields() {
    return fields_of(field("articles", &AvisView::articles, "in order"),
                     field("sealed_sha256", &AvisView::sealed_sha256, "hash of the sealed avis; empty before"),
                     field("sealed_at_ms", &AvisView::sealed_at_ms, "when; 0 before"),
                     field("promise_who", &AvisView::promise_who, "who answers for the sponsor; empty before"),
                     field("promise_text", &AvisView::promise_text, "what they promise"),
                     field("promise_due", &AvisView::promise_due, "the date of their answer"));
  }
};

struct Notice {
  MessageId id;
  std::string text;
  TimeMs at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("id", &Notice::id, "the message"), field("text", &Notice::text, "its text"),
                     field("at_ms", &Notice::at_ms, "when"));
  }
};

// The facilitator's messages to everyone, oldest first; the last fifty.
struct NoticesView {
  static constexpr Section section = Section::notices;
  std::vector<Notice> messages;
  static constexpr auto fields() { return fields_of(field("messages", &NoticesView::messages, "oldest first")); }
};

struct ProjectorView {
  static constexpr Section section = Section::projector;
  Scene scene = Scene::automatic;
  std::string message;
  static constexpr auto fields() {
    return fields_of(field("scene", &ProjectorView::scene, "what to show"),
                     field("message", &ProjectorView::message, "for the scene `message`"));
  }
};

// Who speaks before everyone, and who is next.
struct FloorView {
  static constexpr Section section = Section::floor;
  bool open = false;
  std::optional<FloorSpeech> speech;
  std::vector<FloorPerson> next;
  std::int64_t waiting = 0;
  std::optional<FloorSeats> seats;
  static constexpr auto fields() {
    return fields_of(field("open", &FloorView::open, "true: hands may be raised"),
                     field("speech", &FloorView::speech, "who has the floor"),
                     field("next", &FloorView::next, "the next two"),
                     field("waiting", &FloorView::waiting, "hands waiting"),
                     field("seats", &FloorView::seats, "the seats of a fishbowl"));
  }
};

// ---- one table

struct TableView {
  static constexpr Section section = Section::table;
  TableId id;
  std::string title;
  std::vector<std::string> members;
  std::int64_t seats_taken = 0;
  bool ready = false;
  TimeMs help_since_ms = 0;
  std::optional<SignalKind> help_kind = {};
  std::optional<TableArticle> article;
  std::optional<TableReview> review;
  std::optional<GroupView> group;
  std::vector<Notice> messages;
  std::optional<TableSpeech> speech;
  std::optional<TableTimeView> time;
  std::vector<ShownWords> words;
  static constexpr auto fields() {
    return fields_of(field("id", &TableView::id, "the table"),
                     field("title", &TableView::title, "its name, or empty: its number"),
                     field("members", &TableView::members, "names, when the programme lets a table see them"),
                     field("seats_taken", &TableView::seats_taken, "how many sit there"),
                     field("ready", &TableView::ready, "said: we are ready"),
                     field("help_since_ms", &TableView::help_since_ms, "asked for help at; 0: not"),
                     field("help_kind", &TableView::help_kind, "what it asks; absent: that somebody comes"),
                     field("article", &TableView::article, "what the table writes, from the draft step on"),
                     field("review", &TableView::review, "what it reads and what was said, from the first review on"),
                     field("group", &TableView::group, "when the table is one group of a merge step: its ideas"),
                     field("messages", &TableView::messages, "the facilitator's messages to this table"),
                     field("speech", &TableView::speech, "who speaks here, while people work at tables"),
                     field("time", &TableView::time, "when it is not the room's"),
                     field("words", &TableView::words, "typed words that people show here"));
  }
};

// ---- one person

struct MySignal {
  SignalKind kind = SignalKind::more_time;
  bool seen = false;
  TimeMs at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("kind", &MySignal::kind, "what was wished"),
                     field("seen", &MySignal::seen, "seen by the facilitator"),
                     field("at_ms", &MySignal::at_ms, "when"));
  }
};

struct MyDraft {
  std::string step;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("step", &MyDraft::step, "for which step"),
                     field("text", &MyDraft::text, "typed and not sent"));
  }
};

struct MeView {
  static constexpr Section section = Section::me;
  PersonId id;
  std::string name_shown;
  std::string code;
  std::optional<TableId> table;
  bool ready = false;
  std::vector<MyDraft> drafts;
  std::vector<MySignal> signals;
  std::vector<PollId> voted;
  MySpeech speech;
  std::vector<std::string> answered;
  std::vector<QuestionId> supports;
  Pace pace = Pace::usual;
  std::optional<Profile> profile = {};
  TimeMs late_until_ms = 0;
  TimeMs answer_until_ms = 0;
  bool no_limit = false;
  std::optional<CommitteeView> committee;
  std::optional<GroupView> group;
  std::optional<WishesView> wishes;
  std::optional<TableReview> review;
  std::string words;
  bool preparing = false;
  std::optional<MyCompanion> companion;
  static constexpr auto fields() {
    return fields_of(
        field("id", &MeView::id, "the person"), field("name", &MeView::name_shown, "their name, may be empty"),
        field("code", &MeView::code, "the code of their card, to come back on another tablet"),
        field("table", &MeView::table, "their seat"), field("ready", &MeView::ready, "said: I have finished"),
        field("drafts", &MeView::drafts, "not sent yet"), field("signals", &MeView::signals, "standing signals"),
        field("voted", &MeView::voted, "polls in which they voted"),
        field("speech", &MeView::speech, "their hand, their seat, the floor"),
        field("answered", &MeView::answered, "steps whose sheet they filled in"),
        field("supports", &MeView::supports, "questions they want asked"),
        field("pace", &MeView::pace, "the time they need"),
        field("profile", &MeView::profile, "their settings; absent: the usual ones"),
        field("late_until_ms", &MeView::late_until_ms,
              "of who needs more time: until when what they began in the last step that asked for ideas is "
              "received; 0: over"),
        field("answer_until_ms", &MeView::answer_until_ms, "the same, of the last questionnaire"),
        field("no_limit", &MeView::no_limit, "it is received until the avis is sealed"),
        field("committee", &MeView::committee, "that of the step, when they are in it or may come in"),
        field("group", &MeView::group, "their group in this turn of a merge step"),
        field("wishes", &MeView::wishes, "while tables are composed by wishes: theirs"),
        field("review", &MeView::review, "what they read alone and said of it, where ideas are drawn"),
        field("words", &MeView::words, "what their table's screen shows of them"),
        field("preparing", &MeView::preparing, "the others know that they are typing a message"),
        field("companion", &MeView::companion, "somebody helps them; absent: nobody is linked"));
  }
};

// What the person wrote and what became of it: it grows with the event, and changes less often than the rest of `me`.
struct MineView {
  static constexpr Section section = Section::mine;
  std::vector<MyIdea> ideas;
  static constexpr auto fields() { return fields_of(field("ideas", &MineView::ideas, "their ideas, oldest first")); }
};

// ---- the facilitator

struct RunLap {
  TimeMs started_at_ms = 0;
  TimeMs ended_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("started_at_ms", &RunLap::started_at_ms, "when"),
                     field("ended_at_ms", &RunLap::ended_at_ms, "until; 0: now"));
  }
};

struct RunStep {
  std::string id;
  std::int64_t planned_start_minute = 0;
  std::int64_t planned_minutes = 0;
  std::int64_t floor_minutes = 0;
  std::int64_t ceiling_minutes = 0;
  TimerMode timer = TimerMode::soft;
  std::string firm_at;
  bool dropped = false;
  bool night = false;
  std::int64_t first_planned_minutes = 0;
  std::vector<RunLap> laps;
  static constexpr auto fields() {
    return fields_of(
        field("id", &RunStep::id, "the step"),
        field("planned_start_minute", &RunStep::planned_start_minute,
              "minutes since midnight of the first day, local time, as the plan stands"),
        field("planned_minutes", &RunStep::planned_minutes, "as planned"),
        field("floor_minutes", &RunStep::floor_minutes, "at the least"),
        field("ceiling_minutes", &RunStep::ceiling_minutes, "at the most"),
        field("timer", &RunStep::timer, "what its end does"),
        field("firm_at", &RunStep::firm_at, "must start at, or empty"),
        field("dropped", &RunStep::dropped, "true: it will not take place"),
        field("night", &RunStep::night, "true: the next step starts the next morning, whatever the evening was"),
        field("first_planned_minutes", &RunStep::first_planned_minutes, "as planned before the day began"),
        field("laps", &RunStep::laps, "when it really ran"));
  }
};

struct RunView {
  static constexpr Section section = Section::run;
  std::vector<RunStep> steps;
  std::int64_t extended_minutes = 0;
  TimeMs undo_until_ms = 0;
  std::string undo_back_to;
  std::optional<RunDelay> delay;
  std::optional<WayOutView> way_out;
  std::vector<ContentSealRow> content_seals;
  static constexpr auto fields() {
    return fields_of(
        field("steps", &RunView::steps, "planned and actual"),
        field("delay", &RunView::delay, "what the lead said of being late"),
        field("way_out", &RunView::way_out, "what the programme proposes now"),
        field("content_seals", &RunView::content_seals, "when each night began and ended, oldest first"),
        field("extended_minutes", &RunView::extended_minutes, "added to the current step"),
        field("undo_until_ms", &RunView::undo_until_ms, "until when the last transition can be undone; 0: it cannot"),
        field("undo_back_to", &RunView::undo_back_to, "the step that would run again; empty: before the first"));
  }
};

// Apart from `run`, so that a step does not send all counts of the day again.
struct CountsView {
  static constexpr Section section = Section::counts;
  std::vector<PollView> polls;
  std::vector<WordsGiven> words;
  static constexpr auto fields() {
    return fields_of(field("polls", &CountsView::polls, "every poll, with its result once closed"),
                     field("words", &CountsView::words, "free answers of published questionnaires"));
  }
};

// Live.
struct PeopleView {
  static constexpr Section section = Section::people;
  std::vector<PersonRow> people;
  std::vector<TableRow> tables;
  std::vector<SignalRow> signals;
  std::int64_t unsent_drafts = 0;
  std::int64_t voters_awaited = 0;
  std::vector<QuestionRow> questions;
  std::vector<LateArticle> late_articles;
  static constexpr auto fields() {
    return fields_of(
        field("people", &PeopleView::people, "everyone"), field("tables", &PeopleView::tables, "every table"),
        field("signals", &PeopleView::signals, "standing signals, oldest first"),
        field("unsent_drafts", &PeopleView::unsent_drafts, "people with something typed and not sent in this step"),
        field("voters_awaited", &PeopleView::voters_awaited,
              "people who need more time, and have not voted in the open poll"),
        field("questions", &PeopleView::questions,
              "supports and order, oldest first: in an ask step all of them, else those that still wait"),
        field("late_articles", &PeopleView::late_articles, "those with words that came after their end"));
  }
};

// Ideas appear here when the step they answer has ended.
struct SortingView {
  static constexpr Section section = Section::sorting;
  std::vector<SortingIdea> ideas;
  std::vector<SortingCluster> clusters;
  std::vector<CommentView> comments;
  std::int64_t committee_size = 0;
  std::vector<PersonId> committee;
  static constexpr auto fields() {
    return fields_of(field("committee_size", &SortingView::committee_size, "how many may sort too; 0: no committee"),
                     field("committee", &SortingView::committee, "who sorts, while the step of the committee runs"),
                     field("ideas", &SortingView::ideas, "oldest first"),
                     field("clusters", &SortingView::clusters, "in order of creation, merged ones left out"),
                     field("comments", &SortingView::comments, "what tables said, by text, once their turn is over"));
  }
};

struct CardRow {
  std::optional<PersonId> person;
  std::optional<TableId> table;
  std::string code;
  static constexpr auto fields() {
    return fields_of(field("person", &CardRow::person, "whose"), field("table", &CardRow::table, "or which table's"),
                     field("code", &CardRow::code, "the code on the card"));
  }
};

// The codes to hand out, and what was written to tables.
struct DeskView {
  static constexpr Section section = Section::desk;
  std::vector<CardRow> cards;
  std::string expert_code;
  std::string captioner_code;
  std::vector<TableMessage> messages;
  static constexpr auto fields() {
    return fields_of(field("cards", &DeskView::cards, "tables first, then people"),
                     field("expert_code", &DeskView::expert_code, "of the experts' seat"),
                     field("captioner_code", &DeskView::captioner_code, "of the captioner's seat"),
                     field("messages", &DeskView::messages, "to one table each, oldest first; the last fifty"));
  }
};

// The programme as it stands, to be edited and to be saved as a scenario file.
struct ProgrammeView {
  static constexpr Section section = Section::programme;
  Scenario scenario;
  std::vector<std::string> dropped;
  std::vector<PlanChangeRow> changes;
  static constexpr auto fields() {
    return fields_of(field("scenario", &ProgrammeView::scenario, "the programme as it stands"),
                     field("dropped", &ProgrammeView::dropped, "steps that will not take place"),
                     field("changes", &ProgrammeView::changes, "what was changed since it was opened"));
  }
};

// Live. The queue of the plenary, and how evenly people speak.
struct SpeakingView {
  static constexpr Section section = Section::speaking;
  bool may_have_queue = false;
  bool ordered_by_hand = false;
  std::optional<PersonId> speaker;
  std::vector<HandRow> queue;
  std::vector<PersonId> seated;
  std::vector<TableSpeakingRow> tables;
  std::optional<SpeakingRow> room;
  static constexpr auto fields() {
    return fields_of(
        field("may_have_queue", &SpeakingView::may_have_queue, "the current step may have a queue"),
        field("ordered_by_hand", &SpeakingView::ordered_by_hand, "the lead has moved hands; else the proposed order"),
        field("speaker", &SpeakingView::speaker, "who has the floor"),
        field("queue", &SpeakingView::queue, "first to speak first"),
        field("seated", &SpeakingView::seated, "who sits in the middle"),
        field("tables", &SpeakingView::tables, "every table, while people work at tables; else none"),
        field("room", &SpeakingView::room, "all measured tables of this step together; absent: fewer than ten people"));
  }
};

AtelierView view_atelier(const State& state);
StepView view_step(const State& state);
BoardView view_board(const State& state);
VoteView view_vote(const State& state);
MeasureView view_measure(const State& state);
QuestionsView view_questions(const State& state);
TallyView view_tally(const State& state);
AvisView view_avis(const State& state);
NoticesView view_notices(const State& state);
ProjectorView view_projector(const State& state);
// Requires: the table exists.
TableView view_table(const State& state, TableId table);
// Requires: the person exists.
MeView view_me(const State& state, PersonId person);
MineView view_mine(const State& state, PersonId person);
RunView view_run(const State& state);
CountsView view_counts(const State& state);
PeopleView view_people(const State& state);
SortingView view_sorting(const State& state);
DeskView view_desk(const State& state);
ProgrammeView view_programme(const State& state);
FloorView view_floor(const State& state);
SpeakingView view_speaking(const State& state);
// Absent unless people work at tables. Requires: the table exists.
std::optional<TableSpeech> view_table_speech(const State& state, TableId table);
// Requires: the person exists.
MySpeech view_my_speech(const State& state, PersonId person);

}  // namespace tablee::core
