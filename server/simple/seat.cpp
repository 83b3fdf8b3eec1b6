#include "simple/seat.h"

#include <algorithm>

#include "wire/encode.h"

namespace tablee::simple {

Seat::Seat(host::Host& host, host::ConnectionId connection, const Session& session, const std::string& credential,
           const std::string& name, TimeMs now)
    : used_at(now), host_(host), connection_(connection), session_(session) {
  wire::Hello hello;
  hello.protocol = wire::protocol_version;
  hello.role = core::Role::participant;
  hello.credential = credential;
  hello.sender = session.sender;
  hello.display_name = name;
  host_.receive(connection_, wire::encode(hello), false, now);
}

std::uint64_t Seat::say(const core::Command& command, const std::string& mark, TimeMs now) {
  const auto before = std::find_if(said_.begin(), said_.end(), [&](const Said& each) { return each.mark == mark; });
  if (before != said_.end()) {
    return before->number;
  }
  if (said_.size() == marks_kept) {
    said_.pop_front();
  }
  said_.push_back(Said{++last_, mark, std::nullopt});
  host_.receive(connection_, wire::encode(wire::CommandFrame{last_, command}), false, now);
  return last_;
}

std::optional<wire::Reply> Seat::answer(std::uint64_t number) const {
  const auto found = std::find_if(said_.begin(), said_.end(), [&](const Said& each) { return each.number == number; });
  return found == said_.end() ? std::nullopt : found->reply;
}

void Seat::read() {
  if (status_ == Status::closed) {
    return;
  }
  host::Outbox& outbox = host_.outbox(connection_);
  while (const host::SharedFrame frame = outbox.take()) {
    take(wire::read_reply(*frame));
  }
}

void Seat::take(const wire::Reply& reply) {
  if (status_ == Status::greeting && reply.kind == wire::ReplyKind::welcome) {
    status_ = Status::seated;
    person_ = reply.person;
    session_.token = reply.token;
    last_ = reply.last_number;
  } else if (status_ == Status::greeting && reply.kind == wire::ReplyKind::refusal) {
    status_ = Status::refused;
    refusal_ = reply;
  } else if (reply.kind == wire::ReplyKind::ack || reply.kind == wire::ReplyKind::refusal) {
    worn_out_ = worn_out_ || reply.code == "rate_limited" || (reply.code == "out_of_range" && reply.field == "number");
    const auto found =
        std::find_if(said_.begin(), said_.end(), [&](const Said& each) { return each.number == reply.number; });
    if (found != said_.end()) {
      found->reply = reply;
    }
  }
}

}  // namespace tablee::simple
