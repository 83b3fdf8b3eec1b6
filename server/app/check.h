// app/check.h: `tablee check`, and problems of a scenario as words.
#pragma once

#include <string>

#include "app/output.h"
#include "app/settings.h"
#include "wire/scenario_file.h"

namespace tablee::app {

// Three lines a problem: where, what, how to mend. Then one sentence that counts them.
std::string problems_text(const std::string& file, const wire::ScenarioFile& scenario);

// Adds what is wrong with the files of the documents, which lie beside the scenario; nothing when the scenario is
// unusable.
void add_file_problems(wire::ScenarioFile& scenario, const std::string& file);

int run_check(const CheckSettings& settings, Output& output);

}  // namespace tablee::app
