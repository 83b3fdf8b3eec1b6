#include "store/sqlite_log.h"

#include <doctest/doctest.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "store/sqlite_handle.h"
#include "store/verify.h"
#include "unit/store/temporary_directory.h"

namespace sqlite_log_test {

using namespace tablee;
using namespace tablee::store;
using tablee::testing::TemporaryDirectory;

namespace {

namespace fs = std::filesystem;

std::unique_ptr<Log> open_for_writing(const std::string& file) {
  auto log = open_sqlite_log(file, OpenMode::create_or_resume);
  REQUIRE(log);
  return std::move(*log);
}

Refusal refusal_of(const std::string& file, OpenMode mode) {
  auto log = open_sqlite_log(file, mode);
  REQUIRE_FALSE(log);
  return log.error();
}

void append_committed(Log& log, int count, std::size_t body_bytes = 100) {
  for (int i = 0; i < count; ++i) {
    Row row{0, 1000, "participant/1", "0123456789abcdef", 1, "idea_submitted", std::string(body_bytes, 'x'), ""};
    REQUIRE(log.append(row));
  }
  REQUIRE(log.commit());
}

std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

void write_bytes(const std::string& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

void run_sql(const std::string& file, const char* sql) {
  write_bytes(file, fs::exists(file) ? bytes_of(file) : "");
  auto database = Database::open(file, Access::write);
  REQUIRE(database);
  REQUIRE(database->execute(sql));
}

std::int64_t ask(const std::string& file, const char* sql) {
  auto database = Database::open(file, Access::read);
  REQUIRE(database);
  auto number = database->ask_number(sql);
  REQUIRE(number);
  return *number;
}

// An ordinary account for the length of a scope, when the tests run as root.
class OrdinaryAccount {
 public:
  OrdinaryAccount() {
    if (::geteuid() == 0) {
      REQUIRE(::seteuid(65'534) == 0);
      changed_ = true;
    }
  }
  OrdinaryAccount(const OrdinaryAccount&) = delete;
  OrdinaryAccount& operator=(const OrdinaryAccount&) = delete;
  ~OrdinaryAccount() {
    if (changed_ && ::seteuid(0) != 0) {
      std::abort();
    }
  }

 private:
  bool changed_ = false;
};

// A disk that takes no more than `bytes` in one file, for the length of a scope.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
    rlimit small = before_;
    small.rlim_cur = bytes;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

 private:
  void (*handler_)(int);
  rlimit before_{};
};

}  // namespace

TEST_CASE("the file says whose it is, in which version, and that only its owner may read it") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  { append_committed(*open_for_writing(file), 1); }
  CHECK(ask(file, "PRAGMA application_id") == 0x7461626C);
  CHECK(ask(file, "PRAGMA user_version") == 1);
  CHECK(bytes_of(file).substr(68, 4) == "tabl");
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
}

TEST_CASE("what was committed is found by another process after a sudden death") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  const std::string copy = directory.file("copy.sqlite");
  auto log = open_for_writing(file);
  append_committed(*log, 3);
  Row row{0, 1000, "host", "", 0, "room_paused", "{}", ""};
  REQUIRE(log->append(row));
  // The files as they are on the disk at this moment, nothing closed.
  fs::copy_file(file, copy);
  fs::copy_file(file + "-wal", copy + "-wal");
  auto found = open_for_writing(copy);
  CHECK(found->head_seq() == 3);
  CHECK(verify_chain(*found));
}

TEST_CASE("a second server is refused, readers are not") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  auto log = open_for_writing(file);
  append_committed(*log, 2);
  const Refusal refusal = refusal_of(file, OpenMode::create_or_resume);
  CHECK(refusal.code == Code::conflict);
  CHECK(refusal.detail == "Another program is using " + file + ".");
  auto reader = open_sqlite_log(file, OpenMode::read_only);
  REQUIRE(reader);
  CHECK((*reader)->head_seq() == 2);
  reader->reset();
  log.reset();
  CHECK(open_sqlite_log(file, OpenMode::create_or_resume));
}

TEST_CASE("a log opened for reading refuses to be written") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  { append_committed(*open_for_writing(file), 1); }
  auto reader = open_sqlite_log(file, OpenMode::read_only);
  REQUIRE(reader);
  Row row{0, 1000, "host", "", 0, "room_paused", "{}", ""};
  const auto appended = (*reader)->append(row);
  REQUIRE_FALSE(appended);
  CHECK(appended.error().code == Code::not_allowed);
  CHECK((*reader)->put({"card", "person/1", "x", false}).error().code == Code::not_allowed);
  CHECK((*reader)->set_scenario("{}").error().code == Code::not_allowed);
  CHECK((*reader)->commit());
}

