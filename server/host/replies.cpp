#include "host/replies.h"

#include <memory>
#include <string>
#include <utility>

#include "wire/encode.h"

namespace tablee::host {

void Replies::keep(ConnectionId id, bool is_welcome, const std::string& payload) {
  waiting_.push_back({id, sessions_.at(id).generation, is_welcome,
                      std::make_shared<const std::string>(wire::websocket_text(payload))});
}

void Replies::ack(ConnectionId id, std::uint64_t number, bool already) {
  keep(id, false, wire::encode(wire::Ack{number, already}));
}

void Replies::refuse(ConnectionId id, std::optional<std::uint64_t> number, const Refusal& refusal,
                     std::optional<std::int64_t> retry_ms) {
  wire::RefusalFrame frame;
  frame.number = number;
  frame.code = refusal.code;
  frame.field_name = refusal.field;
  frame.message = "refusal." + std::string(code_names[static_cast<std::size_t>(refusal.code)]);
  frame.detail = refusal.detail;
  frame.retry_ms = retry_ms;
  keep(id, false, wire::encode(frame));
}

void Replies::clock(ConnectionId id, std::int64_t sent_ms, TimeMs now) {
  keep(id, false, wire::encode(wire::ClockAnswer{sent_ms, now}));
}

void Replies::waiting(ConnectionId id, std::int64_t number) {
  keep(id, false, wire::encode(wire::Waiting{waiting_picture(number), number}));
}

void Replies::welcome(ConnectionId id, const wire::Welcome& frame) {
  keep(id, true, wire::encode(frame));
}

void Replies::frame(ConnectionId id, SharedFrame frame) {
  waiting_.push_back({id, sessions_.at(id).generation, false, std::move(frame)});
}

void Replies::close(ConnectionId id, wire::CloseCode code) {
  Connection& connection = sessions_.at(id);
  if (connection.closing) {
    return;
  }
  connection.closing = true;
  sessions_.leave(id);
  closing_.push_back({id, connection.generation, code});
}

bool Replies::still_there(ConnectionId id, std::uint32_t generation) {
  return sessions_.is_open(id) && sessions_.at(id).generation == generation;
}

void Replies::deliver(Turn& turn) {
  for (Waiting& waiting : waiting_) {
    if (!still_there(waiting.id, waiting.generation)) {
      continue;
    }
    Connection& connection = sessions_.at(waiting.id);
    if (waiting.is_welcome) {
      connection.outbox.set_welcome(std::move(waiting.frame));
    } else if (!connection.outbox.push_reply(std::move(waiting.frame))) {
      close(waiting.id, wire::CloseCode::too_slow);
    }
    make_ready(connection, waiting.id, turn);
  }
  waiting_.clear();
  for (const Leaving& leaving : closing_) {
    if (still_there(leaving.id, leaving.generation)) {
      turn.closing.push_back({leaving.id, leaving.code});
    }
  }
  closing_.clear();
}

}  // namespace tablee::host
