// text/float_text.h: a floating-point number of the wire as JSON. The only place of the module that names one.
//
// Shape    The shortest digits that give the number back; NaN and the infinities as {"$":"num","v":"NaN"}; −0 as 0.
// Source   IEEE 754 bits, big-endian on the wire; std::to_chars of C++17 for the digits.
#pragma once

#include <cstdint>
#include <string>

namespace tablee::text {

void append_float_32(std::uint32_t bits, std::string& json);
void append_float_64(std::uint64_t bits, std::string& json);

}  // namespace tablee::text
