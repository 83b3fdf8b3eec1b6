// core/command_committee.h: the committee that sorts while the room does something else, and ideas that are not in
// their place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"

namespace tablee::core {

// The lead says who is in it.
struct SetCommittee {
  static constexpr std::string_view name = "set_committee";
  std::string step;
  std::vector<PersonId> people;
  static constexpr auto fields() {
    return fields_of(field("step", &SetCommittee::step, "a step that has a committee", between(1, 32)),
                     field("people", &SetCommittee::people, "its members", up_to(limits::committee_max)));
  }
};

// A participant comes in or goes out, where the programme asks for volunteers.
struct JoinCommittee {
  static constexpr std::string_view name = "join_committee";
  std::string step;
  bool wanted = true;
  static constexpr auto fields() {
    return fields_of(field("step", &JoinCommittee::step, "the current step", between(1, 32)),
                     field("wanted", &JoinCommittee::wanted, "false: they go out"));
  }
};

// A committee that drafts leaves something to the room.
struct MarkToSettle {
  static constexpr std::string_view name = "mark_to_settle";
  ArticleId article;
  std::string note;
  static constexpr auto fields() {
    return fields_of(field("article", &MarkToSettle::article, "one that the committee writes"),
                     field("note", &MarkToSettle::note, "what the room has to settle; empty: nothing any more",
                           up_to(limits::reason_chars_max)));
  }
};

// The author of an idea says that it is not in its place.
struct ContestPlace {
  static constexpr std::string_view name = "contest_place";
  IdeaId idea;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("idea", &ContestPlace::idea, "one of their own"),
                     field("reason", &ContestPlace::reason, "where it belongs, or why not there",
                           between(1, limits::reason_chars_max)));
  }
};

// It stays where it is; to give right, it is moved.
struct KeepPlace {
  static constexpr std::string_view name = "keep_place";
  IdeaId idea;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(
        field("idea", &KeepPlace::idea, "an idea whose place is contested"),
        field("reason", &KeepPlace::reason, "why, for its author; empty: said by mistake, it is contested still",
              up_to(limits::reason_chars_max)));
  }
};

}  // namespace tablee::core
