// base/sha256.h: the one hash of the project.
//
// Source   FIPS 180-4, by OpenSSL's libcrypto (the only third-party library base may use; see decision 0003).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace tablee {

using Digest = std::array<std::uint8_t, 32>;

Digest sha256(std::string_view bytes);

// Lower-case hexadecimal.
std::string to_hex(const std::uint8_t* bytes, std::size_t size);
std::string to_hex(const Digest& digest);

}  // namespace tablee
