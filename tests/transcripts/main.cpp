// Runs every transcript of this directory, or those named as arguments (a part of the file name is enough).

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "script.h"

namespace {

using tablee::transcripts::Fault;
using tablee::transcripts::Script;

const std::filesystem::path directory = std::filesystem::path(TABLEE_SOURCE_DIR) / "tests" / "transcripts";

std::vector<std::filesystem::path> transcripts(const std::vector<std::string>& wanted) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    const std::string name = entry.path().filename().string();
    const bool asked = wanted.empty() || std::any_of(wanted.begin(), wanted.end(), [&](const std::string& part) {
                         return name.find(part) != std::string::npos;
                       });
    if (asked && entry.path().extension() == ".transcript") {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

// Returns true when everything in the file held.
bool run(const std::filesystem::path& path) {
  std::ifstream file(path);
  Script script((directory / "scenarios").string());
  std::string line;
  int number = 0;
  Fault fault;
  while (fault.empty() && std::getline(file, line)) {
    ++number;
    const std::size_t start = line.find_first_not_of(" \t");
    if (number == 1 && line.rfind("# title: ", 0) != 0) {
      fault = "the first line is `# title: …`";
    } else if (start != std::string::npos && line[start] != '#') {
      fault = script.play(line);
    }
  }
  if (fault.empty()) {
    fault = script.finish();
  }
  if (!fault.empty()) {
    std::printf("%s:%d: %s\n    %s\n", path.filename().c_str(), number, fault.c_str(), line.c_str());
  }
  return fault.empty();
}

}  // namespace

int main(int argc, char** argv) {
  const auto files = transcripts(std::vector<std::string>(argv + 1, argv + argc));
  const auto failed = std::count_if(files.begin(), files.end(), [](const auto& path) { return !run(path); });
  std::printf("%zu transcripts, %zu failed\n", files.size(), static_cast<std::size_t>(failed));
  return failed == 0 && !files.empty() ? 0 : 1;
}
