// app/documents.h: the files of a programme's documents: beside the scenario, then kept beside the journal.
//
// Shape    The scenario X/scenario.json names files of X/files; a new atelier copies those, and no other, into its
//          own folder `files`. Nothing else is ever served.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "core/scenario.h"
#include "core/scenario_check.h"

namespace tablee::app {

// The folder of files beside a scenario file, and beside a journal.
std::string files_beside(const std::string& scenario_file);
std::string files_kept(const std::string& data);

// The names of the files that the programme shows, once each, in its order.
std::vector<std::string> document_files(const core::Scenario& scenario);

// One error for each file that is not in the folder.
std::vector<core::Problem> check_files(const core::Scenario& scenario, const std::string& folder);

// The files that are not there.
std::vector<std::string> missing_files(const core::Scenario& scenario, const std::string& folder);

// Copies the files of the programme. Each is whole or absent, also when the machine stops in the middle.
// Errors   One French sentence, which names the file.
Result<Nothing> keep_files(const core::Scenario& scenario, const std::string& from, const std::string& to);

}  // namespace tablee::app
