#include "base/sha256.h"

#include <openssl/evp.h>

#include <memory>

#include "base/check.h"

namespace tablee {
namespace {

struct Freed {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

}  // namespace

Digest sha256(std::string_view bytes) {
  // Looking the algorithm up costs more than hashing one row: it is done once, and kept for the life of the process.
  static EVP_MD* const algorithm = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  static thread_local const std::unique_ptr<EVP_MD_CTX, Freed> context{EVP_MD_CTX_new()};
  Digest digest{};
  unsigned int size = 0;
  TABLEE_CHECK(EVP_DigestInit_ex2(context.get(), algorithm, nullptr) == 1);
  TABLEE_CHECK(EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1);
  TABLEE_CHECK(EVP_DigestFinal_ex(context.get(), digest.data(), &size) == 1);
  TABLEE_CHECK(size == digest.size());
  return digest;
}

std::string to_hex(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(size * 2);
  for (std::size_t i = 0; i < size; ++i) {
    text.push_back(digits[bytes[i] >> 4U]);
    text.push_back(digits[bytes[i] & 0x0fU]);
  }
  return text;
}

std::string to_hex(const Digest& digest) {
  return to_hex(digest.data(), digest.size());
}

}  // namespace tablee
