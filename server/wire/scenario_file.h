// wire/scenario_file.h: a scenario file becomes a Scenario, or the full list of what is wrong with it.
//
// Shape    A Problem has a JSON Pointer (RFC 6901), a code for tools, a sentence in French for people, and how to
//          mend it. Problems of form (JSON, types, bounds, unknown members) come from the field lists; problems of
//          meaning from core/scenario_check.h. All are reported, not only the first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/scenario.h"
#include "core/scenario_check.h"

namespace tablee::wire {

struct ScenarioFile {
  core::Scenario scenario;              // meaningful when no problem is an error
  std::vector<core::Problem> problems;  // in order of place
  bool usable() const;                  // no problem is an error
};

ScenarioFile read_scenario(std::string_view text, core::CheckOptions options = {});

// {"file":…,"ok":…,"problems":[{"severity","pointer","code","message","mend"}]}
std::string problems_json(std::string_view file_name, const ScenarioFile& file);

}  // namespace tablee::wire
