// core/command_review.h: what is said about a text that was received, and what its authors do with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"
#include "core/comment.h"

namespace tablee::core {

// A table says something about a text it has received: one of article, idea, cluster. Where each person receives ideas
// of their own draw, that person does.
struct WriteComment {
  static constexpr std::string_view name = "write_comment";
  std::string step;
  std::optional<ArticleId> article = {};
  std::optional<IdeaId> idea = {};
  std::optional<ClusterId> cluster = {};
  CommentKind kind = CommentKind::question;
  std::string text;
  std::optional<Passage> passage = {};
  static constexpr auto fields() {
    return fields_of(
        field("step", &WriteComment::step, "a `review` step, going on or just ended", between(1, 32)),
        field("article", &WriteComment::article, "about this article"),
        field("idea", &WriteComment::idea, "or about this idea"),
        field("cluster", &WriteComment::cluster, "or about this cluster"),
        field("kind", &WriteComment::kind, "what it is"),
        field("text", &WriteComment::text, "in words; marks may do without", up_to(limits::comment_chars_max)),
        field("passage", &WriteComment::passage, "article: the words it is about; absent: all of it"));
  }
};

struct WithdrawComment {
  static constexpr std::string_view name = "withdraw_comment";
  CommentId comment;
  static constexpr auto fields() {
    return fields_of(field("comment", &WithdrawComment::comment, "one that this table, or this person, wrote"));
  }
};

// Those who wrote the text say what they did with a comment.
struct AnswerComment {
  static constexpr std::string_view name = "answer_comment";
  CommentId comment;
  CommentFate fate = CommentFate::open;
  std::string word;
  static constexpr auto fields() {
    return fields_of(
        field("comment", &AnswerComment::comment, "about a text of this table"),
        field("fate", &AnswerComment::fate, "taken, partly, refused; open takes an answer back"),
        field("word", &AnswerComment::word, "why, for those who wrote it", up_to(limits::comment_chars_max)));
  }
};

}  // namespace tablee::core
