// text/format.h: the formats that hold at a place of a text, names and JSON values. Used by this module only.
//
// Source   Yjs 13.6, YText.js (updateCurrentAttributes): null ends a format.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tablee::text {

using Formats = std::map<std::string, std::string, std::less<>>;

// The content of an item of kind `format`.
struct Format {
  std::string_view name;
  std::string_view json;
};
Format read_format(std::string_view content);

void change_formats(Formats& formats, std::string_view content);
// Changing the formats so would change nothing.
bool is_superfluous(const Formats& formats, std::string_view content);

}  // namespace tablee::text
