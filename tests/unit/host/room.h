// room.h: a host with a log that fails when told to, a clock that moves when told to, and plain connections.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/scenario.h"
#include "host/host.h"
#include "store/memory_log.h"

namespace tablee::host_test {

// A memory log whose next append, put or commit can be made to fail.
class FailingLog final : public store::Log {
 public:
  Result<Nothing> append(store::Row& row) override;
  Result<Nothing> put(const store::RecordRow& record) override;
  Result<Nothing> commit() override;
  std::uint64_t head_seq() const override { return kept_.head_seq(); }
  std::string head_hash() const override { return kept_.head_hash(); }
  Result<Nothing> read(std::uint64_t from, const std::function<bool(const store::Row&)>& each) override;
  Result<Nothing> read_records(const std::function<bool(const store::RecordRow&)>& each) override;
  std::string scenario() const override { return kept_.scenario(); }
  Result<Nothing> set_scenario(std::string_view text) override { return kept_.set_scenario(text); }
  void tidy_up() override { ++tidied; }

  bool append_fails = false;
  bool put_fails = false;
  bool commit_fails = false;
  int commits = 0;
  int tidied = 0;

 private:
  store::MemoryLog kept_;
};

// One step of each kind that tests of the host need: write, draft, vote.
core::Scenario small_scenario();

class Room {
 public:
  Room();

  host::ConnectionId connect(std::string_view address = "10.0.0.1");
  host::ConnectionId console();
  // A new person at no table, seated by token on a device called `device` (16 hexadecimal digits).
  host::ConnectionId person(const std::string& device);
  host::ConnectionId screen_of(PersonId person, const std::string& device);

  // Receives one frame; the turn goes on.
  void hear(host::ConnectionId connection, const std::string& frame);
  void command(host::ConnectionId connection, std::uint64_t number, const std::string& name, const std::string& body);
  // Ends the turn; returns what leaves for this connection, one payload an item.
  std::vector<std::string> end_turn(host::ConnectionId connection);
  std::vector<std::string> waiting(host::ConnectionId connection);

  FailingLog log;
  std::unique_ptr<host::Host> host;
  TimeMs now = 1'773'446'400'000;
  std::int64_t disk_free = 1'000'000'000'000;
  host::Turn last_turn;

 private:
  std::uint64_t draws_ = 0;
};

std::string hello(std::string_view role, std::string_view credential, std::string_view device);
// How many of these payloads contain the text.
int count(const std::vector<std::string>& payloads, std::string_view text);

}  // namespace tablee::host_test
