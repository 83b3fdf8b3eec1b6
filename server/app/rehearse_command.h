// app/rehearse_command.h: `tablee rehearse`: the whole event played beforehand, and the readiness sheet it gives.
//
// Errors   A file that cannot be read or a programme that is not valid ends with 1 and says so; a plan that cannot work
//          ends with 1, after its sheet.
#pragma once

#include <string>

#include "app/output.h"
#include "app/settings.h"

namespace tablee::app {

int run_rehearse(const RehearseSettings& settings, Output& output);

}  // namespace tablee::app
