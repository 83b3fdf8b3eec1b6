#include "tablet.h"

#include <utility>

#include "base/sha256.h"
#include "wire/encode.h"

namespace tablee::transcripts {

std::string command_frame(std::uint64_t number, const std::string& command, const Json& body) {
  return Json{{"type", "command"}, {"number", number}, {"command", command}, {"body", body}}.dump();
}

Tablet::Tablet(std::string own_name) : name(std::move(own_name)), address("10.0.0." + name) {
  sender = to_hex(sha256("sender " + name)).substr(0, 16);
}

void Tablet::set_seat(std::string role, std::optional<std::string> new_credential,
                      std::optional<std::string> display_name) {
  role_ = std::move(role);
  credential = std::move(new_credential);
  display_name_ = std::move(display_name);
}

std::string Tablet::hello() const {
  Json frame{{"type", "hello"}, {"protocol", 1}, {"role", role_}, {"sender", sender}};
  if (credential) {
    frame["credential"] = *credential;
  }
  if (display_name_) {
    frame["name"] = *display_name_;
  }
  if (!sections.empty()) {
    frame["held"] = Json::array();
    for (const auto& [section, held] : sections) {
      frame["held"].push_back({{"name", section}, {"version", held.version}});
    }
  }
  return frame.dump();
}

std::string Tablet::command(const std::string& command, const Json& body) {
  pending.push_back({++last_number_, command, body});
  return command_frame(last_number_, command, body);
}

void Tablet::forget_answered(std::uint64_t number) {
  std::erase_if(pending, [number](const PendingCommand& each) { return each.number == number; });
}

Fault Tablet::hear(std::string_view payload, bool binary) {
  heard.append(payload).push_back('\n');
  if (binary) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(payload.data());
    replies.push_back({{"type", "binary"}, {"bytes", to_hex(bytes, payload.size())}});
    return "";
  }
  const Json frame = Json::parse(payload, nullptr, false);
  if (frame.is_discarded()) {
    return "received what is not JSON: " + std::string(payload);
  }
  const std::string type = frame.value("type", "");
  if (type == "section") {
    constexpr std::string_view mark = ",\"body\":";
    const std::size_t body_at = payload.find(mark) + mark.size();
    HeldSection held{frame["version"], std::string(payload.substr(body_at, payload.size() - body_at - 1))};
    if (held.version != wire::section_version(held.body)) {
      return "received a section whose version does not name its body: " + std::string(payload);
    }
    sections[frame["name"]] = std::move(held);
    return "";
  }
  if (type == "beat") {
    return "";
  }
  if (type == "welcome") {
    welcome = frame;
    welcomed = true;
    resend_ = true;
    last_number_ = frame["last_number"];
    if (const std::string token = frame["token"]; !token.empty()) {
      credential = token;
      display_name_.reset();
    }
  } else if (frame.contains("number")) {
    forget_answered(frame["number"]);
  }
  replies.push_back(frame);
  return "";
}

std::vector<std::string> Tablet::take_resends() {
  std::vector<std::string> frames;
  if (!std::exchange(resend_, false)) {
    return frames;
  }
  std::erase_if(pending, [this](const PendingCommand& each) { return each.number <= last_number_; });
  for (PendingCommand& each : pending) {
    each.number = ++last_number_;
    frames.push_back(command_frame(each.number, each.command, each.body));
  }
  return frames;
}

std::optional<Json> Tablet::take_reply() {
  if (replies.empty()) {
    return std::nullopt;
  }
  Json reply = std::move(replies.front());
  replies.pop_front();
  return reply;
}

void Tablet::lose_connection() {
  connection.reset();
  welcomed = false;
  slow = false;
}

}  // namespace tablee::transcripts
