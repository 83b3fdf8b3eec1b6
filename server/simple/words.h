// simple/words.h: what the pages say, in the language of their reader.
//
// Shape    A Key is a row of simple/words_table.h; one written in the source is looked up by the compiler, so that a
//          key nobody wrote words for does not build.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "base/time.h"
#include "core/scenario.h"
#include "simple/words_table.h"

namespace tablee::simple {

// falc: easy French.
enum class Language { fr, falc, en };
constexpr auto names_of(Language) {
  return std::array<std::string_view, 3>{"fr", "falc", "en"};
}

constexpr std::size_t place_of(std::string_view key, std::string_view ending = "") {
  for (std::size_t i = 0; i < words_table.size(); ++i) {
    const std::string_view row = words_table[i].key;
    if (row.size() == key.size() + ending.size() && row.starts_with(key) && row.ends_with(ending)) {
      return i;
    }
  }
  return words_table.size();
}

struct Key {
  std::size_t place;
  consteval Key(const char* name) : place(place_of(name)) {  // NOLINT: implicit on purpose
    static_cast<void>(words_table[place]);                   // past the end: the build stops here
  }
  // Requires: such a row. For keys that end in the name of a choice or a code.
  static Key named(std::string_view start, std::string_view name);

 private:
  explicit Key(std::size_t found) : place(found) {}
};

// The rows `x.one` and `x.other`.
struct Count {
  std::size_t one;
  std::size_t other;
  consteval Count(const char* name) : one(place_of(name, ".one")), other(place_of(name, ".other")) {  // NOLINT
    static_cast<void>(words_table[one]);
    static_cast<void>(words_table[other]);
  }
};

struct Filling {
  std::string_view name;
  std::string value;
};
using Fillings = std::initializer_list<Filling>;

// A sentence as it is in the table.
std::string_view plain(Language language, Key key);
std::string say(Language language, Key key, Fillings fillings = {});
// The form this number takes (French: 0 and 1 are one), with {count}.
std::string say(Language language, Count key, std::int64_t count, Fillings fillings = {});

// A text of the programme, and the language it is in: French where there is no English.
struct Slot {
  std::string_view words;
  std::string_view tag;
};
Slot slot_of(Language language, const core::Texts& texts);
// For `lang` attributes: easy French is French.
std::string_view tag_of(Language language);

// « Encore environ 5 minutes »: never more precise than useful.
std::string time_left(Language language, std::int64_t remaining_ms);
// « 14 h 05 », by this machine's clock.
std::string clock_time(Language language, TimeMs at_ms);
// « 9 h 00 » from "09:00".
std::string wall_clock(Language language, std::string_view clock);
// « 30 juin 2025 » from 2025-06-30.
std::string date(Language language, std::string_view day);

}  // namespace tablee::simple
