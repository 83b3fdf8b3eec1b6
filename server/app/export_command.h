// app/export_command.h: `tablee export`: the avis of a kept atelier, as a file people take home.
#pragma once

#include "app/output.h"
#include "app/settings.h"

namespace tablee::app {

// Only what was checked is exported (app/kept_atelier.h); a box that does not give its result is refused too.
int run_export(const ExportSettings& settings, Output& output);

}  // namespace tablee::app
