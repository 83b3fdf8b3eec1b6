// core/command.h: what may be asked.
//
// Shape    One struct a command, with its name and field list; `Command` is the variant of all of them. Who may ask
//          what is decided in core/decide.h. `Envelope` is what surrounds a command: who, which number, when, what
//          chance.
// Errors   Bounds in the lists are enforced when a frame is decoded and again by decide() where a scenario narrows
//          them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"
#include "base/rng.h"
#include "base/time.h"
#include "core/command_captions.h"
#include "core/command_committee.h"
#include "core/command_companion.h"
#include "core/command_merge.h"
#include "core/command_plan.h"
#include "core/command_profile.h"
#include "core/command_questions.h"
#include "core/command_review.h"
#include "core/command_speaking.h"
#include "core/command_time.h"
#include "core/command_wishes.h"
#include "core/command_wording.h"
#include "core/command_words.h"
#include "core/command_writing.h"
#include "core/scenario.h"

namespace tablee::core {

// expert: the seat of those who answer the tables' questions, however many they are. captioner: who types what is said
// in the room. companion: the screen of somebody who helps one person.
enum class Role { participant, table, facilitator, projector, expert, captioner, companion };
constexpr auto names_of(Role) {
  return std::array<std::string_view, 7>{"participant", "table",     "facilitator", "projector",
                                         "expert",      "captioner", "companion"};
}

// Who speaks. person is set for participants, and for companions: whom they help; table for shared table screens; both
// are 0 for the others.
struct Subject {
  Role role = Role::projector;
  PersonId person;
  TableId table;
  auto operator<=>(const Subject&) const = default;
};

struct Envelope {
  Subject subject;
  std::string sender;        // the device's own random name; commands are numbered for each subject and sender
  std::uint64_t number = 0;  // 1, 2, 3… for each subject and sender; 0 for the host's own commands
  TimeMs now = 0;            // never before the last event
  Entropy entropy{};         // fresh for each command
};

// unsure: « je ne sais pas »; it counts as an abstention and is told apart in the result.
enum class Choice { for_, against, abstain, unsure };
constexpr auto names_of(Choice) {
  return std::array<std::string_view, 4>{"for", "against", "abstain", "unsure"};
}

enum class SignalKind { more_time, slower, not_understood, pause };
constexpr auto names_of(SignalKind) {
  return std::array<std::string_view, 4>{"more_time", "slower", "not_understood", "pause"};
}

enum class Scene { automatic, join, programme, clusters, results, avis, message, blank };
constexpr auto names_of(Scene) {
  return std::array<std::string_view, 8>{"automatic", "join", "programme", "clusters",
                                         "results",   "avis", "message",   "blank"};
}

// ---- Citizens ------------------------------------------------------------------------------------------------------

struct SubmitIdea {
  static constexpr std::string_view name = "submit_idea";
  std::string step;
  std::string text;
  std::optional<bool> helped = {};
  static constexpr auto fields() {
    return fields_of(field("step", &SubmitIdea::step, "the step it answers", between(1, 32)),
                     field("text", &SubmitIdea::text, "the idea, as typed", between(1, limits::idea_chars_max)),
                     field("helped", &SubmitIdea::helped, "true: a companion proposed these words"));
  }
};

struct WithdrawIdea {
  static constexpr std::string_view name = "withdraw_idea";
  IdeaId idea;
  static constexpr auto fields() { return fields_of(field("idea", &WithdrawIdea::idea, "one of the sender's ideas")); }
};

struct SaveDraft {
  static constexpr std::string_view name = "save_draft";
  std::string step;
  std::string text;
  static constexpr auto fields() {
    return fields_of(
        field("step", &SaveDraft::step, "the step it is for", between(1, 32)),
        field("text", &SaveDraft::text, "what is typed so far; empty forgets it", up_to(limits::draft_chars_max)));
  }
};

struct PointsOn {
  ClusterId option;
  std::int64_t points = 0;
  bool operator==(const PointsOn&) const = default;
  static constexpr auto fields() {
    return fields_of(field("option", &PointsOn::option, "a cluster of the poll"),
                     field("points", &PointsOn::points, "how many", between(1, limits::points_max)));
  }
};

// `ballot_key` is 32 hexadecimal digits drawn by the tablet for this poll, kept there alone, and sent again to change
// the ballot. The box holds ballots by that key; nothing durable joins a key to a person.
struct CastPoints {
  static constexpr std::string_view name = "cast_points";
  PollId poll;
  std::string ballot_key;
  std::vector<PointsOn> points;
  std::optional<Choice> blank = {};
  static constexpr auto fields() {
    return fields_of(
        field("poll", &CastPoints::poll, "an open poll of kind points"),
        field("ballot_key", &CastPoints::ballot_key, "32 hexadecimal digits drawn by the tablet", between(32, 32)),
        field("points", &CastPoints::points, "at most one entry for each option", up_to(limits::clusters_max)),
        field("blank", &CastPoints::blank, "without points: abstain, or unsure"));
  }
};

struct CastVote {
  static constexpr std::string_view name = "cast_vote";
  PollId poll;
  std::string ballot_key;
  Choice choice = Choice::abstain;
  static constexpr auto fields() {
    return fields_of(
        field("poll", &CastVote::poll, "an open poll of kind motion"),
        field("ballot_key", &CastVote::ballot_key, "32 hexadecimal digits drawn by the tablet", between(32, 32)),
        field("choice", &CastVote::choice, "the ballot"));
  }
};

// One line of a questionnaire, answered: a level of the question's scale from the lowest, 1, or "I do not know", or
// words.
struct SheetAnswer {
  std::string question;
  std::optional<std::int64_t> level;
  bool unknown = false;
  std::string words;
  bool operator==(const SheetAnswer&) const = default;
  static constexpr auto fields() {
    return fields_of(
        field("question", &SheetAnswer::question, "a question of the step", between(1, 32)),
        field("level", &SheetAnswer::level, "from 1, the lowest of its scale", between(1, 5)),
        field("unknown", &SheetAnswer::unknown, "true: I do not know"),
        field("words", &SheetAnswer::words, "scale words: as typed; else empty", up_to(limits::free_words_chars_max)));
  }
};

// `pseudonym` is 32 hexadecimal digits drawn by the tablet and kept there alone, the same for every questionnaire of
// the atelier: so two sheets of one person are compared, and nothing durable joins them to that person. Sending again
// replaces the whole sheet; a question left out is not answered.
struct FillSheet {
  static constexpr std::string_view name = "fill_sheet";
  std::string step;
  std::string pseudonym;
  std::vector<SheetAnswer> answers;
  static constexpr auto fields() {
    return fields_of(
        field("step", &FillSheet::step, "a step of kind measure that is going on", between(1, 32)),
        field("pseudonym", &FillSheet::pseudonym, "32 hexadecimal digits drawn by the tablet", between(32, 32)),
        field("answers", &FillSheet::answers, "at most one for each question", up_to(limits::sheet_answers_max)));
  }
};

struct SendSignal {
  static constexpr std::string_view name = "send_signal";
  SignalKind kind = SignalKind::more_time;
  bool anonymous = false;
  std::optional<std::string> about = {};
  static constexpr auto fields() {
    return fields_of(
        field("kind", &SendSignal::kind, "what is wished"),
        field("anonymous", &SendSignal::anonymous, "true: the facilitator sees the table, not the person"),
        field("about", &SendSignal::about, "the screen and the word it is about, so that help arrives knowing",
              between(1, limits::signal_about_chars_max)));
  }
};

struct CancelSignal {
  static constexpr std::string_view name = "cancel_signal";
  SignalKind kind = SignalKind::more_time;
  static constexpr auto fields() { return fields_of(field("kind", &CancelSignal::kind, "the signal to take back")); }
};

struct SetReady {
  static constexpr std::string_view name = "set_ready";
  bool ready = false;
  static constexpr auto fields() {
    return fields_of(field("ready", &SetReady::ready, "from a person: I have finished; from a table: we have"));
  }
};

// ---- Tables --------------------------------------------------------------------------------------------------------

struct CallHelp {
  static constexpr std::string_view name = "call_help";
  bool wanted = false;
  std::optional<SignalKind> kind = {};
  static constexpr auto fields() {
    return fields_of(field("wanted", &CallHelp::wanted, "false: thank you, no longer"),
                     field("kind", &CallHelp::kind, "what the table asks; absent: that somebody comes"));
  }
};

// Requires the revision the writer started from: an older one is refused with `conflict` and nothing is lost, the
// writer still has both texts.
struct EditArticle {
  static constexpr std::string_view name = "edit_article";
  ArticleId article;
  std::string field_id;
  std::string text;
  std::int64_t revision = 0;
  static constexpr auto fields() {
    return fields_of(
        field("article", &EditArticle::article, "the table's article"),
        field("field", &EditArticle::field_id, "`title` or a field of the article's frame", between(1, 32)),
        field("text", &EditArticle::text, "the whole new text of that field", up_to(limits::article_field_chars_max)),
        field("revision", &EditArticle::revision, "the revision of that field the writer started from"));
  }
};

struct SetSources {
  static constexpr std::string_view name = "set_sources";
  ArticleId article;
  std::vector<IdeaId> ideas;
  static constexpr auto fields() {
    return fields_of(field("article", &SetSources::article, "the table's article"),
                     field("ideas", &SetSources::ideas, "the citizens' ideas it comes from", up_to(500)));
  }
};

// ---- The lead facilitator: the clock

// Ends the running step, if any, and starts this one. `from` guards against two consoles pressing at once: it is the
// current step as the sender saw it.
struct StartStep {
  static constexpr std::string_view name = "start_step";
  std::string step;
  std::string from;
  static constexpr auto fields() {
    return fields_of(
        field("step", &StartStep::step, "the step to start", between(1, 32)),
        field("from", &StartStep::from, "the current step as seen by the sender; empty before the first", up_to(32)));
  }
};

struct EndStep {
  static constexpr std::string_view name = "end_step";
  std::string step;
  static constexpr auto fields() {
    return fields_of(field("step", &EndStep::step, "the running step", between(1, 32)));
  }
};

struct PauseRoom {
  static constexpr std::string_view name = "pause_room";
  static constexpr auto fields() { return fields_of(); }
};

struct ResumeRoom {
  static constexpr std::string_view name = "resume_room";
  static constexpr auto fields() { return fields_of(); }
};

struct ExtendStep {
  static constexpr std::string_view name = "extend_step";
  std::string step;
  std::int64_t minutes = 0;
  static constexpr auto fields() {
    return fields_of(field("step", &ExtendStep::step, "the current step", between(1, 32)),
                     field("minutes", &ExtendStep::minutes, "minutes to add; below 0: given minutes to take back",
                           between(-limits::extension_minutes_max, limits::extension_minutes_max)));
  }
};

struct UndoTransition {
  static constexpr std::string_view name = "undo_transition";
  static constexpr auto fields() { return fields_of(); }
};

// ---- The lead facilitator: people and tables

struct AddTable {
  static constexpr std::string_view name = "add_table";
  std::string title;
  static constexpr auto fields() {
    return fields_of(field("title", &AddTable::title, "its name; empty: its number", up_to(limits::name_chars_max)));
  }
};

struct RenameTable {
  static constexpr std::string_view name = "rename_table";
  TableId table;
  std::string title;
  static constexpr auto fields() {
    return fields_of(field("table", &RenameTable::table, "the table"),
                     field("title", &RenameTable::title, "its name; empty: its number", up_to(limits::name_chars_max)));
  }
};

// Requires an empty table that wrote nothing.
struct RemoveTable {
  static constexpr std::string_view name = "remove_table";
  TableId table;
  static constexpr auto fields() { return fields_of(field("table", &RemoveTable::table, "the table")); }
};

struct NewPerson {
  std::string name;
  std::optional<TableId> table;
  static constexpr auto fields() {
    return fields_of(field("name", &NewPerson::name, "as the person wishes to be called; may be empty",
                           up_to(limits::name_chars_max)),
                     field("table", &NewPerson::table, "a seat; absent: none yet"));
  }
};

struct AddPeople {
  static constexpr std::string_view name = "add_people";
  std::vector<NewPerson> people;
  static constexpr auto fields() {
    return fields_of(field("people", &AddPeople::people, "one or a whole list", between(1, 500)));
  }
};

struct RenamePerson {
  static constexpr std::string_view name = "rename_person";
  PersonId person;
  std::string new_name;
  static constexpr auto fields() {
    return fields_of(field("person", &RenamePerson::person, "the person"),
                     field("name", &RenamePerson::new_name, "the name", up_to(limits::name_chars_max)));
  }
};

struct SeatPerson {
  static constexpr std::string_view name = "seat_person";
  PersonId person;
  std::optional<TableId> table;
  static constexpr auto fields() {
    return fields_of(field("person", &SeatPerson::person, "the person"),
                     field("table", &SeatPerson::table, "the seat; absent: no table"));
  }
};

// gone: true when the person has left or never came; their card stops working and they no longer count as present.
struct SetGone {
  static constexpr std::string_view name = "set_gone";
  PersonId person;
  bool gone = false;
  static constexpr auto fields() {
    return fields_of(field("person", &SetGone::person, "the person"),
                     field("gone", &SetGone::gone, "false: back again"));
  }
};

// A lost card: the old code and token stop working.
struct ReplaceCard {
  static constexpr std::string_view name = "replace_card";
  PersonId person;
  static constexpr auto fields() { return fields_of(field("person", &ReplaceCard::person, "the person")); }
};

// Deals everyone who is not gone evenly over the tables, at random; the seed is recorded.
struct DealTables {
  static constexpr std::string_view name = "deal_tables";
  bool everyone = false;
  static constexpr auto fields() {
    return fields_of(
        field("everyone", &DealTables::everyone, "false: only people without a seat, to the emptiest tables"));
  }
};

// ---- The lead facilitator: the wall of ideas

struct AddCluster {
  static constexpr std::string_view name = "add_cluster";
  std::string title;
  std::vector<IdeaId> ideas;
  static constexpr auto fields() {
    return fields_of(
        field("title", &AddCluster::title, "a title in citizens' words", between(1, limits::title_chars_max)),
        field("ideas", &AddCluster::ideas, "its first ideas", up_to(500)));
  }
};

struct RenameCluster {
  static constexpr std::string_view name = "rename_cluster";
  ClusterId cluster;
  std::string title;
  static constexpr auto fields() {
    return fields_of(field("cluster", &RenameCluster::cluster, "the cluster"),
                     field("title", &RenameCluster::title, "the title", between(1, limits::title_chars_max)));
  }
};

struct MoveIdea {
  static constexpr std::string_view name = "move_idea";
  IdeaId idea;
  std::optional<ClusterId> cluster;
  static constexpr auto fields() {
    return fields_of(field("idea", &MoveIdea::idea, "the idea"),
                     field("cluster", &MoveIdea::cluster, "where to; absent: back to the unsorted ideas"));
  }
};

// The merged cluster stays as a parent of the other; its ideas move.
struct MergeClusters {
  static constexpr std::string_view name = "merge_clusters";
  ClusterId from;
  ClusterId into;
  static constexpr auto fields() {
    return fields_of(field("from", &MergeClusters::from, "the cluster that stops"),
                     field("into", &MergeClusters::into, "the cluster that takes its ideas"));
  }
};

struct SetAsideIdea {
  static constexpr std::string_view name = "set_aside_idea";
  IdeaId idea;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("idea", &SetAsideIdea::idea, "the idea"),
                     field("reason", &SetAsideIdea::reason, "why; its author and the avis will show it",
                           between(1, limits::reason_chars_max)));
  }
};

