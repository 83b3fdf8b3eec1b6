// core/companion.h: what passes between a person and whoever helps them.
//
// Shape    One record a person, replaced in place; with nothing in it, erased. It is in no event, no log and no export,
//          and is erased when the avis is sealed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"

namespace tablee::core {

struct Help {
  static constexpr std::string_view name = "help";
  PersonId person;
  std::string step;
  std::string text;
  std::string place;
  std::optional<PollId> poll;
  static constexpr auto fields() {
    return fields_of(field("person", &Help::person, "who is helped"),
                     field("step", &Help::step, "the step of the text proposed"),
                     field("text", &Help::text, "proposed, neither taken nor refused yet"),
                     field("place", &Help::place, "the part of the screen that is pointed at"),
                     field("poll", &Help::poll, "the poll that the helper may read too"));
  }
};

// Words on the screen of a person's table; with nothing in it, erased.
struct SpokenWords {
  static constexpr std::string_view name = "spoken_words";
  PersonId person;
  std::string text;
  bool preparing = false;
  std::string step;
  static constexpr auto fields() {
    return fields_of(field("person", &SpokenWords::person, "whose"), field("text", &SpokenWords::text, "shown"),
                     field("preparing", &SpokenWords::preparing, "true: a message is being typed"),
                     field("step", &SpokenWords::step, "the step in which they began to type it"));
  }
};

}  // namespace tablee::core
