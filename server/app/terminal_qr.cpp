#include "app/terminal_qr.h"

#include <qrencode.h>

#include <memory>

namespace tablee::app {

namespace {

bool is_light(const QRcode& code, int row, int column) {
  const bool inside = row >= 0 && row < code.width && column >= 0 && column < code.width;
  return !inside || (code.data[row * code.width + column] & 1U) == 0;
}

const char* block(bool above, bool below) {
  if (above) {
    return below ? "█" : "▀";
  }
  return below ? "▄" : " ";
}

}  // namespace

std::string terminal_qr(std::string_view text) {
  const std::string bytes(text);
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(bytes.c_str(), 0, QR_ECLEVEL_M),
                                                             &QRcode_free);
  if (!code) {
    return "";
  }
  std::string drawing;
  const int end = code->width + quiet_zone_modules;
  for (int row = -quiet_zone_modules; row < end; row += 2) {
    drawing += "\x1b[97;40m";
    for (int column = -quiet_zone_modules; column < end; ++column) {
      // The width of a QR code is odd: half of the last line lies outside, and stays dark.
      drawing += block(is_light(*code, row, column), row + 1 < end && is_light(*code, row + 1, column));
    }
    drawing += "\x1b[0m\n";
  }
  return drawing;
}

}  // namespace tablee::app
