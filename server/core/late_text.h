// core/late_text.h: the end of a text. When its step ends, what is on its way is still taken for
// limits::text_grace_ms; then the text is frozen. What its writers send after that is kept beside it, until the table
// or the facilitator joins it to the text or leaves it.
//
// Order    What an article was submitted with is submitted again when it is frozen, if anything came in between. A vote
//          on it, the beginning and the end of a night, and that of the hand-over freeze it at once.
// Loss     None: what was left may still be joined. Whoever writes on in the same step, taken up again, has their words
//          joined first, or deleted where they had been left.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/result.h"
#include "core/decide.h"
#include "core/events.h"
#include "core/state.h"

namespace tablee::core {

// The article as it goes to the vote: as it was before when nothing visible is left of it, nothing when it never was.
std::optional<ArticleSubmitted> submitted(const State& state, const Article& article);

// Requires: what is on its way is still taken.
Events freeze(const State& state, const Article& article);
// Nothing more is taken in any article, once the step that runs has ended.
Events freeze_all(const State& state);
// When the next text is to be frozen; 0: none is.
TimeMs next_freeze(const State& state);
Events freeze_due(const State& state, TimeMs now);

// The words may not change any more: a vote on it is open or was held, or the avis is sealed.
bool is_settled(const State& state, const Article& article);

// Its step is over, and it is frozen: what this subject sends is kept beside it.
bool comes_late(const State& state, const Subject& subject, const Article& article);
// Requires: comes_late(), and an update that the text takes with what was kept of the same writer.
Result<Decision> keep_beside(const Article& article, const Subject& subject, std::string_view update);
// What was kept of this writer; nullptr: nothing.
const ReceivedText* received_from(const Article& article, const Subject& subject);
// The text with what was kept of this writer.
text::Document text_with(const Article& article, const Subject& subject);

// Into the text; deleted in it when it was left.
void settle_received(const State& state, Article& article, const ReceivedText& received, bool joined);

// What joining it would do to one field.
struct ReceivedField {
  std::string field_id;
  std::vector<std::string> added;
  std::vector<std::string> removed;
  static constexpr auto fields() {
    return fields_of(field("field", &ReceivedField::field_id, "`title` or a field of the frame"),
                     field("added", &ReceivedField::added, "passages that come in, in order"),
                     field("removed", &ReceivedField::removed, "passages that go"));
  }
};

struct ReceivedView {
  ReceivedId id;
  std::string by;
  TimeMs at_ms = 0;
  bool left = false;
  bool settled = false;
  std::vector<ReceivedField> words;
  static constexpr auto fields() {
    return fields_of(
        field("id", &ReceivedView::id, "to name it in a command"),
        field("by", &ReceivedView::by, "who wrote it, or the title of the table; may be empty"),
        field("at_ms", &ReceivedView::at_ms, "when it came"),
        field("left", &ReceivedView::left, "true: it was decided that it stays outside"),
        field("settled", &ReceivedView::settled, "the article was voted on, or the avis sealed: it stays outside"),
        field("words", &ReceivedView::words, "what it changes, field by field"));
  }
};
std::vector<ReceivedView> view_received(const State& state, const Article& article);

// An article beside which something is kept.
struct LateArticle {
  ArticleId article;
  std::optional<TableId> table;
  std::string title;
  std::vector<ReceivedView> received;
  static constexpr auto fields() {
    return fields_of(field("article", &LateArticle::article, "the article"),
                     field("table", &LateArticle::table, "whose it is; absent: a committee's alone"),
                     field("title", &LateArticle::title, "its title; may be empty"),
                     field("received", &LateArticle::received, "what its writers sent after its end"));
  }
};
std::vector<LateArticle> view_late_articles(const State& state);

}  // namespace tablee::core