TEST_CASE("files that are not ateliers are refused and left as they are") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  SUBCASE("a text") {
    write_bytes(file, "Ceci n'est pas une base de données, mais une simple lettre.\n");
  }
  SUBCASE("another program's database") {
    run_sql(file, "PRAGMA application_id = 1; CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('a')");
  }
  SUBCASE("a database without a name") {
    run_sql(file, "CREATE TABLE journal (seq INTEGER PRIMARY KEY)");
  }
  const std::string before = bytes_of(file);
  for (const OpenMode mode : {OpenMode::read_only, OpenMode::create_or_resume}) {
    const Refusal refusal = refusal_of(file, mode);
    CHECK(refusal.code == Code::unsupported);
    CHECK(refusal.field == "application_id");
    CHECK(refusal.detail == file + " is not a Tablée atelier.");
  }
  CHECK(bytes_of(file) == before);
}

TEST_CASE("an atelier of the next version is refused, one of this version is not") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  { append_committed(*open_for_writing(file), 1); }
  run_sql(file, "PRAGMA user_version = 2");
  const Refusal refusal = refusal_of(file, OpenMode::create_or_resume);
  CHECK(refusal.code == Code::unsupported);
  CHECK(refusal.field == "user_version");
  CHECK(refusal.detail == file + " was made by a newer version of Tablée.");
  run_sql(file, "PRAGMA user_version = 1");
  CHECK(open_sqlite_log(file, OpenMode::create_or_resume));
}

TEST_CASE("a damaged file is refused") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  { append_committed(*open_for_writing(file), 500); }
  SUBCASE("cut short") {
    fs::resize_file(file, fs::file_size(file) / 2);
  }
  SUBCASE("a page of noise") {
    std::string bytes = bytes_of(file);
    bytes.replace(8 * 4096, 4096, std::string(4096, '\xa5'));
    write_bytes(file, bytes);
  }
  SUBCASE("a table gone") {
    run_sql(file, "DROP TABLE box");
  }
  const Refusal refusal = refusal_of(file, OpenMode::create_or_resume);
  CHECK(refusal.code == Code::malformed);
  CHECK(refusal.detail.find(file + " is damaged (") == 0);
}

TEST_CASE("nothing to read, or nowhere to write, is one sentence") {
  TemporaryDirectory directory;
  CHECK(refusal_of(directory.file("none.sqlite"), OpenMode::read_only).code == Code::not_found);
  CHECK(refusal_of(directory.path(), OpenMode::read_only).code == Code::not_found);
  CHECK(refusal_of(directory.file("missing/atelier.sqlite"), OpenMode::create_or_resume).code == Code::not_found);
  write_bytes(directory.file("empty.sqlite"), "");
  CHECK(refusal_of(directory.file("empty.sqlite"), OpenMode::read_only).field == "application_id");
  CHECK(refusal_of("/proc/atelier.sqlite", OpenMode::create_or_resume).detail.back() == '.');
}

TEST_CASE("a directory one may not write to: refused for a server, read when it holds a finished atelier") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  { append_committed(*open_for_writing(file), 4); }
  fs::remove(file + ".lock");
  fs::permissions(file, fs::perms(0444));
  fs::permissions(directory.path(), fs::perms(0555));
  {
    OrdinaryAccount account;
    const Refusal refusal = refusal_of(file, OpenMode::create_or_resume);
    CHECK(refusal.code == Code::not_allowed);
    CHECK(refusal.detail == "This account may not open " + file + ", or write beside it.");
    auto reader = open_sqlite_log(file, OpenMode::read_only);
    REQUIRE(reader);
    CHECK((*reader)->head_seq() == 4);
    CHECK(verify_chain(**reader));
  }
  fs::permissions(directory.path(), fs::perms(0755));
}

