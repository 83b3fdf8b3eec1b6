// core/section.h: the sections of what people see, and who receives each.
//
// Scopes   everyone (the same bytes for every screen), facilitator, table (that table's screens and members), person
//          (their screens only), companion (the screens of whoever helps a person).
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace tablee::core {

enum class Scope { everyone, facilitator, table, person, companion };

// The order is the order in which sections are sent.
enum class Section {
  atelier,
  step,
  board,
  vote,
  measure,
  questions,
  tally,
  avis,
  notices,
  projector,
  floor,
  captions,
  table,
  me,
  mine,
  helped,
  run,
  counts,
  people,
  sorting,
  desk,
  programme,
  speaking,
  needs
};
inline constexpr std::size_t section_count = 24;
constexpr auto names_of(Section) {
  return std::array<std::string_view, section_count>{
      "atelier", "step",      "board",  "vote",     "measure", "questions", "tally",    "avis",
      "notices", "projector", "floor",  "captions", "table",   "me",        "mine",     "helped",
      "run",     "counts",    "people", "sorting",  "desk",    "programme", "speaking", "needs"};
}
constexpr Scope scope_of(Section section) {
  if (section < Section::table) {
    return Scope::everyone;
  }
  if (section == Section::table) {
    return Scope::table;
  }
  if (section == Section::helped) {
    return Scope::companion;
  }
  return section == Section::me || section == Section::mine ? Scope::person : Scope::facilitator;
}
// Sections that change with every ballot or arrival leave at most every limits::live_interval_ms.
constexpr bool is_live(Section section) {
  return section == Section::tally || section == Section::people || section == Section::speaking;
}

}  // namespace tablee::core
