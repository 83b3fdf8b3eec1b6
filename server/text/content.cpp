#include "text/content.h"

#include "text/any.h"
#include "text/lib0.h"
#include "text/utf16.h"

namespace tablee::text {
namespace {

// Where an element of a list of values or of JSON texts starts.
std::size_t element_at(Kind kind, std::string_view content, std::uint32_t element) {
  Reader reader(content);
  for (std::uint32_t i = 0; i < element; ++i) {
    if (kind == Kind::any) {
      skip_any(reader);
    } else {
      reader.var_bytes();
    }
  }
  return content.size() - reader.left();
}

}  // namespace

bool can_join(Kind kind) {
  return kind == Kind::string || kind == Kind::any || kind == Kind::json || kind == Kind::deleted;
}

std::string content_from(Kind kind, std::string_view content, std::uint32_t length, std::uint32_t unit) {
  if (kind == Kind::string) {
    return content.size() == length ? std::string(content.substr(unit)) : text_from(content, unit);
  }
  if (kind == Kind::any || kind == Kind::json) {
    return std::string(content.substr(element_at(kind, content, unit)));
  }
  return {};
}

void cut_content(Item& item, std::uint32_t unit, Payload& rest) {
  const std::string_view whole = item.content.view();
  if (item.kind == Kind::any || item.kind == Kind::json || (item.kind == Kind::string && whole.size() == item.length)) {
    const std::size_t at = item.kind == Kind::string ? unit : element_at(item.kind, whole, unit);
    rest.assign(whole.substr(at));
    item.content.cut(static_cast<std::uint32_t>(at));
  } else if (item.kind == Kind::string) {
    rest.assign(text_from(whole, unit));
    const Cut cut = cut_at(whole, unit);
    item.content.cut(static_cast<std::uint32_t>(cut.byte));
    if (cut.inside_pair) {
      item.content.append(half_pair);
    }
  }
}

TypeContent read_type_content(std::string_view content) {
  Reader reader(content);
  TypeContent read;
  read.number = static_cast<std::uint8_t>(reader.var_uint());
  if (!reader.at_end()) {
    read.name = reader.var_bytes();
  }
  return read;
}

}  // namespace tablee::text
