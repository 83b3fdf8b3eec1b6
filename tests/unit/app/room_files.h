// tests/unit/app/room_files.h: directories with ateliers in them, sound and damaged, and commands run on them.
#pragma once

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "app/entropy.h"
#include "app/kept_atelier.h"
#include "app/program.h"
#include "base/sha256.h"
#include "host/host.h"
#include "store/sqlite_handle.h"
#include "store/sqlite_log.h"
#include "unit/store/temporary_directory.h"
#include "wire/scenario_file.h"

namespace tablee::testing {

struct Ended {
  int code = 0;
  std::string out;
  std::string err;
};

inline Ended run(const std::vector<std::string>& words) {
  std::ostringstream out;
  std::ostringstream err;
  app::Output output{out, err, false};
  const int code = app::run_program(words, output);
  return Ended{code, out.str(), err.str()};
}

inline std::string shipped_scenario() {
  return TABLEE_SOURCE_DIR "/scenarios/demi-journee.json";
}

inline std::string bytes_of(const std::string& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return bytes.str();
}

inline void write_bytes(const std::string& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// One sentence: it ends once, and fits on one line.
inline bool is_one_sentence(const std::string& text) {
  return text.find('\n') == text.size() - 1 && (text.ends_with(".\n") || text.ends_with(".)\n"));
}

// A directory that holds an atelier of the shipped scenario, opened once and closed. The first row is there.
class KeptRoom {
 public:
  KeptRoom() {
    const std::string text = bytes_of(shipped_scenario());
    auto scenario = wire::read_scenario(text);
    REQUIRE(scenario.usable());
    auto log = store::open_sqlite_log(file(), store::OpenMode::create_or_resume);
    REQUIRE(log);
    REQUIRE((*log)->set_scenario(text));
    host::HostSettings settings;
    settings.entropy = app::system_entropy;
    settings.disk_free = [] { return std::int64_t{1} << 40; };
    auto host = host::Host::open(**log, scenario.scenario, to_hex(sha256(text)), settings, 1'700'000'000'000);
    REQUIRE(host);
    token_ = (*host)->state().facilitator.token;
    REQUIRE(token_.size() == 32);
  }
  std::string data() const { return directory_.path(); }
  std::string file() const { return app::atelier_file(directory_.path()); }
  std::string token() const { return token_; }

  void change(const char* sql) const {
    auto database = store::Database::open(file(), store::Access::write);
    REQUIRE(database);
    REQUIRE(database->execute(sql));
  }

 private:
  TemporaryDirectory directory_;
  std::string token_;
};

}  // namespace tablee::testing
