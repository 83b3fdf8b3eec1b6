// The process: words in, exit code out. Exceptions of libraries end here.
#include <unistd.h>

#include <csignal>
#include <exception>
#include <iostream>

#include "app/program.h"

int main(int argc, char** argv) {
  // A reader that goes away (`tablee export … | head`) is an output that cannot be written, not a sudden death.
  std::signal(SIGPIPE, SIG_IGN);
  tablee::app::Output output{std::cout, std::cerr, ::isatty(STDOUT_FILENO) == 1};
  try {
    return tablee::app::run_program({argv + 1, argv + argc}, output);
  } catch (const std::exception& problem) {
    std::cerr << "Tablée s’arrête : " << problem.what() << ".\n";
    return tablee::app::exit_failed;
  }
}
