#include "bench/child.h"

#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace tablee::bench {

void stay_on_core(int core) {
  cpu_set_t cores;
  CPU_ZERO(&cores);
  CPU_SET(static_cast<std::size_t>(core), &cores);
  ::sched_setaffinity(0, sizeof(cores), &cores);  // a machine with one core measures there
}

Child::Child(const std::vector<std::string>& words) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) {
    std::perror("pipe");
    std::exit(1);
  }
  process_ = ::fork();
  if (process_ == 0) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    std::vector<std::string> copies = words;
    std::string name = "tablee_bench";
    std::vector<char*> arguments{name.data()};
    for (std::string& word : copies) {
      arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    ::execv("/proc/self/exe", arguments.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  std::string line;
  char letter = 0;
  while (::read(ends[0], &letter, 1) == 1 && letter != '\n') {
    line += letter;
  }
  ::close(ends[0]);
  port_ = static_cast<std::uint16_t>(std::strtoul(line.c_str(), nullptr, 10));
  if (port_ == 0) {
    std::fprintf(stderr, "the server did not start: %s\n", line.c_str());
    std::exit(1);
  }
}

Child::~Child() {
  kill();
}

void Child::kill() {
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
    process_ = -1;
  }
}

// Fields of /proc/PID/stat after the name, counted from 0 (proc(5)).
double Child::ticks_ms(int field) const {
  std::ifstream in("/proc/" + std::to_string(process_) + "/stat");
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  std::istringstream rest(text.substr(text.rfind(')') + 2));
  std::string word;
  for (int at = 0; at <= field; ++at) {
    rest >> word;
  }
  return std::atof(word.c_str()) * 1000.0 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

double Child::user_ms() const {
  return ticks_ms(11);
}

double Child::system_ms() const {
  return ticks_ms(12);
}

double Child::memory_kb() const {
  std::ifstream in("/proc/" + std::to_string(process_) + "/statm");
  long pages = 0;
  long resident = 0;
  in >> pages >> resident;
  return static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1024.0;
}

}  // namespace tablee::bench
