// speech/letters.h: texts as code points, for what looks at letters one by one.
//
// Shape    Letters are those of Latin scripts (Basic Latin to Latin Extended-B); nothing else is needed to read French.
// Source   Unicode 15, chapter 7.1.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tablee::speech {

// What a piece of writing becomes: the words to say, and how many code points they replace.
struct Said {
  std::u32string words;
  std::size_t length = 0;
};

// Requires: valid UTF-8.
std::u32string to_code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view text);

bool is_digit(char32_t sign);
bool is_letter(char32_t sign);
bool is_capital(char32_t sign);
// Spaces that stay on a line, the unbreakable and the thin ones too.
bool is_space(char32_t sign);
bool is_apostrophe(char32_t sign);
bool is_dash(char32_t sign);  // a hyphen, an en dash

// The sign at a place, or 0 outside the text.
char32_t sign_at(std::u32string_view text, std::size_t at);
// The run of letters, or of spaces, that begins here.
std::size_t letters_from(std::u32string_view text, std::size_t at);
std::size_t spaces_from(std::u32string_view text, std::size_t at);
// True when a word or a number may begin here.
bool begins_word(std::u32string_view text, std::size_t at);
// True when `words` stand here, and no letter or digit goes on after them.
bool stands_at(std::u32string_view text, std::size_t at, std::u32string_view words);
// `from` replaced by `to`, everywhere.
void replace_all(std::u32string& text, std::u32string_view from, std::u32string_view to);

}  // namespace tablee::speech
