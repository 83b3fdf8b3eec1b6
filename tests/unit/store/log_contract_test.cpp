#include "contract/log_contract.h"

#include <algorithm>
#include <memory>

#include "store/memory_log.h"
#include "store/sqlite_handle.h"
#include "store/sqlite_log.h"
#include "unit/store/temporary_directory.h"

namespace log_contract_test {

using namespace tablee;
using namespace tablee::store;

namespace {

class MemoryHarness {
 public:
  Log& log() { return log_; }
  void lose_power() { log_.drop_uncommitted(); }
  void edit_body(std::uint64_t seq, const std::string& body) {
    auto rows = contract::rows_of(log_);
    rows.at(seq - 1).body = body;
    log_ = MemoryLog(std::move(rows));
  }
  void delete_row(std::uint64_t seq) {
    auto rows = contract::rows_of(log_);
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(seq - 1));
    log_ = MemoryLog(std::move(rows));
  }

 private:
  MemoryLog log_;
};

class SqliteHarness {
 public:
  SqliteHarness() { open(); }
  Log& log() { return *log_; }
  void lose_power() {
    log_.reset();
    open();
  }
  void edit_body(std::uint64_t seq, const std::string& body) {
    change("UPDATE journal SET body = '" + body + "' WHERE seq = " + std::to_string(seq));
  }
  void delete_row(std::uint64_t seq) { change("DELETE FROM journal WHERE seq = " + std::to_string(seq)); }

 private:
  void open() {
    auto opened = open_sqlite_log(file_, OpenMode::create_or_resume);
    REQUIRE(opened);
    log_ = std::move(*opened);
  }
  void change(const std::string& sql) {
    log_.reset();
    auto database = Database::open(file_, Access::write);
    REQUIRE(database);
    REQUIRE(database->execute(sql.c_str()));
    open();
  }

  tablee::testing::TemporaryDirectory directory_;
  std::string file_ = directory_.file("atelier.sqlite");
  std::unique_ptr<Log> log_;
};

}  // namespace

TEST_CASE_TEMPLATE_INVOKE(log_contract, MemoryHarness, SqliteHarness);

}  // namespace log_contract_test
