// core/asked.h: the questions that tables ask, and what became of each; included by core/state.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"
#include "base/time.h"

namespace tablee::core {

// open: waits. current: is being answered. heard: was answered, aloud or in writing, its table has not said how.
// answered, not_really: its table has said. deferred: will be answered in writing. merged: goes on in another.
// withdrawn: by its table. not_reached: waited, and no step is left that could take it; never stored, see shown_fate().
enum class AskedFate { open, current, heard, answered, not_really, deferred, merged, withdrawn, not_reached };
constexpr auto names_of(AskedFate) {
  return std::array<std::string_view, 9>{"open",     "current", "heard",     "answered",   "not_really",
                                         "deferred", "merged",  "withdrawn", "not_reached"};
}

// What the experts write under a question, for everyone. They state facts: the wording of the avis stays the citizens'.
struct WrittenAnswer {
  std::string text;
  std::string simple;  // the same, easy to read (FALC); may be empty
  std::string source;  // where it can be checked; may be empty
  bool operator==(const WrittenAnswer&) const = default;
  static constexpr auto fields() {
    return fields_of(field("text", &WrittenAnswer::text, "the answer", up_to(limits::answer_chars_max)),
                     field("simple", &WrittenAnswer::simple, "the same, easy to read; may be empty",
                           up_to(limits::answer_chars_max)),
                     field("source", &WrittenAnswer::source, "where it can be checked; may be empty",
                           up_to(limits::answer_source_chars_max)));
  }
};

struct AskedQuestion {
  QuestionId id;
  std::string step;
  std::string store;
  std::string text;
  std::vector<TableId> tables;  // who asked it first, then those of the questions merged into it
  AskedFate fate = AskedFate::open;
  std::optional<QuestionId> merged_into;
  std::int64_t supports = 0;  // people who want it asked
  bool called = false;        // has been current once
  bool heard_aloud = false;   // its answer was ended by the lead, or by the next question
  TimeMs speech_ends_at = 0;  // while current
  std::optional<WrittenAnswer> written;
};

}  // namespace tablee::core
