#include "text/lib0.h"

#include "text/utf16.h"

namespace tablee::text {

std::uint64_t Reader::long_var_uint() {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 56; shift += 7) {
    const std::uint8_t next = byte();
    value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
    if (next < 0x80) {
      if (value > limits::wire_integer_max) {
        fail();
      }
      return failed_ ? 0 : value;
    }
  }
  fail();
  return 0;
}

Reader::SignedInteger Reader::var_int() {
  std::uint8_t next = byte();
  SignedInteger value{(next & 0x40) != 0, static_cast<std::uint64_t>(next & 0x3F)};
  for (unsigned shift = 6; next >= 0x80; shift += 7) {
    if (shift > 48) {
      fail();
      return {};
    }
    next = byte();
    value.magnitude |= static_cast<std::uint64_t>(next & 0x7F) << shift;
  }
  if (failed_ || value.magnitude > limits::wire_integer_max) {
    fail();
    return {};
  }
  return value;
}

std::string_view Reader::bytes(std::uint64_t count) {
  if (count > left()) {
    fail();
    return {};
  }
  const std::string_view found(at_, static_cast<std::size_t>(count));
  at_ += count;
  return found;
}

std::string_view Reader::var_string() {
  const std::string_view found = var_bytes();
  if (!is_utf8(found)) {
    fail();
    return {};
  }
  return found;
}

void Writer::var_uint(std::uint64_t value) {
  while (value > 0x7F) {
    byte(static_cast<std::uint8_t>(0x80 | (value & 0x7F)));
    value >>= 7;
  }
  byte(static_cast<std::uint8_t>(value));
}

}  // namespace tablee::text
