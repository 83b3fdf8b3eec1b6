// app/program.h: the whole program, but for the process around it.
#pragma once

#include <string>
#include <vector>

#include "app/output.h"

namespace tablee::app {

// words: what follows the name of the program. Returns the exit code.
int run_program(const std::vector<std::string>& words, Output& output);

}  // namespace tablee::app
