// app/disk_space.h: how much can still be written.
#pragma once

#include <cstdint>
#include <string>

namespace tablee::app {

// Bytes this account may still write on the disk of `directory`; 0 when the system cannot tell.
std::int64_t disk_free_bytes(const std::string& directory);

}  // namespace tablee::app
