#include "rehearse/device.h"

#include <charconv>
#include <string_view>

#include "base/check.h"
#include "wire/encode.h"

namespace tablee::rehearse {
namespace {

// The text of a WebSocket frame of the host's, behind its two to ten bytes of head.
std::string_view text_of(const std::string& frame) {
  return std::string_view(frame).substr(frame.find('{'));
}

// A member of a flat frame that our own encoder wrote: its value is a number or a string without escapes.
std::string_view member(std::string_view text, std::string_view name) {
  const std::string key = "\"" + std::string(name) + "\":";
  const std::size_t at = text.find(key);
  if (at == std::string_view::npos) {
    return {};
  }
  std::string_view value = text.substr(at + key.size());
  if (value.starts_with('"')) {
    value.remove_prefix(1);
    return value.substr(0, value.find('"'));
  }
  return value.substr(0, value.find_first_of(",}"));
}

std::uint64_t number_in(std::string_view text, std::string_view name) {
  const std::string_view digits = member(text, name);
  std::uint64_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

void Device::open(TimeMs now) {
  TABLEE_CHECK(!open_);
  const auto id = host_.connect("192.0.2.1", now);
  if (!id) {
    return;
  }
  connection_ = *id;
  open_ = true;
  welcome_ = false;
  wire::Hello hello;
  hello.protocol = 1;
  hello.role = role_;
  hello.credential = credential_;
  hello.sender = sender_;
  host_.receive(connection_, wire::encode(hello), false, now);
}

void Device::cut(TimeMs now) {
  if (open_) {
    host_.disconnect(connection_, now);
    open_ = false;
  }
}

void Device::say(core::Command command, TimeMs now) {
  kept_.push_back(Kept{++number_, std::move(command)});
  if (open_ && welcome_) {
    send(kept_.back(), now);
  }
}

void Device::send(const Kept& kept, TimeMs now) {
  host_.receive(connection_, wire::encode(wire::CommandFrame{kept.number, kept.command}), false, now);
}

void Device::welcomed(const std::string& frame, TimeMs now, std::vector<Answer>& answers) {
  welcome_ = true;
  credential_ = member(text_of(frame), "token");
  number_ = number_in(text_of(frame), "last_number");
  while (!kept_.empty() && kept_.front().number <= number_) {
    answers.push_back(Answer{kept_.front().command, true, ""});
    kept_.pop_front();
  }
  for (Kept& kept : kept_) {
    kept.number = ++number_;
    send(kept, now);
  }
}

std::vector<Answer> Device::read(TimeMs now) {
  std::vector<Answer> answers;
  while (open_) {
    const host::SharedFrame frame = host_.outbox(connection_).take();
    if (frame == nullptr) {
      break;
    }
    const std::string_view text = text_of(*frame);
    const bool ack = text.starts_with(R"({"type":"ack")");
    const bool refusal = text.starts_with(R"({"type":"refusal")");
    if (text.starts_with(R"({"type":"welcome")")) {
      welcomed(*frame, now, answers);
    } else if ((ack || refusal) && !kept_.empty() && number_in(text, "number") == kept_.front().number) {
      answers.push_back(Answer{kept_.front().command, ack, std::string(refusal ? member(text, "code") : "")});
      kept_.pop_front();
    }
  }
  return answers;
}

}  // namespace tablee::rehearse
