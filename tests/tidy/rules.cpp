#include "rules.h"

#include <algorithm>
#include <cctype>
#include <regex>

namespace tablee::tidy {
namespace {

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool is_cpp(std::string_view path) {
  return ends_with(path, ".cpp") || ends_with(path, ".h");
}

// "core" for server/core/state.h; empty elsewhere.
std::string module_of(std::string_view path) {
  constexpr std::string_view root = "server/";
  if (!starts_with(path, root)) {
    return "";
  }
  const std::string_view rest = path.substr(root.size());
  const std::size_t slash = rest.find('/');
  return slash == std::string_view::npos ? "" : std::string(rest.substr(0, slash));
}

std::string file_name(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

// The code of a line: without its comment and without what is between quotes.
std::string code_of(const std::string& line) {
  static const std::regex quoted("\"(\\\\.|[^\"\\\\])*\"");
  const std::string bare = std::regex_replace(line, quoted, "\"\"");
  return bare.substr(0, bare.find("//"));
}

// Where a library may be included: by prefix of its header, the modules, and whether headers of ours may do it.
struct Library {
  std::string_view prefix;
  std::set<std::string_view> modules;
  bool in_headers;
};

const std::vector<Library>& libraries() {
  static const std::vector<Library> table{
      {"nlohmann/", {"wire"}, false}, {"sqlite3", {"store"}, false}, {"openssl/", {"base"}, false},
      {"boost/", {"net"}, true},      {"qrencode", {"app"}, false},  {"doctest/", {}, false},
  };
  return table;
}

const std::set<std::string>& pure_modules() {
  static const std::set<std::string> modules{"base", "vote", "seating", "reading", "text", "amend", "core"};
  return modules;
}

struct Word {
  std::string_view pattern;
  std::string_view instead;
  std::string_view except = {};  // the one file that may
};

const std::vector<Word>& pure_words() {
  static const std::vector<Word> words{
      {"\\bthrow\\b", "return a Refusal"},
      {"\\b(float|double)\\b", "use integers or fractions", "server/text/float_text.cpp"},
      {"<(random|chrono|thread|mutex|atomic|future|iostream|fstream|sstream|filesystem|ctime|time\\.h|locale)>",
       "time, threads, files and chance come in as arguments"},
      {"\\bstd::(shuffle|rand|time|chrono|thread|mutex|random_device)\\b", "use base/rng.h, or take it as an argument"},
      {"\\b(rand|srand|clock_gettime|gettimeofday|getrandom)\\s*\\(", "take it as an argument"},
      {"\\bunordered_(map|set)\\b", "its order differs between machines: use std::map or a sorted vector"},
  };
  return words;
}

}  // namespace

const std::map<std::string, std::set<std::string>>& include_table() {
  static const std::map<std::string, std::set<std::string>> table{
      {"base", {}},
      {"vote", {"base"}},
      {"seating", {"base"}},
      {"reading", {"base"}},
      {"text", {"base"}},
      {"amend", {"base", "text"}},
      {"core", {"base", "vote", "seating", "reading", "text", "amend"}},
      {"wire", {"base", "core"}},
      {"store", {"base"}},
      {"export", {"base", "core"}},
      {"host", {"base", "text", "core", "wire", "store"}},
      {"rehearse", {"base", "core", "wire", "store", "host"}},
      {"simple", {"base", "core", "wire", "host"}},
      {"speech", {"base"}},
      {"net", {"base", "host", "simple", "speech"}},
      {"app",
       {"base", "vote", "seating", "reading", "text", "amend", "core", "wire", "store", "export", "host", "rehearse",
        "simple", "speech", "net"}},
  };
  return table;
}

void check_includes(const Source& source, std::vector<Finding>& findings) {
  static const std::regex include("^#include ([<\"])([^>\"]+)[>\"]");
  const std::string module = module_of(source.path);
  if (module.empty() || !is_cpp(source.path)) {
    return;
  }
  const auto row = include_table().find(module);
  if (row == include_table().end()) {
    findings.push_back({source.path, 0, "the module " + module + " is not in the include table"});
    return;
  }
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    std::smatch match;
    if (!std::regex_search(source.lines[i], match, include)) {
      continue;
    }
    const int line = static_cast<int>(i + 1);
    const std::string header = match[2];
    if (match[1] == "\"") {
      const std::string other = header.substr(0, header.find('/'));
      if (other != module && row->second.count(other) == 0) {
        findings.push_back({source.path, line, module + " may not include " + header});
      }
      continue;
    }
    for (const Library& library : libraries()) {
      if (!starts_with(header, library.prefix)) {
        continue;
      }
      const bool private_header = ends_with(source.path, "json_fields.h");
      if (library.modules.count(module) == 0) {
        findings.push_back({source.path, line, "only its own module may include " + header});
      } else if (ends_with(source.path, ".h") && !library.in_headers && !private_header) {
        findings.push_back({source.path, line, "include " + header + " in a source file, not in a header"});
      }
    }
  }
}

void check_pure_words(const Source& source, std::vector<Finding>& findings) {
  if (!is_cpp(source.path) || pure_modules().count(module_of(source.path)) == 0) {
    return;
  }
  for (const Word& word : pure_words()) {
    if (source.path == word.except) {
      continue;
    }
    const std::regex pattern{std::string(word.pattern)};
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      if (std::regex_search(code_of(source.lines[i]), pattern)) {
        findings.push_back(
            {source.path, static_cast<int>(i + 1), "not in a pure module: " + std::string(word.instead)});
      }
    }
  }
}

