#include "wire/reply.h"

#include "base/check.h"
#include "base/limits.h"
#include "wire/encode.h"
#include "wire/json.h"

namespace tablee::wire {
namespace {

std::string text_in(const Json& frame, std::string_view name) {
  const Json* member = frame.member(name);
  return member == nullptr ? "" : member->text;
}

std::uint64_t number_in(const Json& frame, std::string_view name) {
  const Json* member = frame.member(name);
  return member == nullptr ? 0 : member->magnitude;
}

ReplyKind kind_of(std::string_view payload) {
  if (payload.starts_with(R"({"type":"welcome")")) {
    return ReplyKind::welcome;
  }
  if (payload.starts_with(R"({"type":"ack")")) {
    return ReplyKind::ack;
  }
  return payload.starts_with(R"({"type":"refusal")") ? ReplyKind::refusal : ReplyKind::other;
}

}  // namespace

Reply read_reply(std::string_view websocket_frame) {
  const std::string_view payload = websocket_frame.substr(websocket_header_bytes(websocket_frame));
  Reply reply;
  reply.kind = kind_of(payload);
  if (reply.kind == ReplyKind::other) {
    return reply;
  }
  const ParsedJson parsed = parse_json(payload, limits::json_depth_max);
  TABLEE_CHECK(parsed.fault == JsonFault::none);
  const Json& frame = parsed.value;
  reply.number = number_in(frame, "number");
  reply.code = text_in(frame, "code");
  reply.field = text_in(frame, "field");
  reply.retry_ms = static_cast<std::int64_t>(number_in(frame, "retry_ms"));
  reply.token = text_in(frame, "token");
  reply.person = PersonId{static_cast<std::uint32_t>(number_in(frame, "person"))};
  reply.last_number = number_in(frame, "last_number");
  return reply;
}

}  // namespace tablee::wire
