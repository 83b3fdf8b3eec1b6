// export/avis_document.h: the avis as people take it home.
//
// Everything printed is here; the writers (markdown, html, JSON) add words and layout, never facts.
//
// Shape    Only what the room knows: counts of published votes, submitted articles, sorted ideas. No name of a citizen,
//          unless a captioner typed it. The sponsor's promise carries the name its author gave with it.
// Units    *_ms are TimeMs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "core/scenario.h"
#include "core/state.h"
#include "export/answers.h"
#include "export/captions.h"
#include "export/programme.h"
#include "export/speaking.h"

namespace tablee::exported {

inline constexpr std::string_view document_format = "tablee.avis/1";

struct Composition {
  std::int64_t people_present = 0;
  std::int64_t tables = 0;
  TimeMs started_at_ms = 0;
  TimeMs ended_at_ms = 0;
  static constexpr auto fields() {
    return fields_of(
        field("people_present", &Composition::people_present, "people who came, those who left early not counted"),
        field("tables", &Composition::tables, "tables in the room"),
        field("started_at_ms", &Composition::started_at_ms, "start of the first step; 0: not started"),
        field("ended_at_ms", &Composition::ended_at_ms, "end of the last step, or the last thing that happened"));
  }
};

// What a vote asked, in easy French, and who had read it; or why nobody had.
struct EasyWording {
  std::string text;
  std::int64_t readers = 0;
  std::string readers_from;
  std::string waived;
  static constexpr auto fields() {
    return fields_of(field("text", &EasyWording::text, "in easy French; empty: not written"),
                     field("readers", &EasyWording::readers, "people concerned who have read it"),
                     field("readers_from", &EasyWording::readers_from, "who they are, as a group"),
                     field("waived", &EasyWording::waived, "why it opened without readers; empty: no reason given"));
  }
};

struct Votes {
  std::int64_t for_ = 0;
  std::int64_t against = 0;
  std::int64_t abstain = 0;
  std::optional<std::int64_t> unsure;
  std::int64_t not_voting = 0;
  std::int64_t present = 0;
  core::Base base_rule = core::Base::cast;
  std::int64_t base = 0;
  std::string threshold;
  bool strict = true;
  std::int64_t yes_needed = 0;
  std::int64_t quorum_needed = 0;
  bool quorum_met = true;
  core::Outcome outcome = core::Outcome::rejected;
  std::string box_sha256;
  std::optional<EasyWording> easy;
  static constexpr auto fields() {
    return fields_of(field("for", &Votes::for_, "ballots for"), field("against", &Votes::against, "ballots against"),
                     field("abstain", &Votes::abstain, "abstentions"),
                     field("unsure", &Votes::unsure, "of the abstentions, those who do not know; absent: none"),
                     field("not_voting", &Votes::not_voting, "present when the vote opened, and no ballot"),
                     field("present", &Votes::present, "present when the vote opened"),
                     field("base_rule", &Votes::base_rule, "what the threshold is a part of"),
                     field("base", &Votes::base, "how many that is"),
                     field("threshold", &Votes::threshold, "the part of the base that must be for"),
                     field("strict", &Votes::strict, "more than that part, not just it"),
                     field("yes_needed", &Votes::yes_needed, "ballots for that adopt it"),
                     field("quorum_needed", &Votes::quorum_needed, "ballots the quorum asks for; 0: no quorum"),
                     field("quorum_met", &Votes::quorum_met, "whether they came"),
                     field("outcome", &Votes::outcome, "the decision"),
                     field("box_sha256", &Votes::box_sha256, "hash of the closed ballot box"),
                     field("easy", &Votes::easy, "its easy wording; absent: none, and none waived"));
  }
};

struct FieldPrinted {
  std::string field_id;
  std::optional<core::Texts> label;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("field", &FieldPrinted::field_id, "its name in the frame"),
                     field("label", &FieldPrinted::label, "the question it answers"),
                     field("text", &FieldPrinted::text, "as submitted"));
  }
};

// An article as it was before it was written again.
struct EarlierPrinted {
  std::string step;
  core::Texts title;
  std::vector<FieldPrinted> texts;
  static constexpr auto fields() {
    return fields_of(field("step", &EarlierPrinted::step, "the step it was written in"),
                     field("title", &EarlierPrinted::title, "the title of that step"),
                     field("texts", &EarlierPrinted::texts, "its fields, `title` first"));
  }
};

// An idea as somebody wrote it.
struct IdeaWritten {
  IdeaId id;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("id", &IdeaWritten::id, "the idea"),
                     field("text", &IdeaWritten::text, "its words, unsigned"));
  }
};

