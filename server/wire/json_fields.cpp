#include "wire/json_fields.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace tablee::wire {
namespace {

// How much of a path is sent back: every path of ours is shorter, but a stranger's member may have any name.
constexpr std::size_t echoed_bytes_max = 96;

std::string cut_between_letters(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) {
    return std::string{text};
  }
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) {
    --end;
  }
  return std::string{text.substr(0, end)};
}

std::string_view escape_of(char letter) {
  switch (letter) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    default:
      return {};
  }
}

bool is_plain(char letter) {
  return static_cast<unsigned char>(letter) >= 0x20 && letter != '"' && letter != '\\';
}

std::string_view expected_words(Expected expected) {
  switch (expected) {
    case Expected::text:
      return "a text";
    case Expected::integer:
      return "an integer";
    case Expected::boolean:
      return "true or false";
    case Expected::list:
      return "a list";
    case Expected::object:
      return "an object";
    case Expected::choice:
      return "one of the names of the list";
    case Expected::id:
      return "an id, an integer above 0";
  }
  return "";
}

std::string_view unit_words(Expected expected) {
  return expected == Expected::text ? " characters" : expected == Expected::list ? " items" : "";
}

std::string joined(const std::vector<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names) {
    out += (out.empty() ? "" : ", ") + std::string{name};
  }
  return out;
}

std::string bounds_words(const Fault& fault) {
  if (!fault.possible.empty()) {
    return "must be one of " + joined(fault.possible);
  }
  std::string out = "must be between " + std::to_string(fault.bounds.min) + " and " + std::to_string(fault.bounds.max);
  return out.append(unit_words(fault.expected));
}

}  // namespace

void append_text(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char letter = text[at];
    if (is_plain(letter)) {
      continue;
    }
    out.append(text, done, at - done);
    done = at + 1;
    if (const std::string_view escape = escape_of(letter); !escape.empty()) {
      out += escape;
    } else {
      out += "\\u00";
      out += hex[static_cast<unsigned char>(letter) >> 4U];
      out += hex[static_cast<unsigned char>(letter) & 15U];
    }
  }
  out.append(text, done);
  out += '"';
}

std::string fault_sentence(const Fault& fault) {
  switch (fault.code) {
    case Code::unknown_field:
      return "there is no such member here; there are: " + joined(fault.possible);
    case Code::missing_field:
      return "this member must be there, " + std::string{expected_words(fault.expected)};
    case Code::wrong_type:
      return "must be " + std::string{expected_words(fault.expected)};
    case Code::malformed:
      return "this member is given twice";
    default:
      return bounds_words(fault);
  }
}

Refusal fault_refusal(const Fault& fault) {
  const std::string_view path = std::string_view{fault.pointer}.substr(fault.pointer.empty() ? 0 : 1);
  return refuse(fault.code, cut_between_letters(path, echoed_bytes_max), fault_sentence(fault));
}

std::string FieldReader::pointer() const {
  std::string out;
  for (const Place& place : path_) {
    out += '/';
    if (place.is_item) {
      out += std::to_string(place.index);
      continue;
    }
    for (const char letter : place.name) {
      if (letter == '~') {
        out += "~0";
      } else if (letter == '/') {
        out += "~1";
      } else {
        out += letter;
      }
    }
  }
  return out;
}

void FieldReader::note(Code code, Expected expected, const Bounds& bounds, std::vector<std::string_view> possible) {
  if (!full()) {
    faults_.push_back({code, pointer(), expected, bounds, std::move(possible)});
  }
}

void FieldReader::read_boolean(const Json& json, bool& out) {
  if (json.kind != JsonKind::boolean) {
    note(Code::wrong_type, Expected::boolean);
    return;
  }
  out = json.truth;
}

void FieldReader::read_text(const Json& json, std::string& out, const Bounds& bounds) {
  if (json.kind != JsonKind::text) {
    note(Code::wrong_type, Expected::text);
    return;
  }
  // The parser has checked that it is UTF-8.
  const std::int64_t length = utf8_length(json.text).value_or(0);
  if (length > bounds.max) {
    note(Code::too_long, Expected::text, bounds);
  } else if (length < bounds.min) {
    note(Code::out_of_range, Expected::text, bounds);
  } else {
    out = json.text;
  }
}

void FieldReader::read_integer(const Json& json, std::int64_t& out, const Bounds& bounds) {
  constexpr auto highest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (json.kind != JsonKind::integer && json.kind != JsonKind::huge) {
    note(Code::wrong_type, Expected::integer);
    return;
  }
  if (json.kind == JsonKind::huge || json.magnitude > highest) {
    note(Code::out_of_range, Expected::integer, bounds);
    return;
  }
  const auto magnitude = static_cast<std::int64_t>(json.magnitude);
  const std::int64_t value = json.negative ? -magnitude : magnitude;
  if (value < bounds.min || value > bounds.max) {
    note(Code::out_of_range, Expected::integer, bounds);
    return;
  }
  out = value;
}

void FieldReader::read_unsigned(const Json& json, std::uint64_t& out, const Bounds& bounds) {
  std::int64_t value = 0;
  const std::size_t before = faults_.size();
  read_integer(json, value, bounds);
  if (faults_.size() == before) {
    out = static_cast<std::uint64_t>(value);
  }
}

void FieldReader::read_id(const Json& json, std::uint32_t& out) {
  const Bounds bounds = between(zero_ids_ ? 0 : 1, std::numeric_limits<std::uint32_t>::max());
  std::int64_t value = 0;
  const std::size_t before = faults_.size();
  read_integer(json, value, bounds);
  if (faults_.size() == before) {
    out = static_cast<std::uint32_t>(value);
  }
}

std::optional<std::size_t> FieldReader::read_choice(const Json& json, const std::string_view* names, std::size_t count,
                                                    Code unknown) {
  if (json.kind != JsonKind::text) {
    note(Code::wrong_type, Expected::choice);
    return std::nullopt;
  }
  const auto* found = std::find(names, names + count, json.text);
  if (found == names + count) {
    note(unknown, Expected::choice, {}, {names, names + count});
    return std::nullopt;
  }
  return static_cast<std::size_t>(found - names);
}

bool FieldReader::read_list(const Json& json, const Bounds& bounds) {
  if (json.kind != JsonKind::list) {
    note(Code::wrong_type, Expected::list);
    return false;
  }
  const auto size = static_cast<std::int64_t>(json.items.size());
  if (size > bounds.max) {
    note(Code::too_long, Expected::list, bounds);
    return false;
  }
  if (size < bounds.min) {
    note(Code::out_of_range, Expected::list, bounds);
    return false;
  }
  return true;
}

void FieldReader::check_members(const Json& json, const std::string_view* names, std::size_t count) {
  std::vector<bool> seen(count, false);
  for (const std::string& name : json.names) {
    if (full()) {
      return;
    }
    const auto* found = std::find(names, names + count, name);
    path_.push_back({name, 0, false});
    if (found == names + count) {
      note(Code::unknown_field, Expected::object, {}, {names, names + count});
    } else if (seen[static_cast<std::size_t>(found - names)]) {
      note(Code::malformed, Expected::object);
    } else {
      seen[static_cast<std::size_t>(found - names)] = true;
    }
    path_.pop_back();
  }
}

}  // namespace tablee::wire
