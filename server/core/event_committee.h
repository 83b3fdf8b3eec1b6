// core/event_committee.h: who sorts, and whose idea is not in its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/id.h"

namespace tablee::core {

struct CommitteeFormed {
  static constexpr std::string_view name = "committee_formed";
  std::string step;
  std::vector<PersonId> people;
  std::string seed;
  static constexpr auto fields() {
    return fields_of(field("step", &CommitteeFormed::step, "the step it works in"),
                     field("people", &CommitteeFormed::people, "all its members from now on"),
                     field("seed", &CommitteeFormed::seed, "of the draw, in decimal; empty: nobody was drawn"));
  }
};

struct ToSettleMarked {
  static constexpr std::string_view name = "to_settle_marked";
  ArticleId article;
  std::string note;
  static constexpr auto fields() {
    return fields_of(field("article", &ToSettleMarked::article, "the article"),
                     field("note", &ToSettleMarked::note, "what the room has to settle; empty: nothing any more"));
  }
};

struct PlaceContested {
  static constexpr std::string_view name = "place_contested";
  IdeaId idea;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("idea", &PlaceContested::idea, "the idea"),
                     field("reason", &PlaceContested::reason, "its author's words"));
  }
};

struct PlaceKept {
  static constexpr std::string_view name = "place_kept";
  IdeaId idea;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("idea", &PlaceKept::idea, "the idea"),
                     field("reason", &PlaceKept::reason, "why it stays; empty: it is contested still"));
  }
};

}  // namespace tablee::core
