#include "text/float_text.h"

#include <bit>
#include <charconv>
#include <cmath>

namespace tablee::text {
namespace {

void append(double value, std::string& json) {
  if (!std::isfinite(value)) {
    const char* name = std::isnan(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    json.append(R"({"$":"num","v":")").append(name).append("\"}");
    return;
  }
  char digits[32];
  const std::to_chars_result end = std::to_chars(digits, digits + sizeof digits, value == 0 ? 0.0 : value);
  json.append(digits, end.ptr);
}

}  // namespace

void append_float_32(std::uint32_t bits, std::string& json) {
  append(static_cast<double>(std::bit_cast<float>(bits)), json);
}

void append_float_64(std::uint64_t bits, std::string& json) {
  append(std::bit_cast<double>(bits), json);
}

}  // namespace tablee::text