// ---- The lead facilitator: votes, screen, words, the end

struct OpenPoll {
  static constexpr std::string_view name = "open_poll";
  PollId poll;
  static constexpr auto fields() {
    return fields_of(field("poll", &OpenPoll::poll, "a poll not yet open, or closed and not published"));
  }
};

struct ClosePoll {
  static constexpr std::string_view name = "close_poll";
  PollId poll;
  std::optional<std::string> reason = {};
  static constexpr auto fields() {
    return fields_of(field("poll", &ClosePoll::poll, "an open poll"),
                     field("reason", &ClosePoll::reason, "why, when people who need more time have not voted yet",
                           between(1, limits::reason_chars_max)));
  }
};

struct PublishPoll {
  static constexpr std::string_view name = "publish_poll";
  PollId poll;
  static constexpr auto fields() { return fields_of(field("poll", &PublishPoll::poll, "a closed poll")); }
};

// The results of a questionnaire, for everyone. From then on its sheets do not change any more, nor those of the one it
// is compared with: two results that differ by one person would tell what that person answered.
struct PublishMeasure {
  static constexpr std::string_view name = "publish_measure";
  std::string step;
  static constexpr auto fields() {
    return fields_of(field("step", &PublishMeasure::step, "a step of kind measure that is over", between(1, 32)));
  }
};

