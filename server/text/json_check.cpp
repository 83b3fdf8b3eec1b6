#include "text/json_check.h"

#include "text/limits.h"

namespace tablee::text {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_hex(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

class Checker {
 public:
  explicit Checker(std::string_view text) : text_(text) {}

  bool whole() {
    space();
    const bool good = value(0);
    space();
    return good && at_ == text_.size();
  }

 private:
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char wanted) {
    if (at_ < text_.size() && text_[at_] == wanted) {
      ++at_;
      return true;
    }
    return false;
  }
  bool word(std::string_view wanted) {
    if (text_.substr(at_, wanted.size()) != wanted) {
      return false;
    }
    at_ += wanted.size();
    return true;
  }
  void space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
      ++at_;
    }
  }

  bool value(int depth) {
    switch (peek()) {
      case '{':
        return list(depth, '}', true);
      case '[':
        return list(depth, ']', false);
      case '"':
        return string();
      case 't':
        return word("true");
      case 'f':
        return word("false");
      case 'n':
        return word("null");
      default:
        return number();
    }
  }

  bool list(int depth, char closing, bool named) {
    if (depth >= limits::value_depth_max) {
      return false;
    }
    ++at_;
    space();
    if (take(closing)) {
      return true;
    }
    do {
      space();
      if (named && !(string() && name_end())) {
        return false;
      }
      if (!value(depth + 1)) {
        return false;
      }
      space();
    } while (take(','));
    return take(closing);
  }

  bool name_end() {
    space();
    const bool good = take(':');
    space();
    return good;
  }

  bool string() {
    if (!take('"')) {
      return false;
    }
    while (at_ < text_.size()) {
      const char c = text_[at_++];
      if (c == '"') {
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20 || (c == '\\' && !escape())) {
        return false;
      }
    }
    return false;
  }

  bool escape() {
    const char c = peek();
    if (c == '\0' || std::string_view("\"\\/bfnrtu").find(c) == std::string_view::npos) {
      return false;
    }
    ++at_;
    for (int i = 0; c == 'u' && i < 4; ++i) {
      if (!is_hex(peek())) {
        return false;
      }
      ++at_;
    }
    return true;
  }

  bool digits() {
    if (!is_digit(peek())) {
      return false;
    }
    while (is_digit(peek())) {
      ++at_;
    }
    return true;
  }

  bool number() {
    take('-');
    if (!take('0') && !digits()) {
      return false;
    }
    if (take('.') && !digits()) {
      return false;
    }
    if (peek() == 'e' || peek() == 'E') {
      ++at_;
      if (!take('+')) {
        take('-');
      }
      return digits();
    }
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_json(std::string_view text) {
  return Checker(text).whole();
}

}  // namespace tablee::text
