#include "text/any.h"

#include "text/float_text.h"
#include "text/limits.h"

namespace tablee::text {
namespace {

enum Tag : std::uint8_t {
  tag_bytes = 116,
  tag_list = 117,
  tag_object = 118,
  tag_text = 119,
  tag_true = 120,
  tag_false = 121,
  tag_integer_64 = 122,
  tag_float_64 = 123,
  tag_float_32 = 124,
  tag_integer = 125,
  tag_null = 126,
  tag_undefined = 127
};

void skip_one(Reader& reader, int depth) {
  const std::uint8_t tag = reader.byte();
  switch (tag) {
    case tag_undefined:
    case tag_null:
    case tag_true:
    case tag_false:
      return;
    case tag_integer:
      reader.var_int();
      return;
    case tag_float_32:
      reader.bytes(4);
      return;
    case tag_float_64:
    case tag_integer_64:
      reader.bytes(8);
      return;
    case tag_text:
      reader.var_string();
      return;
    case tag_bytes:
      reader.var_bytes();
      return;
    case tag_object:
    case tag_list: {
      if (depth >= limits::value_depth_max) {
        reader.fail();
      }
      const std::uint64_t count = reader.var_uint();
      for (std::uint64_t i = 0; i < count && !reader.failed(); ++i) {
        if (tag == tag_object) {
          reader.var_string();
        }
        skip_one(reader, depth + 1);
      }
      return;
    }
    default:
      reader.fail();
  }
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char byte : bytes) {
    value = (value << 8) | static_cast<unsigned char>(byte);
  }
  return value;
}

void append_list(Reader& reader, bool named, std::string& json) {
  json.push_back(named ? '{' : '[');
  const std::uint64_t count = reader.var_uint();
  for (std::uint64_t i = 0; i < count && !reader.failed(); ++i) {
    if (i > 0) {
      json.push_back(',');
    }
    if (named) {
      append_json_string(reader.var_string(), json);
      json.push_back(':');
    }
    append_any_as_json(reader, json);
  }
  json.push_back(named ? '}' : ']');
}

}  // namespace

void skip_any(Reader& reader) {
  skip_one(reader, 0);
}

void append_json_string(std::string_view utf8, std::string& json) {
  constexpr std::string_view hex = "0123456789abcdef";
  json.push_back('"');
  for (const char c : utf8) {
    const auto value = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      json.push_back('\\');
      json.push_back(c);
    } else if (value < 0x20) {
      json.append("\\u00");
      json.push_back(hex[value >> 4]);
      json.push_back(hex[value & 15]);
    } else {
      json.push_back(c);
    }
  }
  json.push_back('"');
}

void append_binary_as_json(std::string_view bytes, std::string& json) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  json.append(R"({"$":"bin","v":")");
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    const std::string_view group = bytes.substr(i, 3);
    const std::uint64_t bits = big_endian(group) << (8 * (3 - group.size()));
    for (std::size_t letter = 0; letter < 4; ++letter) {
      json.push_back(letter <= group.size() ? letters[(bits >> (18 - 6 * letter)) & 63] : '=');
    }
  }
  json.append("\"}");
}

void append_any_as_json(Reader& reader, std::string& json) {
  switch (reader.byte()) {
    case tag_null:
      json.append("null");
      return;
    case tag_true:
      json.append("true");
      return;
    case tag_false:
      json.append("false");
      return;
    case tag_integer: {
      const Reader::SignedInteger value = reader.var_int();
      json.append(value.negative && value.magnitude > 0 ? "-" : "").append(std::to_string(value.magnitude));
      return;
    }
    case tag_float_32:
      append_float_32(static_cast<std::uint32_t>(big_endian(reader.bytes(4))), json);
      return;
    case tag_float_64:
      append_float_64(big_endian(reader.bytes(8)), json);
      return;
    case tag_integer_64:
      json.append(R"({"$":"big","v":")")
          .append(std::to_string(static_cast<std::int64_t>(big_endian(reader.bytes(8)))))
          .append("\"}");
      return;
    case tag_text:
      append_json_string(reader.var_string(), json);
      return;
    case tag_object:
      append_list(reader, true, json);
      return;
    case tag_list:
      append_list(reader, false, json);
      return;
    case tag_bytes:
      append_binary_as_json(reader.var_bytes(), json);
      return;
    default:
      json.append(R"({"$":"undef"})");
  }
}

}  // namespace tablee::text
