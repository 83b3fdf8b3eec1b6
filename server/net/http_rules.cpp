#include "net/http_rules.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace tablee::net {

namespace {

// ASCII only: header values are compared, never words people typed.
char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool same(std::string_view left, std::string_view right) {
  return left.size() == right.size() &&
         std::equal(left.begin(), left.end(), right.begin(), [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) {
    text.remove_prefix(1);
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) {
    text.remove_suffix(1);
  }
  return text;
}

template <class Visitor>
void for_each_item(std::string_view list, Visitor visit) {
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    visit(trimmed(list.substr(0, comma)));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
}

bool is_address(std::string_view text, int family) {
  unsigned char bytes[16];
  return inet_pton(family, std::string(text).c_str(), bytes) == 1;
}

bool is_port(std::string_view text) {
  return text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

// "q=0", "q=0.0" and their like; anything else counts as a weight above 0.
bool weight_is_zero(std::string_view parameter) {
  if (parameter.size() < 3 || lower(parameter[0]) != 'q' || parameter[1] != '=') {
    return false;
  }
  return parameter.find_first_not_of("0.", 2) == std::string_view::npos;
}

int hex_digit(char sign) {
  const char small = lower(sign);
  return small >= '0' && small <= '9' ? small - '0' : small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// Digits alone; nothing otherwise.
std::optional<std::size_t> count_in(std::string_view text) {
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(value)
                                                                                   : std::nullopt;
}

}  // namespace

bool host_is_ours(std::string_view host, const std::vector<std::string>& names) {
  if (host.starts_with('[')) {
    const std::size_t end = host.find(']');
    if (end == std::string_view::npos || !is_address(host.substr(1, end - 1), AF_INET6)) {
      return false;
    }
    const std::string_view rest = host.substr(end + 1);
    return rest.empty() || (rest.front() == ':' && is_port(rest.substr(1)));
  }
  const std::size_t colon = std::min(host.find(':'), host.size());
  if (colon < host.size() && !is_port(host.substr(colon + 1))) {
    return false;
  }
  std::string_view name = host.substr(0, colon);
  if (is_address(name, AF_INET) || same(name, "localhost")) {
    return true;
  }
  return !name.empty() &&
         std::any_of(names.begin(), names.end(), [&](const std::string& known) { return same(name, known); });
}

bool origin_matches(std::string_view origin, std::string_view host) {
  for (const std::string_view scheme : {std::string_view("http://"), std::string_view("https://")}) {
    if (origin.size() > scheme.size() && same(origin.substr(0, scheme.size()), scheme)) {
      return same(origin.substr(scheme.size()), host);
    }
  }
  return false;
}

bool accepts_gzip(std::string_view accept_encoding) {
  bool accepted = false;
  for_each_item(accept_encoding, [&](std::string_view item) {
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view coding = trimmed(item.substr(0, semicolon));
    const std::string_view weight = trimmed(item.substr(std::min(semicolon + 1, item.size())));
    if (same(coding, "gzip") || same(coding, "x-gzip")) {
      accepted = !weight_is_zero(weight);
    }
  });
  return accepted;
}

bool list_has(std::string_view list, std::string_view token) {
  bool found = false;
  for_each_item(list, [&](std::string_view item) { found = found || same(item, token); });
  return found;
}

std::string_view path_of(std::string_view target) {
  if (target.empty() || target.front() != '/') {
    return {};
  }
  return target.substr(0, target.find('?'));
}

std::string_view query_of(std::string_view target) {
  const std::size_t mark = target.find('?');
  return mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
}

std::optional<std::string> form_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '%') {
      decoded.push_back(text[at] == '+' ? ' ' : text[at]);
      continue;
    }
    const int high = at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[at + 2]) : -1;
    if (low < 0) {
      return std::nullopt;
    }
    decoded.push_back(static_cast<char>(high * 16 + low));
    at += 2;
  }
  return decoded;
}

RangeAnswer range_of(std::string_view header, std::size_t size) {
  constexpr std::string_view unit = "bytes=";
  const std::string_view range = trimmed(header);
  if (!range.starts_with(unit) || range.find(',') != std::string_view::npos) {
    return {};
  }
  const std::string_view ends = range.substr(unit.size());
  const std::size_t dash = ends.find('-');
  if (dash == std::string_view::npos) {
    return {};
  }
  const auto first = count_in(ends.substr(0, dash));
  const auto last = count_in(ends.substr(dash + 1));
  if (dash == 0 && last) {
    // The last so many bytes.
    return *last == 0 || size == 0 ? RangeAnswer{RangeAsked::impossible, {}}
                                   : RangeAnswer{RangeAsked::part, {size - std::min(*last, size), size - 1}};
  }
  if (!first || (!last && dash + 1 != ends.size()) || (last && *last < *first)) {
    return {};
  }
  if (*first >= size) {
    return {RangeAsked::impossible, {}};
  }
  return {RangeAsked::part, {*first, last ? std::min(*last, size - 1) : size - 1}};
}

}  // namespace tablee::net
