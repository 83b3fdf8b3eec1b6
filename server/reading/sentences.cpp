#include "reading/sentences.h"

#include <cstdint>

namespace tablee::reading {

namespace {

constexpr char32_t unreadable = 0xFFFD;
constexpr char32_t middle_dot = 0xB7;
constexpr char32_t ellipsis = 0x2026;

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

// Letters of French and of its neighbours; other scripts part words.
bool is_letter(char32_t c) {
  const bool ascii = (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return ascii || (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7);
}

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x202F;
}

char32_t lower(char32_t c) {
  if ((c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7)) {
    return c + 0x20;
  }
  if (c == 0x178) {
    return 0xFF;
  }
  return c == 0x152 ? char32_t{0x153} : c;
}

void append(std::string& bytes, char32_t c) {
  if (c < 0x80) {
    bytes += static_cast<char>(c);
  } else {
    // is_letter lets nothing above U+024F come here.
    bytes += static_cast<char>(0xC0 | (c >> 6));
    bytes += static_cast<char>(0x80 | (c & 0x3F));
  }
}

// How many bytes the code point at this place takes; 0 when they are not UTF-8.
std::size_t sequence_at(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    return 1;
  }
  const std::size_t length = first >= 0xF8 ? 0 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC0 ? 2 : 0;
  if (at + length > text.size()) {
    return 0;
  }
  for (std::size_t i = 1; i < length; ++i) {
    if ((static_cast<unsigned char>(text[at + i]) & 0xC0) != 0x80) {
      return 0;
    }
  }
  return length;
}

// Reads one text from left to right.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(code_points_of(text)) {}

  std::vector<Sentence> read() {
    while (at_ < text_.size()) {
      const char32_t c = text_[at_];
      if (c == U'{' && inserted()) {
        continue;
      }
      if (is_letter(c) || is_digit(c)) {
        word();
        continue;
      }
      if (ends_sentence(c)) {
        end_sentence();
      }
      ++at_;
    }
    end_sentence();
    return std::move(sentences_);
  }

 private:
  char32_t after(std::size_t place) const { return place + 1 < text_.size() ? text_[place + 1] : U'\n'; }
  char32_t before(std::size_t place) const { return place > 0 ? text_[place - 1] : U'\n'; }

  bool ends_sentence(char32_t c) const {
    if (c == U'\n') {
      return true;
    }
    if (c == middle_dot) {
      return is_space(before(at_)) && is_space(after(at_));
    }
    return (c == U'.' || c == U'!' || c == U'?' || c == ellipsis) && !is_letter(after(at_)) && !is_digit(after(at_));
  }

  void end_sentence() {
    if (!sentence_.empty()) {
      sentences_.push_back(std::move(sentence_));
      sentence_.clear();
    }
  }

  // {name}, when it is closed and holds nothing but letters, digits and _.
  bool inserted() {
    std::size_t end = at_ + 1;
    std::string name;
    while (end < text_.size() && (is_letter(text_[end]) || is_digit(text_[end]) || text_[end] == U'_')) {
      append(name, text_[end]);
      ++end;
    }
    if (name.empty() || end == text_.size() || text_[end] != U'}') {
      return false;
    }
    sentence_.push_back({name, WordKind::inserted});
    at_ = end + 1;
    return true;
  }

  void word() {
    Word word;
    for (; at_ < text_.size(); ++at_) {
      const char32_t c = text_[at_];
      if (is_letter(c) || is_digit(c)) {
        append(word.spelling, lower(c));
        word.kind = is_digit(c) ? WordKind::number : word.kind;
      } else if (c != middle_dot || !is_letter(after(at_))) {
        break;
      }
    }
    sentence_.push_back(std::move(word));
  }

  std::u32string text_;
  std::size_t at_ = 0;
  Sentence sentence_;
  std::vector<Sentence> sentences_;
};

}  // namespace

std::u32string code_points_of(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_at(text, at);
    if (length == 0) {
      points += unreadable;
      ++at;
      continue;
    }
    const auto first = static_cast<unsigned char>(text[at]);
    char32_t point = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
      point = (point << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
    }
    points += point;
    at += length;
  }
  return points;
}

std::vector<Sentence> sentences_of(std::string_view text) {
  return Reader(text).read();
}

}  // namespace tablee::reading
