#include "store/sqlite_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <utility>

namespace tablee::store {

namespace {

// Kept owner-only: the file holds names, cards and the facilitator's secret.
constexpr mode_t owner_only = 0600;

constexpr const char* schema = R"(
  CREATE TABLE journal (
    seq INTEGER PRIMARY KEY, at_ms INTEGER NOT NULL, subject TEXT NOT NULL, sender TEXT NOT NULL,
    number INTEGER NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL) STRICT;
  CREATE TABLE record (
    kind TEXT NOT NULL, key TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, key)) STRICT, WITHOUT ROWID;
  CREATE TABLE box (key TEXT NOT NULL PRIMARY KEY, body TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA application_id = 1952539244;
  PRAGMA user_version = 1;
)";
static_assert(application_id == 1952539244, "the number in the schema");
static_assert(format_version == 1, "the number in the schema");

Code code_of(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      return Code::not_found;
    case ENOSPC:
    case EDQUOT:
      return Code::storage_low;
    case EACCES:
    case EPERM:
    case EROFS:
      return Code::not_allowed;
    default:
      return Code::wrong_state;
  }
}

// The same refusal, as one sentence about this file.
Refusal about(const std::string& file, const Refusal& why) {
  switch (why.code) {
    case Code::not_found:
      return refuse(why.code, why.field, "There is no atelier at " + file + ".");
    case Code::unsupported:
      return refuse(why.code, why.field,
                    why.field == "user_version" ? file + " was made by a newer version of Tablée."
                                                : file + " is not a Tablée atelier.");
    case Code::malformed:
      return refuse(why.code, why.field, file + " is damaged (" + why.detail + ").");
    case Code::conflict:
      return refuse(why.code, why.field, "Another program is using " + file + ".");
    case Code::not_allowed:
      return refuse(why.code, why.field, "This account may not open " + file + ", or write beside it.");
    case Code::storage_low:
      return refuse(why.code, why.field, "The disk that holds " + file + " is full or failing.");
    default:
      return refuse(why.code, why.field, file + " cannot be opened (" + why.detail + ").");
  }
}

// Makes an empty file with narrow rights; SQLite gives the files it makes beside it the same ones.
Result<Nothing> touch(const std::string& file) {
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_only);
  if (descriptor < 0) {
    return refuse(code_of(errno), "", "the file cannot be made");
  }
  ::close(descriptor);
  return Nothing{};
}

enum class Content { empty, atelier };

Result<Content> identify(Database& database) {
  const auto application = database.ask_number("PRAGMA application_id");
  if (!application) {
    return application.error();
  }
  const auto version = database.ask_number("PRAGMA user_version");
  if (!version) {
    return version.error();
  }
  const auto objects = database.ask_number("SELECT count(*) FROM sqlite_master");
  if (!objects) {
    return objects.error();
  }
  if (*application == 0 && *version == 0 && *objects == 0) {
    return Content::empty;
  }
  if (*application != application_id) {
    return refuse(Code::unsupported, "application_id", "another program's file");
  }
  if (*version > format_version) {
    return refuse(Code::unsupported, "user_version", "a newer format");
  }
  if (*version != format_version) {
    return refuse(Code::malformed, "user_version", "it has no format version");
  }
  return Content::atelier;
}

Result<Nothing> check_whole(Database& database) {
  const auto answer = database.ask_text("PRAGMA quick_check(1)");
  if (!answer) {
    return answer.error();
  }
  if (*answer != "ok") {
    return refuse(Code::malformed, "", *answer);
  }
  return Nothing{};
}

Result<Nothing> prepare_writer(Database& database) {
  const auto mode = database.ask_text("PRAGMA journal_mode = WAL");
  if (!mode) {
    return mode.error();
  }
  if (*mode != "wal") {
    return refuse(Code::wrong_state, "", "its disk does not allow a write-ahead log");
  }
  // synchronous=FULL syncs the write-ahead log at every commit. Checkpoints are ours to time (tidy_up).
  return database.execute(
      "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA wal_autocheckpoint = 0;"
      "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384;");
}

Result<Nothing> create_schema(Database& database) {
  for (const char* sql : {"BEGIN IMMEDIATE", schema, "COMMIT"}) {
    if (auto done = database.execute(sql); !done) {
      return done;
    }
  }
  return Nothing{};
}

constexpr int patience_ms = 2'000;

Result<Database> open_writer(const std::string& file) {
  if (auto made = touch(file); !made) {
    return made.error();
  }
  auto database = Database::open(file, Access::write);
  if (!database) {
    return database;
  }
  database->set_patience_ms(patience_ms);
  const auto content = identify(*database);
  if (!content) {
    return content.error();
  }
  if (auto whole = check_whole(*database); !whole) {
    return whole.error();
  }
  if (auto ready = prepare_writer(*database); !ready) {
    return ready.error();
  }
  if (*content == Content::empty) {
    if (auto created = create_schema(*database); !created) {
      return created.error();
    }
  }
  return database;
}

Result<Database> open_reader(const std::string& file, Access access) {
  auto database = Database::open(file, access);
  if (!database) {
    return database;
  }
  database->set_patience_ms(patience_ms);
  const auto content = identify(*database);
  if (!content) {
    return content.error();
  }
  if (*content == Content::empty) {
    return refuse(Code::unsupported, "application_id", "an empty file");
  }
  if (auto whole = check_whole(*database); !whole) {
    return whole.error();
  }
  return database;
}

bool has_write_ahead(const std::string& file) {
  std::error_code error;
  const auto bytes = std::filesystem::file_size(file + "-wal", error);
  return !error && bytes > 0;
}

Result<SqliteFile> open_for_reading(const std::string& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error)) {
    return refuse(Code::not_found, "", "no such file");
  }
  auto reader = open_reader(file, Access::read);
  // An atelier kept where nothing can be written: SQLite cannot make the files that watch for a writer, and there is
  // none.
  if (!reader && reader.error().code == Code::not_allowed && !has_write_ahead(file)) {
    reader = open_reader(file, Access::frozen);
  }
  if (!reader) {
    return reader.error();
  }
  // One transaction for all there is to read: a record never names something the journal does not have yet.
  if (auto begun = reader->execute("BEGIN"); !begun) {
    return begun.error();
  }
  return SqliteFile{std::nullopt, std::nullopt, std::move(*reader)};
}

Result<SqliteFile> open_for_writing(const std::string& file) {
  auto lock = FileLock::take(file);
  if (!lock) {
    return lock.error();
  }
  auto writer = open_writer(file);
  if (!writer) {
    return writer.error();
  }
  auto reader = Database::open(file, Access::read);
  if (!reader) {
    return reader.error();
  }
  return SqliteFile{std::move(*lock), std::move(*writer), std::move(*reader)};
}

}  // namespace

Result<FileLock> FileLock::take(const std::string& file) {
  const std::string name = file + ".lock";
  const int descriptor = ::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_only);
  if (descriptor < 0) {
    return refuse(code_of(errno), "", "the lock file cannot be made");
  }
  FileLock lock(descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    return refuse(Code::conflict, "", "another process holds the lock");
  }
  return lock;
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock& FileLock::operator=(FileLock&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

FileLock::~FileLock() {
  if (descriptor_ >= 0) {
    ::close(descriptor_);
  }
}

Result<SqliteFile> open_sqlite_file(const std::string& file, OpenMode mode) {
  auto opened = mode == OpenMode::read_only ? open_for_reading(file) : open_for_writing(file);
  if (!opened) {
    return about(file, opened.error());
  }
  return opened;
}

}  // namespace tablee::store
