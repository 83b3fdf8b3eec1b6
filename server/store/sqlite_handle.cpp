#include "store/sqlite_handle.h"

#include <sqlite3.h>

#include "base/check.h"

namespace tablee::store {

namespace {

// SQLite tells a full disk from a quota, a size limit or a failing device only sometimes. All of them mean that nothing
// more can be kept.
bool cannot_keep(int extended_code) {
  switch (extended_code) {
    case SQLITE_IOERR_WRITE:
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC:
    case SQLITE_IOERR_TRUNCATE:
    case SQLITE_IOERR_SHMSIZE:
      return true;
    default:
      return false;
  }
}

Refusal refusal_of(sqlite3* database) {
  const int extended = sqlite3_extended_errcode(database);
  const std::string detail = std::string("SQLite says: ") + sqlite3_errmsg(database) + ".";
  switch (extended & 0xff) {
    case SQLITE_FULL:
      return refuse(Code::storage_low, "", detail);
    case SQLITE_IOERR:
      return refuse(cannot_keep(extended) ? Code::storage_low : Code::wrong_state, "", detail);
    case SQLITE_CORRUPT:
      return refuse(Code::malformed, "", detail);
    case SQLITE_NOTADB:
      return refuse(Code::unsupported, "application_id", detail);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return refuse(Code::conflict, "", detail);
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
      return refuse(Code::not_allowed, "", detail);
    default:
      return refuse(Code::wrong_state, "", detail);
  }
}

// A path as an SQLite URI that nothing in its name can change.
std::string frozen_uri(const std::string& file) {
  std::string uri = "file:";
  for (const char letter : file) {
    if (letter == '%' || letter == '?' || letter == '#') {
      constexpr std::string_view digits = "0123456789ABCDEF";
      const auto byte = static_cast<unsigned char>(letter);
      uri.append({'%', digits[byte >> 4U], digits[byte & 0x0fU]});
    } else {
      uri.push_back(letter);
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Statement& Statement::bind(int place, std::string_view text) {
  // A null pointer would bind NULL instead of an empty text.
  const char* bytes = text.empty() ? "" : text.data();
  TABLEE_CHECK(sqlite3_bind_text64(statement_.get(), place, bytes, text.size(), SQLITE_STATIC, SQLITE_UTF8) ==
               SQLITE_OK);
  return *this;
}

Statement& Statement::bind(int place, std::int64_t number) {
  TABLEE_CHECK(sqlite3_bind_int64(statement_.get(), place, number) == SQLITE_OK);
  return *this;
}

Result<Nothing> Statement::run() {
  auto stepped = next();
  if (!stepped) {
    return stepped.error();
  }
  TABLEE_CHECK(!*stepped);
  return Nothing{};
}

Result<bool> Statement::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) {
    return true;
  }
  if (code == SQLITE_DONE) {
    sqlite3_reset(statement_.get());
    return false;
  }
  // Resetting repeats the error, so it is read first.
  Refusal refusal = refusal_of(database_);
  sqlite3_reset(statement_.get());
  return refusal;
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
}

std::string_view Statement::text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return bytes == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(bytes), std::size_t(size));
}

std::int64_t Statement::number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

Result<Database> Database::open(const std::string& file, Access access) {
  sqlite3* handle = nullptr;
  const int mode = access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  const int uri = access == Access::frozen ? SQLITE_OPEN_URI : 0;
  const std::string name = access == Access::frozen ? frozen_uri(file) : file;
  const int code = sqlite3_open_v2(name.c_str(), &handle, mode | uri | SQLITE_OPEN_NOMUTEX, nullptr);
  TABLEE_CHECK(handle != nullptr);
  Database database(handle);
  if (code != SQLITE_OK) {
    return refusal_of(handle);
  }
  sqlite3_extended_result_codes(handle, 1);
  return database;
}

Result<Nothing> Database::execute(const char* sql) {
  if (sqlite3_exec(database_.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
    return refusal_of(database_.get());
  }
  return Nothing{};
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                         &statement, nullptr) != SQLITE_OK) {
    return refusal_of(database_.get());
  }
  return Statement(database_.get(), statement);
}

Result<std::int64_t> Database::ask_number(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) {
    return statement.error();
  }
  auto row = statement->next();
  if (!row) {
    return row.error();
  }
  return *row ? statement->number(0) : 0;
}

Result<std::string> Database::ask_text(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) {
    return statement.error();
  }
  auto row = statement->next();
  if (!row) {
    return row.error();
  }
  return *row ? std::string(statement->text(0)) : std::string();
}

void Database::set_patience_ms(int patience_ms) {
  sqlite3_busy_timeout(database_.get(), patience_ms);
}

}  // namespace tablee::store
