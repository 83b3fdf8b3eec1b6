#include "script.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/limits.h"
#include "checks.h"

namespace tablee::transcripts {
namespace {

// What one line takes: long enough for live sections to arrive.
constexpr std::int64_t moment_ms = 200;

}  // namespace

Fault Script::play(std::string line) {
  if (opened_) {
    if (Fault fault = cast_.fill_in(stage_.state(), line); !fault.empty()) {
      return fault;
    }
  }
  const Words words = cut_into_words(line);
  if (!opened_) {
    return words.size() == 2 && words[0] == "scenario" ? load(words[1]) : "the first line is `scenario NAME`";
  }
  if (words.size() < 2 || words[1] != "<") {
    if (Fault fault = only_acks_left(); !fault.empty()) {
      return fault;
    }
  }
  static const std::set<std::string> directives{"at",   "advance", "room", "cut",     "back",
                                                "slow", "drain",   "hold", "release", "restart",
                                                "kill", "disk",    "only", "journal", "records"};
  return directives.contains(words[0]) ? directive(words) : somebody(words);
}

Fault Script::load(const std::string& scenario_name) {
  std::ifstream file(scenario_directory_ + "/" + scenario_name + ".json");
  std::stringstream text;
  text << file.rdbuf();
  if (!file) {
    return "no scenario called " + scenario_name;
  }
  opened_ = true;
  return stage_.open(text.str());
}

Fault Script::directive(const Words& words) {
  const std::string& verb = words[0];
  if (verb == "at" && words.size() == 2) {
    constexpr std::int64_t day_ms = 86'400'000;
    const std::int64_t clock = read_clock(words[1]);
    const std::int64_t wait_ms = clock - stage_.now() % day_ms;
    return clock < 0 || wait_ms < 0 ? "the clock never runs backward" : stage_.pass(wait_ms);
  }
  if (verb == "advance" && words.size() == 2) {
    const std::int64_t duration_ms = read_duration(words[1]);
    return duration_ms < 0 ? not_understood() : stage_.pass(duration_ms);
  }
  if (verb == "room") {
    return room(words);
  }
  if (verb == "cut") {
    return each_of(words, nullptr);
  }
  if (verb == "back") {
    return each_of(words, &Script::come_back);
  }
  if ((verb == "slow" || verb == "drain") && words.size() == 2) {
    Tablet& tablet = stage_.tablet(words[1]);
    tablet.slow = verb == "slow";
    return tablet.slow ? "" : stage_.drain(tablet);
  }
  if (verb == "hold") {
    stage_.hold();
    return "";
  }
  if (verb == "release") {
    Fault fault = stage_.release();
    return fault.empty() ? a_moment() : fault;
  }
  if (verb == "restart" || verb == "kill") {
    return stage_.restart(verb == "kill");
  }
  if (verb == "disk" && words.size() == 3 && words[2] == "MB") {
    stage_.set_disk_free(read_number(words[1]) * 1024 * 1024);
    return stage_.pass(limits::beat_interval_ms);
  }
  if (verb == "only") {
    return only_these_see(words);
  }
  return verb == "journal" ? journal(words) : verb == "records" ? records(words) : not_understood();
}

// `room ann@1 bob@1 cleo@2 dan`: tables as needed, one person each, every tablet opened by its card.
Fault Script::room(const Words& words) {
  if (!console_open_) {
    console_open_ = true;
    if (Fault fault = play("animation opens console"); !fault.empty()) {
      return fault;
    }
  }
  std::vector<std::string> names;
  Json people = Json::array();
  std::size_t tables = stage_.state().tables.size();
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::size_t at = words[i].find('@');
    names.push_back(words[i].substr(0, at));
    people.push_back({{"name", names.back()}});
    if (at == std::string::npos) {
      continue;
    }
    const auto table = static_cast<std::size_t>(read_number(words[i].substr(at + 1)));
    people.back()["table"] = table;
    for (; tables < table; ++tables) {
      if (Fault fault = play(R"(animation > add_table {"title":""})"); !fault.empty()) {
        return fault;
      }
    }
  }
  auto next = static_cast<std::uint32_t>(stage_.state().people.size());
  if (Fault fault = play("animation > add_people " + Json{{"people", people}}.dump()); !fault.empty()) {
    return fault;
  }
  for (const std::string& name : names) {
    cast_.add(name, PersonId{++next});
    if (Fault fault = play(name + " opens card of " + name); !fault.empty()) {
      return fault;
    }
  }
  return "";
}

