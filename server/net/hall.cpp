#include "net/hall.h"

#include <utility>

#include "net/session.h"

namespace tablee::net {

Watched::Watched(Hall& hall) : hall_(hall), place_(hall.watched.size()) {
  hall.watched.push_back(this);
}

Watched::~Watched() {
  Watched* last = hall_.watched.back();
  hall_.watched[place_] = last;
  last->place_ = place_;
  hall_.watched.pop_back();
}

void Hall::enter(host::ConnectionId id, std::shared_ptr<Session> session) {
  if (sessions.size() <= id) {
    sessions.resize(id + 1);
    free_lines.resize(id + 1, -1);
  }
  sessions[id] = std::move(session);
}

// Backwards: looking may end a connection, and the last one then takes its place, already looked at.
void Hall::sweep(Steady::time_point now) {
  for (std::size_t at = watched.size(); at > 0; --at) {
    if (at <= watched.size()) {
      watched[at - 1]->look(now);
    }
  }
}

void Hall::dismiss_all() {
  stopping = true;
  for (std::size_t at = watched.size(); at > 0; --at) {
    if (at <= watched.size()) {
      watched[at - 1]->dismiss();
    }
  }
}

}  // namespace tablee::net
