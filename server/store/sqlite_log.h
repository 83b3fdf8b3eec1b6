// store/sqlite_log.h: the log of one atelier in one SQLite file.
//
// Shape    Tables journal, record, box (the ballots) and meta; application_id "tabl", user_version 1; write-ahead log,
//          synchronous=FULL, secure_delete. The page server/docs/journal.md is the reference.
// Errors   Opening refuses with one sentence as the detail: not_found (no such file), unsupported with field
//          `application_id` (not an atelier) or `user_version` (made by a newer version), malformed (damaged), conflict
//          (another server has it), not_allowed (may not be read or written), storage_low (the disk is full or
//          failing). Writing to a log opened read_only is refused with not_allowed.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "store/log.h"

namespace tablee::store {

// create_or_resume: one process at a time. read_only: any number, also while a server is writing; such a log shows the
// moment it was opened, journal and records together, and keeps the write-ahead log from being emptied while it lives.
enum class OpenMode { create_or_resume, read_only };

Result<std::unique_ptr<Log>> open_sqlite_log(const std::string& file, OpenMode mode);

}  // namespace tablee::store
