// tablee_describe: writes or checks the files that are made from the field lists.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>

#include "wire/describe.h"

namespace {

using tablee::wire::GeneratedFile;

std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

int print_one(std::string_view name) {
  for (const GeneratedFile& file : tablee::wire::generated_files()) {
    if (std::filesystem::path(file.path).filename() == name) {
      std::cout << file.text;
      return 0;
    }
  }
  std::cerr << "tablee_describe: no generated file is called " << name << "\n";
  return 2;
}

int write_all(const std::filesystem::path& root) {
  for (const GeneratedFile& file : tablee::wire::generated_files()) {
    const std::filesystem::path path = root / file.path;
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    std::ofstream out(path, std::ios::binary);
    out << file.text;
    if (!out.flush()) {
      std::cerr << "tablee_describe: cannot write " << path.string() << "\n";
      return 1;
    }
  }
  return 0;
}

int check_all(const std::filesystem::path& root) {
  int stale = 0;
  for (const GeneratedFile& file : tablee::wire::generated_files()) {
    if (file_text(root / file.path) != file.text) {
      std::cerr << file.path << ": stale, run tablee_describe --write\n";
      stale = 1;
    }
  }
  return stale;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (argc == 2 && !first.starts_with("--")) {
    return print_one(first);
  }
  if (argc == 3 && first == "--write") {
    return write_all(argv[2]);
  }
  if (argc == 3 && first == "--check") {
    return check_all(argv[2]);
  }
  std::cerr << "usage: tablee_describe FILE | --write ROOT | --check ROOT\n"
               "FILE is messages.json, errors.md, scenario.schema.json or messages.ts\n";
  return 2;
}
