#include "host/intake.h"

#include <variant>

#include "base/limits.h"
#include "core/decide.h"

namespace tablee::host {
namespace {

constexpr BucketRule command_rule{limits::commands_burst, 1000 / limits::commands_per_second};

Refusal binary_refusal() {
  return refuse(Code::wrong_state, "type", "The first frame is a hello, and a hello is text.");
}

}  // namespace

Intake::Intake(Atelier& atelier, Sessions& sessions, Replies& replies, Reception& reception, Texts& texts,
               const Disk& disk)
    : atelier_(atelier), sessions_(sessions), replies_(replies), reception_(reception), texts_(texts), disk_(disk) {}

Audience Intake::frame(ConnectionId id, std::string_view bytes, bool binary) {
  if (bytes.size() > static_cast<std::size_t>(limits::frame_bytes_max)) {
    replies_.refuse(id, std::nullopt, refuse(Code::too_long, "", "A frame holds at most 65536 bytes."));
    replies_.close(id, wire::CloseCode::too_big);
    return {};
  }
  Connection& connection = sessions_.at(id);
  if (connection.program_of) {
    if (!too_fast(id, bytes, true)) {
      texts_.message(id, connection.program_of, bytes);
    }
    return {};
  }
  if (!connection.seated) {
    return first_frame(id, bytes, binary);
  }
  reception_.heard_from(connection);
  if (too_fast(id, bytes, binary)) {
    return {};
  }
  if (binary) {
    texts_.frame(id, bytes);
    return {};
  }
  const wire::Decoded decoded = wire::decode_frame(bytes);
  if (!decoded.frame) {
    bad_frame(id, decoded);
  } else if (const auto* ask = std::get_if<wire::ClockAsk>(&*decoded.frame)) {
    replies_.clock(id, ask->sent_ms, atelier_.now());
  } else if (const auto* hello = std::get_if<wire::Hello>(&*decoded.frame)) {
    reception_.greet(id, *hello);
  } else if (const auto* assign = std::get_if<wire::Assign>(&*decoded.frame)) {
    return reception_.assign(id, *assign);
  } else {
    command(id, std::get<wire::CommandFrame>(*decoded.frame));
  }
  return {};
}

Audience Intake::first_frame(ConnectionId id, std::string_view bytes, bool binary) {
  if (sessions_.at(id).waiting && too_fast(id, bytes, binary)) {
    return {};
  }
  Refusal refusal = binary_refusal();
  if (!binary) {
    const wire::Decoded decoded = wire::decode_frame(bytes);
    if (decoded.frame && std::holds_alternative<wire::Hello>(*decoded.frame)) {
      return reception_.greet(id, std::get<wire::Hello>(*decoded.frame)) ? Audience{id} : Audience{};
    }
    refusal = decoded.frame ? refuse(Code::wrong_state, "type", "The first frame is a hello.") : decoded.frame.error();
  }
  replies_.refuse(id, std::nullopt, refusal);
  replies_.close(id, wire::CloseCode::hello_expected);
  return {};
}

bool Intake::too_fast(ConnectionId id, std::string_view bytes, bool binary) {
  Connection& connection = sessions_.at(id);
  if (connection.rate.full(atelier_.now())) {
    connection.hurried = 0;
  }
  const std::int64_t wait_ms = connection.rate.take(command_rule, atelier_.now());
  if (wait_ms == 0) {
    return false;
  }
  if (binary) {
    texts_.hurried(id, bytes);
  } else {
    replies_.refuse(id, wire::decode_frame(bytes).number, refuse(Code::rate_limited, "", "Frames come too fast."),
                    wait_ms);
  }
  if (++connection.hurried >= frames_refused_max) {
    replies_.close(id, wire::CloseCode::too_fast);
  }
  return true;
}

void Intake::bad_frame(ConnectionId id, const wire::Decoded& decoded) {
  if (!decoded.number || takes_number(id, *decoded.number)) {
    replies_.refuse(id, decoded.number, decoded.frame.error());
  }
}

bool Intake::takes_number(ConnectionId id, std::uint64_t number) {
  std::uint64_t& last = sessions_.at(id).line->last;
  if (number <= last) {
    replies_.ack(id, number, true);
    return false;
  }
  if (number != last + 1) {
    replies_.refuse(id, number,
                    refuse(Code::out_of_range, "number", "The next number is " + std::to_string(last + 1) + "."));
    return false;
  }
  last = number;
  return true;
}

void Intake::command(ConnectionId id, const wire::CommandFrame& frame) {
  if (!takes_number(id, frame.number)) {
    return;
  }
  const Connection& connection = sessions_.at(id);
  if (disk_.full() && connection.subject.role != core::Role::facilitator) {
    replies_.refuse(id, frame.number, refuse(Code::storage_low, "", "The disk is nearly full."));
    return;
  }
  const core::Envelope envelope = atelier_.envelope(connection.subject, connection.sender, frame.number);
  const auto decision = core::decide(atelier_.state(), envelope, frame.command);
  if (!decision) {
    replies_.refuse(id, frame.number, decision.error());
    return;
  }
  atelier_.carry_out(envelope, *decision);
  replies_.ack(id, frame.number, false);
}

}  // namespace tablee::host
