#include "app/terminal_qr.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <vector>

namespace terminal_qr_test {

using namespace tablee::app;

namespace {

constexpr std::string_view colours = "\x1b[97;40m";
constexpr std::string_view plain = "\x1b[0m";

// Rows of modules, true for light. Two rows for each line of the drawing.
std::vector<std::vector<bool>> modules(const std::string& drawing) {
  std::vector<std::vector<bool>> rows;
  std::istringstream lines(drawing);
  for (std::string line; std::getline(lines, line);) {
    REQUIRE(line.starts_with(colours));
    REQUIRE(line.ends_with(plain));
    std::string_view left(line);
    left.remove_prefix(colours.size());
    left.remove_suffix(plain.size());
    auto& above = rows.emplace_back();
    std::vector<bool> below;
    while (!left.empty()) {
      const std::string_view glyph = left[0] == ' ' ? left.substr(0, 1) : left.substr(0, 3);
      above.push_back(glyph == "█" || glyph == "▀");
      below.push_back(glyph == "█" || glyph == "▄");
      left.remove_prefix(glyph.size());
    }
    rows.push_back(below);
  }
  return rows;
}

bool all_light(const std::vector<bool>& row) {
  return std::all_of(row.begin(), row.end(), [](bool light) { return light; });
}

}  // namespace

TEST_CASE("a link gives a square with its quiet zone on four sides") {
  // 43 bytes at level M: version 3 to 4, 29 or 33 modules.
  const auto rows = modules(terminal_qr("http://192.168.1.10:8080/console#0123456789abcdef0123456789abcdef"));
  const std::size_t width = rows[0].size();
  CHECK((width - 2 * quiet_zone_modules - 17) % 4 == 0);
  REQUIRE(rows.size() == width + 1);
  for (std::size_t i = 0; i < quiet_zone_modules; ++i) {
    CHECK(all_light(rows[i]));
    CHECK(all_light(rows[width - 1 - i]));
  }
  for (std::size_t row = 0; row < width; ++row) {
    for (std::size_t i = 0; i < quiet_zone_modules; ++i) {
      CHECK(rows[row][i]);
      CHECK(rows[row][width - 1 - i]);
    }
  }
}

TEST_CASE("the three finder patterns are where readers look for them") {
  const auto rows = modules(terminal_qr("tablee"));
  const std::size_t width = rows[0].size();
  CHECK(width == 21 + 2 * quiet_zone_modules);
  const auto is_finder = [&](std::size_t top, std::size_t left) {
    for (std::size_t i = 0; i < 7; ++i) {
      for (std::size_t j = 0; j < 7; ++j) {
        const std::size_t ring = std::min({i, j, 6 - i, 6 - j});
        if (rows[top + i][left + j] != (ring == 1)) {
          return false;
        }
      }
    }
    return true;
  };
  constexpr std::size_t first = quiet_zone_modules;
  const std::size_t last = width - quiet_zone_modules - 7;
  CHECK(is_finder(first, first));
  CHECK(is_finder(first, last));
  CHECK(is_finder(last, first));
  CHECK_FALSE(is_finder(last, last));
}

TEST_CASE("what cannot be a QR code is drawn as nothing") {
  CHECK(terminal_qr("").empty());
  CHECK(terminal_qr(std::string(2'331, 'x')).size() > 0);  // the most that level M holds
  CHECK(terminal_qr(std::string(2'332, 'x')).empty());
}

}  // namespace terminal_qr_test
