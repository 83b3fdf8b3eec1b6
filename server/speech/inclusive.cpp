#include "speech/inclusive.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace tablee::speech {

namespace {

using View = std::u32string_view;

// Feminine endings, in the singular; the plural adds an s.
constexpr std::array<View, 38> endings{
    U"e",    U"ne",  U"nne", U"enne", U"ienne", U"te",    U"tte",  U"le",   U"lle",  U"elle", U"ale", U"se",   U"euse",
    U"ve",   U"ive", U"fe",  U"que",  U"he",    U"che",   U"ère",  U"ere",  U"ière", U"iere", U"ice", U"rice", U"trice",
    U"esse", U"sse", U"ine", U"aine", U"gne",   U"sante", U"ante", U"ente", U"ée",   U"ie",   U"ue",  U"ouse"};

// Words whose feminine is another word.
constexpr std::array<std::pair<View, View>, 17> pairs{{{U"il", U"elle"},
                                                       {U"ils", U"elles"},
                                                       {U"lui", U"elle"},
                                                       {U"eux", U"elles"},
                                                       {U"le", U"la"},
                                                       {U"celui", U"celle"},
                                                       {U"ceux", U"celles"},
                                                       {U"ce", U"cette"},
                                                       {U"cet", U"cette"},
                                                       {U"mon", U"ma"},
                                                       {U"ton", U"ta"},
                                                       {U"son", U"sa"},
                                                       {U"tous", U"toutes"},
                                                       {U"copain", U"copine"},
                                                       {U"copains", U"copines"},
                                                       {U"fou", U"folle"},
                                                       {U"vieux", U"vieille"}}};

bool ends_with(View word, View ending) {
  return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

std::u32string with(View word, std::size_t dropped, View added) {
  return std::u32string(word.substr(0, word.size() - dropped)).append(added);
}

bool is_ending(View part) {
  const bool plural = part.size() > 1 && part.back() == U's';
  return std::any_of(endings.begin(), endings.end(),
                     [&](View each) { return part == each || (plural && part.substr(0, part.size() - 1) == each); });
}

// After a hyphen most endings are words of their own: « est-elle », « Saint-le… ».
bool is_hyphen_ending(View part) {
  constexpr std::array<View, 11> known{U"e",     U"es",     U"ne",   U"nes",   U"rice", U"rices",
                                       U"trice", U"trices", U"euse", U"euses", U"ère"};
  return std::find(known.begin(), known.end(), part) != known.end();
}

// word in the singular, ending in the singular.
std::u32string feminine_of(View word, View ending) {
  struct Rule {
    View ending;
    View tail;  // of the masculine
    View instead;
  };
  // The first rule whose ending and tail both fit.
  static constexpr std::array<Rule, 27> rules{
      {{U"se", U"x", U"se"},       {U"se", U"eur", U"euse"},      {U"euse", U"eux", U"euse"},
       {U"euse", U"eur", U"euse"}, {U"ouse", U"oux", U"ouse"},    {U"ve", U"f", U"ve"},
       {U"ive", U"if", U"ive"},    {U"que", U"c", U"que"},        {U"ère", U"er", U"ère"},
       {U"ere", U"er", U"ère"},    {U"ière", U"ier", U"ière"},    {U"iere", U"ier", U"ière"},
       {U"rice", U"eur", U"rice"}, {U"trice", U"teur", U"trice"}, {U"ice", U"eur", U"rice"},
       {U"elle", U"eau", U"elle"}, {U"le", U"eau", U"elle"},      {U"lle", U"eau", U"elle"},
       {U"elle", U"el", U"elle"},  {U"lle", U"l", U"lle"},        {U"ale", U"al", U"ale"},
       {U"enne", U"en", U"enne"},  {U"ienne", U"ien", U"ienne"},  {U"nne", U"n", U"nne"},
       {U"tte", U"t", U"tte"},     {U"che", U"c", U"che"},        {U"ante", U"ant", U"ante"}}};
  for (const Rule& rule : rules) {
    if (ending == rule.ending && ends_with(word, rule.tail)) {
      return with(word, rule.tail.size(), rule.instead);
    }
  }
  return std::u32string(word).append(ending);
}

struct Forms {
  std::u32string masculine;
  std::u32string feminine;
  bool plural = false;
};

// stem: as written. parts: what follows each sign, at least one; the last may be a plural mark alone.
Forms forms_of(View stem, const std::vector<View>& parts) {
  View ending = parts.front();
  Forms forms;
  forms.plural = parts.size() > 1 || (ending.size() > 1 && ending.back() == U's');
  for (const auto& [masculine, feminine] : pairs) {
    const bool whole = ending == feminine || ends_with(feminine, ending);
    if (stem == masculine && whole) {
      forms.masculine = stem;
      forms.feminine = feminine;
      forms.plural = feminine.back() == U's';
      return forms;
    }
  }
  if (forms.plural && ending.size() > 1 && ending.back() == U's') {
    ending.remove_suffix(1);
  }
  // « étudiants·es », « régionaux·ales »: the stem is already in the plural.
  std::u32string one(stem);
  if (forms.plural && ends_with(one, U"aux")) {
    one = with(one, 3, U"al");
  } else if (forms.plural && ends_with(one, U"s") && one.size() > 3) {
    one = with(one, 1, U"");
  }
  forms.masculine = one;
  forms.feminine = feminine_of(one, ending);
  if (forms.plural) {
    if (ends_with(one, U"al")) {
      forms.masculine = with(one, 2, U"aux");
    } else if (ends_with(one, U"eau")) {
      forms.masculine += U"x";
    } else if (!ends_with(one, U"x") && !ends_with(one, U"s")) {
      forms.masculine += U"s";
    }
    forms.feminine += U"s";
  }
  return forms;
}

struct Parsed {
  std::vector<View> parts;
  std::size_t length = 0;  // after the stem
};

// « ·ne·s », « .ne.s », « -e-s », « /trice ».
Parsed after_sign(View text, std::size_t at) {
  constexpr std::size_t parts_max = 2;
  Parsed parsed;
  const char32_t sign = sign_at(text, at);
  while (parsed.parts.size() < parts_max && sign_at(text, at + parsed.length) == sign) {
    const std::size_t letters = letters_from(text, at + parsed.length + 1);
    const View part = text.substr(at + parsed.length + 1, letters);
    const bool first = parsed.parts.empty();
    if (part.empty() || (!first && part != U"s" && part != U"x")) {
      break;
    }
    const bool known = is_middle_dot(sign) || (sign == U'-' ? is_hyphen_ending(part) : is_ending(part));
    if (first && !known) {
      break;
    }
    parsed.parts.push_back(part);
    parsed.length += 1 + letters;
  }
  return parsed;
}

// « (ne)s », « (trice) ».
Parsed in_brackets(View text, std::size_t at) {
  const std::size_t letters = letters_from(text, at + 1);
  const View part = text.substr(at + 1, letters);
  if (sign_at(text, at + 1 + letters) != U')' || (!is_ending(part) && part != U"s" && part != U"x" && part != U"nt")) {
    return {};
  }
  Parsed parsed{{part}, letters + 2};
  const std::size_t more = letters_from(text, at + parsed.length);
  if (more == 1 && (text[at + parsed.length] == U's' || text[at + parsed.length] == U'x')) {
    parsed.parts.push_back(text.substr(at + parsed.length, 1));
    parsed.length += 1;
  } else if (more != 0) {
    return {};
  }
  return parsed;
}

// « l’ », « d’ », « qu’ » before the word, as it must be said again.
std::u32string elision_before(View text, std::size_t at) {
  if (at == 0 || !is_apostrophe(text[at - 1])) {
    return {};
  }
  std::size_t start = at - 1;
  while (start > 0 && is_letter(text[start - 1])) {
    --start;
  }
  constexpr std::size_t letters_max = 2;
  return at - 1 - start <= letters_max ? std::u32string(text.substr(start, at - start)) : std::u32string();
}

std::u32string in_small_letters(View word) {
  std::u32string small(word);
  for (char32_t& sign : small) {
    sign = is_capital(sign) && sign < 0xDF ? sign + 0x20 : sign;
  }
  return small;
}

}  // namespace

bool is_middle_dot(char32_t sign) {
  return sign == U'·' || sign == U'•' || sign == U'‧' || sign == U'⋅' || sign == U'∙' || sign == U'・';
}

std::optional<Said> say_inclusive(View text, std::size_t at) {
  const std::size_t stem_length = letters_from(text, at);
  const char32_t sign = sign_at(text, at + stem_length);
  if (stem_length < 2) {
    return std::nullopt;
  }
  const std::u32string stem = in_small_letters(text.substr(at, stem_length));
  Parsed parsed;
  if (sign == U'(') {
    parsed = in_brackets(text, at + stem_length);
  } else if (is_middle_dot(sign) || sign == U'.' || sign == U'-' || sign == U'/') {
    parsed = after_sign(text, at + stem_length);
  }
  if (parsed.parts.empty() || is_letter(sign_at(text, at + stem_length + parsed.length))) {
    return std::nullopt;
  }
  const std::size_t length = stem_length + parsed.length;
  // « le(s) mot(s) », « vote(nt) »: one form is enough.
  if (parsed.parts.front() == U"s" || parsed.parts.front() == U"x" || parsed.parts.front() == U"nt") {
    return Said{stem, length};
  }
  const Forms forms = forms_of(stem, parsed.parts);
  return Said{forms.masculine + (forms.plural ? U" et " : U" ou ") + elision_before(text, at) + forms.feminine, length};
}

}  // namespace tablee::speech
