// stage.h: one running host, its log, its clock and its tablets.
//
// Order    After every turn: nothing left before the commit, kept sections are fresh, and once live sections had their
//          time, every tablet shows the newest of what is for it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "host/host.h"
#include "line.h"
#include "store/memory_log.h"
#include "tablet.h"

namespace tablee::transcripts {

class Stage {
 public:
  // Requires: the text of a valid scenario file.
  Fault open(const std::string& scenario_text);

  const core::State& state() const { return host_->state(); }
  store::MemoryLog& log() { return log_; }
  std::map<std::string, Tablet>& tablets() { return tablets_; }
  Tablet& tablet(const std::string& name);

  TimeMs now() const { return now_; }
  // Lets time pass, waking the host whenever it asked for it.
  Fault pass(std::int64_t duration_ms);

  // A connection for this tablet, if it has none.
  Fault connect(Tablet& tablet);
  // Connects if need be and says hello.
  Fault greet(Tablet& tablet);
  Fault send(Tablet& tablet, std::string_view bytes, bool binary);
  void cut(Tablet& tablet);
  // Reads what waits in the outbox of a tablet that was slow.
  Fault drain(Tablet& tablet);

  // Until release(), frames are received but the turn does not end, and no time passes.
  void hold() { held_ = true; }
  bool held() const { return held_; }
  Fault release();
  // Stops and starts the server with the same log; `lose`: what was not committed never happened.
  Fault restart(bool lose);
  void set_disk_free(std::int64_t bytes) { disk_free_ = bytes; }

 private:
  Fault start();
  Fault turn();
  Fault take_in(const host::Turn& turn);
  Fault read_outbox(Tablet& tablet);
  Fault nothing_left_early();
  Fault resend(Tablet& tablet);
  Fault look_around();
  Entropy next_entropy();

  store::MemoryLog log_;
  std::string scenario_text_;
  std::unique_ptr<host::Host> host_;
  std::map<std::string, Tablet> tablets_;
  std::map<host::ConnectionId, std::string> by_connection_;
  TimeMs now_ = 0;
  std::uint64_t entropy_count_ = 0;
  std::int64_t disk_free_ = 1'000'000'000'000;
  bool held_ = false;
};

}  // namespace tablee::transcripts
