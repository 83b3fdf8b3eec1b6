#include "store/sqlite_log.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <utility>

#include "base/check.h"
#include "store/sqlite_file.h"

namespace tablee::store {

namespace {

// The kinds of records that live in a table of their own, where their order of arrival can be erased. The keys of
// sheets begin with "sheet/", those of ballots never do (core/record.h).
bool lies_in_the_box(std::string_view kind) {
  return kind == "ballot" || kind == "sheet";
}

// Past this, pages are moved out of the write-ahead log at the next idle moment.
constexpr std::uintmax_t write_ahead_bytes_max = std::uintmax_t{4} * 1024 * 1024;

constexpr std::string_view select_rows =
    "SELECT seq, at_ms, subject, sender, number, type, body, hash FROM journal WHERE seq >= ? ORDER BY seq";
constexpr std::string_view select_records =
    "SELECT kind, key, body FROM record UNION ALL "
    "SELECT CASE substr(key, 1, 6) WHEN 'sheet/' THEN 'sheet' ELSE 'ballot' END, key, body FROM box ORDER BY 1, 2";

// A cell's place inside a page tells when it came, even where the key does not: the pages are written again in the
// order of the keys, and secure_delete overwrites the old ones.
constexpr const char* sort_box_sql =
    "BEGIN IMMEDIATE;"
    "CREATE TEMP TABLE sorted_box AS SELECT key, body FROM box ORDER BY key;"
    "DELETE FROM box;"
    "INSERT INTO box SELECT key, body FROM sorted_box ORDER BY key;"
    "DROP TABLE sorted_box;"
    "COMMIT";

struct Writing {
  Statement begin;
  Statement commit;
  Statement append;
  Statement put_record;
  Statement erase_record;
  Statement put_ballot;
  Statement erase_ballot;
  Statement set_meta;
};

struct Head {
  std::uint64_t seq = 0;
  std::string hash = first_previous_hash();
};

class SqliteLog final : public Log {
 public:
  SqliteLog(std::string name, SqliteFile file, std::optional<Writing> writing, Head head, std::string scenario)
      : name_(std::move(name)),
        file_(std::move(file)),
        writing_(std::move(writing)),
        head_(std::move(head)),
        scenario_(std::move(scenario)),
        box_unsorted_(writing_.has_value()) {}

  Result<Nothing> append(Row& row) override;
  Result<Nothing> put(const RecordRow& record) override;
  Result<Nothing> commit() override;
  std::uint64_t head_seq() const override { return head_.seq; }
  std::string head_hash() const override { return head_.hash; }
  Result<Nothing> read(std::uint64_t from, const std::function<bool(const Row&)>& each) override;
  Result<Nothing> read_records(const std::function<bool(const RecordRow&)>& each) override;
  std::string scenario() const override { return scenario_; }
  Result<Nothing> set_scenario(std::string_view text) override;
  void tidy_up() override;

 private:
  Result<Nothing> join_transaction();
  // Remembers the first failure: from then on every call to write gives it again.
  Result<Nothing> kept(Result<Nothing> outcome);
  void sort_box();
  void checkpoint();

