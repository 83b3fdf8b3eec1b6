#include "speech/links.h"

#include <algorithm>
#include <array>

namespace tablee::speech {

namespace {

constexpr std::u32string_view last_signs = U".,;:!?)»”\"’'";

// The signs up to the next space, without the punctuation that ends a sentence.
std::u32string_view address_at(std::u32string_view text, std::size_t at) {
  std::size_t length = 0;
  while (at + length < text.size() && !is_space(text[at + length]) && text[at + length] != U'\n') {
    ++length;
  }
  while (length > 0 && last_signs.find(text[at + length - 1]) != std::u32string_view::npos) {
    --length;
  }
  return text.substr(at, length);
}

std::u32string sign_by_sign(std::u32string_view address) {
  std::u32string words(address);
  replace_all(words, U".", U" point ");
  replace_all(words, U"-", U" tiret ");
  replace_all(words, U"_", U" tiret bas ");
  replace_all(words, U"@", U" arobase ");
  return words;
}

bool is_of_email(char32_t sign) {
  return is_digit(sign) || (is_letter(sign) && sign < 0x80) || sign == U'.' || sign == U'-' || sign == U'_' ||
         sign == U'+';
}

bool is_site_name(std::u32string_view word) {
  constexpr std::array<std::u32string_view, 7> ends{U".fr", U".org", U".com", U".net", U".eu", U".info", U".bzh"};
  return std::any_of(ends.begin(), ends.end(), [&](std::u32string_view end) {
    return word.size() > end.size() && word.substr(word.size() - end.size()) == end;
  });
}

}  // namespace

std::optional<Said> say_link(std::u32string_view text, std::size_t at) {
  const std::u32string_view address = address_at(text, at);
  std::u32string_view site = address;
  bool named = false;
  for (const std::u32string_view start : {U"https://", U"http://", U"www."}) {
    if (site.substr(0, start.size()) == start) {
      site.remove_prefix(start.size());
      named = true;
    }
  }
  if (named) {
    return Said{U"le site " + sign_by_sign(site.substr(0, site.find_first_of(U"/?#:"))), address.size()};
  }
  const std::size_t sign = address.find(U'@');
  if (sign != std::u32string_view::npos && sign > 0 && address.find(U'.', sign) != std::u32string_view::npos &&
      std::all_of(address.begin(), address.end(), [](char32_t each) { return each == U'@' || is_of_email(each); })) {
    return Said{sign_by_sign(address), address.size()};
  }
  if (is_site_name(address) && std::all_of(address.begin(), address.end(), is_of_email)) {
    return Said{sign_by_sign(address), address.size()};
  }
  return std::nullopt;
}

}  // namespace tablee::speech
