// wire/json.h: a JSON text as a small tree that remembers what field lists have to know. Private to wire.
//
// Shape    Objects keep their members in order, repeated ones included. Integers keep sign and magnitude; a number
//          with a point or an exponent is `real`, whatever its value; an integer past 64 bits is `huge`.
// Errors   Refused: bytes that are not UTF-8 or not RFC 8259 JSON, a byte order mark, a NUL byte anywhere (the
//          parsing library takes one for the end of the text), unpaired surrogate escapes, more than `depth_max` open
//          levels.
// Source   RFC 8259, read by the SAX parser of nlohmann/json. Its own tree is not used: it drops repeated members and
//          turns large integers into floating-point numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tablee::wire {

enum class JsonKind { null, boolean, integer, huge, real, text, list, object };

struct Json {
  JsonKind kind = JsonKind::null;
  bool truth = false;           // boolean
  bool negative = false;        // integer, huge
  std::uint64_t magnitude = 0;  // integer
  std::string text;
  std::vector<std::string> names;  // object: one for each item
  std::vector<Json> items;         // list, object

  // The first member of this name, or nullptr; also when this is not an object.
  const Json* member(std::string_view name) const;
};

enum class JsonFault { none, syntax, too_deep };

struct ParsedJson {
  Json value;  // meaningful when fault is none
  JsonFault fault = JsonFault::none;
  std::size_t at = 0;  // the byte where reading stopped
};

ParsedJson parse_json(std::string_view text, std::int64_t depth_max);

}  // namespace tablee::wire
