// rehearse/device.h: one simulated screen, that speaks to the host in frames as a tablet does.
//
// Order    Commands are numbered and kept until their answer has come. What a lost line left unanswered is numbered
//          again after the welcome and sent in order (protocol rule P24).
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "core/command.h"
#include "host/host.h"

namespace tablee::rehearse {

struct Answer {
  core::Command command;
  bool carried_out = false;
  std::string code;  // of the refusal
};

class Device {
 public:
  Device(host::Host& host, core::Role role, std::string credential, std::string sender)
      : host_(host), role_(role), credential_(std::move(credential)), sender_(std::move(sender)) {}

  bool is_open() const { return open_; }
  // Opens the line and says hello; what was kept is sent once the welcome has come.
  void open(TimeMs now);
  void cut(TimeMs now);
  // Sent now, or as soon as the line is back.
  void say(core::Command command, TimeMs now);
  // Reads what the host left for this device after a flush. Returns the answers that came.
  std::vector<Answer> read(TimeMs now);
  std::size_t waiting() const { return kept_.size(); }
  // The number of its connection. Requires: is_open().
  host::ConnectionId connection() const { return connection_; }
  // The host closed the line: it is no longer open.
  void closed() { open_ = false; }

 private:
  struct Kept {
    std::uint64_t number;
    core::Command command;
  };

  void send(const Kept& kept, TimeMs now);
  void welcomed(const std::string& frame, TimeMs now, std::vector<Answer>& answers);

  host::Host& host_;
  core::Role role_;
  std::string credential_;
  std::string sender_;
  host::ConnectionId connection_ = 0;
  bool open_ = false;
  bool welcome_ = false;
  std::uint64_t number_ = 0;
  std::deque<Kept> kept_;
};

}  // namespace tablee::rehearse
