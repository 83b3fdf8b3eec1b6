#include "wire/decode.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "wire/json_fields.h"

namespace tablee::wire {
namespace {

// What a command frame holds beside its type and its body.
struct CommandHead {
  std::uint64_t number = 0;
  std::string command;
  static constexpr auto fields() {
    return fields_of(
        field("number", &CommandHead::number, "counts the commands of this sender", between(1, number_max)),
        field("command", &CommandHead::command, "which command"));
  }
};

// Takes the member out of the object, so that what remains can be read with a field list.
Result<Json> take_member(Json& object, std::string_view name) {
  const auto found = std::find(object.names.begin(), object.names.end(), name);
  if (found == object.names.end()) {
    return refuse(Code::missing_field, std::string{name}, "this member must be there");
  }
  const auto item = object.items.begin() + (found - object.names.begin());
  Json value = std::move(*item);
  object.items.erase(item);
  object.names.erase(found);
  if (object.member(name) != nullptr) {
    return refuse(Code::malformed, std::string{name}, "this member is given twice");
  }
  return value;
}

std::optional<std::uint64_t> readable_number(const Json& frame) {
  const Json* type = frame.member("type");
  const Json* number = frame.member("number");
  const bool is_command = type != nullptr && type->kind == JsonKind::text && type->text == CommandFrame::name;
  if (!is_command || number == nullptr || number->kind != JsonKind::integer || number->negative ||
      number->magnitude == 0 || number->magnitude > static_cast<std::uint64_t>(number_max)) {
    return std::nullopt;
  }
  return number->magnitude;
}

template <class Frame>
Result<Frame> read_frame(const Json& json) {
  FieldReader reader(1, false);
  Frame frame;
  reader.read(json, frame);
  if (!reader.faults().empty()) {
    return fault_refusal(reader.faults().front());
  }
  return frame;
}

// Sender names are stored in the journal, one line each: nothing but digits may pass.
bool is_hexadecimal(std::string_view text) {
  return text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

Result<ClientFrame> decode_hello(const Json& json) {
  Result<Hello> hello = read_frame<Hello>(json);
  if (!hello) {
    return hello.error();
  }
  if (!is_hexadecimal(hello->sender)) {
    return refuse(Code::out_of_range, "sender", "must be 16 hexadecimal digits");
  }
  return ClientFrame{std::move(*hello)};
}

Result<ClientFrame> decode_assign(const Json& json) {
  Result<Assign> assign = read_frame<Assign>(json);
  if (!assign) {
    return assign.error();
  }
  if (!assign->person && !assign->table) {
    return refuse(Code::missing_field, "person", "a person, or a table for somebody new");
  }
  if (assign->person && assign->table) {
    return refuse(Code::out_of_range, "table", "a person has their table already");
  }
  return ClientFrame{std::move(*assign)};
}

Result<ClientFrame> decode_command(Json& json) {
  Result<Json> body = take_member(json, "body");
  if (!body && body.error().code == Code::malformed) {
    return body.error();
  }
  const Result<CommandHead> head = read_frame<CommandHead>(json);
  if (!head) {
    return head.error();
  }
  if (!body) {
    return body.error();
  }
  FieldReader reader(1, false);
  std::optional<core::Command> command = read_named<core::Command>(head->command, *body, reader);
  if (!command) {
    return refuse(Code::unknown_type, "command", "no command has this name");
  }
  if (!reader.faults().empty()) {
    Refusal refusal = fault_refusal(reader.faults().front());
    if (refusal.field.empty()) {
      refusal.field = "body";
    }
    return refusal;
  }
  return ClientFrame{CommandFrame{head->number, std::move(*command)}};
}

Result<ClientFrame> decode_object(Json& json) {
  const Result<Json> type = take_member(json, "type");
  if (!type) {
    return type.error();
  }
  if (type->kind != JsonKind::text) {
    return refuse(Code::wrong_type, "type", "must be a text");
  }
  if (type->text == Hello::name) {
    return decode_hello(json);
  }
  if (type->text == CommandFrame::name) {
    return decode_command(json);
  }
  if (type->text == Assign::name) {
    return decode_assign(json);
  }
  if (type->text == ClockAsk::name) {
    const Result<ClockAsk> ask = read_frame<ClockAsk>(json);
    return ask ? Result<ClientFrame>{ClientFrame{*ask}} : Result<ClientFrame>{ask.error()};
  }
  return refuse(Code::unknown_type, "type", "no frame from a client has this type");
}

Refusal parse_refusal(std::string_view bytes, const ParsedJson& parsed) {
  if (parsed.fault == JsonFault::too_deep) {
    return refuse(Code::malformed, "", "more than " + std::to_string(limits::json_depth_max) + " levels");
  }
  if (!utf8_length(bytes)) {
    return refuse(Code::malformed, "", "not UTF-8");
  }
  return refuse(Code::malformed, "", "not JSON, at byte " + std::to_string(parsed.at));
}

}  // namespace

Decoded decode_frame(std::string_view bytes) {
  if (bytes.size() > static_cast<std::size_t>(limits::frame_bytes_max)) {
    return {std::nullopt,
            refuse(Code::too_long, "", "a frame has at most " + std::to_string(limits::frame_bytes_max) + " bytes")};
  }
  ParsedJson parsed = parse_json(bytes, limits::json_depth_max);
  if (parsed.fault != JsonFault::none) {
    return {std::nullopt, parse_refusal(bytes, parsed)};
  }
  if (parsed.value.kind != JsonKind::object) {
    return {std::nullopt, refuse(Code::malformed, "", "a frame is an object")};
  }
  const std::optional<std::uint64_t> number = readable_number(parsed.value);
  return {number, decode_object(parsed.value)};
}

}  // namespace tablee::wire
