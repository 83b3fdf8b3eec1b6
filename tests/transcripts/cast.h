// cast.h: who is who in a transcript, and the secrets that lines may name without knowing them.
//
// Shape    {{code ann}}, {{table_code 2}}, {{token ann}}, {{console_token}}, {{key ann}}: replaced before a line is
// read.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/state.h"
#include "line.h"

namespace tablee::transcripts {

class Cast {
 public:
  void add(const std::string& name, PersonId person) { people_[name] = person; }
  PersonId person(const std::string& name) const;

  // The line with every {{…}} replaced, or what is wrong with one of them.
  Fault fill_in(const core::State& state, std::string& line) const;

 private:
  Fault secret(const core::State& state, std::string_view what, std::string& value) const;

  std::map<std::string, PersonId> people_;
};

}  // namespace tablee::transcripts
