// unit/core/writing_world.h: a room in which two people write an article together, update by update.
#pragma once

#include <string>
#include <string_view>

#include "core/writing.h"
#include "text/document.h"
#include "unit/core/drafting_world.h"

namespace tablee::core::testing {

inline const ArticleId first{1};

// Two people at the table that writes the first article.
struct WritingRoom : DraftingRoom {
  WritingRoom() { cleo = arrive(north); }

  Result<Decision> write(const Subject& subject, const std::string& update) {
    auto decision = decide_text(state, envelope(subject, 0), WriteText{first, update});
    if (decision) {
      for (const Event& event : decision->events) {
        apply(state, Stamp{now, subject, "", 0}, event);
      }
    }
    return decision;
  }
  Code refused(const Subject& subject, const std::string& update) {
    const auto decision = write(subject, update);
    REQUIRE_FALSE(decision.has_value());
    return decision.error().code;
  }
  std::uint64_t number(const Subject& subject) {
    const auto decision = decide_text(state, envelope(subject, 0), NumberWriter{first});
    REQUIRE(decision.has_value());
    const auto& event = std::get<WriterNumbered>(*decision->events.begin());
    apply(state, Stamp{now, subject, "", 0}, Event(event));
    return static_cast<std::uint64_t>(event.client);
  }
  std::string words(const std::string& field = "problem") const {
    return written_text(state.articles.at(first), field);
  }

  PersonId cleo;
};

// What a client that begins with nothing writes.
inline std::string written(std::string_view words, std::uint64_t client, const std::string& field = "problem") {
  text::Document document;
  REQUIRE(document.insert(field, 0, words, client).has_value());
  return document.take_changes();
}

}  // namespace tablee::core::testing
