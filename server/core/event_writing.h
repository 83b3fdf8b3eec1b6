// core/event_writing.h: an article's text while it is written together.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"

namespace tablee::core {

// A page of the subject will write under this client id, which nobody else has had in this article.
struct WriterNumbered {
  static constexpr std::string_view name = "writer_numbered";
  ArticleId article;
  std::int64_t client = 0;
  static constexpr auto fields() {
    return fields_of(field("article", &WriterNumbered::article, "the article"),
                     field("client", &WriterNumbered::client, "the client id of Yjs"));
  }
};

// Something was written or deleted. Whoever writes first under a client id has it.
struct TextWritten {
  static constexpr std::string_view name = "text_written";
  ArticleId article;
  std::string update;
  std::optional<bool> edited = {};
  static constexpr auto fields() {
    return fields_of(field("article", &TextWritten::article, "the article"),
                     field("update", &TextWritten::update, "an update of Yjs, format 1, in base64"),
                     field("edited", &TextWritten::edited, "true: made of an `edit_article`"));
  }
};

}  // namespace tablee::core
