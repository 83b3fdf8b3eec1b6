// core/comment.h: what a table says about a text it reads, and what became of it.
//
// Shape    A comment is about one article, idea or cluster. About an article, in a step whose comments are anchored, it
//          may be fixed to a passage: exact words of one of its fields. Everywhere else it is a mark, with or without
//          words.
//          Comments are never deleted: one withdrawn, or replaced by another mark, has the fate `withdrawn`.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"
#include "base/time.h"

namespace tablee::core {

// Anchored: a strength, a question, something to change. Marks: that is it, it may be, that is not it, something is
// missing.
enum class CommentKind { strength, question, change, agree, doubt, disagree, missing };
constexpr auto names_of(CommentKind) {
  return std::array<std::string_view, 7>{"strength", "question", "change", "agree", "doubt", "disagree", "missing"};
}

// What those who wrote the text did with it.
enum class CommentFate { open, taken, partly, refused, withdrawn };
constexpr auto names_of(CommentFate) {
  return std::array<std::string_view, 5>{"open", "taken", "partly", "refused", "withdrawn"};
}

// Words of one field, white space not counted as words (core/passage.h).
struct Passage {
  std::string field_id;
  std::string quote;
  std::int64_t occurrence = 1;
  bool operator==(const Passage&) const = default;
  static constexpr auto fields() {
    return fields_of(
        field("field", &Passage::field_id, "`title` or a field of the frame", between(1, 32)),
        field("quote", &Passage::quote, "its exact words", between(1, limits::quote_chars_max)),
        field("occurrence", &Passage::occurrence, "which, when the field says them more than once: 1 is the first",
              between(1, limits::article_field_chars_max)));
  }
};

// What a comment is about: one of the three, the others are 0.
struct Commented {
  ArticleId article;
  IdeaId idea;
  ClusterId cluster;
  auto operator<=>(const Commented&) const = default;
};

// Who reads whom in a turn.
struct Reading {
  TableId reader;
  TableId author;
  bool operator==(const Reading&) const = default;
  static constexpr auto fields() {
    return fields_of(field("reader", &Reading::reader, "the table that reads"),
                     field("author", &Reading::author, "the table whose texts it reads"));
  }
};

struct Comment {
  CommentId id;
  std::string step;
  std::int64_t turn = 0;  // in which its table received the text
  TableId table;          // who reads, and says it
  PersonId person;        // who of them, where each person reads alone; else nobody
  Commented about;
  CommentKind kind = CommentKind::question;
  std::string text;
  std::optional<Passage> passage;
  bool late = false;
  TimeMs at = 0;
  CommentFate fate = CommentFate::open;
  std::string word;  // of those who gave it its fate
};

}  // namespace tablee::core
