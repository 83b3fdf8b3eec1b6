// store/log.h: the journal and the records of one atelier, durable.
//
// Shape    Rows numbered from 1 without a hole; each row's hash covers the previous hash and everything in the row.
//          Records are (kind, key) -> body, beside the journal. Bodies are opaque bytes.
// Order    append and put join the open transaction (the first one opens it); commit makes all of it durable at once.
//          A reader sees nothing of a transaction that was not committed.
// Errors   A failed append or commit leaves the log unusable: the process must stop. Errors at opening are Refusals
//          whose detail is one sentence for the person who started the program.
// Source   Row hash = SHA-256("tablee.row/1" LF previous-hash-hex LF seq LF at_ms LF subject LF sender LF number LF
//          type LF body); the first row's previous hash is 64 zeros. See server/docs/journal.md.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/sha256.h"
#include "base/time.h"

namespace tablee::store {

struct Row {
  std::uint64_t seq = 0;
  TimeMs at = 0;
  std::string subject;  // "participant/12", "table/3", "facilitator", "host"
  std::string sender;
  std::uint64_t number = 0;
  std::string type;
  std::string body;
  std::string hash;  // 64 hexadecimal digits, filled in by append
};

struct RecordRow {
  std::string kind;
  std::string key;
  std::string body;
  bool erased = false;
};

// The hash of `row` placed after `previous` (64 hexadecimal digits).
std::string row_hash(std::string_view previous, const Row& row);
std::string first_previous_hash();

class Log {
 public:
  virtual ~Log() = default;

  // Fills row.seq and row.hash.
  virtual Result<Nothing> append(Row& row) = 0;
  virtual Result<Nothing> put(const RecordRow& record) = 0;
  // Durable when it returns. No open transaction: nothing to do.
  virtual Result<Nothing> commit() = 0;

  virtual std::uint64_t head_seq() const = 0;
  virtual std::string head_hash() const = 0;

  // Every committed row from `from` on, in order, until `each` returns false.
  virtual Result<Nothing> read(std::uint64_t from, const std::function<bool(const Row&)>& each) = 0;
  virtual Result<Nothing> read_records(const std::function<bool(const RecordRow&)>& each) = 0;

  // The scenario file this atelier was made with; empty for a new log. Set once, in the open transaction.
  virtual std::string scenario() const = 0;
  virtual Result<Nothing> set_scenario(std::string_view text) = 0;

  // Between turns, when idle: moves committed pages out of the write-ahead log and erases what was replaced.
  virtual void tidy_up() = 0;
};

}  // namespace tablee::store