  std::string name_;
  SqliteFile file_;
  std::optional<Writing> writing_;  // absent: read only
  Head head_;
  std::string scenario_;
  std::optional<Refusal> failure_;
  bool in_transaction_ = false;
  bool box_unsorted_;
  bool checkpoint_due_ = false;
};

Result<Nothing> SqliteLog::kept(Result<Nothing> outcome) {
  if (!outcome) {
    failure_ = outcome.error();
  }
  return outcome;
}

Result<Nothing> SqliteLog::join_transaction() {
  if (!writing_) {
    return refuse(Code::not_allowed, "", "This atelier was opened for reading only.");
  }
  if (failure_) {
    return *failure_;
  }
  if (in_transaction_) {
    return Nothing{};
  }
  auto begun = writing_->begin.run();
  in_transaction_ = begun.has_value();
  return kept(std::move(begun));
}

Result<Nothing> SqliteLog::append(Row& row) {
  if (auto joined = join_transaction(); !joined) {
    return joined;
  }
  row.seq = head_.seq + 1;
  row.hash = row_hash(head_.hash, row);
  auto appended = writing_->append.bind(1, static_cast<std::int64_t>(row.seq))
                      .bind(2, row.at)
                      .bind(3, row.subject)
                      .bind(4, row.sender)
                      .bind(5, static_cast<std::int64_t>(row.number))
                      .bind(6, row.type)
                      .bind(7, row.body)
                      .bind(8, row.hash)
                      .run();
  if (appended) {
    head_.seq = row.seq;
    head_.hash = row.hash;
  }
  return kept(std::move(appended));
}

Result<Nothing> SqliteLog::put(const RecordRow& record) {
  if (auto joined = join_transaction(); !joined) {
    return joined;
  }
  if (lies_in_the_box(record.kind)) {
    box_unsorted_ = true;
    return kept(record.erased ? writing_->erase_ballot.bind(1, record.key).run()
                              : writing_->put_ballot.bind(1, record.key).bind(2, record.body).run());
  }
  return kept(record.erased ? writing_->erase_record.bind(1, record.kind).bind(2, record.key).run()
                            : writing_->put_record.bind(1, record.kind).bind(2, record.key).bind(3, record.body).run());
}

Result<Nothing> SqliteLog::commit() {
  if (failure_) {
    return *failure_;
  }
  if (!in_transaction_) {
    return Nothing{};
  }
  in_transaction_ = false;
  return kept(writing_->commit.run());
}

Result<Nothing> SqliteLog::read(std::uint64_t from, const std::function<bool(const Row&)>& each) {
  auto rows = file_.reader.prepare(select_rows);
  if (!rows) {
    return rows.error();
  }
  rows->bind(1, static_cast<std::int64_t>(from));
  while (true) {
    auto found = rows->next();
    if (!found) {
      return found.error();
    }
    if (!*found) {
      return Nothing{};
    }
    const Row row{static_cast<std::uint64_t>(rows->number(0)),
                  rows->number(1),
                  std::string(rows->text(2)),
                  std::string(rows->text(3)),
                  static_cast<std::uint64_t>(rows->number(4)),
                  std::string(rows->text(5)),
                  std::string(rows->text(6)),
                  std::string(rows->text(7))};
    if (!each(row)) {
      return Nothing{};
    }
  }
}

Result<Nothing> SqliteLog::read_records(const std::function<bool(const RecordRow&)>& each) {
  auto records = file_.reader.prepare(select_records);
  if (!records) {
    return records.error();
  }
  while (true) {
    auto found = records->next();
    if (!found) {
      return found.error();
    }
    if (!*found || !each(RecordRow{std::string(records->text(0)), std::string(records->text(1)),
                                   std::string(records->text(2)), false})) {
      return Nothing{};
    }
  }
}

Result<Nothing> SqliteLog::set_scenario(std::string_view text) {
  if (!scenario_.empty()) {
    return refuse(Code::wrong_state, "scenario", "This atelier already has its scenario.");
  }
  if (auto joined = join_transaction(); !joined) {
    return joined;
  }
  auto set = writing_->set_meta.bind(1, std::string_view("scenario")).bind(2, text).run();
  if (set) {
    scenario_ = text;
  }
  return kept(std::move(set));
}

// The policy: after ballots came, sort the box and empty the write-ahead log at once, since the two together would tell
// who cast which; otherwise leave the log until it is large. What cannot be done now is done at the next call.
void SqliteLog::tidy_up() {
  if (!writing_ || failure_ || in_transaction_) {
    return;
  }
  if (box_unsorted_) {
    sort_box();
  }
  std::error_code error;
  const auto bytes = std::filesystem::file_size(name_ + "-wal", error);
  if (checkpoint_due_ || (!error && bytes > write_ahead_bytes_max)) {
    checkpoint();
  }
}

void SqliteLog::sort_box() {
  if (file_.writer->execute(sort_box_sql)) {
    box_unsorted_ = false;
    checkpoint_due_ = true;
    return;
  }
  // The box is as it was. If even that cannot be done, the next BEGIN fails and stops the process.
  static_cast<void>(file_.writer->execute("ROLLBACK"));
}

void SqliteLog::checkpoint() {
  // Nobody in the room waits for a reader: the checkpoint is tried again.
  file_.writer->set_patience_ms(0);
  const auto busy = file_.writer->ask_number("PRAGMA wal_checkpoint(TRUNCATE)");
  checkpoint_due_ = !busy || *busy != 0;
  file_.writer->set_patience_ms(2'000);
}

Result<Writing> prepare_writing(Database& database) {
  Writing writing;
  const std::pair<Statement*, std::string_view> wanted[] = {
      {&writing.begin, "BEGIN IMMEDIATE"},
      {&writing.commit, "COMMIT"},
      {&writing.append,
       "INSERT INTO journal (seq, at_ms, subject, sender, number, type, body, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"},
      {&writing.put_record, "INSERT OR REPLACE INTO record (kind, key, body) VALUES (?, ?, ?)"},
      {&writing.erase_record, "DELETE FROM record WHERE kind = ? AND key = ?"},
      {&writing.put_ballot, "INSERT OR REPLACE INTO box (key, body) VALUES (?, ?)"},
      {&writing.erase_ballot, "DELETE FROM box WHERE key = ?"},
      {&writing.set_meta, "INSERT INTO meta (name, value) VALUES (?, ?)"}};
  for (const auto& [place, sql] : wanted) {
    auto prepared = database.prepare(sql);
    if (!prepared) {
      return prepared.error();
    }
    *place = std::move(*prepared);
  }
  return writing;
}

Result<Head> read_head(Database& database) {
  auto last = database.prepare("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
  if (!last) {
    return last.error();
  }
  auto found = last->next();
  if (!found) {
    return found.error();
  }
  return *found ? Head{static_cast<std::uint64_t>(last->number(0)), std::string(last->text(1))} : Head{};
}

// The file says it is an atelier, so whatever its tables lack is damage.
Refusal damaged(const std::string& file, const Refusal& why) {
  return refuse(Code::malformed, "", file + " is damaged (" + why.detail + ").");
}

}  // namespace

Result<std::unique_ptr<Log>> open_sqlite_log(const std::string& file, OpenMode mode) {
  auto opened = open_sqlite_file(file, mode);
  if (!opened) {
    return opened.error();
  }
  std::optional<Writing> writing;
  if (opened->writer) {
    auto prepared = prepare_writing(*opened->writer);
    if (!prepared) {
      return damaged(file, prepared.error());
    }
    writing = std::move(*prepared);
  }
  auto head = read_head(opened->reader);
  if (!head) {
    return damaged(file, head.error());
  }
  auto scenario = opened->reader.ask_text("SELECT value FROM meta WHERE name = 'scenario'");
  if (!scenario) {
    return damaged(file, scenario.error());
  }
  return std::unique_ptr<Log>(std::make_unique<SqliteLog>(file, std::move(*opened), std::move(writing),
                                                          std::move(*head), std::move(*scenario)));
}

}  // namespace tablee::store
