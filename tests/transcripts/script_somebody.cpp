// What somebody does, hears and sees: the lines that start with a name.

#include <algorithm>
#include <optional>
#include <utility>

#include "script.h"

#include "base/sha256.h"

namespace tablee::transcripts {
namespace {

std::string unquoted(const std::string& word) {
  const Json text = Json::parse(word, nullptr, false);
  return text.is_string() ? text.get<std::string>() : word;
}

// `a.b[0].c` inside a section; nullptr when there is no such place.
const Json* at_path(const Json& body, std::string_view path) {
  const Json* place = &body;
  std::size_t at = 0;
  while (at < path.size()) {
    if (path[at] == '[') {
      const std::size_t end = path.find(']', at);
      const std::int64_t index = read_number(path.substr(at + 1, end - at - 1));
      if (!place->is_array() || index < 0 || static_cast<std::size_t>(index) >= place->size()) {
        return nullptr;
      }
      place = &(*place)[static_cast<std::size_t>(index)];
      at = end + 1;
    } else {
      at += path[at] == '.' ? 1U : 0U;
      const std::size_t end = std::min(path.find_first_of(".[", at), path.size());
      const auto member = place->find(std::string(path.substr(at, end - at)));
      if (!place->is_object() || member == place->end()) {
        return nullptr;
      }
      place = &*member;
      at = end;
    }
  }
  return place;
}

std::string read_hex(const std::vector<std::string>& words, std::size_t from) {
  std::string bytes;
  for (std::size_t i = from; i < words.size(); ++i) {
    bytes.push_back(static_cast<char>(std::stoi(words[i], nullptr, 16)));
  }
  return bytes;
}

}  // namespace

Fault Script::somebody(const Words& words) {
  if (words.size() < 2) {
    return not_understood();
  }
  Tablet& tablet = stage_.tablet(words[0]);
  const std::string& verb = words[1];
  if (verb == "<") {
    return hears(tablet, words);
  }
  if (verb == "sees") {
    return sees(tablet, words);
  }
  if (verb == "never" && words.size() == 4 && words[2] == "sees") {
    never_.emplace_back(words[0], words[3]);
    return inside_json(words[3]).empty() ? not_understood() : "";
  }
  Fault fault = verb == "opens"   ? opens(tablet, words)
                : verb == "types" ? types(tablet, words)
                : verb == "sends" ? sends(tablet, words)
                : verb[0] == '>'  ? commands(tablet, words)
                                  : not_understood();
  return fault.empty() ? a_moment() : fault;
}

Fault Script::opens(Tablet& tablet, const Words& words) {
  const core::State& state = stage_.state();
  if (words.size() == 3 && words[2] == "console") {
    tablet.set_seat("facilitator", state.facilitator.token, std::nullopt);
  } else if (words.size() == 3 && words[2] == "experts") {
    tablet.set_seat("expert", state.expert.code, std::nullopt);
  } else if (words.size() == 3 && words[2] == "captions") {
    tablet.set_seat("captioner", state.captioner.code, std::nullopt);
  } else if (words.size() == 5 && words[2] == "companion") {
    const auto card = state.companions.find(cast_.person(words[4]));
    if (card == state.companions.end()) {
      return "nobody helps " + words[4];
    }
    tablet.set_seat("companion", card->second.code, std::nullopt);
  } else if (words.size() == 3 && words[2] == "projector") {
    tablet.set_seat("projector", std::nullopt, std::nullopt);
  } else if (words.size() == 5 && words[2] == "card") {
    const auto card = state.cards.find(cast_.person(words[4]));
    if (card == state.cards.end()) {
      return "nobody is called " + words[4];
    }
    tablet.set_seat("participant", card->second.code, std::nullopt);
  } else if (words.size() >= 4 && words[2] == "table") {
    const auto card = state.table_cards.find(TableId{static_cast<std::uint32_t>(read_number(words[3]))});
    if (card == state.table_cards.end()) {
      return "there is no table " + words[3];
    }
    const bool walks_in = words.size() == 6 && words[4] == "as";
    tablet.set_seat(walks_in ? "participant" : "table", card->second.code,
                    walks_in ? std::optional(unquoted(words[5])) : std::nullopt);
  } else {
    return not_understood();
  }
  if (Fault fault = stage_.greet(tablet); !fault.empty()) {
    return fault;
  }
  const bool is_companion = tablet.welcome.value("role", "") == "companion";
  if (const unsigned person = tablet.welcome.value("person", 0U);
      person != 0 && !is_companion && !cast_.person(tablet.name)) {
    cast_.add(tablet.name, PersonId{person});
  }
  return "";
}

// `NAME types "CODE" as ROLE from ADDRESS`
Fault Script::types(Tablet& tablet, const Words& words) {
  if (words.size() != 7 || words[3] != "as" || words[5] != "from") {
    return not_understood();
  }
  tablet.address = words[6];
  tablet.set_seat(words[4], unquoted(words[2]), std::nullopt);
  return stage_.greet(tablet);
}

Fault Script::commands(Tablet& tablet, const Words& words) {
  if (words.size() != 3 && words.size() != 4) {
    return not_understood();
  }
  const Json body = words.size() == 4 ? Json::parse(words[3], nullptr, false) : Json::object();
  if (body.is_discarded()) {
    return "this body is not JSON: " + words[3];
  }
  if (words[1] == ">") {
    const std::string frame = tablet.command(words[2], body);
    return tablet.connection ? stage_.send(tablet, frame, false) : "";
  }
  const std::int64_t number = read_number(std::string_view(words[1]).substr(1));
  return number < 0 ? not_understood()
                    : stage_.send(tablet, command_frame(static_cast<std::uint64_t>(number), words[2], body), false);
}

Fault Script::sends(Tablet& tablet, const Words& words) {
  if (words.size() == 4 && words[3] == "letters") {
    return stage_.send(tablet, std::string(static_cast<std::size_t>(read_number(words[2])), 'a'), false);
  }
  if (words.size() > 3 && (words[2] == "bytes" || words[2] == "binary")) {
    return stage_.send(tablet, read_hex(words, 3), words[2] == "binary");
  }
  if (words.size() == 4 && words[2] == "first") {
    // On a connection of its own that never said hello.
    tablet.set_seat("projector", std::nullopt, std::nullopt);
    Fault fault = stage_.connect(tablet);
    return fault.empty() ? stage_.send(tablet, words[3], false) : fault;
  }
  if (words.size() != 3) {
    return not_understood();
  }
  return stage_.send(tablet, words[2][0] == '"' ? unquoted(words[2]) : words[2], false);
}

Fault Script::hears(Tablet& tablet, const Words& words) {
  const std::string& expected = words.size() > 2 ? words[2] : words[1];
  if (expected == "closed" && words.size() == 4) {
    const std::uint16_t closed = std::exchange(tablet.closed, std::uint16_t{0});
    return closed == read_number(words[3]) ? "" : tablet.name + " was closed with " + std::to_string(closed);
  }
  std::optional<Json> reply = tablet.take_reply();
  // The welcome of a tablet that was just opened or came back needs no line of its own.
  while (reply && expected != "welcome" && reply->value("type", "") == "welcome") {
    reply = tablet.take_reply();
  }
  if (expected == "nothing") {
    return reply ? tablet.name + " received " + reply->dump() : "";
  }
  if (!reply) {
    return tablet.name + " received no answer";
  }
  const std::string type = reply->value("type", "");
  bool as_expected = type == expected;
  if (expected == "ack" || expected == "already") {
    as_expected = type == "ack" && reply->value("already", false) == (expected == "already");
  } else if (expected == "refusal" && words.size() > 3) {
    as_expected = type == expected && reply->value("code", "") == words[3] &&
                  reply->value("field", "") == (words.size() > 4 ? words[4] : "");
  } else if (expected == "binary") {
    const std::string bytes = read_hex(words, 3);
    as_expected = type == expected && reply->value("bytes", "") ==
                                          to_hex(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  }
  return as_expected ? "" : tablet.name + " received " + reply->dump();
}

// `NAME sees PATH = JSON`, `NAME sees PATH not JSON`, `NAME sees PATH has N`, `NAME sees no PATH`
Fault Script::sees(Tablet& tablet, const Words& words) {
  const bool absent = words.size() == 4 && words[2] == "no";
  if (!absent && words.size() != 5) {
    return not_understood();
  }
  const std::string& path = words[absent ? 3 : 2];
  const std::size_t dot = std::min(path.find_first_of(".["), path.size());
  const auto held = tablet.sections.find(path.substr(0, dot));
  const Json body = held == tablet.sections.end() ? Json() : Json::parse(held->second.body);
  const Json* place = held == tablet.sections.end() ? nullptr : at_path(body, std::string_view(path).substr(dot));
  if (absent) {
    return place == nullptr ? "" : tablet.name + " sees " + path + " = " + place->dump();
  }
  if (place == nullptr) {
    return tablet.name + " sees no " + path + (held == tablet.sections.end() ? "" : " in " + held->second.body);
  }
  if (words[3] == "has") {
    return place->size() == static_cast<std::size_t>(read_number(words[4]))
               ? ""
               : tablet.name + " sees " + path + " = " + place->dump();
  }
  const Json wanted = Json::parse(words[4], nullptr, false);
  if ((words[3] != "=" && words[3] != "not") || wanted.is_discarded()) {
    return not_understood();
  }
  return (*place == wanted) == (words[3] == "=") ? "" : tablet.name + " sees " + path + " = " + place->dump();
}

}  // namespace tablee::transcripts
