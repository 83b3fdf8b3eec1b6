// host/numbers.h: the last command number of each subject and sender, journaled or not.
//
// The journal knows the numbers of commands that led to events. Refused commands, and those that led to records only,
// also use up their number, in memory: a restart forgets those, and the welcome tells the client where to go on.
//
// Shape    One Line for each subject and sender; a line stays in place as long as a connection holds it. At most
//          limits::senders_per_subject_max lines a subject: a line nobody holds makes room for a new one, which for its
//          device is like a restart.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/command.h"

namespace tablee::host {

class Numbers {
 public:
  struct Line {
    std::uint64_t last = 0;
    std::uint32_t held_by = 0;  // connections
  };

  // The line of this device, held once more; `journaled` is its last number in the journal. nullptr when every line of
  // the subject is held.
  Line* hold(const core::Subject& subject, const std::string& sender, std::uint64_t journaled);
  static void let_go(Line& line) { --line.held_by; }

 private:
  std::map<core::Subject, std::map<std::string, Line>> lines_;
};

}  // namespace tablee::host
