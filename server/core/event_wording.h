// core/event_wording.h: the easy-to-read form of what a vote asks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/field.h"
#include "base/id.h"

namespace tablee::core {

struct PollWorded {
  static constexpr std::string_view name = "poll_worded";
  PollId poll;
  std::string text;
  std::int64_t readers = 0;
  std::string readers_from;
  static constexpr auto fields() {
    return fields_of(field("poll", &PollWorded::poll, "the poll"),
                     field("text", &PollWorded::text, "what it asks, in easy French; empty: none any more"),
                     field("readers", &PollWorded::readers, "people concerned who have read it"),
                     field("readers_from", &PollWorded::readers_from, "who they are, as a group; may be empty"));
  }
};

struct WordingWaived {
  static constexpr std::string_view name = "wording_waived";
  PollId poll;
  std::string reason;
  static constexpr auto fields() {
    return fields_of(field("poll", &WordingWaived::poll, "the poll"),
                     field("reason", &WordingWaived::reason, "why it opens without; empty: it is asked for again"));
  }
};

}  // namespace tablee::core
