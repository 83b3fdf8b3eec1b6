#include "speech/wav.h"

#include <optional>
#include <string_view>

namespace tablee::speech {

namespace {

constexpr std::size_t riff_bytes = 12;
constexpr std::size_t chunk_head_bytes = 8;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i > 0; --i) {
    value = (value << 8) | static_cast<unsigned char>(bytes[at + i - 1]);
  }
  return value;
}

void put_number(std::string& bytes, std::size_t at, std::size_t value) {
  for (std::size_t i = 0; i < 4; ++i) {
    bytes[at + i] = static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
  }
}

struct Places {
  std::size_t format = 0;  // of the contents of « fmt  »
  std::size_t data = 0;    // of the head of « data »
};

std::optional<Places> places_in(std::string_view bytes) {
  if (bytes.size() < riff_bytes || bytes.substr(0, 4) != "RIFF" || bytes.substr(8, 4) != "WAVE") {
    return std::nullopt;
  }
  constexpr std::size_t format_bytes_min = 16;
  Places places;
  for (std::size_t at = riff_bytes; at + chunk_head_bytes < bytes.size();) {
    const std::string_view name = bytes.substr(at, 4);
    if (name == "data") {
      places.data = at;
      return places.format != 0 ? std::optional(places) : std::nullopt;
    }
    const std::size_t size = number_at(bytes, at + 4);
    if (size > bytes.size()) {
      return std::nullopt;
    }
    if (name == "fmt " && size >= format_bytes_min && at + chunk_head_bytes + size <= bytes.size()) {
      places.format = at + chunk_head_bytes;
    }
    at += chunk_head_bytes + size + size % 2;
  }
  return std::nullopt;
}

}  // namespace

bool mend_wav(std::string& bytes) {
  const auto places = places_in(bytes);
  if (!places) {
    return false;
  }
  put_number(bytes, 4, bytes.size() - 8);
  put_number(bytes, places->data + 4, bytes.size() - places->data - chunk_head_bytes);
  return true;
}

std::int64_t wav_ms(const std::string& bytes) {
  constexpr std::size_t rate_place = 8;  // bytes a second, in « fmt  »
  constexpr std::int64_t ms_per_second = 1'000;
  const auto places = places_in(bytes);
  const std::int64_t rate = places ? number_at(bytes, places->format + rate_place) : 0;
  return rate == 0 ? 0 : static_cast<std::int64_t>(number_at(bytes, places->data + 4)) * ms_per_second / rate;
}

}  // namespace tablee::speech
