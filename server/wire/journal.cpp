#include "wire/journal.h"

#include <charconv>
#include <variant>

#include "wire/json_fields.h"

namespace tablee::wire {
namespace {

// Stored bodies are made from field lists two or three levels deep.
constexpr std::int64_t stored_depth_max = 16;

template <class Variant>
std::string name_of(const Variant& value) {
  return std::visit([]<class T>(const T&) { return std::string{T::name}; }, value);
}

template <class Variant>
std::string body_of(const Variant& value) {
  std::string body;
  std::visit([&](const auto& each) { append_value(body, each); }, value);
  return body;
}

template <class Variant>
Result<Variant> decode_stored(std::string_view name, std::string_view body, bool zero_ids) {
  const ParsedJson parsed = parse_json(body, stored_depth_max);
  if (parsed.fault != JsonFault::none) {
    return refuse(Code::malformed, "body", "not JSON, at byte " + std::to_string(parsed.at));
  }
  FieldReader reader(1, zero_ids);
  std::optional<Variant> found = read_named<Variant>(name, parsed.value, reader);
  if (!found) {
    return refuse(Code::unknown_type, "type", "this program knows nothing called " + std::string{name});
  }
  if (!reader.faults().empty()) {
    return fault_refusal(reader.faults().front());
  }
  return std::move(*found);
}

struct NumberedRole {
  std::string_view prefix;
  core::Role role;
};

constexpr std::array<NumberedRole, 3> numbered_roles{
    {{"participant/", core::Role::participant}, {"table/", core::Role::table}, {"companion/", core::Role::companion}}};

// A positive number written in the one way there is: digits only, no leading zero.
std::optional<std::uint32_t> parse_id(std::string_view digits) {
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stopped, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc{} || stopped != end || value == 0 || digits.starts_with('0')) {
    return std::nullopt;
  }
  return value;
}

}  // namespace

StoredEvent encode_event(const core::Event& event) {
  return {name_of(event), body_of(event)};
}

Result<core::Event> decode_event(std::string_view type, std::string_view body) {
  return decode_stored<core::Event>(type, body, false);
}

StoredRecord encode_record(const core::Record& record) {
  return {name_of(record), body_of(record)};
}

// A card belongs to a person, or to a table, or to the experts, or to the facilitator: the ids it does not use are 0.
Result<core::Record> decode_record(std::string_view kind, std::string_view body) {
  return decode_stored<core::Record>(kind, body, true);
}

std::string encode_subject(const core::Subject& subject) {
  switch (subject.role) {
    case core::Role::participant:
      return "participant/" + std::to_string(subject.person.value);
    case core::Role::table:
      return "table/" + std::to_string(subject.table.value);
    case core::Role::facilitator:
      return "facilitator";
    case core::Role::expert:
      return "expert";
    case core::Role::captioner:
      return "captioner";
    case core::Role::companion:
      return "companion/" + std::to_string(subject.person.value);
    case core::Role::projector:
      return "projector";
  }
  check_failed(__FILE__, __LINE__, "a role of the list");
}

Result<core::Subject> decode_subject(std::string_view text) {
  if (text == "facilitator") {
    return core::Subject{core::Role::facilitator, {}, {}};
  }
  if (text == "expert") {
    return core::Subject{core::Role::expert, {}, {}};
  }
  if (text == "captioner") {
    return core::Subject{core::Role::captioner, {}, {}};
  }
  // The host's own commands come from nobody; their number is 0.
  if (text == "projector" || text == "host") {
    return core::Subject{};
  }
  for (const auto& [prefix, role] : numbered_roles) {
    if (!text.starts_with(prefix)) {
      continue;
    }
    if (const auto id = parse_id(text.substr(prefix.size()))) {
      return role == core::Role::table ? core::Subject{role, {}, {*id}} : core::Subject{role, {*id}, {}};
    }
  }
  return refuse(Code::malformed, "subject", "no subject is written like this");
}

}  // namespace tablee::wire