void check_sizes(const Source& source, std::vector<Finding>& findings) {
  constexpr std::size_t lines_max = 800;
  constexpr std::size_t function_lines_max = 70;
  constexpr std::size_t columns_max = 140;  // bytes: a line of 120 columns of French has a few more
  const bool script =
      ends_with(source.path, ".ts") || ends_with(source.path, ".svelte") || ends_with(source.path, ".mjs");
  const bool generated = ends_with(source.path, "src/protocol/messages.ts");
  if ((!is_cpp(source.path) && !script) || generated) {
    return;
  }
  if (source.lines.size() > lines_max) {
    findings.push_back({source.path, 0, "a file stops at 800 lines: split it by subject"});
  }
  std::size_t start = 0;
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    const std::string& line = source.lines[i];
    if (is_cpp(source.path) && line.size() > columns_max) {
      findings.push_back({source.path, static_cast<int>(i + 1), "a line stops at 120 columns"});
    }
    // Sources are formatted: a function outside a class opens with a brace at the end of a line and closes with one at
    // the first column.
    const bool opens = ends_with(line, "{") && !line.empty() && line[0] != ' ' && line[0] != '}';
    // A test case of many sub-cases is a list, not a function.
    const bool is_list = starts_with(line, "TEST_CASE_TEMPLATE_DEFINE");
    if (opens && !is_list && !starts_with(line, "namespace") && line.find('(') != std::string::npos) {
      start = i + 1;
    }
    if (line == "}" && start != 0) {
      if (is_cpp(source.path) && i + 2 - start > function_lines_max) {
        findings.push_back({source.path, static_cast<int>(start), "a function fits on a screen: 70 lines"});
      }
      start = 0;
    }
  }
}

void check_header(const Source& source, std::vector<Finding>& findings) {
  if (!ends_with(source.path, ".h") || module_of(source.path).empty()) {
    return;
  }
  const std::string opening = "// " + source.path.substr(std::string_view("server/").size()) + ": ";
  if (source.lines.empty() || !starts_with(source.lines.front(), opening)) {
    findings.push_back({source.path, 1, "a header opens with its name and what it is: " + opening + "…"});
  }
  if (std::find(source.lines.begin(), source.lines.end(), "#pragma once") == source.lines.end()) {
    findings.push_back({source.path, 0, "a header has #pragma once"});
  }
}

void check_marks(const Source& source, std::vector<Finding>& findings) {
  // Written in two parts so that this file does not find itself.
  static const std::regex marks(std::string("\\b(TO") + "DO|FIX" + "ME|XX" + "X|HA" + "CK)\\b");
  static const std::regex paths(std::string("(/ho") + "me/|/ro" + "ot/|/wo" + "rk/|regis" + "try\\.)");
  for (std::size_t i = 0; i < source.lines.size(); ++i) {
    if (std::regex_search(source.lines[i], marks)) {
      findings.push_back({source.path, static_cast<int>(i + 1), "finish it, or open an issue"});
    }
    if (std::regex_search(source.lines[i], paths)) {
      findings.push_back({source.path, static_cast<int>(i + 1), "no path or host of one machine"});
    }
  }
}

void check_name(std::string_view path, std::vector<Finding>& findings) {
  static const std::set<std::string> banned{"utils", "util", "helpers", "helper", "common", "misc", "manager"};
  const std::string name = file_name(path);
  if (banned.count(name.substr(0, name.find('.'))) != 0) {
    findings.push_back({std::string(path), 0, "name the file after its subject"});
  }
}

void check_reached(const std::vector<Source>& all, std::vector<Finding>& findings) {
  static const std::string vectors = "protocol/vectors/";
  std::string lists;
  std::string tests;
  for (const Source& source : all) {
    const bool list = ends_with(source.path, "sources.cmake") || ends_with(source.path, "CMakeLists.txt");
    const bool test = ends_with(source.path, "_test.cpp") || ends_with(source.path, ".test.ts");
    for (const std::string& line : source.lines) {
      if (list) {
        lists += line + "\n";
      }
      if (test) {
        tests += line + "\n";
      }
    }
  }
  for (const Source& source : all) {
    const std::string name = file_name(source.path);
    const bool compiled =
        ends_with(name, ".cpp") && (starts_with(source.path, "tests/") || starts_with(source.path, "server/"));
    if (compiled && lists.find(name) == std::string::npos) {
      findings.push_back({source.path, 0, "nothing builds it: list it in sources.cmake"});
    }
    const std::string folder = source.path.substr(0, source.path.size() - name.size());
    const bool folder_is_read =
        folder != vectors && tests.find("/" + folder.substr(0, folder.size() - 1) + "\"") != std::string::npos;
    if (starts_with(source.path, vectors) && ends_with(name, ".json") && !folder_is_read &&
        tests.find(name) == std::string::npos) {
      findings.push_back({source.path, 0, "no test reads this vector file"});
    }
  }
}

void check_top_level(const std::vector<std::string>& names, std::vector<Finding>& findings) {
  static const std::set<std::string> plan{
      "CMakeLists.txt", "CMakePresets.json", "server",          "client-web",   "protocol", "scenarios", "tests",
      "deploy",         "README.md",         "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE",  "NOTICE",    "build"};
  for (const std::string& name : names) {
    if (!starts_with(name, ".") && plan.count(name) == 0) {
      findings.push_back({name, 0, "not a place of the top level"});
    }
  }
}

}  // namespace tablee::tidy
