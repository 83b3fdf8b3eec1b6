// host/reception.h: the hello: whose screen this is.
//
// A card code or token names a person, who helps a person, a table, the experts, the captioner or the facilitator; the
// projector needs none. A table's code with role
// participant makes a new person at that table. The first hello of a person makes them present.
//
// Errors   A refused hello leaves the connection open for another try, hellos_max in all; then it closes. Wrong codes
//          count against the address (host/guess_limit.h), tokens never do. Another version of the protocol closes at
//          once.
#pragma once

#include <map>
#include <string>
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

class Reception {
 public:
  Reception(Atelier& atelier, Sessions& sessions, Replies& replies, const Disk& disk, std::string atelier_name,
            std::vector<std::string> addresses);

  // Returns true when the connection is now seated.
  bool greet(ConnectionId id, const wire::Hello& hello);
  // The connection has sent another frame: its welcome has arrived.
  void heard_from(Connection& connection);

 private:
  Result<core::Subject> recognise(const Connection& connection, const wire::Hello& hello);
  Result<core::Subject> by_token(const wire::Hello& hello) const;
  Result<core::Subject> by_code(const Connection& connection, const wire::Hello& hello);
  Result<core::Subject> walk_in(TableId table, const wire::Hello& hello);
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
};

}  // namespace tablee::host
