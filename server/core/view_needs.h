// core/view_needs.h: what the team prepares for people's comfort, in counts.
//
// Secrecy  Never who, unless the person said so (Profile::tell_team). Where fewer than `few` people sit, a count would
//          name them: it goes with the room's. People who are not there are not counted.
// Source   Section 7.4 of the project's accessibility reference.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "core/section.h"
#include "core/state.h"

namespace tablee::core {

// What there is to prepare, not why.
enum class Need {
  headphones,
  captions,
  sign_language,
  calm_place,
  more_time,
  easy_words,
  large_text,
  switches,
  speaks_otherwise,
  not_by_surprise,
  companion
};
constexpr auto names_of(Need) {
  return std::array<std::string_view, 11>{"headphones",       "captions",        "sign_language", "calm_place",
                                          "more_time",        "easy_words",      "large_text",    "switches",
                                          "speaks_otherwise", "not_by_surprise", "companion"};
}

struct NeedCount {
  std::optional<TableId> table;
  Need need = Need::headphones;
  std::int64_t people = 0;
  static constexpr auto fields() {
    return fields_of(field("table", &NeedCount::table, "where; absent: somewhere in the room"),
                     field("need", &NeedCount::need, "what to prepare"),
                     field("people", &NeedCount::people, "for how many"));
  }
};

struct ToldNeeds {
  PersonId person;
  std::vector<Need> needs;
  static constexpr auto fields() {
    return fields_of(field("person", &ToldNeeds::person, "who wanted the team to know"),
                     field("needs", &ToldNeeds::needs, "what to prepare for them"));
  }
};

struct NeedsView {
  static constexpr Section section = Section::needs;
  std::vector<NeedCount> counts;
  std::vector<ToldNeeds> told;
  static constexpr auto fields() {
    return fields_of(field("counts", &NeedsView::counts, "by table, then by need"),
                     field("told", &NeedsView::told, "those who said it themselves"));
  }
};

NeedsView view_needs(const State& state);

}  // namespace tablee::core
