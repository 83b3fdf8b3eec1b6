#include "cast.h"

#include <vector>

#include "base/sha256.h"
#include "core/writing.h"

namespace tablee::transcripts {

PersonId Cast::person(const std::string& name) const {
  const auto found = people_.find(name);
  return found == people_.end() ? PersonId{} : found->second;
}

Fault Cast::fill_in(const core::State& state, std::string& line) const {
  constexpr std::string_view opening = "{{";
  constexpr std::string_view closing = "}}";
  std::size_t at = 0;
  while ((at = line.find(opening, at)) != std::string::npos) {
    const std::size_t end = line.find(closing, at);
    if (end == std::string::npos) {
      return "";  // two braces of JSON, not ours
    }
    std::string value;
    const std::string what = line.substr(at + opening.size(), end - at - opening.size());
    if (Fault fault = secret(state, what, value); !fault.empty()) {
      return fault;
    }
    line.replace(at, end + closing.size() - at, value);
    at += value.size();
  }
  return "";
}

Fault Cast::secret(const core::State& state, std::string_view what, std::string& value) const {
  constexpr std::string_view text = "text ";
  if (what.substr(0, text.size()) == text) {
    value = std::to_string(core::text_revision(what.substr(text.size())));
    return "";
  }
  const std::vector<std::string> words = cut_into_words(what);
  if (words.size() == 1 && words[0] == "console_token") {
    value = state.facilitator.token;
    return "";
  }
  if (words.size() == 2 && words[0] == "key") {
    value = to_hex(sha256("ballot key " + words[1])).substr(0, 32);
    return "";
  }
  if (words.size() == 2 && words[0] == "table_code") {
    const auto card = state.table_cards.find(TableId{static_cast<std::uint32_t>(read_number(words[1]))});
    value = card == state.table_cards.end() ? "" : card->second.code;
    return value.empty() ? "no such table: " + words[1] : "";
  }
  if (words.size() == 2 && (words[0] == "code" || words[0] == "token")) {
    const auto card = state.cards.find(person(words[1]));
    if (card == state.cards.end()) {
      return "nobody is called " + words[1];
    }
    value = words[0] == "code" ? card->second.code : card->second.token;
    return "";
  }
  return "no such secret: {{" + std::string(what) + "}}";
}

}  // namespace tablee::transcripts
