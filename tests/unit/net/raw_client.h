// A blocking client that can say anything, right or wrong, to a server on this machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tablee::net {

struct RawFrame {
  int opcode = 0;  // 1 text, 2 binary, 8 close, 9 ping, 10 pong
  std::string payload;
  int close_code() const;
};

class RawClient {
 public:
  // receive_buffer_bytes: 0 leaves the system's.
  explicit RawClient(std::uint16_t port, int receive_buffer_bytes = 0);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  void send(std::string_view bytes);
  // Reads up to the end of the headers and the body they announce.
  std::string read_answer(bool head_only = false);
  // The usual upgrade, with these further header lines ("Name: value\r\n"…). Returns the status line's code.
  int upgrade(std::string_view further = "", std::string_view host = "127.0.0.1");
  void send_frame(int opcode, std::string_view payload);
  // The next frame; none when the server closed or said nothing for five seconds.
  std::optional<RawFrame> read_frame();
  // The next frame with this opcode.
  std::optional<RawFrame> read_frame_of(int opcode);
  // True when the server has ended the connection, after reading all that was left.
  bool ended();
  void close();
  // Ends with a reset instead of a goodbye.
  void reset();

 private:
  bool fill();
  int descriptor_ = -1;
  std::string buffer_;
};

}  // namespace tablee::net
