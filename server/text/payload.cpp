#include "text/payload.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tablee::text {

char* Payload::block() const {
  char* address = nullptr;
  std::memcpy(&address, inside_.data(), sizeof address);
  return address;
}

void Payload::set_block(char* block) {
  std::memcpy(inside_.data(), &block, sizeof block);
}

const char* Payload::data() const {
  return size_ <= inside_max ? inside_.data() : block();
}

char* Payload::data() {
  return size_ <= inside_max ? inside_.data() : block();
}

std::uint32_t Payload::capacity_of(std::uint32_t size) {
  if (size <= inside_max) {
    return inside_max;
  }
  // Blocks of the allocator are multiples of 16 bytes, 8 of which it keeps; an eighth of a long text is room to grow.
  const std::uint32_t step = std::max(16U, std::bit_floor(size) / 8);
  return (size + 8 + step - 1) / step * step - 8;
}

void Payload::clear() {
  if (size_ > inside_max) {
    delete[] block();
  }
  size_ = 0;
}

void Payload::assign(std::string_view bytes) {
  clear();
  append(bytes);
}

void Payload::append(std::string_view bytes) {
  if (bytes.empty()) {
    return;
  }
  const auto size = static_cast<std::uint32_t>(size_ + bytes.size());
  if (capacity_of(size) != capacity_of(size_)) {
    char* wider = new char[capacity_of(size)];
    std::memcpy(wider, data(), size_);
    std::memcpy(wider + size_, bytes.data(), bytes.size());
    clear();
    set_block(wider);
  } else {
    std::memcpy(data() + size_, bytes.data(), bytes.size());
  }
  size_ = size;
}

void Payload::cut(std::uint32_t size) {
  if (capacity_of(size) == capacity_of(size_)) {
    size_ = size;
    return;
  }
  char* wider = block();
  if (size <= inside_max) {
    std::memcpy(inside_.data(), wider, size);
  } else {
    char* narrower = new char[capacity_of(size)];
    std::memcpy(narrower, wider, size);
    set_block(narrower);
  }
  delete[] wider;
  size_ = size;
}

}  // namespace tablee::text
