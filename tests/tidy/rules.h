// tidy/rules.h: the rules of CONTRIBUTING.md that a machine can check, as tables.
//
// Shape    A Finding names a file, a line (0: the whole file) and one sentence that says what to do instead.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tablee::tidy {

struct Finding {
  std::string file;
  int line = 0;
  std::string sentence;
};

// One source file, relative to the root of the project, split in lines.
struct Source {
  std::string path;
  std::vector<std::string> lines;
};

// module -> modules it may include. The table of CONTRIBUTING.md.
const std::map<std::string, std::set<std::string>>& include_table();

// Each check appends what it finds.
void check_includes(const Source& source, std::vector<Finding>& findings);
void check_pure_words(const Source& source, std::vector<Finding>& findings);
void check_sizes(const Source& source, std::vector<Finding>& findings);
void check_header(const Source& source, std::vector<Finding>& findings);
void check_marks(const Source& source, std::vector<Finding>& findings);
void check_name(std::string_view path, std::vector<Finding>& findings);

// Every *_test.cpp, vector, transcript and scenario is named or globbed by something that runs it.
void check_reached(const std::vector<Source>& all, std::vector<Finding>& findings);
void check_top_level(const std::vector<std::string>& names, std::vector<Finding>& findings);

}  // namespace tablee::tidy
