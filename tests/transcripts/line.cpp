#include "line.h"

#include <charconv>

namespace tablee::transcripts {
namespace {

// Where the JSON value that starts at `from` ends. Braces inside strings do not count.
std::size_t json_end(std::string_view line, std::size_t from) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = from; i < line.size(); ++i) {
    const char letter = line[i];
    if (in_string) {
      if (letter == '\\') {
        ++i;
      } else if (letter == '"') {
        in_string = false;
      }
    } else if (letter == '"') {
      in_string = true;
    } else if (letter == '{' || letter == '[') {
      ++depth;
    } else if (letter == '}' || letter == ']') {
      --depth;
    }
    if (!in_string && depth == 0) {
      return i + 1;
    }
  }
  return line.size();
}

}  // namespace

std::vector<std::string> cut_into_words(std::string_view line) {
  std::vector<std::string> words;
  std::size_t at = 0;
  while ((at = line.find_first_not_of(" \t", at)) != std::string_view::npos) {
    const char first = line[at];
    const std::size_t end = first == '{' || first == '[' || first == '"'
                                ? json_end(line, at)
                                : std::min(line.find_first_of(" \t", at), line.size());
    words.emplace_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

std::int64_t read_number(std::string_view word) {
  std::int64_t number = -1;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
  return error == std::errc{} && end == word.data() + word.size() ? number : -1;
}

std::int64_t read_duration(std::string_view word) {
  const std::size_t digits = std::min(word.find_first_not_of("0123456789"), word.size());
  const std::int64_t number = read_number(word.substr(0, digits));
  const std::string_view unit = word.substr(digits);
  if (number < 0) {
    return -1;
  }
  if (unit == "ms") {
    return number;
  }
  if (unit == "s") {
    return number * 1000;
  }
  if (unit == "m") {
    return number * 60'000;
  }
  return unit == "h" ? number * 3'600'000 : -1;
}

std::int64_t read_clock(std::string_view word) {
  if ((word.size() != 5 && word.size() != 8) || word[2] != ':' || (word.size() == 8 && word[5] != ':')) {
    return -1;
  }
  const std::int64_t hours = read_number(word.substr(0, 2));
  const std::int64_t minutes = read_number(word.substr(3, 2));
  const std::int64_t seconds = word.size() == 8 ? read_number(word.substr(6, 2)) : 0;
  if (hours < 0 || minutes < 0 || seconds < 0) {
    return -1;
  }
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

}  // namespace tablee::transcripts
