// export/speaking.h: how the room spoke, as people take it home.
//
// Shape    No name, and nothing about a group of fewer than ten people but how long it was measured: at a small table,
//          an index of inequality is a figure about persons. What was not measured is absent, never 0.
// Units    Whole seconds; the Gini index in thousandths; percents rounded down (core/speaking_figures.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/state.h"

namespace tablee::exported {

// The base: people present when the document is made, and those who spoke and left.
struct GroupSpeaking {
  std::int64_t people = 0;
  std::int64_t silent = 0;
  std::int64_t gini_thousandths = 0;
  static constexpr auto fields() {
    return fields_of(field("people", &GroupSpeaking::people, "the base of the other figures"),
                     field("silent", &GroupSpeaking::silent, "of them, those who never spoke; who passed is left out"),
                     field("gini_thousandths", &GroupSpeaking::gini_thousandths,
                           "0: all spoke as long; near 1000: one person alone"));
  }
};

struct PlaceSpeaking {
  std::string place;
  std::optional<std::int64_t> seconds;
  std::optional<std::int64_t> coverage_percent;
  static constexpr auto fields() {
    return fields_of(field("place", &PlaceSpeaking::place, "the title of the table; empty: in plenary"),
                     field("seconds", &PlaceSpeaking::seconds, "spoken and measured; absent: not measured"),
                     field("coverage_percent", &PlaceSpeaking::coverage_percent,
                           "part that was measured of the time of the steps held there and over; absent: none"));
  }
};

struct SpeakingPrinted {
  std::vector<PlaceSpeaking> places;
  std::optional<GroupSpeaking> in_plenary;
  std::optional<GroupSpeaking> at_tables;
  static constexpr auto fields() {
    return fields_of(
        field("places", &SpeakingPrinted::places, "plenary first, then tables"),
        field("in_plenary", &SpeakingPrinted::in_plenary, "absent: not measured, or fewer than ten people"),
        field("at_tables", &SpeakingPrinted::at_tables, "all measured tables together; absent: the same"));
  }
};

SpeakingPrinted build_speaking(const core::State& state);

// The sentences of it, in French, plain text; one says so when nothing was measured.
std::vector<std::string> speaking_sentences(const SpeakingPrinted& speaking);

}  // namespace tablee::exported
