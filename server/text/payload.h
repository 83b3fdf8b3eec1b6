// text/payload.h: the bytes of one item, small ones inside it.
//
// Shape    Up to 8 bytes lie in the object; more lie in one block whose capacity is the next power of two, so that a
//          text that grows by a letter at a time moves seldom. 12 bytes in all: a document has one for each of its
//          items.
// Errors   None; memory that cannot be had ends the program, as everywhere.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace tablee::text {

class Payload {
 public:
  Payload() = default;
  Payload(const Payload&) = delete;
  Payload& operator=(const Payload&) = delete;
  ~Payload() { clear(); }

  std::string_view view() const { return {data(), size_}; }
  std::uint32_t size() const { return size_; }
  void clear();
  // Requires: bytes that are not this payload's own.
  void assign(std::string_view bytes);
  void append(std::string_view bytes);
  void cut(std::uint32_t size);  // keeps the first bytes

 private:
  static constexpr std::uint32_t inside_max = 8;

  const char* data() const;
  char* data();
  char* block() const;
  void set_block(char* block);
  static std::uint32_t capacity_of(std::uint32_t size);

  std::array<char, inside_max> inside_{};  // the bytes, or the address of the block
  std::uint32_t size_ = 0;
};

}  // namespace tablee::text
