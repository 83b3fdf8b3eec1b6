// simple/seat.h: the seat at the host of one browser without scripts.
//
// A browser that loads pages has no connection of its own: the seat keeps one open in its place, so that the room sees
// this person as present, and speaks the protocol for it: hello, numbered commands, answers.
//
// Order    say() hands a frame to the host; its answer is there after the next flush, once read() has been called.
//          A form sent twice (two taps, a reload) carries the same mark and is one command.
// Shape    Of the commands said, the last marks_kept with what became of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "core/command.h"
#include "host/host.h"
#include "simple/form.h"
#include "wire/reply.h"

namespace tablee::simple {

inline constexpr std::size_t marks_kept = 32;

class Seat {
 public:
  enum class Status { greeting, seated, refused, closed };

  // Says hello. `credential`: a code as typed, or a token. Requires: the connection was just opened.
  Seat(host::Host& host, host::ConnectionId connection, const Session& session, const std::string& credential,
       const std::string& name, TimeMs now);

  Status status() const { return status_; }
  host::ConnectionId connection() const { return connection_; }
  // Requires: seated.
  PersonId person() const { return person_; }
  const Session& session() const { return session_; }
  // Requires: refused.
  const wire::Reply& refusal() const { return refusal_; }

  // The number under which this command was said, now or before with the same mark. Requires: seated.
  std::uint64_t say(const core::Command& command, const std::string& mark, TimeMs now);
  // What became of it; none: not answered yet, or closed meanwhile.
  std::optional<wire::Reply> answer(std::uint64_t number) const;
  // After a flush: takes what the host has left for this connection.
  void read();
  // The host has ended the connection, or it has been given back.
  void closed() { status_ = Status::closed; }
  // Something went wrong with the numbers, or too fast: better to begin again with a hello.
  bool worn_out() const { return worn_out_; }

  TimeMs used_at = 0;

 private:
  struct Said {
    std::uint64_t number;
    std::string mark;
    std::optional<wire::Reply> reply;
  };
  void take(const wire::Reply& reply);

  host::Host& host_;
  host::ConnectionId connection_;
  Session session_;
  Status status_ = Status::greeting;
  PersonId person_;
  wire::Reply refusal_;
  std::uint64_t last_ = 0;
  std::deque<Said> said_;
  bool worn_out_ = false;
};

}  // namespace tablee::simple
