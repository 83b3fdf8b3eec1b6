// core/scenario_access.h: the parts of a programme that help everyone understand it: documents with what replaces them,
// hard words explained, readings of the easy texts.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/limits.h"
#include "core/texts.h"

namespace tablee::core {

enum class DocumentKind { image, video };
constexpr auto names_of(DocumentKind) {
  return std::array<std::string_view, 2>{"image", "video"};
}

// A file of the folder that stands beside the scenario file, with what replaces it for those who do not see or hear it.
struct Document {
  std::string id;
  DocumentKind kind = DocumentKind::image;
  Texts title;
  std::string file;
  Texts alternative;
  std::optional<std::string> captions = {};
  std::optional<std::string> sign_language = {};
  bool operator==(const Document&) const = default;
  static constexpr auto fields() {
    return fields_of(field("id", &Document::id, "its name", between(1, 32)),
                     field("kind", &Document::kind, "what the file is"), field("title", &Document::title, "its title"),
                     field("file", &Document::file, "the file's name, in the folder of the scenario's files",
                           between(1, limits::file_name_chars_max)),
                     field("alternative", &Document::alternative,
                           "what the image shows, or the transcript of the video (WCAG 2.2, 1.1.1 and 1.2.8)"),
                     field("captions", &Document::captions, "video: the file of its captions (WebVTT)",
                           between(1, limits::file_name_chars_max)),
                     field("sign_language", &Document::sign_language, "the file of the same in sign language (LSF)",
                           between(1, limits::file_name_chars_max)));
  }
};

// A hard word: marked where it stands, explained by a touch.
struct LexiconWord {
  std::string word;
  std::optional<std::vector<std::string>> forms = {};
  Texts meaning;
  std::optional<std::string> picture = {};
  bool operator==(const LexiconWord&) const = default;
  static constexpr auto fields() {
    return fields_of(
        field("word", &LexiconWord::word, "as a dictionary has it", between(1, limits::lexicon_word_chars_max)),
        field("forms", &LexiconWord::forms, "its other forms: plural, feminine", between(1, 10)),
        field("meaning", &LexiconWord::meaning, "what it means, in plain words"),
        field("picture", &LexiconWord::picture, "a pictogram of the dictionary, by its name", between(1, 32)));
  }
};

// People with an intellectual disability have read easy texts of this programme, and understood them.
struct EasyReading {
  std::optional<std::vector<std::string>> steps = {};
  std::int64_t readers = 0;
  std::string readers_from;
  std::string on;
  bool operator==(const EasyReading&) const = default;
  static constexpr auto fields() {
    return fields_of(field("steps", &EasyReading::steps, "those whose texts they read; absent: the whole programme",
                           between(1, limits::steps_max)),
                     field("readers", &EasyReading::readers, "how many they were", between(1, limits::people_max)),
                     field("readers_from", &EasyReading::readers_from, "who they are, as a group",
                           between(1, limits::title_chars_max)),
                     field("on", &EasyReading::on, "the day, YYYY-MM-DD", between(10, 10)));
  }
};

}  // namespace tablee::core
