// simple/html.h: the only way words enter a page.
//
// Shape    tags() takes a text written in the source, known to the compiler; everything else goes through text(), which
//          escapes it. Nothing a person typed can be taken for markup, because no function takes it as markup.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tablee::simple {

// & < > " ' become references: for element content and for attributes in double quotes. Control characters that HTML
// does not allow are left out.
std::string escaped(std::string_view words);

struct Markup {
  const char* bytes;
  consteval Markup(const char* written) : bytes(written) {}  // NOLINT: implicit on purpose
};

class Html {
 public:
  Html& tags(Markup markup) {
    bytes_ += markup.bytes;
    return *this;
  }
  Html& text(std::string_view words) {
    bytes_ += escaped(words);
    return *this;
  }
  Html& number(std::int64_t value) {
    bytes_ += std::to_string(value);
    return *this;
  }
  Html& add(const Html& other) {
    bytes_ += other.bytes_;
    return *this;
  }
  bool empty() const { return bytes_.empty(); }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace tablee::simple
