// host/sessions.h: who is connected, and in which audience.
//
// Shape    Connections in slots, reused after close(). Audiences are plain lists of slots: everyone, the consoles, each
//          table, each person. A connection is in its audiences from seat() to leave(); one that waits to be placed is
//          in none, it is in the waiting room from wait() to seat() or leave().
// Cost     A broadcast walks one list and allocates nothing for each screen.
#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "core/command.h"
#include "host/bucket.h"
#include "host/numbers.h"
#include "host/outbox.h"
#include "host/waiting_room.h"
#include "wire/frame.h"

namespace tablee::host {

// A broadcast reads the first fields and one slot of every screen: they lie together, one cache line and another.
struct alignas(64) Connection {
  std::uint32_t generation = 0;  // how often this slot was reused
  std::uint32_t place = 0;       // in the list of everyone
  bool open = false;
  bool seated = false;
  bool waiting = false;    // to be placed by the facilitator
  bool expecting = false;  // seated this turn: waits for its snapshot
  bool walked_in = false;  // a new person by a table's code, not yet heard of since
  bool closing = false;
  bool is_ready = false;    // in the list of ready ones
  std::uint16_t tries = 0;  // hellos refused
  Outbox outbox;
  std::uint16_t hurried = 0;  // frames refused for coming too fast
  TableId table;              // whose `table` section it gets; 0: none
  core::Subject subject;      // once seated
  std::string sender;         // once seated
  std::string address;
  Numbers::Line* line = nullptr;  // once seated
  Numbers::Line alone;            // the line of a projector, which shares it with nobody
  std::vector<wire::Held> held;   // from the hello until its snapshot is made
  std::vector<ArticleId> texts;   // that it follows, oldest first
  ArticleId program_of;           // it speaks y-websocket, about this article; 0: it is a screen, or not yet known
  Bucket rate;
  TimeMs connected_at = 0;
};

using Audience = std::vector<ConnectionId>;

class Sessions {
 public:
  // Nothing when limits::connections_max are open.
  std::optional<ConnectionId> open(std::string_view address, TimeMs now);
  // Requires: open. The slot may be given out again.
  void close(ConnectionId id);
  // Requires: open.
  Connection& at(ConnectionId id);
  bool is_open(ConnectionId id) const;

  // Puts the connection into the audiences of its subject; `table`: whose `table` section it gets, 0 for none.
  void seat(ConnectionId id, const core::Subject& subject, TableId table);
  // Requires: not seated. The number it is called by until it is placed, or `too_many` when there is no room to wait.
  Result<std::int64_t> wait(ConnectionId id, std::string_view device);
  // The device has been placed.
  void forget_waiting(std::string_view device) { waiting_room_.forget(device); }
  // Takes it out of its audiences and of the waiting room. Nothing to do when it is in none.
  void leave(ConnectionId id);
  // Moves every screen of a person, and of who helps them, to the audience of another table. Returns those that moved.
  std::vector<ConnectionId> move(PersonId person, TableId table);

  const Audience& everyone() const { return everyone_; }
  const Audience& consoles() const { return consoles_; }
  const Audience& of_table(TableId table) const;
  const Audience& of_person(PersonId person) const;
  // The screens of those who help this person.
  const Audience& of_companions(PersonId person) const;
  // Who has such a screen connected.
  std::vector<PersonId> people_helped() const;
  const WaitingRoom& waiting_room() const { return waiting_room_; }
  wire::PresenceView presence() const;
  // Counts comings and goings: while it stays the same, so does presence().
  std::uint64_t moves() const { return moves_; }

 private:
  Audience& table_audience(TableId table);
  void leave_companions(PersonId person, ConnectionId id);

  std::deque<Connection> connections_;  // addresses stay
  std::vector<ConnectionId> free_;
  std::size_t open_count_ = 0;
  Audience everyone_;
  Audience consoles_;
  std::vector<Audience> tables_;             // by id: members and screens
  std::vector<std::uint32_t> screens_;       // by id: shared screens of that table
  std::vector<Audience> people_;             // by id
  std::map<PersonId, Audience> companions_;  // of people who are helped; never empty
  WaitingRoom waiting_room_;
  std::int64_t projectors_ = 0;
  std::int64_t experts_ = 0;
  std::int64_t captioners_ = 0;
  std::uint64_t moves_ = 0;
};

}  // namespace tablee::host
