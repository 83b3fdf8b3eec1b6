#include "simple/html.h"

namespace tablee::simple {

std::string escaped(std::string_view words) {
  std::string out;
  out.reserve(words.size());
  for (const char letter : words) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (static_cast<unsigned char>(letter) >= 0x20 || letter == '\n' || letter == '\t') {
          out += letter;
        }
    }
  }
  return out;
}

}  // namespace tablee::simple
