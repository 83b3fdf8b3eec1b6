// script.h: the verbs of a transcript. The language is described in README.md.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cast.h"
#include "line.h"
#include "stage.h"

namespace tablee::transcripts {

class Script {
 public:
  explicit Script(std::string scenario_directory) : scenario_directory_(std::move(scenario_directory)) {}

  // One line that is neither empty nor a comment. Returns what does not hold.
  Fault play(std::string line);
  // After the last line: what must hold at the end.
  Fault finish();

 private:
  using Words = std::vector<std::string>;

  Fault directive(const Words& words);
  Fault load(const std::string& scenario_name);
  Fault room(const Words& words);
  Fault each_of(const Words& words, Fault (Script::*act)(Tablet&));
  Fault come_back(Tablet& tablet);
  Fault only_these_see(const Words& words);
  Fault journal(const Words& words);
  Fault records(const Words& words);

  Fault somebody(const Words& words);
  Fault opens(Tablet& tablet, const Words& words);
  Fault types(Tablet& tablet, const Words& words);
  Fault commands(Tablet& tablet, const Words& words);
  Fault sends(Tablet& tablet, const Words& words);
  Fault hears(Tablet& tablet, const Words& words);
  Fault sees(Tablet& tablet, const Words& words);

  Fault only_acks_left();
  Fault a_moment();
  static Fault not_understood();
  static std::string inside_json(const std::string& quoted);
  bool has_heard(const std::string& name, const std::string& quoted);

  std::string scenario_directory_;
  Stage stage_;
  Cast cast_;
  bool opened_ = false;
  bool console_open_ = false;
  std::vector<std::pair<std::string, std::string>> never_;  // name, quoted text
};

}  // namespace tablee::transcripts