struct ShowScene {
  static constexpr std::string_view name = "show_scene";
  Scene scene = Scene::automatic;
  std::string message;
  static constexpr auto fields() {
    return fields_of(
        field("scene", &ShowScene::scene, "what the projector shows; automatic follows the programme"),
        field("message", &ShowScene::message, "for the scene `message`", up_to(limits::message_chars_max)));
  }
};

struct SendMessage {
  static constexpr std::string_view name = "send_message";
  std::optional<TableId> table;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("table", &SendMessage::table, "one table; absent: everyone"),
                     field("text", &SendMessage::text, "the message", between(1, limits::message_chars_max)));
  }
};

// A message sent by mistake: nobody is shown it any more. The journal keeps it.
struct WithdrawMessage {
  static constexpr std::string_view name = "withdraw_message";
  MessageId message;
  static constexpr auto fields() { return fields_of(field("message", &WithdrawMessage::message, "the message")); }
};

struct SeeSignal {
  static constexpr std::string_view name = "see_signal";
  SignalId signal;
  bool seen = true;
  static constexpr auto fields() {
    return fields_of(field("signal", &SeeSignal::signal, "the signal that has been seen"),
                     field("seen", &SeeSignal::seen, "false: it has not, after all"));
  }
};

struct RecordPromise {
  static constexpr std::string_view name = "record_promise";
  std::string who;
  std::string text;
  std::string due;
  static constexpr auto fields() {
    return fields_of(
        field("who", &RecordPromise::who, "who answers for the sponsor", between(1, limits::name_chars_max)),
        field("text", &RecordPromise::text, "what is promised, word for word", between(1, limits::promise_chars_max)),
        field("due", &RecordPromise::due, "the date of the answer, YYYY-MM-DD", between(10, 10)));
  }
};

