// host/reception.h: the hello: whose screen this is.
//
// A card code or token names a person, who helps a person, a table, the experts, the captioner or the facilitator; the
// projector needs none. A table's code with role participant makes a new person at that table. The number of a card,
// `door:` and four digits, names its person until they arrive. `waiting` seats nobody: the tablet waits to be placed by
// the facilitator (host/waiting_room.h). The first hello of a person makes them present.
//
// Errors   A refused hello leaves the connection open for another try, hellos_max in all; then it closes. Wrong codes
//          and numbers count against the address (host/guess_limit.h), tokens never do; nobody's card is ever locked.
//          Another version of the protocol closes at once.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "host/atelier.h"
#include "host/disk.h"
#include "host/guess_limit.h"
#include "host/numbers.h"
#include "host/replies.h"
#include "host/sessions.h"
#include "wire/frame.h"

namespace tablee::host {

inline constexpr int hellos_max = 5;
inline constexpr std::string_view waiting_credential = "waiting";

class Reception {
 public:
  Reception(Atelier& atelier, Sessions& sessions, Replies& replies, const Disk& disk, std::string atelier_name,
            std::vector<std::string> addresses);

  // Returns true when the connection is now seated.
  bool greet(ConnectionId id, const wire::Hello& hello);
  // The facilitator places a tablet that waits. Returns its connections, now seated.
  Audience assign(ConnectionId id, const wire::Assign& assign);
  // Who has this token; `bad_credential` when nobody has.
  Result<core::Subject> owner(std::string_view token) const;
  // The connection has sent another frame: its welcome has arrived.
  void heard_from(Connection& connection);

 private:
  Result<core::Subject> recognise(const Connection& connection, const wire::Hello& hello);
  Result<core::Subject> by_token(const wire::Hello& hello) const;
  Result<core::Subject> by_code(const Connection& connection, const wire::Hello& hello);
  Result<core::Subject> by_number(const Connection& connection, const wire::Hello& hello, std::string_view digits);
  Result<core::Subject> walk_in(TableId table, const wire::Hello& hello);
  Result<core::Subject> make_person(TableId table, const std::string& name);
  Result<core::Subject> assigned(const Connection& connection, const wire::Assign& assign);
  void wait(ConnectionId id, const wire::Hello& hello);
  bool welcome(ConnectionId id, const core::Subject& subject, const wire::Hello& hello);
  void forget_unheard(PersonId person);
  void turn_away(ConnectionId id, const Refusal& refusal);

  Atelier& atelier_;
  Sessions& sessions_;
  Replies& replies_;
  const Disk& disk_;
  std::string atelier_name_;
  std::vector<std::string> addresses_;
  Numbers numbers_;
  GuessLimit guesses_;
  // People made by a table's code whose welcome may have been lost on the way: the same device asking again with the
  // same name is the same person, not a second one. By table, sender and name.
  std::map<std::tuple<TableId, std::string, std::string>, PersonId> unheard_;
  // The same for people let in by the number of their card: it has closed behind them, but not for the device that used
  // it, until it is heard from.
  std::map<PersonId, std::string> unheard_at_door_;
};

}  // namespace tablee::host
