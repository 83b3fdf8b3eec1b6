#include "base/base64.h"

#include <doctest/doctest.h>

namespace base64_test {

using namespace tablee;

// RFC 4648, section 10.
TEST_CASE("the examples of the standard") {
  const std::pair<const char*, const char*> examples[] = {{"", ""},
                                                          {"f", "Zg=="},
                                                          {"fo", "Zm8="},
                                                          {"foo", "Zm9v"},
                                                          {"foob", "Zm9vYg=="},
                                                          {"fooba", "Zm9vYmE="},
                                                          {"foobar", "Zm9vYmFy"}};
  for (const auto& [bytes, text] : examples) {
    CHECK(to_base64(bytes) == text);
    CHECK(from_base64(text) == bytes);
  }
}

TEST_CASE("every byte, at every length") {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    CHECK(from_base64(to_base64(bytes)) == bytes);
    bytes.push_back(static_cast<char>(i * 7));
  }
}

TEST_CASE("what to_base64 never gives is refused") {
  for (const char* text :
       {"Z", "Zg", "Zg=", "Zg===", "=", "====", "Zm9v\n", " Zm9v", "Zm-v", "Zh==", "Z===", "Zg==Zg=="}) {
    INFO(text);
    CHECK_FALSE(from_base64(text).has_value());
  }
}

}  // namespace base64_test
