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

// What is sent from now on is kept beside the text.
struct TextFrozen {
  static constexpr std::string_view name = "text_frozen";
  ArticleId article;
  static constexpr auto fields() { return fields_of(field("article", &TextFrozen::article, "the article")); }
};

// It goes on from what the same writer sent before under the same number.
struct TextReceived {
  static constexpr std::string_view name = "text_received";
  ArticleId article;
  ReceivedId received;
  std::string update;
  static constexpr auto fields() {
    return fields_of(field("article", &TextReceived::article, "the article"),
                     field("received", &TextReceived::received, "one number a writer"),
                     field("update", &TextReceived::update, "an update of Yjs, format 1, in base64"));
  }
};

struct ReceivedLeft {
  static constexpr std::string_view name = "received_left";
  ArticleId article;
  ReceivedId received;
  bool left = true;
  static constexpr auto fields() {
    return fields_of(field("article", &ReceivedLeft::article, "the article"),
                     field("received", &ReceivedLeft::received, "what stays outside the text"),
                     field("left", &ReceivedLeft::left, "false: it waits again for somebody to decide"));
  }
};

// It is in the text, or its writer writes on: then what was left is in it as deleted, since what they write goes on
// from there.
struct ReceivedSettled {
  static constexpr std::string_view name = "received_settled";
  ArticleId article;
  ReceivedId received;
  bool joined = true;
  static constexpr auto fields() {
    return fields_of(field("article", &ReceivedSettled::article, "the article"),
                     field("received", &ReceivedSettled::received, "what is kept beside it no more"),
                     field("joined", &ReceivedSettled::joined, "false: its words are deleted"));
  }
};

}  // namespace tablee::core
