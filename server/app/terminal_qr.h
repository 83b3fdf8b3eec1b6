// app/terminal_qr.h: a QR code drawn with characters.
//
// Shape    Lines of half blocks: each character is one module wide and two high, light on dark, with the quiet zone of
//          four modules that readers need. Colours are set on every line, so a light terminal theme does no harm.
// Source   ISO/IEC 18004, by libqrencode, error correction level M.
#pragma once

#include <string>
#include <string_view>

namespace tablee::app {

inline constexpr int quiet_zone_modules = 4;

// Empty when the text is empty or does not fit in any QR code.
std::string terminal_qr(std::string_view text);

}  // namespace tablee::app