struct IdeaPrinted {
  IdeaId id;
  std::string text;
  std::vector<IdeaWritten> merged_from;
  static constexpr auto fields() {
    return fields_of(
        field("id", &IdeaPrinted::id, "the idea"), field("text", &IdeaPrinted::text, "its words, unsigned"),
        field("merged_from", &IdeaPrinted::merged_from, "the ideas of people that groups merged into it, if any"));
  }
};

// What a table said about an article, and what its authors did with it.
struct CommentPrinted {
  core::CommentKind kind = core::CommentKind::question;
  std::string table;
  std::string quote;
  bool changed = false;
  std::string text;
  core::CommentFate fate = core::CommentFate::open;
  std::string word;
  static constexpr auto fields() {
    return fields_of(field("kind", &CommentPrinted::kind, "what it is"),
                     field("table", &CommentPrinted::table, "the table that said it"),
                     field("quote", &CommentPrinted::quote, "the words it is about; empty: the whole article"),
                     field("changed", &CommentPrinted::changed, "these words are not in the article any more"),
                     field("text", &CommentPrinted::text, "its words"),
                     field("fate", &CommentPrinted::fate, "what became of it"),
                     field("word", &CommentPrinted::word, "and why"));
  }
};

// Where the vote on an article stands.
enum class VoteStage { none, open, closed, published };
constexpr auto names_of(VoteStage) {
  return std::array<std::string_view, 4>{"none", "open", "closed", "published"};
}

// Who wrote an article of no table.
inline constexpr std::string_view by_a_committee = "le comité";

struct ArticlePrinted {
  std::int64_t number = 0;
  std::string title;
  std::string subject;
  std::string table;
  core::ArticleStatus status = core::ArticleStatus::submitted;
  std::vector<FieldPrinted> texts;
  VoteStage vote_stage = VoteStage::none;
  std::optional<Votes> votes;
  std::vector<IdeaPrinted> sources;
  std::vector<CommentPrinted> comments;
  std::vector<EarlierPrinted> earlier;
  std::string to_settle;
  static constexpr auto fields() {
    return fields_of(
        field("number", &ArticlePrinted::number, "its number"),
        field("title", &ArticlePrinted::title, "its title; may be empty"),
        field("subject", &ArticlePrinted::subject, "the title of the cluster it comes from; may be empty"),
        field("table", &ArticlePrinted::table, "the table that wrote it"),
        field("status", &ArticlePrinted::status, "what the room decided"),
        field("texts", &ArticlePrinted::texts, "the fields that were filled in, title left out"),
        field("vote_stage", &ArticlePrinted::vote_stage, "where its vote stands"),
        field("votes", &ArticlePrinted::votes, "the count, once published"),
        field("sources", &ArticlePrinted::sources, "citizens' ideas; none: written by the table alone"),
        field("comments", &ArticlePrinted::comments, "what other tables said, withdrawn comments left out"),
        field("earlier", &ArticlePrinted::earlier, "its words before, oldest first, where they were others"),
        field("to_settle", &ArticlePrinted::to_settle, "what a committee left to the room; empty: nothing"));
  }
};

struct ClusterPrinted {
  core::OptionTotal total;
  std::string title;
  std::int64_t ideas = 0;
  static constexpr auto fields() {
    return fields_of(field("total", &ClusterPrinted::total, "its points"),
                     field("title", &ClusterPrinted::title, "its title"),
                     field("ideas", &ClusterPrinted::ideas, "ideas in it"));
  }
};

// One published points vote, best first.
struct RankingPrinted {
  std::int64_t present = 0;
  std::int64_t ballots = 0;
  std::int64_t points = 0;
  std::int64_t max_per_option = 0;
  std::int64_t keep = 0;
  std::string box_sha256;
  std::optional<core::BlankTotal> blank;
  std::optional<EasyWording> easy;
  std::vector<ClusterPrinted> clusters;
  static constexpr auto fields() {
    return fields_of(field("present", &RankingPrinted::present, "present when the vote opened"),
                     field("ballots", &RankingPrinted::ballots, "people who voted"),
                     field("points", &RankingPrinted::points, "points each person had"),
                     field("max_per_option", &RankingPrinted::max_per_option, "most points on one cluster"),
                     field("keep", &RankingPrinted::keep, "clusters to keep; ties are kept too"),
                     field("box_sha256", &RankingPrinted::box_sha256, "hash of the closed ballot box"),
                     field("blank", &RankingPrinted::blank, "ballots without points; absent: none"),
                     field("easy", &RankingPrinted::easy, "its easy wording; absent: none, and none waived"),
                     field("clusters", &RankingPrinted::clusters, "best first"));
  }
};

