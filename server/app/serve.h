// app/serve.h: `tablee serve`: builds the log, the host and the server, and lets them run.
//
// Order    Disk space, scenario, log, host, server; then the links are printed, and the room is open. Nothing is made
//          on the disk for a new atelier whose scenario cannot be used. The scenario kept in an atelier wins over the
//          file.
// Errors   One French sentence on `err`, exit_failed. SIGINT and SIGTERM end the command with exit_done.
#pragma once

#include "app/output.h"
#include "app/settings.h"

namespace tablee::app {

int run_serve(const ServeSettings& settings, Output& output);

}  // namespace tablee::app
