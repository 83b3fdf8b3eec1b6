// Reads the tree and prints every finding; exits 1 when there is one. Usage: tidy ROOT
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "rules.h"

namespace {

namespace fs = std::filesystem;
using tablee::tidy::Finding;
using tablee::tidy::Source;

bool is_skipped(const fs::path& path) {
  const std::string name = path.filename().string();
  return name == "node_modules" || name == "dist" || name == "build" || name == ".git";
}

bool is_text(const fs::path& path) {
  static const std::vector<std::string> endings{".cpp",   ".h",    ".ts", ".svelte",     ".mjs",
                                                ".js",    ".json", ".md", ".html",       ".css",
                                                ".cmake", ".txt",  ".sh", ".transcript", ""};
  return std::find(endings.begin(), endings.end(), path.extension().string()) != endings.end();
}

std::vector<Source> read_tree(const fs::path& root) {
  std::vector<Source> sources;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::recursive_directory_iterator(); ++entry) {
    if (entry->is_directory() && is_skipped(entry->path())) {
      entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file() || !is_text(entry->path())) {
      continue;
    }
    Source source{fs::relative(entry->path(), root).generic_string(), {}};
    std::ifstream file(entry->path());
    for (std::string line; std::getline(file, line);) {
      source.lines.push_back(line);
    }
    sources.push_back(std::move(source));
  }
  std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
  return sources;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: tidy ROOT\n");
    return 2;
  }
  const fs::path root = argv[1];
  const std::vector<Source> sources = read_tree(root);
  std::vector<Finding> findings;
  for (const Source& source : sources) {
    check_includes(source, findings);
    check_pure_words(source, findings);
    check_sizes(source, findings);
    check_header(source, findings);
    check_marks(source, findings);
    check_name(source.path, findings);
  }
  check_reached(sources, findings);
  std::vector<std::string> names;
  std::transform(fs::directory_iterator(root), fs::directory_iterator(), std::back_inserter(names),
                 [](const fs::directory_entry& entry) { return entry.path().filename().string(); });
  check_top_level(names, findings);

  for (const Finding& finding : findings) {
    std::printf("%s:%d: %s\n", finding.file.c_str(), finding.line, finding.sentence.c_str());
  }
  std::printf("%zu files read, %zu findings\n", sources.size(), findings.size());
  return findings.empty() ? 0 : 1;
}
