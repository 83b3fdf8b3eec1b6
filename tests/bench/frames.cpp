#include "bench/frames.h"

#include <cstdio>

namespace tablee::bench {

std::string hex16(std::size_t number) {
  char text[17];
  std::snprintf(text, sizeof(text), "%016zx", number + 1);
  return text;
}

std::string hello(const char* role, const std::string& token, std::size_t sender) {
  return R"({"type":"hello","protocol":1,"role":")" + std::string(role) + R"(","credential":")" + token +
         R"(","sender":")" + hex16(sender) + "\"}";
}

std::string command(std::uint64_t number, const std::string& name, const std::string& body) {
  return R"({"type":"command","number":)" + std::to_string(number) + R"(,"command":")" + name + R"(","body":)" + body +
         "}";
}

std::string ballot(std::size_t person, std::uint64_t number) {
  const std::string key = hex16(person) + hex16(person);
  return command(
      number, "cast_points",
      R"({"poll":1,"ballot_key":")" + key + R"(","points":[{"option":1,"points":3},{"option":2,"points":2}]})");
}

}  // namespace tablee::bench
