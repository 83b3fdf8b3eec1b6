// text/sync.h: what replicas say to each other about a document.
//
// Shape    One message: its kind, then what it carries. Kinds 0 to 3 are those of every Yjs program; 4 and 5 are
//          between the room's own pages and the server.
// Errors   `malformed` for bytes that are no message, or more than one; `unsupported` for a kind that is not listed.
// Source   y-protocols 1.0: sync.js, auth.js, awareness.js; the numbers of kinds 0 to 3 are those of y-websocket.
//          Departure: one message a frame.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tablee::text {

enum class MessageKind {
  states,         // 0 0, sync step 1: a state vector
  answer,         // 0 1, sync step 2: an update
  update,         // 0 2: an update
  awareness,      // 1: who is here, as `Presence` below
  denied,         // 2 0: a reason
  ask_awareness,  // 3: nothing
  number,         // 4: nothing, or the client id to write under
  close,          // 5: nothing; from the server, how many writes are settled
};

struct Message {
  MessageKind kind = MessageKind::states;
  std::string_view bytes;  // states, answer, update, awareness
};
Result<Message> decode_message(std::string_view bytes);

// states, answer, update or awareness.
std::string encode_message(MessageKind kind, std::string_view bytes);
std::string encode_denied(std::string_view reason);
std::string encode_number(std::uint64_t client);
std::string encode_settled(std::uint64_t writes);

// What a client says of itself, as JSON; "null": it is gone. A higher clock is newer.
struct Presence {
  std::uint64_t client = 0;
  std::uint64_t clock = 0;
  std::string json;
};
// Refused past presences_max, and past presence_bytes_max for one.
Result<std::vector<Presence>> decode_awareness(std::string_view bytes);
std::string encode_awareness(const std::vector<Presence>& all);

inline constexpr std::size_t presences_max = 16;
inline constexpr std::size_t presence_bytes_max = 2'048;

}  // namespace tablee::text
