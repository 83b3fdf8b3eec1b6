#include "app/disk_space.h"

#include <filesystem>

namespace tablee::app {

std::int64_t disk_free_bytes(const std::string& directory) {
  std::error_code error;
  const auto space = std::filesystem::space(directory, error);
  return error ? 0 : static_cast<std::int64_t>(space.available);
}

}  // namespace tablee::app
