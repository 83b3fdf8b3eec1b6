// core/command_words.h: speaking with typed words, on the screen of one's table.
#pragma once

#include <string>
#include <string_view>

#include "base/field.h"
#include "base/limits.h"

namespace tablee::core {

// « Je prépare un message »: the others wait; the time of a person whose turn it is stands still.
struct PrepareWords {
  static constexpr std::string_view name = "prepare_words";
  bool preparing = false;
  static constexpr auto fields() { return fields_of(field("preparing", &PrepareWords::preparing, "false: no longer")); }
};

struct ShowWords {
  static constexpr std::string_view name = "show_words";
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("text", &ShowWords::text, "what the table's screen shows; empty: nothing any more",
                           up_to(limits::spoken_words_chars_max)));
  }
};

}  // namespace tablee::core
