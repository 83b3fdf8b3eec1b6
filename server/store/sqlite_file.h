// store/sqlite_file.h: an atelier's file, found sound and held, before anything is read from it.
//
// Order    The file lock, then the checks (is it ours, which version, is it whole), then the settings that last. A file
//          that is not ours is not changed.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "store/sqlite_handle.h"
#include "store/sqlite_log.h"

namespace tablee::store {

inline constexpr std::int64_t application_id = 0x7461626C;  // "tabl"
inline constexpr std::int64_t format_version = 1;

// Held for as long as the object lives; the system releases it when the process ends, however it ends.
class FileLock {
 public:
  static Result<FileLock> take(const std::string& file);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&& other) noexcept;
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_ = -1;
};

struct SqliteFile {
  std::optional<FileLock> lock;    // create_or_resume only
  std::optional<Database> writer;  // create_or_resume only
  Database reader;                 // sees what is committed; read_only: at one moment
};

Result<SqliteFile> open_sqlite_file(const std::string& file, OpenMode mode);

}  // namespace tablee::store