// Without `act`: cuts them.
Fault Script::each_of(const Words& words, Fault (Script::*act)(Tablet&)) {
  Words names(words.begin() + 1, words.end());
  if (names == Words{"everyone"}) {
    names.clear();
    for (const auto& [name, tablet] : stage_.tablets()) {
      if (act == nullptr || !tablet.connection) {
        names.push_back(name);
      }
    }
  }
  for (const std::string& name : names) {
    Tablet& tablet = stage_.tablet(name);
    if (act == nullptr) {
      stage_.cut(tablet);
    } else if (Fault fault = (this->*act)(tablet); !fault.empty()) {
      return fault;
    }
  }
  return a_moment();
}

Fault Script::come_back(Tablet& tablet) {
  return stage_.greet(tablet);
}

Fault Script::only_these_see(const Words& words) {
  const auto verb = std::find(words.begin(), words.end(), "see");
  if (verb == words.end() || words.end() - verb != 2) {
    return not_understood();
  }
  const std::set<std::string> allowed(words.begin() + 1, verb);
  for (const auto& [name, tablet] : stage_.tablets()) {
    const bool heard = has_heard(name, words.back());
    if (heard != allowed.contains(name)) {
      return name + (heard ? " has seen " : " has not seen ") + words.back();
    }
  }
  return "";
}

Fault Script::journal(const Words& words) {
  std::int64_t count = 0;
  bool found = false;
  const bool counting = words.size() == 4 && words[1] == "has";
  const bool searching = words.size() == 4 && words[1] == "never" && words[2] == "holds";
  if (!counting && !searching) {
    return not_understood();
  }
  const std::string text = inside_json(words[3]);
  const auto read = stage_.log().read(1, [&](const store::Row& row) {
    count += row.type == words[3] ? 1 : 0;
    found |=
        searching && (row.body + " " + row.subject + " " + row.sender + " " + row.type).find(text) != std::string::npos;
    return true;
  });
  if (!read) {
    return read.error().detail;
  }
  if (searching) {
    return found ? "the journal holds " + words[3] : "";
  }
  return count == read_number(words[2]) ? "" : "the journal has " + std::to_string(count) + " " + words[3];
}

Fault Script::records(const Words& words) {
  if (words.size() != 4 || words[1] != "have") {
    return not_understood();
  }
  std::int64_t count = 0;
  const auto read = stage_.log().read_records([&](const store::RecordRow& row) {
    count += row.kind == words[3] ? 1 : 0;
    return true;
  });
  return read && count == read_number(words[2]) ? "" : "there are " + std::to_string(count) + " " + words[3];
}

Fault Script::not_understood() {
  return "this line is not understood; see tests/transcripts/README.md";
}

// How a text looks inside a JSON frame, without the quotes around it.
std::string Script::inside_json(const std::string& quoted) {
  const Json text = Json::parse(quoted, nullptr, false);
  const std::string dumped = text.is_string() ? text.dump() : "";
  return dumped.size() > 2 ? dumped.substr(1, dumped.size() - 2) : "";
}

bool Script::has_heard(const std::string& name, const std::string& quoted) {
  return stage_.tablet(name).heard.find(inside_json(quoted)) != std::string::npos;
}

Fault Script::only_acks_left() {
  for (auto& [name, tablet] : stage_.tablets()) {
    while (const auto reply = tablet.take_reply()) {
      const std::string type = reply->value("type", "");
      if (type == "refusal" || (type == "ack" && reply->value("already", false))) {
        return name + " received " + reply->dump() + " and nothing here expects it";
      }
    }
    if (tablet.connection && tablet.welcomed && !tablet.slow && !stage_.held() && !tablet.pending.empty()) {
      return name + " has had no answer to its command " + std::to_string(tablet.pending.front().number);
    }
    if (tablet.closed != 0) {
      return name + " was closed with " + std::to_string(tablet.closed) + " and nothing here expects it";
    }
  }
  return "";
}

Fault Script::a_moment() {
  return stage_.held() ? "" : stage_.pass(moment_ms);
}

Fault Script::finish() {
  if (!opened_) {
    return "there is no scenario";
  }
  if (Fault fault = only_acks_left(); !fault.empty()) {
    return fault;
  }
  for (const auto& [name, text] : never_) {
    if (has_heard(name, text)) {
      return name + " has seen " + text + ", which it must never see";
    }
  }
  Fault fault = stage_.pass(moment_ms);
  return fault.empty() ? restart_equals_live(stage_.log(), stage_.state()) : fault;
}

}  // namespace tablee::transcripts
