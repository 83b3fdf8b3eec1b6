// wire/reply.h: what the host answers, read back, for programs that speak to a host as a tablet does.
//
// Shape    Welcomes, acks and refusals; sections, beats and clock answers are `other`, and are not parsed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/id.h"

namespace tablee::wire {

enum class ReplyKind { welcome, ack, refusal, other };

struct Reply {
  ReplyKind kind = ReplyKind::other;
  std::uint64_t number = 0;       // ack, refusal: of the command; 0: none
  std::string code;               // refusal: why
  std::string field;              // refusal: what to mend, may be empty
  std::int64_t retry_ms = 0;      // refusal: when to try again, or 0
  std::string token;              // welcome
  PersonId person;                // welcome of a participant
  std::uint64_t last_number = 0;  // welcome
};

// Requires: a complete WebSocket frame of our own encoder, as outboxes hold them.
Reply read_reply(std::string_view websocket_frame);

}  // namespace tablee::wire
