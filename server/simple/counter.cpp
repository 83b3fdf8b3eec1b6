#include "simple/counter.h"

#include <algorithm>
#include <utility>

namespace tablee::simple {

Result<std::shared_ptr<Seat>> Counter::seat(const Session& session, std::string_view address, TimeMs now) {
  const std::string name = session.written();
  if (const auto found = seats_.find(name); found != seats_.end()) {
    const std::shared_ptr<Seat> seat = found->second;
    seat->used_at = now;
    if (!seat->worn_out()) {
      return seat;
    }
    give_back(seat, now);
  }
  auto seat = knock(session, session.token, "", address, now);
  if (seat) {
    seats_[name] = *seat;
    make_room(now);
  }
  return seat;
}

Result<std::shared_ptr<Seat>> Counter::knock(const Session& session, const std::string& code, const std::string& name,
                                             std::string_view address, TimeMs now) {
  const auto connection = host_.connect(address, now);
  if (!connection) {
    return connection.error();
  }
  return std::make_shared<Seat>(host_, *connection, session, code, name, now);
}

void Counter::keep(const std::shared_ptr<Seat>& seat, TimeMs now) {
  const std::string name = seat->session().written();
  if (const auto before = seats_.find(name); before != seats_.end() && before->second != seat) {
    give_back(std::shared_ptr<Seat>(before->second), now);
  }
  seats_[name] = seat;
  make_room(now);
}

void Counter::give_back(const std::shared_ptr<Seat>& seat, TimeMs now) {
  if (seat->status() != Seat::Status::closed) {
    host_.disconnect(seat->connection(), now);
    seat->closed();
  }
  std::erase_if(seats_, [&](const auto& entry) { return entry.second == seat; });
}

void Counter::make_room(TimeMs now) {
  while (seats_.size() > seats_max) {
    const auto oldest = std::min_element(seats_.begin(), seats_.end(), [](const auto& left, const auto& right) {
      return left.second->used_at < right.second->used_at;
    });
    give_back(std::shared_ptr<Seat>(oldest->second), now);
  }
}

void Counter::after_flush(const host::Turn& turn, TimeMs now) {
  if (turn.closing.empty()) {
    return;
  }
  std::vector<std::shared_ptr<Seat>> ended;
  for (const auto& [name, seat] : seats_) {
    const bool is_closing = std::any_of(turn.closing.begin(), turn.closing.end(), [&](const host::Closing& each) {
      return each.connection == seat->connection();
    });
    if (is_closing) {
      seat->read();
      ended.push_back(seat);
    }
  }
  for (const std::shared_ptr<Seat>& seat : ended) {
    give_back(seat, now);
  }
}

void Counter::sweep(TimeMs now) {
  std::vector<std::shared_ptr<Seat>> idle;
  for (const auto& [name, seat] : seats_) {
    if (now - seat->used_at > seat_idle_ms_max) {
      idle.push_back(seat);
    }
  }
  for (const std::shared_ptr<Seat>& seat : idle) {
    give_back(seat, now);
  }
}

}  // namespace tablee::simple
