// tablet.h: a client that follows protocol/README.md and holds no rules: a tablet, a console, a projector.
//
// Shape    Keeps its token, the newest body of each section, what it sent and was not answered, and every byte it
// heard.
//          It goes on accepting commands while its connection is cut, and sends them when it is back.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "host/outbox.h"
#include "line.h"

namespace tablee::transcripts {

using Json = nlohmann::ordered_json;

struct HeldSection {
  std::string version;
  std::string body;  // as received
};

struct PendingCommand {
  std::uint64_t number = 0;
  std::string command;
  Json body;
};

class Tablet {
 public:
  explicit Tablet(std::string name);

  // The hello that brings it back: its token once it has one, and the sections it holds.
  std::string hello() const;
  void set_seat(std::string role, std::optional<std::string> credential, std::optional<std::string> display_name);

  // Queues a command under the next number and returns its frame.
  std::string command(const std::string& command, const Json& body);
  // One frame received. Returns what is wrong with it, if anything.
  Fault hear(std::string_view payload, bool binary);
  // After a welcome: the frames to send again.
  std::vector<std::string> take_resends();
  // The next reply not yet looked at.
  std::optional<Json> take_reply();
  void lose_connection();

  std::string name;
  std::string address;
  std::string sender;
  std::optional<host::ConnectionId> connection;
  bool welcomed = false;
  bool slow = false;
  std::uint16_t closed = 0;  // the code of the last closing; 0: open, or cut by us
  std::map<std::string, HeldSection> sections;
  std::deque<PendingCommand> pending;
  std::deque<Json> replies;
  std::string heard;  // every payload, one a line
  std::optional<std::string> credential;
  Json welcome = Json::object();

 private:
  void forget_answered(std::uint64_t number);

  std::string role_;
  std::optional<std::string> display_name_;
  std::uint64_t last_number_ = 0;
  bool resend_ = false;
};

std::string command_frame(std::uint64_t number, const std::string& command, const Json& body);

}  // namespace tablee::transcripts
