#include "text/sync.h"

#include "text/json_check.h"
#include "text/lib0.h"

namespace tablee::text {
namespace {

constexpr std::uint64_t sync_type = 0;
constexpr std::uint64_t awareness_type = 1;
constexpr std::uint64_t auth_type = 2;
constexpr std::uint64_t ask_awareness_type = 3;
constexpr std::uint64_t number_type = 4;
constexpr std::uint64_t close_type = 5;

Refusal malformed() {
  return refuse(Code::malformed, "", "these bytes are no message of y-protocols");
}

Message sync_message(Reader& reader) {
  const std::uint64_t step = reader.var_uint();
  if (step > 2) {
    reader.fail();
  }
  return {static_cast<MessageKind>(static_cast<int>(MessageKind::states) + static_cast<int>(step % 3)),
          reader.var_bytes()};
}

}  // namespace

Result<Message> decode_message(std::string_view bytes) {
  Reader reader(bytes);
  Message message;
  switch (reader.var_uint()) {
    case sync_type:
      message = sync_message(reader);
      break;
    case awareness_type:
      message = {MessageKind::awareness, reader.var_bytes()};
      break;
    case ask_awareness_type:
      message.kind = MessageKind::ask_awareness;
      break;
    case number_type:
      message.kind = MessageKind::number;
      break;
    case close_type:
      message.kind = MessageKind::close;
      break;
    default:
      return reader.failed() ? malformed() : refuse(Code::unsupported, "", "no message of this kind is for a server");
  }
  return reader.failed() || !reader.at_end() ? Result<Message>(malformed()) : Result<Message>(message);
}

std::string encode_message(MessageKind kind, std::string_view bytes) {
  Writer writer;
  if (kind == MessageKind::awareness) {
    writer.var_uint(awareness_type);
  } else {
    writer.var_uint(sync_type);
    writer.var_uint(static_cast<std::uint64_t>(kind) - static_cast<std::uint64_t>(MessageKind::states));
  }
  writer.var_bytes(bytes);
  return writer.take();
}

std::string encode_denied(std::string_view reason) {
  Writer writer;
  writer.var_uint(auth_type);
  writer.var_uint(0);
  writer.var_bytes(reason);
  return writer.take();
}

std::string encode_number(std::uint64_t client) {
  Writer writer;
  writer.var_uint(number_type);
  writer.var_uint(client);
  return writer.take();
}

std::string encode_settled(std::uint64_t writes) {
  Writer writer;
  writer.var_uint(close_type);
  writer.var_uint(writes);
  return writer.take();
}

Result<std::vector<Presence>> decode_awareness(std::string_view bytes) {
  Reader reader(bytes);
  std::vector<Presence> all;
  const std::uint64_t count = reader.var_uint();
  if (count > presences_max) {
    return refuse(Code::too_many, "", "a client tells of itself, and of few others");
  }
  for (std::uint64_t i = 0; i < count && !reader.failed(); ++i) {
    Presence one;
    one.client = reader.var_uint();
    one.clock = reader.var_uint();
    const std::string_view json = reader.var_string();
    if (json.size() > presence_bytes_max) {
      return refuse(Code::too_long, "", "a client tells little of itself");
    }
    if (!is_json(json)) {
      reader.fail();
    }
    one.json = json;
    all.push_back(std::move(one));
  }
  return reader.failed() || !reader.at_end() ? Result<std::vector<Presence>>(malformed())
                                             : Result<std::vector<Presence>>(std::move(all));
}

std::string encode_awareness(const std::vector<Presence>& all) {
  Writer writer;
  writer.var_uint(all.size());
  for (const Presence& one : all) {
    writer.var_uint(one.client);
    writer.var_uint(one.clock);
    writer.var_bytes(one.json);
  }
  return writer.take();
}

}  // namespace tablee::text
