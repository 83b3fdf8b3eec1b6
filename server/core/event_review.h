// core/event_review.h: who reads what, and what is said about it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "core/comment.h"

namespace tablee::core {

// Who reads whom in a turn of a `review` step with rotation.
struct ReadingsDealt {
  static constexpr std::string_view name = "readings_dealt";
  std::string step;
  std::int64_t turn = 0;
  std::vector<Reading> readings;
  static constexpr auto fields() {
    return fields_of(field("step", &ReadingsDealt::step, "the step"),
                     field("turn", &ReadingsDealt::turn, "its turn, from 0"),
                     field("readings", &ReadingsDealt::readings, "one for each table"));
  }
};

// The ideas that these people read, in a `review` step whose ideas are drawn for each person.
struct Sample {
  PersonId person;
  std::vector<IdeaId> ideas;
  static constexpr auto fields() {
    return fields_of(field("person", &Sample::person, "who reads"),
                     field("ideas", &Sample::ideas, "which, in this order"));
  }
};

struct SamplesDealt {
  static constexpr std::string_view name = "samples_dealt";
  std::string step;
  std::string seed;
  std::vector<Sample> samples;
  static constexpr auto fields() {
    return fields_of(field("step", &SamplesDealt::step, "the step"),
                     field("seed", &SamplesDealt::seed,
                           "of the draw, in decimal; empty: for people who came since, least read first"),
                     field("samples", &SamplesDealt::samples, "one for each person"));
  }
};

// One of article, idea, cluster is there.
struct CommentWritten {
  static constexpr std::string_view name = "comment_written";
  CommentId comment;
  std::string step;
  std::int64_t turn = 0;
  TableId table;
  std::optional<ArticleId> article = {};
  std::optional<IdeaId> idea = {};
  std::optional<ClusterId> cluster = {};
  CommentKind kind = CommentKind::question;
  std::string text;
  std::optional<Passage> passage = {};
  bool late = false;
  std::optional<PersonId> person = {};
  static constexpr auto fields() {
    return fields_of(
        field("comment", &CommentWritten::comment, "the new comment"), field("step", &CommentWritten::step, "its step"),
        field("turn", &CommentWritten::turn, "the turn in which its table received the text"),
        field("table", &CommentWritten::table, "the table that says it"),
        field("article", &CommentWritten::article, "about this article"),
        field("idea", &CommentWritten::idea, "about this idea"),
        field("cluster", &CommentWritten::cluster, "about this cluster"),
        field("kind", &CommentWritten::kind, "what it is"), field("text", &CommentWritten::text, "its words"),
        field("passage", &CommentWritten::passage, "the words it is about"),
        field("late", &CommentWritten::late, "written after the turn of its text"),
        field("person", &CommentWritten::person, "who says it, where each person reads alone"));
  }
};

struct CommentWithdrawn {
  static constexpr std::string_view name = "comment_withdrawn";
  CommentId comment;
  static constexpr auto fields() { return fields_of(field("comment", &CommentWithdrawn::comment, "the comment")); }
};

struct CommentAnswered {
  static constexpr std::string_view name = "comment_answered";
  CommentId comment;
  CommentFate fate = CommentFate::open;
  std::string word;
  static constexpr auto fields() {
    return fields_of(field("comment", &CommentAnswered::comment, "the comment"),
                     field("fate", &CommentAnswered::fate, "what became of it"),
                     field("word", &CommentAnswered::word, "why"));
  }
};

}  // namespace tablee::core
