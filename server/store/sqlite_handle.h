// store/sqlite_handle.h: an SQLite connection and its statements, owned and without exceptions.
//
// Errors   Functions that can fail return a Refusal: storage_low when nothing more can be written, malformed when the
//          file is damaged, unsupported when it is not a database, not_allowed when it may not be read or written,
//          conflict when another process is in the way, wrong_state for anything else.
// Source   SQLite 3.37 or later (STRICT tables).
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tablee::store {

// One prepared statement, kept for the life of the connection. Bound texts must live until run() or next() returns.
class Statement {
 public:
  Statement() = default;
  Statement(sqlite3* database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}

  Statement& bind(int place, std::string_view text);
  Statement& bind(int place, std::int64_t number);
  // For statements that give no row.
  Result<Nothing> run();
  // True: a row is there, read it with text() and number(). False: no more, and the statement is reset.
  Result<bool> next();
  // Stops before the last row.
  void reset();
  // Valid until the next call of next() or reset().
  std::string_view text(int column) const;
  std::int64_t number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  sqlite3* database_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

enum class Access { read, write, frozen };  // frozen: read, and nobody writes: no file may be made beside it

class Database {
 public:
  static Result<Database> open(const std::string& file, Access access);

  Result<Nothing> execute(const char* sql);
  Result<Statement> prepare(std::string_view sql);
  // The first column of the first row.
  Result<std::int64_t> ask_number(std::string_view sql);
  Result<std::string> ask_text(std::string_view sql);
  // How long a call waits for another process.
  void set_patience_ms(int patience_ms);

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  explicit Database(sqlite3* database) : database_(database) {}
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace tablee::store
