// host/intake.h: one frame from one connection, down to what it does.
//
// Order    Rate, size and form; then hello, clock, assign, command, or a message about a text (host/texts.h). A
//          command's number comes first: not above the last, it was dealt with before and is acknowledged; above the
//          next, it is refused and nothing is used up; the next one is used up whatever becomes of it. Only a command
//          refused for coming too fast keeps its number.
// Errors   Every refusal goes to the sender alone. frames_refused_max hurried frames in a row close the connection.
#pragma once

#include <string_view>

#include "host/atelier.h"
#include "host/disk.h"
#include "host/reception.h"
#include "host/replies.h"
#include "host/sessions.h"
#include "host/texts.h"
#include "wire/decode.h"

namespace tablee::host {

inline constexpr int frames_refused_max = 200;

class Intake {
 public:
  Intake(Atelier& atelier, Sessions& sessions, Replies& replies, Reception& reception, Texts& texts, const Disk& disk);

  // Returns the connections seated by this frame: this one, or those the facilitator has placed.
  Audience frame(ConnectionId id, std::string_view bytes, bool binary);

 private:
  Audience first_frame(ConnectionId id, std::string_view bytes, bool binary);
  bool too_fast(ConnectionId id, std::string_view bytes, bool binary);
  void bad_frame(ConnectionId id, const wire::Decoded& decoded);
  void command(ConnectionId id, const wire::CommandFrame& frame);
  bool takes_number(ConnectionId id, std::uint64_t number);

  Atelier& atelier_;
  Sessions& sessions_;
  Replies& replies_;
  Reception& reception_;
  Texts& texts_;
  const Disk& disk_;
};

}  // namespace tablee::host
