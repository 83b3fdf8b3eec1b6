// text_peer: the text module behind one JSON command a line, so that any outside oracle can drive it.
//
// Shape    Commands and answers: tests/text/README.md. An error is {"error":code} and changes nothing.
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "base64.h"
#include "text/document.h"
#include "text/limits.h"
#include "text/position.h"
#include "text/read.h"
#include "text/view.h"

namespace {

using nlohmann::json;
using tablee::Code;
using tablee::Refusal;
using namespace tablee::text;
using tablee::testing::from_base64;
using tablee::testing::to_base64;

struct Failure {
  std::string code;
};

[[noreturn]] void fail(const Refusal& refusal) {
  throw Failure{std::string(tablee::code_names[static_cast<std::size_t>(refusal.code)])};
}

std::string bytes_of(const std::string& base64) {
  const auto bytes = from_base64(base64);
  if (!bytes) {
    throw Failure{"malformed"};
  }
  return *bytes;
}

const json& member(const json& command, const char* name) {
  const auto found = command.find(name);
  if (found == command.end()) {
    throw Failure{"missing_field"};
  }
  return *found;
}

std::string text_member(const json& command, const char* name) {
  const json& value = member(command, name);
  if (!value.is_string()) {
    throw Failure{"wrong_type"};
  }
  return value.get<std::string>();
}

std::uint64_t number_member(const json& command, const char* name, std::uint64_t most) {
  const json& value = member(command, name);
  if (!value.is_number_integer()) {
    throw Failure{"wrong_type"};
  }
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most) {
    throw Failure{"out_of_range"};
  }
  return value.get<std::uint64_t>();
}

std::uint32_t unit_member(const json& command, const char* name) {
  return static_cast<std::uint32_t>(number_member(command, name, 0xFFFFFFFFU));
}

class Peer {
 public:
  json answer(const json& command) {
    const std::string op = text_member(command, "op");
    static const std::map<std::string, json (Peer::*)(const json&)> ops{
        {"new", &Peer::start},          {"apply", &Peer::apply}, {"insert", &Peer::insert},
        {"delete", &Peer::erase},       {"diff", &Peer::diff},   {"state_vector", &Peer::state_vector},
        {"delete_set", &Peer::deleted}, {"view", &Peer::view},   {"authors", &Peer::authors},
        {"position", &Peer::position}};
    const auto found = ops.find(op);
    if (found == ops.end()) {
      throw Failure{"unknown_type"};
    }
    return (this->*found->second)(command);
  }

 private:
  json start(const json& command) {
    client_ = command.contains("client") ? number_member(command, "client", limits::wire_integer_max) : 1;
    document_ = Document();
    return json::object();
  }

  json apply(const json& command) {
    if (auto applied = document_.apply(bytes_of(text_member(command, "update"))); !applied) {
      fail(applied.error());
    }
    document_.take_changes();
    return {{"pending", document_.pending()}};
  }

  json insert(const json& command) {
    return edited(document_.insert(text_member(command, "root"), unit_member(command, "at"),
                                   text_member(command, "text"), client_));
  }

  json erase(const json& command) {
    return edited(
        document_.erase(text_member(command, "root"), unit_member(command, "at"), unit_member(command, "length")));
  }

  json edited(const tablee::Result<tablee::Nothing>& result) {
    if (!result) {
      fail(result.error());
    }
    const std::string update = document_.take_changes();
    return {{"update", to_base64(update.empty() ? std::string(2, '\0') : update)}};
  }

  json diff(const json& command) {
    StateVector states;
    if (command.contains("state_vector") && !command.at("state_vector").is_null()) {
      const auto decoded = decode_state_vector(bytes_of(text_member(command, "state_vector")));
      if (!decoded) {
        fail(decoded.error());
      }
      states = *decoded;
    }
    return {{"update", to_base64(document_.missing_from(states))}};
  }

  json state_vector(const json&) {
    json clocks = json::object();
    for (const WireId& state : states_of(document_)) {
      clocks[std::to_string(state.client)] = state.clock;
    }
    return {{"b64", to_base64(document_.state_vector())}, {"clocks", std::move(clocks)}};
  }

  json deleted(const json&) {
    json clients = json::object();
    for (const WireRange& range : deletions_of(document_)) {
      clients[std::to_string(range.client)].push_back(json::array({range.clock, range.length}));
    }
    return clients;
  }

  json view(const json& command) {
    static const std::map<std::string, RootKind> kinds{{"text", RootKind::text},
                                                       {"map", RootKind::map},
                                                       {"array", RootKind::array},
                                                       {"xmlfragment", RootKind::xml_fragment}};
    const json& roots = member(command, "roots");
    if (!roots.is_object()) {
      throw Failure{"wrong_type"};
    }
    json views = json::object();
    for (const auto& [name, kind] : roots.items()) {
      const auto known = kinds.find(kind.is_string() ? kind.get<std::string>() : "");
      if (known == kinds.end()) {
        throw Failure{"unknown_type"};
      }
      views[name] = json::parse(view_as_json(document_, name, known->second));
    }
    return views;
  }

  json authors(const json& command) {
    json runs = json::array();
    for (const AuthoredRun& run : authored_runs(document_, text_member(command, "root"))) {
      if (!runs.empty() && runs.back()[0] == run.client) {
        runs.back()[1] = runs.back()[1].get<std::uint32_t>() + run.length;
      } else {
        runs.push_back(json::array({run.client, run.length}));
      }
    }
    return runs;
  }

  json position(const json& command) {
    const auto index = index_of_position(document_, bytes_of(text_member(command, "relative")));
    if (!index) {
      fail(index.error());
    }
    return {{"index", *index ? json(**index) : json(nullptr)}};
  }

  std::uint64_t client_ = 1;
  Document document_;
};

json answer_line(Peer& peer, const std::string& line) {
  const json command = json::parse(line, nullptr, false);
  if (!command.is_object()) {
    return {{"error", "malformed"}};
  }
  try {
    return peer.answer(command);
  } catch (const Failure& failure) {
    return {{"error", failure.code}};
  }
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  Peer peer;
  std::string line;
  while (std::getline(std::cin, line)) {
    std::cout << answer_line(peer, line).dump() << '\n' << std::flush;
  }
  return 0;
}
