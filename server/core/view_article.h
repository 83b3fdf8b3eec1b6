// core/view_article.h: an article as those who write it see it: a table, or the members of a committee.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/late_text.h"
#include "core/state.h"

namespace tablee::core {

struct BoardIdea {
  IdeaId id;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("id", &BoardIdea::id, "the idea"), field("text", &BoardIdea::text, "its words, unsigned"));
  }
};

struct DraftField {
  std::string field_id;
  std::string text;
  std::int64_t revision = 0;
  static constexpr auto fields() {
    return fields_of(field("field", &DraftField::field_id, "`title` or a field of the frame"),
                     field("text", &DraftField::text, "its text"),
                     field("revision", &DraftField::revision, "to send back with a change"));
  }
};

struct TableArticle {
  ArticleId id;
  std::string subject;
  ArticleStatus status = ArticleStatus::writing;
  std::vector<DraftField> fields_of_article;
  std::vector<BoardIdea> proposed_sources;
  std::vector<IdeaId> sources;
  std::string to_settle;
  bool last_words = false;
  std::vector<ReceivedView> received;
  static constexpr auto fields() {
    return fields_of(
        field("id", &TableArticle::id, "the article"),
        field("subject", &TableArticle::subject, "the title of its cluster"),
        field("status", &TableArticle::status, "writing until the step ends"),
        field("fields", &TableArticle::fields_of_article, "title first, then the frame, as far as written"),
        field("proposed_sources", &TableArticle::proposed_sources, "the ideas of its cluster"),
        field("sources", &TableArticle::sources, "those it says it comes from"),
        field("to_settle", &TableArticle::to_settle, "what a committee leaves to the room, or empty"),
        field("last_words", &TableArticle::last_words, "its step is over, what is on its way is still taken"),
        field("received", &TableArticle::received, "what its writers sent after that, and is not in it"));
  }
};

// Requires: the article exists. What a committee writes is its members' affair until its step ends: to the table that
// wrote the article before, it is as it was.
TableArticle view_table_article(const State& state, const Article& article);
TableArticle view_committee_article(const State& state, const Article& article);

}  // namespace tablee::core
