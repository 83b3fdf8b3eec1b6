#include "stage.h"

#include <algorithm>
#include <vector>

#include "base/limits.h"
#include "base/sha256.h"
#include "checks.h"
#include "wire/encode.h"
#include "wire/scenario_file.h"

namespace tablee::transcripts {
namespace {

// Midnight of the day on which every transcript plays: 2026-03-14, UTC.
constexpr TimeMs midnight = 1'773'446'400'000;

// RFC 6455, section 5.2: the opcode of a binary frame.
bool is_binary(const std::string& frame) {
  return (frame[0] & 0x0f) == 2;
}

std::string_view payload_of(const std::string& frame) {
  return std::string_view(frame).substr(wire::websocket_header_bytes(frame));
}

}  // namespace

Fault Stage::open(const std::string& scenario_text) {
  scenario_text_ = scenario_text;
  now_ = midnight;
  if (const auto kept = log_.set_scenario(scenario_text); !kept) {
    return kept.error().detail;
  }
  return start();
}

Fault Stage::start() {
  wire::ScenarioFile file = wire::read_scenario(scenario_text_);
  if (!file.usable()) {
    return "the scenario is not valid: " + wire::problems_json("scenario", file);
  }
  host::HostSettings settings;
  settings.addresses = {"http://192.168.1.2:8080"};
  settings.entropy = [this] { return next_entropy(); };
  settings.disk_free = [this] { return disk_free_; };
  auto opened = host::Host::open(log_, std::move(file.scenario), to_hex(sha256(scenario_text_)), settings, now_);
  if (!opened) {
    return "the host does not open: " + opened.error().detail;
  }
  host_ = std::move(*opened);
  return "";
}

Entropy Stage::next_entropy() {
  return sha256("entropy " + std::to_string(++entropy_count_));
}

Tablet& Stage::tablet(const std::string& name) {
  return tablets_.try_emplace(name, name).first->second;
}

Fault Stage::pass(std::int64_t duration_ms) {
  if (held_) {
    return "no time passes between `hold` and `release`";
  }
  const TimeMs until = now_ + duration_ms;
  while (now_ < until) {
    now_ = std::clamp(host_->next_wake(), now_ + 1, until);
    host_->tick(now_);
    if (Fault fault = turn(); !fault.empty()) {
      return fault;
    }
  }
  // Live sections may lag by their interval, not more.
  return duration_ms < limits::live_interval_ms ? "" : look_around();
}

Fault Stage::connect(Tablet& tablet) {
  if (tablet.connection) {
    return "";
  }
  const auto connected = host_->connect(tablet.address, now_);
  if (!connected) {
    return "no connection for " + tablet.name + ": " + connected.error().detail;
  }
  tablet.connection = *connected;
  tablet.closed = 0;
  by_connection_[*connected] = tablet.name;
  return "";
}

Fault Stage::greet(Tablet& tablet) {
  Fault fault = connect(tablet);
  return fault.empty() ? send(tablet, tablet.hello(), false) : fault;
}

Fault Stage::send(Tablet& tablet, std::string_view bytes, bool binary) {
  if (!tablet.connection) {
    return tablet.name + " is not connected";
  }
  host_->receive(*tablet.connection, bytes, binary, now_);
  if (Fault fault = nothing_left_early(); !fault.empty()) {
    return fault;
  }
  return held_ ? "" : turn();
}

Fault Stage::nothing_left_early() {
  for (const auto& [name, each] : tablets_) {
    if (each.connection && !each.slow && !host_->outbox(*each.connection).empty()) {
      return "something reached the outbox of " + name + " before the commit";
    }
  }
  return "";
}

Fault Stage::turn() {
  const auto turn = host_->flush(now_);
  if (!turn) {
    return "the log failed: " + turn.error().detail;
  }
  if (!host_->sections_are_fresh()) {
    return "a section kept ready is not what making it now would give: an event touches more than core/touch says";
  }
  return take_in(*turn);
}

Fault Stage::take_in(const host::Turn& turn) {
  std::vector<std::string> welcomed;
  for (const host::ConnectionId id : turn.ready) {
    Tablet& each = tablet(by_connection_.at(id));
    const bool before = each.welcomed;
    if (Fault fault = each.slow ? "" : read_outbox(each); !fault.empty()) {
      return fault;
    }
    if (!before && each.welcomed) {
      welcomed.push_back(each.name);
    }
  }
  for (const host::Closing& closing : turn.closing) {
    Tablet& each = tablet(by_connection_.at(closing.connection));
    if (Fault fault = read_outbox(each); !fault.empty()) {
      return fault;
    }
    cut(each);
    each.closed = static_cast<std::uint16_t>(closing.code);
  }
  for (const std::string& name : welcomed) {
    if (Fault fault = resend(tablet(name)); !fault.empty()) {
      return fault;
    }
  }
  return "";
}

Fault Stage::read_outbox(Tablet& tablet) {
  host::Outbox& outbox = host_->outbox(*tablet.connection);
  while (const host::SharedFrame frame = outbox.take()) {
    if (Fault fault = tablet.hear(payload_of(*frame), is_binary(*frame)); !fault.empty()) {
      return tablet.name + " " + fault;
    }
  }
  return "";
}

Fault Stage::resend(Tablet& tablet) {
  for (const std::string& frame : tablet.take_resends()) {
    if (Fault fault = send(tablet, frame, false); !fault.empty()) {
      return fault;
    }
  }
  return "";
}

void Stage::cut(Tablet& tablet) {
  if (tablet.connection) {
    host_->disconnect(*tablet.connection, now_);
    by_connection_.erase(*tablet.connection);
  }
  tablet.lose_connection();
}

Fault Stage::drain(Tablet& tablet) {
  tablet.slow = false;
  return tablet.connection ? read_outbox(tablet) : "";
}

Fault Stage::release() {
  held_ = false;
  return turn();
}

Fault Stage::restart(bool lose) {
  if (!lose) {
    if (Fault fault = release(); !fault.empty()) {
      return fault;
    }
    if (Fault fault = restart_equals_live(log_, state()); !fault.empty()) {
      return fault;
    }
  }
  held_ = false;
  host_.reset();
  log_.drop_uncommitted();
  by_connection_.clear();
  for (auto& [name, each] : tablets_) {
    each.lose_connection();
  }
  return start();
}

Fault Stage::look_around() {
  for (const auto& [name, each] : tablets_) {
    if (each.connection && each.welcomed && !each.slow) {
      if (Fault fault = shows_the_newest(each, state()); !fault.empty()) {
        return fault;
      }
    }
  }
  return "";
}

}  // namespace tablee::transcripts
