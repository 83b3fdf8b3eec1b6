// text_bench: one figure of the text module on a file made by text.mjs, as JSON on standard output.
//
// Shape    A file is a list of byte strings, each behind its length in 4 bytes, low byte first. `apply` and `load` take
//          updates; `edit` takes edits: place, units deleted, UTF-8 inserted, the two numbers in 4 bytes each.
#include <malloc.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/read.h"

namespace {

using tablee::text::Document;

constexpr std::uint64_t client = 1'000;
constexpr int load_rounds = 25;  // as text_yjs.mjs: documents that stay, in a program that has loaded some before

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) {
    value = (value << 8) | static_cast<unsigned char>(bytes.at(at + i));
  }
  return value;
}

std::vector<std::string_view> parts_of(std::string_view file) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < file.size();) {
    const std::uint32_t size = number_at(file, at);
    parts.push_back(file.substr(at + 4, size));
    at += 4 + size;
  }
  return parts;
}

// Resident memory of this process, in kB.
std::size_t resident_kb() {
  malloc_trim(0);
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::size_t kb = 0;
    if (word == "VmRSS:" && status >> kb) {
      return kb;
    }
  }
  return 0;
}

struct Figures {
  double ms = 0;
  bool good = true;
};

// Times `work` on a new document.
template <class Work>
Figures measure(Document& document, const Work& work) {
  Figures figures;
  const auto start = std::chrono::steady_clock::now();
  figures.good = work(document);
  figures.ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  document.take_changes();
  return figures;
}

bool apply_all(Document& document, const std::vector<std::string_view>& updates) {
  for (const std::string_view update : updates) {
    if (!document.apply(update)) {
      return false;
    }
  }
  return true;
}

bool edit_all(Document& document, const std::vector<std::string_view>& edits, bool told) {
  for (const std::string_view edit : edits) {
    const std::uint32_t at = number_at(edit, 0);
    const std::uint32_t deleted = number_at(edit, 4);
    if ((deleted > 0 && !document.erase("t", at, deleted)) || !document.insert("t", at, edit.substr(8), client)) {
      return false;
    }
    if (told) {
      document.take_changes();
    }
  }
  return true;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::fprintf(stderr, "usage: text_bench apply|load|edit|edit_told FILE\n");
    return 2;
  }
  const std::string_view what = words[1];
  std::ifstream file(words[2], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const std::vector<std::string_view> parts = parts_of(bytes);
  std::vector<Figures> rounds;
  std::vector<Document> documents;
  const std::size_t before = resident_kb();
  for (int round = 0; round < (what == "load" ? load_rounds : 1); ++round) {
    rounds.push_back(measure(documents.emplace_back(), [&](Document& target) {
      return what == "edit" || what == "edit_told" ? edit_all(target, parts, what == "edit_told")
                                                   : apply_all(target, parts);
    }));
  }
  const std::size_t kb = (resident_kb() - before) / documents.size();
  std::sort(rounds.begin(), rounds.end(), [](const Figures& a, const Figures& b) { return a.ms < b.ms; });
  const Figures figures = rounds[rounds.size() / 2];
  if (!figures.good) {
    std::fprintf(stderr, "a part was refused\n");
    return 1;
  }
  std::printf(R"({"ms":%.3f,"parts":%zu,"kb":%zu,"bytes":%zu,"units":%u})"
              "\n",
              figures.ms, parts.size(), kb, documents.front().missing_from({}).size(),
              tablee::text::length_of(documents.front(), "t"));
  return 0;
}
