#include "text/format.h"

#include "text/lib0.h"

namespace tablee::text {

Format read_format(std::string_view content) {
  Reader reader(content);
  const std::string_view name = reader.var_bytes();
  return {name, reader.var_bytes()};
}

void change_formats(Formats& formats, std::string_view content) {
  const Format format = read_format(content);
  if (format.json == "null") {
    if (const auto at = formats.find(format.name); at != formats.end()) {
      formats.erase(at);
    }
  } else {
    formats.insert_or_assign(std::string(format.name), std::string(format.json));
  }
}

bool is_superfluous(const Formats& formats, std::string_view content) {
  const Format format = read_format(content);
  const auto at = formats.find(format.name);
  return format.json == (at == formats.end() ? std::string_view("null") : std::string_view(at->second));
}

}  // namespace tablee::text