// ---- The host

// A person opened their screen: from then on they count as present.
struct Arrive {
  PersonId person;
};

// A table's code was used by somebody who has no card: they become a person at that table.
struct JoinTable {
  TableId table;
  std::string person_name;
};

// A deadline has come.
struct Tick {};

// The first command of a new atelier.
struct OpenAtelier {
  std::string scenario_sha256;
};

// What a client may send. The host's own commands are not in it.
using Command = std::variant<
    SubmitIdea, WithdrawIdea, SaveDraft, CastPoints, CastVote, SendSignal, CancelSignal, SetReady, CallHelp,
    EditArticle, SetSources, StartStep, EndStep, PauseRoom, ResumeRoom, ExtendStep, UndoTransition, AddTable,
    RenameTable, RemoveTable, AddPeople, RenamePerson, SeatPerson, SetGone, ReplaceCard, DealTables, AddCluster,
    RenameCluster, MoveIdea, MergeClusters, SetAsideIdea, OpenPoll, ClosePoll, PublishPoll, ShowScene, SendMessage,
    SeeSignal, RecordPromise, StartTurn, ChangePlan, MoveStep, InsertStep, EditStep, SetRule, NoteDelay, RaiseHand,
    LowerHand, PassTurn, TakeSeat, LeaveSeat, SetSpeaker, OpenQueue, GiveFloor, EndSpeech, ExtendSpeech, SkipHand,
    MoveHand, ProposeOrder, SeatInMiddle, FillSheet, AskQuestion, WithdrawQuestion, SupportQuestion, JudgeAnswer,
    PublishMeasure, CallQuestion, FinishAnswer, DeferQuestion, MergeQuestions, WriteComment, WithdrawComment,
    AnswerComment, SetPace, ExtendTable, PauseTable, ResumeTable, TakeWayOut, DeclineWayOut, SetCommittee,
    JoinCommittee, ContestPlace, KeepPlace, KeepIdea, MergeIdeas, UnmergeIdea, SetWishes, ReturnQuestion, MarkToSettle,
    WriteAnswer, UndoFloor, ReturnWayOut, StartItem, SetProfile, WithdrawMessage, AnnounceEnd, DelayEnd, WriteCaption,
    MendCaption, LinkCompanion, UnlinkCompanion, InviteToVote, CloseProposal, ProposeText, PointAt, PrepareWords,
    ShowWords, WordPoll, WaiveWording, JoinReceived, LeaveReceived>;

}  // namespace tablee::core
