// core/command_writing.h: what is decided about words that came when an article was frozen already.
#pragma once

#include <string_view>

#include "base/field.h"
#include "base/id.h"

namespace tablee::core {

// They are in the text from now on, where they were written.
struct JoinReceived {
  static constexpr std::string_view name = "join_received";
  ArticleId article;
  ReceivedId received;
  static constexpr auto fields() {
    return fields_of(field("article", &JoinReceived::article, "an article that is not decided"),
                     field("received", &JoinReceived::received, "what came after its end"));
  }
};

// They stay beside it, and may still be joined.
struct LeaveReceived {
  static constexpr std::string_view name = "leave_received";
  ArticleId article;
  ReceivedId received;
  bool left = true;
  static constexpr auto fields() {
    return fields_of(field("article", &LeaveReceived::article, "the article"),
                     field("received", &LeaveReceived::received, "what came after its end"),
                     field("left", &LeaveReceived::left, "false: it waits again"));
  }
};

}  // namespace tablee::core
