// text/content.h: what items hold, cut and joined. Used by the sources of this module only.
//
// Source   Yjs 13.6, Content*.js: texts, lists of values, lists of JSON texts and deleted units can be cut and joined;
//          every other content is one unit.
#pragma once

#include <string>
#include <string_view>

#include "text/store.h"

namespace tablee::text {

bool can_join(Kind kind);
// Content as on the wire, from one of its units on.
std::string content_from(Kind kind, std::string_view content, std::uint32_t length, std::uint32_t unit);
// Keeps the first units of an item's content and gives the others to `rest`.
void cut_content(Item& item, std::uint32_t unit, Payload& rest);
// The type number and the name in the content of a struct of kind `type`.
struct TypeContent {
  std::uint8_t number = 0;
  std::string_view name;
};
TypeContent read_type_content(std::string_view content);

}  // namespace tablee::text
