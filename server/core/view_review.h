// core/view_review.h: what a table reads in a `review` step, what it said, and what was said about its own texts.
//
// Shape    A part of the section `table`; where ideas are drawn for each person, also of the section `me`. Comments
//          on a table's texts appear there when their turn is over; nobody else's screen has them, but the console's
//          sorting.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/event.h"

namespace tablee::core {

struct State;
struct Step;

// Who reads whom, in words.
struct ReadingPair {
  std::string reader;
  std::string author;
  static constexpr auto fields() {
    return fields_of(field("reader", &ReadingPair::reader, "the name of the table that reads"),
                     field("author", &ReadingPair::author, "the name of the table whose texts it reads"));
  }
};

// One of article, idea, cluster is there.
struct TextToRead {
  std::optional<ArticleId> article;
  std::optional<IdeaId> idea;
  std::optional<ClusterId> cluster;
  std::string title;
  std::string author;
  std::vector<FieldText> texts;
  static constexpr auto fields() {
    return fields_of(field("article", &TextToRead::article, "an article"),
                     field("idea", &TextToRead::idea, "or an idea"),
                     field("cluster", &TextToRead::cluster, "or a cluster"),
                     field("title", &TextToRead::title, "the title of an article or a cluster, the words of an idea"),
                     field("author", &TextToRead::author, "the name of the table that wrote it; empty for a cluster"),
                     field("texts", &TextToRead::texts, "article: its fields; cluster: its ideas"));
  }
};

struct CommentView {
  CommentId id;
  std::optional<ArticleId> article;
  std::optional<IdeaId> idea;
  std::optional<ClusterId> cluster;
  std::string title;
  std::string table;
  CommentKind kind = CommentKind::question;
  std::string text;
  std::optional<Passage> passage;
  bool changed = false;
  bool late = false;
  CommentFate fate = CommentFate::open;
  std::string word;
  static constexpr auto fields() {
    return fields_of(field("id", &CommentView::id, "the comment"),
                     field("article", &CommentView::article, "about an article"),
                     field("idea", &CommentView::idea, "or about an idea"),
                     field("cluster", &CommentView::cluster, "or about a cluster"),
                     field("title", &CommentView::title, "the title of that text, or the words of an idea"),
                     field("table", &CommentView::table, "the name of the table that said it"),
                     field("kind", &CommentView::kind, "what it is"), field("text", &CommentView::text, "its words"),
                     field("passage", &CommentView::passage, "the words it is about"),
                     field("changed", &CommentView::changed, "these words are not in the text any more"),
                     field("late", &CommentView::late, "written after the turn of its text"),
                     field("fate", &CommentView::fate, "what those who wrote the text did with it"),
                     field("word", &CommentView::word, "and why"));
  }
};

struct TableReview {
  std::string step;
  std::vector<TextToRead> texts;
  std::vector<CommentView> written;
  std::vector<CommentView> received;
  static constexpr auto fields() {
    return fields_of(
        field("step", &TableReview::step, "the review that goes on, or the last one"),
        field("texts", &TableReview::texts, "what the table reads now, in order; none when the review is over"),
        field("written", &TableReview::written, "what it said in that step, oldest first"),
        field("received", &TableReview::received, "what was said about its texts, by text"));
  }
};

// Nothing before the first review step.
std::optional<TableReview> view_table_review(const State& state, TableId table);
// What a person reads alone, and said; nothing received. Absent: the last review drew no ideas for them.
std::optional<TableReview> view_own_review(const State& state, PersonId person);
// The rotation of the turn that goes on; empty when there is none.
std::vector<ReadingPair> view_readings(const State& state);
// Every comment that is out, by text.
std::vector<CommentView> view_comments(const State& state);
// By table: how many comments it wrote in the last review step, and how many it received in all.
struct CommentCounts {
  std::int64_t written = 0;
  std::int64_t received = 0;
};
// review: the last review step, or nullptr.
CommentCounts count_comments(const State& state, const Step* review, TableId table);

}  // namespace tablee::core
