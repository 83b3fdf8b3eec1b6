// app/text_file.h: whole files, read and written.
//
// Errors   One French sentence as the detail.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace tablee::app {

// Refuses (too_long) files past limits::scenario_bytes_max.
Result<std::string> read_scenario_text(const std::string& file);

// Replaces the file.
Result<Nothing> write_file(const std::string& file, std::string_view bytes);

}  // namespace tablee::app
