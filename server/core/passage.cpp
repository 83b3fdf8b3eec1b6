#include "core/passage.h"

namespace tablee::core {
namespace {

// The bytes of the white space that begins here; 0: none does.
std::size_t space_at(std::string_view text, std::size_t at) {
  const char first = text[at];
  if (first == ' ' || first == '\n' || first == '\t' || first == '\r') {
    return 1;
  }
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("\u00a0")) {
    return 2;
  }
  return rest.starts_with("\u202f") || rest.starts_with("\u2009") ? 3 : 0;
}

}  // namespace

std::string with_single_spaces(std::string_view text) {
  std::string single;
  single.reserve(text.size());
  bool space_before = false;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t bytes = space_at(text, at); bytes != 0) {
      space_before = true;
      at += bytes;
      continue;
    }
    if (space_before && !single.empty()) {
      single += ' ';
    }
    space_before = false;
    single += text[at++];
  }
  return single;
}

bool holds_passage(std::string_view text, std::string_view quote, std::int64_t occurrence) {
  const std::string within = with_single_spaces(text);
  const std::string wanted = with_single_spaces(quote);
  if (wanted.empty()) {
    return false;
  }
  std::size_t place = within.find(wanted);
  for (std::int64_t found = 1; place != std::string::npos; ++found) {
    if (found == occurrence) {
      return true;
    }
    place = within.find(wanted, place + 1);
  }
  return false;
}

}  // namespace tablee::core
