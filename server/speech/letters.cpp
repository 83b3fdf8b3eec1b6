#include "speech/letters.h"

namespace tablee::speech {

std::u32string to_code_points(std::string_view utf8) {
  std::u32string text;
  text.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) {
    const auto first = static_cast<unsigned char>(utf8[at]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    constexpr unsigned char payload_of[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
    char32_t sign = first & payload_of[length];
    for (std::size_t next = 1; next < length && at + next < utf8.size(); ++next) {
      sign = (sign << 6) | (static_cast<unsigned char>(utf8[at + next]) & 0x3F);
    }
    text.push_back(sign);
    at += length;
  }
  return text;
}

std::string to_utf8(std::u32string_view text) {
  std::string bytes;
  bytes.reserve(text.size() * 2);
  const auto put = [&bytes](char32_t value) { bytes.push_back(static_cast<char>(static_cast<unsigned char>(value))); };
  for (const char32_t sign : text) {
    if (sign < 0x80) {
      put(sign);
    } else if (sign < 0x800) {
      put(0xC0 | (sign >> 6));
      put(0x80 | (sign & 0x3F));
    } else if (sign < 0x10000) {
      put(0xE0 | (sign >> 12));
      put(0x80 | ((sign >> 6) & 0x3F));
      put(0x80 | (sign & 0x3F));
    } else {
      put(0xF0 | (sign >> 18));
      put(0x80 | ((sign >> 12) & 0x3F));
      put(0x80 | ((sign >> 6) & 0x3F));
      put(0x80 | (sign & 0x3F));
    }
  }
  return bytes;
}

bool is_digit(char32_t sign) {
  return sign >= U'0' && sign <= U'9';
}

bool is_letter(char32_t sign) {
  return (sign >= U'a' && sign <= U'z') || (sign >= U'A' && sign <= U'Z') ||
         (sign >= 0xC0 && sign <= 0x24F && sign != 0xD7 && sign != 0xF7);
}

bool is_capital(char32_t sign) {
  return (sign >= U'A' && sign <= U'Z') || (sign >= 0xC0 && sign <= 0xDE && sign != 0xD7) || sign == U'Œ';
}

bool is_space(char32_t sign) {
  return sign == U' ' || sign == U'\t' || sign == 0xA0 || (sign >= 0x2000 && sign <= 0x200A) || sign == 0x202F;
}

bool is_apostrophe(char32_t sign) {
  return sign == U'\'' || sign == U'’';
}

bool is_dash(char32_t sign) {
  return sign == U'-' || sign == 0x2010 || sign == 0x2011 || sign == U'–';
}

char32_t sign_at(std::u32string_view text, std::size_t at) {
  return at < text.size() ? text[at] : U'\0';
}

std::size_t letters_from(std::u32string_view text, std::size_t at) {
  std::size_t length = 0;
  while (is_letter(sign_at(text, at + length))) {
    ++length;
  }
  return length;
}

std::size_t spaces_from(std::u32string_view text, std::size_t at) {
  std::size_t length = 0;
  while (is_space(sign_at(text, at + length))) {
    ++length;
  }
  return length;
}

bool begins_word(std::u32string_view text, std::size_t at) {
  return at == 0 || (!is_letter(text[at - 1]) && !is_digit(text[at - 1]));
}

bool stands_at(std::u32string_view text, std::size_t at, std::u32string_view words) {
  if (at > text.size() || text.substr(at, words.size()) != words) {
    return false;
  }
  const char32_t next = sign_at(text, at + words.size());
  const char32_t last = words.empty() ? U'\0' : words.back();
  return !(is_letter(last) || is_digit(last)) || !(is_letter(next) || is_digit(next));
}

void replace_all(std::u32string& text, std::u32string_view from, std::u32string_view to) {
  for (std::size_t at = text.find(from); at != std::u32string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

}  // namespace tablee::speech
