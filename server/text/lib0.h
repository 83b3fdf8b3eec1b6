// text/lib0.h: the byte format under Yjs.
//
// Shape    Unsigned integers: 7 bits a byte, low bits first, the top bit says that more follow. Strings and byte
//          arrays: their length in bytes, then the bytes; strings are UTF-8.
// Errors   A Reader that meets bytes it cannot read fails once and for all: it stands at its end, answers zeros and
//          empty views, and failed() is true. Nothing is reserved from an announced count.
// Source   lib0 0.2 encoding.js and decoding.js. Departures: integers past 2^53 − 1, and strings that are not UTF-8
//          (RFC 3629), are refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/limits.h"

namespace tablee::text {

class Reader {
 public:
  explicit Reader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool failed() const { return failed_; }
  bool at_end() const { return at_ == end_; }
  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
  const char* place() const { return at_; }
  void fail() {
    failed_ = true;
    at_ = end_;
  }

  std::uint8_t byte() {
    if (at_ == end_) {
      fail();
      return 0;
    }
    return static_cast<std::uint8_t>(*at_++);
  }
  std::uint64_t var_uint() {
    if (at_ != end_ && static_cast<std::uint8_t>(*at_) < 0x80) {
      return static_cast<std::uint8_t>(*at_++);
    }
    return long_var_uint();
  }
  // The sign bit of lib0 stands in the first byte, so that −0 is not 0.
  struct SignedInteger {
    bool negative = false;
    std::uint64_t magnitude = 0;
  };
  SignedInteger var_int();
  std::string_view bytes(std::uint64_t count);
  std::string_view var_bytes() { return bytes(var_uint()); }
  std::string_view var_string();

 private:
  std::uint64_t long_var_uint();

  const char* at_;
  const char* end_;
  bool failed_ = false;
};

class Writer {
 public:
  void byte(std::uint8_t value) { bytes_.push_back(static_cast<char>(value)); }
  void var_uint(std::uint64_t value);
  void raw(std::string_view bytes) { bytes_.append(bytes); }
  void var_bytes(std::string_view bytes) {
    var_uint(bytes.size());
    raw(bytes);
  }

  std::size_t size() const { return bytes_.size(); }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

}  // namespace tablee::text
