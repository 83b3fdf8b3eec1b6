// core/command_wording.h: the easy-to-read form (FALC) of what a vote asks.
//
// Source   Information for all (Inclusion Europe): a text is called easy to read when people with an intellectual
//          disability have read it and understood it. The number of those readers is kept with it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"

namespace tablee::core {

struct WordPoll {
  static constexpr std::string_view name = "word_poll";
  PollId poll;
  std::string text;
  std::int64_t readers = 0;
  std::string readers_from;
  static constexpr auto fields() {
    return fields_of(field("poll", &WordPoll::poll, "a poll that is not yet open"),
                     field("text", &WordPoll::text, "what it asks, in easy French; empty: none any more",
                           up_to(limits::instruction_chars_max)),
                     field("readers", &WordPoll::readers, "people concerned who have read it; 0: nobody yet",
                           up_to(limits::people_max)),
                     field("readers_from", &WordPoll::readers_from, "who they are, as a group; may be empty",
                           up_to(limits::title_chars_max)));
  }
};

// The vote opens without it, and everyone may read why.
struct WaiveWording {
  static constexpr std::string_view name = "waive_wording";
  PollId poll;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(
        field("poll", &WaiveWording::poll, "a poll that is not yet open"),
        field("reason", &WaiveWording::reason, "why; empty: it is asked for again", up_to(limits::reason_chars_max)));
  }
};

}  // namespace tablee::core