// An idea that no article of the avis comes from. One withdrawn by its author is counted, never printed.
struct IdeaLeft {
  IdeaId id;
  std::string text;
  bool late = false;
  core::Fate fate = core::Fate::open;
  std::string reason;
  std::optional<IdeaId> into;
  std::string cluster;
  bool cluster_kept = false;
  static constexpr auto fields() {
    return fields_of(field("id", &IdeaLeft::id, "the idea"), field("text", &IdeaLeft::text, "its words, unsigned"),
                     field("late", &IdeaLeft::late, "received after the end of its step"),
                     field("fate", &IdeaLeft::fate, "what became of it"),
                     field("reason", &IdeaLeft::reason, "set_aside: why"),
                     field("into", &IdeaLeft::into, "merged: the idea it goes on in"),
                     field("cluster", &IdeaLeft::cluster, "clustered: where"),
                     field("cluster_kept", &IdeaLeft::cluster_kept, "clustered: the room kept that cluster"));
  }
};

struct PromisePrinted {
  std::string who;
  std::string text;
  std::string due;
  TimeMs at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("who", &PromisePrinted::who, "who answers for the sponsor"),
                     field("text", &PromisePrinted::text, "word for word"),
                     field("due", &PromisePrinted::due, "the date of the answer, YYYY-MM-DD"),
                     field("at_ms", &PromisePrinted::at_ms, "when it was said"));
  }
};

struct AvisDocument {
  std::string format;
  core::Texts title;
  core::Texts question;
  std::vector<core::Texts> commitments;
  std::string scenario_id;
  std::string scenario_version;
  std::string scenario_sha256;
  Composition composition;
  ProgrammePrinted programme;
  SpeakingPrinted speaking;
  std::vector<core::Rule> rules;
  std::vector<ArticlePrinted> articles;
  std::vector<RankingPrinted> rankings;
  std::vector<IdeaLeft> ideas_left;
  std::int64_t ideas_received = 0;
  std::int64_t ideas_withdrawn = 0;
  std::vector<MeasurePrinted> measures;
  std::vector<QuestionPrinted> questions;
  std::int64_t questions_withdrawn = 0;
  std::optional<PromisePrinted> promise;
  std::vector<CaptionsPrinted> captions;
  std::string sealed_sha256;
  TimeMs sealed_at_ms = 0;
  std::string journal_sha256;
  std::uint64_t journal_rows = 0;
  static constexpr auto fields() {
    return fields_of(
        field("format", &AvisDocument::format, "always \"tablee.avis/1\""),
        field("title", &AvisDocument::title, "the atelier"),
        field("question", &AvisDocument::question, "the public question"),
        field("commitments", &AvisDocument::commitments, "what the sponsor commits to"),
        field("scenario_id", &AvisDocument::scenario_id, "the programme"),
        field("scenario_version", &AvisDocument::scenario_version, "its version"),
        field("scenario_sha256", &AvisDocument::scenario_sha256, "hash of its file"),
        field("composition", &AvisDocument::composition, "who, and when"),
        field("programme", &AvisDocument::programme, "step by step, as planned and as it ran; its changes"),
        field("speaking", &AvisDocument::speaking, "how the room spoke"),
        field("rules", &AvisDocument::rules, "the decision rules of the votes held"),
        field("articles", &AvisDocument::articles, "in order, adopted or not"),
        field("rankings", &AvisDocument::rankings, "points votes, published ones"),
        field("ideas_left", &AvisDocument::ideas_left, "ideas that no article comes from, and their fate"),
        field("ideas_received", &AvisDocument::ideas_received, "all ideas, withdrawn ones too"),
        field("ideas_withdrawn", &AvisDocument::ideas_withdrawn, "withdrawn by their authors"),
        field("measures", &AvisDocument::measures, "questionnaires, published ones"),
        field("questions", &AvisDocument::questions, "the questions of the tables, and what became of them"),
        field("questions_withdrawn", &AvisDocument::questions_withdrawn, "withdrawn by their tables"),
        field("promise", &AvisDocument::promise, "the sponsor's promise"),
        field("captions", &AvisDocument::captions, "what was said, where somebody typed it"),
        field("sealed_sha256", &AvisDocument::sealed_sha256, "hash of the sealed avis; empty: not sealed"),
        field("sealed_at_ms", &AvisDocument::sealed_at_ms, "when; 0: not sealed"),
        field("journal_sha256", &AvisDocument::journal_sha256, "hash of the last row of the journal"),
        field("journal_rows", &AvisDocument::journal_rows, "rows in the journal"));
  }
};

// What the journal tells and the state does not keep.
struct Journal {
  core::Scenario opened;  // the programme before any change
  std::vector<TimeGiven> extensions;
  std::string head_sha256;
  std::uint64_t rows = 0;
};

AvisDocument build_document(const core::State& state, Journal journal);

}  // namespace tablee::exported
