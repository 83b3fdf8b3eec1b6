// core/view_idea.h: what became of an idea, for the person who wrote it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "core/state.h"

namespace tablee::core {

// Merged: `into`, and all that follows is said of the idea in which it goes on.
struct MyIdea {
  IdeaId id;
  std::string step;
  std::string text;
  bool late = false;
  Fate fate = Fate::open;
  std::string into;
  std::optional<Fate> into_fate;
  std::string reason;
  std::string cluster;
  bool kept = false;
  std::vector<std::int64_t> articles;
  std::string contested;
  std::string place_kept;
  static constexpr auto fields() {
    return fields_of(field("id", &MyIdea::id, "the idea"), field("step", &MyIdea::step, "its step"),
                     field("text", &MyIdea::text, "as sent"), field("late", &MyIdea::late, "received after the end"),
                     field("fate", &MyIdea::fate, "what became of it"),
                     field("into", &MyIdea::into, "merged: the words of the idea it goes on in, once its step is over"),
                     field("into_fate", &MyIdea::into_fate, "and what became of that one"),
                     field("reason", &MyIdea::reason, "set_aside: why"),
                     field("cluster", &MyIdea::cluster, "clustered: the title, once the board is public"),
                     field("kept", &MyIdea::kept, "its cluster was kept by the room"),
                     field("articles", &MyIdea::articles, "numbers of the articles that come from it"),
                     field("contested", &MyIdea::contested, "why they say it is not in its place; empty: they do not"),
                     field("place_kept", &MyIdea::place_kept, "why it stayed there all the same, or empty"));
  }
};

}  // namespace tablee::core
