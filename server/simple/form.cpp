#include "simple/form.h"

#include <algorithm>
#include <charconv>

#include "base/sha256.h"
#include "base/utf8.h"

namespace tablee::simple {
namespace {

int value_of(char digit) {
  if (digit >= '0' && digit <= '9') {
    return digit - '0';
  }
  if (digit >= 'a' && digit <= 'f') {
    return digit - 'a' + 10;
  }
  return digit >= 'A' && digit <= 'F' ? digit - 'A' + 10 : -1;
}

std::optional<std::string> decoded(std::string_view encoded) {
  std::string out;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] == '+') {
      out += ' ';
    } else if (encoded[i] != '%') {
      out += encoded[i];
    } else {
      const int high = i + 2 < encoded.size() ? value_of(encoded[i + 1]) : -1;
      const int low = i + 2 < encoded.size() ? value_of(encoded[i + 2]) : -1;
      if (high < 0 || low < 0) {
        return std::nullopt;
      }
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  if (out.find('\0') != std::string::npos || !utf8_length(out)) {
    return std::nullopt;
  }
  std::string lines;
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] != '\r' || i + 1 >= out.size() || out[i + 1] != '\n') {
      lines += out[i];
    }
  }
  return lines;
}

std::string_view before(std::string_view& rest, char end) {
  const std::size_t at = std::min(rest.find(end), rest.size());
  const std::string_view part = rest.substr(0, at);
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return part;
}

}  // namespace

Result<Form> Form::parse(std::string_view encoded) {
  Form form;
  while (!encoded.empty()) {
    std::string_view pair = before(encoded, '&');
    if (pair.empty()) {
      continue;
    }
    const auto name = decoded(before(pair, '='));
    const auto value = decoded(pair);
    if (!name || !value) {
      return refuse(Code::malformed, "", "A field of the form is not percent-encoded UTF-8.");
    }
    if (name->size() > field_name_bytes_max || form.fields_.size() == form_fields_max) {
      return refuse(Code::too_many, "", "The form has too many fields, or a name that is too long.");
    }
    form.fields_.emplace_back(*name, *value);
  }
  return form;
}

std::string_view Form::get(std::string_view name) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(), [&](const auto& each) { return each.first == name; });
  return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view cookie(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    std::string_view pair = before(header, ';');
    while (!pair.empty() && pair.front() == ' ') {
      pair.remove_prefix(1);
    }
    if (before(pair, '=') == name) {
      return pair;
    }
  }
  return {};
}

bool is_hex(std::string_view text, std::size_t digits) {
  return text.size() == digits && std::all_of(text.begin(), text.end(), [](char each) {
           return (each >= '0' && each <= '9') || (each >= 'a' && each <= 'f');
         });
}

std::optional<std::int64_t> whole_number(std::string_view typed) {
  while (!typed.empty() && typed.front() == ' ') {
    typed.remove_prefix(1);
  }
  while (!typed.empty() && typed.back() == ' ') {
    typed.remove_suffix(1);
  }
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
  if (typed.empty()) {
    return 0;
  }
  const bool whole = fault == std::errc() && end == typed.data() + typed.size() && typed.size() <= 6 && number >= 0;
  return whole && typed.front() != '-' ? std::optional(number) : std::nullopt;
}

std::optional<Session> Session::read(std::string_view value) {
  const std::string_view token = before(value, '.');
  if ((token != "-" && !is_hex(token, 32)) || !is_hex(value, 16)) {
    return std::nullopt;
  }
  return Session{token == "-" ? "" : std::string(token), std::string(value)};
}

std::optional<BallotSecret> BallotSecret::read(std::string_view value) {
  BallotSecret read{std::string(before(value, '.')), {}};
  if (!is_hex(read.secret, 32)) {
    return std::nullopt;
  }
  while (!value.empty()) {
    const auto poll = whole_number(before(value, '.'));
    if (!poll || *poll == 0 || read.polls.size() == polls_noted_max) {
      return std::nullopt;
    }
    read.polls.push_back(static_cast<std::uint32_t>(*poll));
  }
  return read;
}

std::string BallotSecret::written() const {
  std::string out = secret;
  for (const std::uint32_t poll : polls) {
    out += "." + std::to_string(poll);
  }
  return out;
}

bool BallotSecret::has(std::uint32_t poll) const {
  return std::find(polls.begin(), polls.end(), poll) != polls.end();
}

void BallotSecret::note(std::uint32_t poll) {
  if (!has(poll) && polls.size() < polls_noted_max) {
    polls.push_back(poll);
  }
}

std::string BallotSecret::key(std::uint32_t poll) const {
  return to_hex(sha256("tablee ballot " + secret + " " + std::to_string(poll))).substr(0, 32);
}

}  // namespace tablee::simple