TEST_CASE("a full disk is a refusal, and the log stays refused: nothing half-written is built upon") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  auto log = open_for_writing(file);
  append_committed(*log, 3);
  {
    SmallDisk disk(256 * 1024);
    Result<Nothing> outcome = Nothing{};
    for (int i = 0; i < 1'000 && outcome; ++i) {
      Row row{0, 2000, "participant/1", "0123456789abcdef", 1, "idea_submitted", std::string(2'000, 'x'), ""};
      outcome = log->append(row);
      if (outcome && i % 10 == 9) {
        outcome = log->commit();
      }
    }
    REQUIRE_FALSE(outcome);
    CHECK(outcome.error().code == Code::storage_low);
  }
  Row row{0, 2000, "host", "", 0, "room_paused", "{}", ""};
  CHECK(log->append(row).error().code == Code::storage_low);
  CHECK(log->put({"card", "person/1", "x", false}).error().code == Code::storage_low);
  CHECK(log->commit().error().code == Code::storage_low);
  log->tidy_up();
  log.reset();
  auto again = open_for_writing(file);
  CHECK(again->head_seq() >= 3);
  CHECK((again->head_seq() - 3) % 10 == 0);
  CHECK(verify_chain(*again));
}

TEST_CASE("a disk without room for an atelier is one sentence") {
  TemporaryDirectory directory;
  SmallDisk disk(4'096);
  const Refusal refusal = refusal_of(directory.file("atelier.sqlite"), OpenMode::create_or_resume);
  CHECK(refusal.code == Code::storage_low);
  CHECK(refusal.detail == "The disk that holds " + directory.file("atelier.sqlite") + " is full or failing.");
}

TEST_CASE("tidying empties the write-ahead log after ballots, at once") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  auto log = open_for_writing(file);
  log->tidy_up();
  append_committed(*log, 20);
  log->tidy_up();
  CHECK(fs::file_size(file + "-wal") > 0);
  REQUIRE(log->put({"ballot", "1/aa", "{}", false}));
  log->tidy_up();
  CHECK(fs::file_size(file + "-wal") > 0);  // a transaction is open: not now
  REQUIRE(log->commit());
  log->tidy_up();
  CHECK(fs::file_size(file + "-wal") == 0);
}

TEST_CASE("tidying moves pages without ballots only past 4 MB") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  auto log = open_for_writing(file);
  append_committed(*log, 1);
  log->tidy_up();
  append_committed(*log, 1);
  constexpr std::uintmax_t bound = 4 * 1024 * 1024;
  while (fs::file_size(file + "-wal") <= bound) {
    log->tidy_up();
    CHECK(fs::file_size(file + "-wal") > 0);
    append_committed(*log, 20, 10'000);
  }
  log->tidy_up();
  CHECK(fs::file_size(file + "-wal") == 0);
  CHECK(verify_chain(*log));
}

TEST_CASE("a reader sees one moment, delays tidying, and it is done afterwards") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  auto log = open_for_writing(file);
  append_committed(*log, 3);
  auto reader = open_sqlite_log(file, OpenMode::read_only);
  REQUIRE(reader);
  append_committed(*log, 2);
  REQUIRE(log->put({"ballot", "1/aa", "{}", false}));
  REQUIRE(log->commit());
  log->tidy_up();
  CHECK(fs::file_size(file + "-wal") > 0);
  CHECK(verify_chain(**reader)->rows == 3);
  REQUIRE((*reader)->read_records([](const RecordRow&) {
    FAIL("a record of a later moment");
    return false;
  }));
  reader->reset();
  log->tidy_up();
  CHECK(fs::file_size(file + "-wal") == 0);
}

TEST_CASE("after tidying, two boxes with the same ballots are the same bytes, whatever the order they came in") {
  TemporaryDirectory directory;
  const auto box_of = [&](const std::string& name, bool backwards) {
    const std::string file = directory.file(name);
    auto log = open_for_writing(file);
    for (int i = 0; i < 400; ++i) {
      const int ballot = backwards ? 399 - i : (i * 7) % 400;
      REQUIRE(log->put({"ballot", "1/" + std::to_string(1000 + ballot), "draft", false}));
      REQUIRE(
          log->put({"ballot", "1/" + std::to_string(1000 + ballot), "choice " + std::to_string(ballot % 3), false}));
      REQUIRE(log->commit());
    }
    log->tidy_up();
    log.reset();
    // Everything but the counters of changes in the file's header.
    return bytes_of(file).substr(100);
  };
  const std::string one = box_of("one.sqlite", false);
  CHECK(one.find("choice 2") != std::string::npos);
  CHECK(one == box_of("two.sqlite", true));
}

TEST_CASE("the sheets of a questionnaire lie in the box too, and come back as sheets") {
  TemporaryDirectory directory;
  const auto box_of = [&](const std::string& name, bool backwards) {
    const std::string file = directory.file(name);
    auto log = open_for_writing(file);
    for (int i = 0; i < 400; ++i) {
      const int place = backwards ? 399 - i : (i * 7) % 400;
      const bool is_sheet = place % 2 == 0;
      const std::string key = (is_sheet ? "sheet/t0/" : "1/") + std::to_string(1000 + place);
      REQUIRE(log->put({is_sheet ? "sheet" : "ballot", key, "before", false}));
      REQUIRE(log->put({is_sheet ? "sheet" : "ballot", key, "level " + std::to_string(place % 5), false}));
      REQUIRE(log->commit());
    }
    log->tidy_up();
    int sheets = 0;
    int ballots = 0;
    REQUIRE(log->read_records([&](const RecordRow& record) {
      sheets += record.kind == "sheet" && record.key.starts_with("sheet/t0/") ? 1 : 0;
      ballots += record.kind == "ballot" && record.key.starts_with("1/") ? 1 : 0;
      return true;
    }));
    CHECK(sheets == 200);
    CHECK(ballots == 200);
    log.reset();
    return bytes_of(file).substr(100);
  };
  CHECK(box_of("one.sqlite", false) == box_of("two.sqlite", true));
}

TEST_CASE("nothing remains in the file of a record that was erased or replaced") {
  TemporaryDirectory directory;
  const std::string file = directory.file("atelier.sqlite");
  {
    auto log = open_for_writing(file);
    REQUIRE(log->put({"card", "person/1", "Ghislaine", false}));
    REQUIRE(log->put({"card", "person/2", "Hippolyte", false}));
    REQUIRE(log->commit());
    REQUIRE(log->put({"card", "person/1", "", true}));
    REQUIRE(log->put({"card", "person/2", "H.", false}));
    REQUIRE(log->commit());
  }
  CHECK_FALSE(fs::exists(file + "-wal"));
  CHECK(bytes_of(file).find("Ghislaine") == std::string::npos);
  CHECK(bytes_of(file).find("Hippolyte") == std::string::npos);
}

}  // namespace sqlite_log_test
