// A real host on a log in memory, served on a free port by a thread of its own.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "host/host.h"
#include "net/server.h"
#include "store/memory_log.h"
#include "unit/net/web_folder.h"

namespace tablee::net {

// Says whatever a test wants about commits.
class ObedientLog : public store::Log {
 public:
  Result<Nothing> append(store::Row& row) override {
    appended_ = true;
    return memory_.append(row);
  }
  Result<Nothing> put(const store::RecordRow& record) override { return memory_.put(record); }
  Result<Nothing> commit() override;
  std::uint64_t head_seq() const override { return memory_.head_seq(); }
  std::string head_hash() const override { return memory_.head_hash(); }
  Result<Nothing> read(std::uint64_t from, const std::function<bool(const store::Row&)>& each) override {
    return memory_.read(from, each);
  }
  Result<Nothing> read_records(const std::function<bool(const store::RecordRow&)>& each) override {
    return memory_.read_records(each);
  }
  std::string scenario() const override { return memory_.scenario(); }
  Result<Nothing> set_scenario(std::string_view text) override { return memory_.set_scenario(text); }
  void tidy_up() override {}

  bool failing = false;  // set before run()

 private:
  store::MemoryLog memory_;
  bool appended_ = false;  // since the last commit
};

class SmallRoom {
 public:
  // reader: outlives the room; null: nothing is read aloud. files: the documents, in files_dir.
  explicit SmallRoom(speech::Reader* reader = nullptr, std::string files_dir = "", std::vector<std::string> files = {});
  ~SmallRoom();
  SmallRoom(const SmallRoom&) = delete;
  SmallRoom& operator=(const SmallRoom&) = delete;

  std::uint16_t port() const { return server->port(); }
  void run();
  // Waits for run() to return, at most ten seconds, and gives its result.
  Result<Nothing> finish();
  // The facilitator's token: a person of that role may change the room.
  std::string token() const { return host->state().facilitator.token; }

  // Makes the room's time jump forward: what is due happens at once.
  void pass(TimeMs duration_ms) { ahead_ms_ += duration_ms; }

  WebFolder web;
  ObedientLog log;
  std::unique_ptr<host::Host> host;
  std::unique_ptr<Server> server;

 private:
  std::atomic<TimeMs> ahead_ms_ = 0;
  std::thread thread_;
  std::future<Result<Nothing>> returned_;
};

// The first frame of a screen without credential.
std::string projector_hello();

}  // namespace tablee::net
