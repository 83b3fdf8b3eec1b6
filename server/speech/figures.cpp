#include "speech/figures.h"

#include <array>
#include <cstdint>

namespace tablee::speech {

namespace {

constexpr std::array<std::u32string_view, 10> digit_words{U"zéro", U"un",  U"deux", U"trois", U"quatre",
                                                          U"cinq", U"six", U"sept", U"huit",  U"neuf"};
constexpr std::array<std::u32string_view, 12> months{U"janvier",   U"février", U"mars",     U"avril",
                                                     U"mai",       U"juin",    U"juillet",  U"août",
                                                     U"septembre", U"octobre", U"novembre", U"décembre"};
constexpr std::array<std::u32string_view, 21> ordinals{
    U"",          U"",         U"deuxième",     U"troisième",    U"quatrième",
    U"cinquième", U"sixième",  U"septième",     U"huitième",     U"neuvième",
    U"dixième",   U"onzième",  U"douzième",     U"treizième",    U"quatorzième",
    U"quinzième", U"seizième", U"dix-septième", U"dix-huitième", U"dix-neuvième",
    U"vingtième"};

// A whole number of at most nine digits; the digits are not cut.
struct Whole {
  std::int64_t value = 0;
  std::size_t length = 0;
};

std::optional<Whole> whole_at(std::u32string_view text, std::size_t at, std::size_t digits_max = 9) {
  Whole whole;
  while (is_digit(sign_at(text, at + whole.length))) {
    whole.value = whole.value * 10 + static_cast<std::int64_t>(text[at + whole.length] - U'0');
    if (++whole.length > digits_max) {
      return std::nullopt;
    }
  }
  return whole.length == 0 ? std::nullopt : std::optional(whole);
}

std::u32string figures(std::int64_t value) {
  return to_code_points(std::to_string(value));
}

// « une heure », « vingt-et-une minutes », 30.
std::u32string feminine(std::int64_t value) {
  constexpr std::array<std::u32string_view, 10> tens{
      U"", U"", U"vingt-et-", U"trente-et-", U"quarante-et-", U"cinquante-et-", U"soixante-et-", U"", U"quatre-vingt-",
      U""};
  if (value == 1) {
    return U"une";
  }
  if (value > 20 && value < 90 && value % 10 == 1 && value != 71) {
    return std::u32string(tens[static_cast<std::size_t>(value / 10)]) + U"une";
  }
  return figures(value);
}

bool followed_by_digit(std::u32string_view text, std::size_t at, char32_t sign) {
  return sign_at(text, at) == sign && is_digit(sign_at(text, at + 1));
}

// The length of a dash between two figures, spaces included; 0 when there is none.
std::size_t dash_to_figure(std::u32string_view text, std::size_t at) {
  const std::size_t before = spaces_from(text, at);
  if (!is_dash(sign_at(text, at + before)) || (before > 0 && text[at + before] != U'–')) {
    return 0;
  }
  const std::size_t after = spaces_from(text, at + before + 1);
  return is_digit(sign_at(text, at + before + 1 + after)) ? before + 1 + after : 0;
}

// What follows a figure up to the next one: « à » for a dash between two.
void reach(std::u32string_view text, std::size_t at, Said& said) {
  if (const std::size_t dash = dash_to_figure(text, at + said.length); dash != 0) {
    said.words += U" à ";
    said.length += dash;
  }
}

struct Unit {
  std::u32string_view sign;
  std::u32string_view one;
  std::u32string_view many;
  bool is_feminine = false;
  bool has_cents = false;  // « 5,50 € »: the unit stands between the two numbers
};

// The longest sign of those that begin alike comes first.
constexpr std::array<Unit, 47> units{{{U"min", U"minute", U"minutes", true},
                                      {U"mn", U"minute", U"minutes", true},
                                      {U"sec", U"seconde", U"secondes", true},
                                      {U"s", U"seconde", U"secondes", true},
                                      {U"ms", U"milliseconde", U"millisecondes", true},
                                      {U"j", U"jour", U"jours"},
                                      {U"km/h", U"kilomètre à l’heure", U"kilomètres à l’heure"},
                                      {U"km²", U"kilomètre carré", U"kilomètres carrés"},
                                      {U"km2", U"kilomètre carré", U"kilomètres carrés"},
                                      {U"km", U"kilomètre", U"kilomètres"},
                                      {U"m²", U"mètre carré", U"mètres carrés"},
                                      {U"m2", U"mètre carré", U"mètres carrés"},
                                      {U"m³", U"mètre cube", U"mètres cubes"},
                                      {U"m3", U"mètre cube", U"mètres cubes"},
                                      {U"m", U"mètre", U"mètres"},
                                      {U"cm", U"centimètre", U"centimètres"},
                                      {U"mm", U"millimètre", U"millimètres"},
                                      {U"ha", U"hectare", U"hectares"},
                                      {U"kg", U"kilogramme", U"kilogrammes"},
                                      {U"mg", U"milligramme", U"milligrammes"},
                                      {U"g", U"gramme", U"grammes"},
                                      {U"t", U"tonne", U"tonnes", true},
                                      {U"L", U"litre", U"litres"},
                                      {U"l", U"litre", U"litres"},
                                      {U"cl", U"centilitre", U"centilitres"},
                                      {U"ml", U"millilitre", U"millilitres"},
                                      {U"kWh", U"kilowattheure", U"kilowattheures"},
                                      {U"kW", U"kilowatt", U"kilowatts"},
                                      {U"MW", U"mégawatt", U"mégawatts"},
                                      {U"W", U"watt", U"watts"},
                                      {U"dB", U"décibel", U"décibels"},
                                      {U"ko", U"kilooctet", U"kilooctets"},
                                      {U"Mo", U"mégaoctet", U"mégaoctets"},
                                      {U"Go", U"gigaoctet", U"gigaoctets"},
                                      {U"Mds€", U"milliard d’euros", U"milliards d’euros"},
                                      {U"Md€", U"milliard d’euros", U"milliards d’euros"},
                                      {U"M€", U"million d’euros", U"millions d’euros"},
                                      {U"k€", U"mille euros", U"mille euros"},
                                      {U"€", U"euro", U"euros", false, true},
                                      {U"EUR", U"euro", U"euros", false, true},
                                      {U"£", U"livre", U"livres", true, true},
                                      {U"$", U"dollar", U"dollars", false, true},
                                      {U"%", U"pour cent", U"pour cent"},
                                      {U"‰", U"pour mille", U"pour mille"},
                                      {U"°C", U"degré", U"degrés"},
                                      {U"°", U"degré", U"degrés"},
                                      {U"ans", U"an", U"ans"}}};

const Unit* unit_at(std::u32string_view text, std::size_t at) {
  for (const Unit& unit : units) {
    // « 5 m’a » is no distance.
    if (stands_at(text, at, unit.sign) && !is_apostrophe(sign_at(text, at + unit.sign.size()))) {
      return &unit;
    }
  }
  return nullptr;
}

struct Number {
  std::u32string whole;  // digits alone
  std::u32string cents;  // after the comma
  std::size_t length = 0;

  // 1,9 is singular in French.
  bool is_plural() const { return whole.size() > 1 || (whole[0] != U'0' && whole[0] != U'1'); }
};

bool three_digits_at(std::u32string_view text, std::size_t at) {
  return is_digit(sign_at(text, at)) && is_digit(sign_at(text, at + 1)) && is_digit(sign_at(text, at + 2)) &&
         !is_digit(sign_at(text, at + 3));
}

// 1200, 1 200, 3,5. Requires: a digit stands here.
Number number_at(std::u32string_view text, std::size_t at) {
  Number number;
  while (is_digit(sign_at(text, at + number.length))) {
    number.whole.push_back(text[at + number.length++]);
  }
  if (number.whole.size() <= 3 && number.whole[0] != U'0') {
    while (is_space(sign_at(text, at + number.length)) && three_digits_at(text, at + number.length + 1)) {
      number.whole += text.substr(at + number.length + 1, 3);
      number.length += 4;
    }
  }
  if (followed_by_digit(text, at + number.length, U',')) {
    ++number.length;
    while (is_digit(sign_at(text, at + number.length))) {
      number.cents.push_back(text[at + number.length++]);
    }
  }
  return number;
}

std::u32string count_words(const Number& number, const Unit& unit) {
  constexpr std::size_t digits_max = 9;
  std::u32string words = number.whole;
  if (unit.is_feminine && number.cents.empty() && number.whole.size() <= digits_max) {
    words = feminine(whole_at(number.whole, 0)->value);
  }
  const bool in_cents = unit.has_cents && number.cents.size() == 2;
  if (!number.cents.empty() && !in_cents) {
    words.append(U",").append(number.cents);
  }
  words.append(U" ").append(number.is_plural() ? unit.many : unit.one);
  if (in_cents && number.cents != U"00") {
    words.append(U" ").append(number.cents[0] == U'0' ? number.cents.substr(1) : number.cents);
  }
  return words;
}

Said date_words(std::int64_t day, std::int64_t month, std::int64_t year, std::size_t length) {
  std::u32string words = day == 1 ? U"premier" : figures(day);
  words.append(U" ").append(months[static_cast<std::size_t>(month - 1)]).append(U" ").append(figures(year));
  return Said{std::move(words), length};
}

bool is_day(std::int64_t day, std::int64_t month) {
  return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

// Minutes after the h: « 30 », « 05 », « 30 min ».
void add_minutes(std::u32string_view text, std::size_t at, Said& said) {
  const std::size_t spaces = spaces_from(text, at + said.length);
  const auto minutes = whole_at(text, at + said.length + spaces);
  if (!minutes || minutes->length != 2 || minutes->value > 59) {
    return;
  }
  std::size_t length = said.length + spaces + minutes->length;
  const std::size_t gap = spaces_from(text, at + length);
  if (stands_at(text, at + length + gap, U"min") || stands_at(text, at + length + gap, U"mn")) {
    length += gap + (stands_at(text, at + length + gap, U"min") ? 3 : 2);
  } else if (is_letter(sign_at(text, at + length))) {
    return;
  }
  said.length = length;
  if (minutes->value != 0) {
    said.words.append(U" ").append(feminine(minutes->value));
  }
}

std::u32string hours_words(std::int64_t hours) {
  return feminine(hours) + (hours > 1 ? U" heures" : U" heure");
}

}  // namespace

std::optional<Said> say_date(std::u32string_view text, std::size_t at) {
  const auto first = whole_at(text, at, 4);
  const char32_t sign = first ? sign_at(text, at + first->length) : U'\0';
  if (!first || (sign != U'/' && sign != U'-' && sign != U'.')) {
    return std::nullopt;
  }
  const auto second = whole_at(text, at + first->length + 1, 2);
  if (!second || sign_at(text, at + first->length + 1 + second->length) != sign) {
    return std::nullopt;
  }
  const auto third = whole_at(text, at + first->length + second->length + 2, 4);
  if (!third) {
    return std::nullopt;
  }
  const std::size_t length = first->length + second->length + third->length + 2;
  if (first->length == 4 && third->length == 2 && sign == U'-' && is_day(third->value, second->value)) {
    return date_words(third->value, second->value, first->value, length);
  }
  if (first->length <= 2 && third->length == 4 && is_day(first->value, second->value)) {
    return date_words(first->value, second->value, third->value, length);
  }
  return std::nullopt;
}

std::optional<Said> say_hour(std::u32string_view text, std::size_t at) {
  const auto hours = whole_at(text, at, 3);
  if (!hours || (at > 0 && text[at - 1] == U':')) {
    return std::nullopt;
  }
  Said said{hours_words(hours->value), hours->length};
  if (hours->length <= 2 && hours->value <= 24 && followed_by_digit(text, at + said.length, U':')) {
    const auto minutes = whole_at(text, at + said.length + 1, 2);
    const std::size_t end = said.length + 3;
    if (!minutes || minutes->length != 2 || minutes->value > 59 || followed_by_digit(text, at + end, U':')) {
      return std::nullopt;
    }
    ++said.length;
    add_minutes(text, at, said);
    reach(text, at, said);
    return said;
  }
  said.length += spaces_from(text, at + said.length);
  const char32_t sign = sign_at(text, at + said.length);
  const char32_t next = sign_at(text, at + said.length + 1);
  if ((sign != U'h' && sign != U'H') || is_letter(next) || is_apostrophe(next)) {
    return std::nullopt;
  }
  ++said.length;
  add_minutes(text, at, said);
  reach(text, at, said);
  return said;
}

std::optional<Said> say_fraction(std::u32string_view text, std::size_t at) {
  const auto part = whole_at(text, at);
  if (!part || !followed_by_digit(text, at + part->length, U'/') || (at > 0 && text[at - 1] == U'/')) {
    return std::nullopt;
  }
  const auto whole = whole_at(text, at + part->length + 1);
  const std::size_t end = part->length + 1 + (whole ? whole->length : 0);
  if (!whole || followed_by_digit(text, at + end, U'/')) {
    return std::nullopt;
  }
  Said said{U"", end};
  if (whole->value > 10 || whole->value < 2 || part->value == 0 || part->value >= whole->value) {
    said.words = figures(part->value) + U" sur " + figures(whole->value);
    return said;
  }
  const std::size_t spaces = spaces_from(text, at + end);
  for (const auto& [written, spoken] : {std::pair{U"h", U"heure"}, {U"heure", U"heure"}, {U"journée", U"journée"}}) {
    const bool is_usual = whole->value == 2 || (whole->value == 4 && part->value != 2);
    if (is_usual && stands_at(text, at + end + spaces, written)) {
      const bool half = whole->value == 2;
      const std::u32string quarters = part->value == 1 ? U"un quart de " : U"trois quarts de ";
      said.words = (half ? std::u32string(U"une demi-") : quarters) + spoken;
      replace_all(said.words, U"de heure", U"d’heure");
      said.length += spaces + std::u32string_view(written).size();
      return said;
    }
  }
  said.words.append(digit_words[static_cast<std::size_t>(part->value)]).append(U" ");
  said.words.append(whole->value == 2   ? U"demi"
                    : whole->value == 3 ? U"tiers"
                    : whole->value == 4 ? U"quart"
                                        : ordinals[static_cast<std::size_t>(whole->value)]);
  said.words.append(part->value > 1 && whole->value != 3 ? U"s" : U"");
  return said;
}

std::optional<Said> say_fraction_sign(char32_t sign) {
  constexpr std::array<std::pair<char32_t, std::u32string_view>, 5> signs{
      {{U'½', U"un demi"}, {U'⅓', U"un tiers"}, {U'⅔', U"deux tiers"}, {U'¼', U"un quart"}, {U'¾', U"trois quarts"}}};
  for (const auto& [written, spoken] : signs) {
    if (sign == written) {
      return Said{std::u32string(spoken), 1};
    }
  }
  return std::nullopt;
}

std::optional<Said> say_ordinal(std::u32string_view text, std::size_t at) {
  const auto rank = whole_at(text, at);
  if (!rank) {
    return std::nullopt;
  }
  const std::u32string_view ending = text.substr(at + rank->length, letters_from(text, at + rank->length));
  const Said nothing{U"", rank->length + ending.size()};
  const auto said = [&](std::u32string words) { return Said{std::move(words), nothing.length}; };
  if (rank->value == 1) {
    if (ending == U"er" || ending == U"ers") {
      return said(ending == U"er" ? U"premier" : U"premiers");
    }
    const bool plural = !ending.empty() && ending.back() == U's';
    for (const std::u32string_view form : {U"re", U"ère", U"ere"}) {
      if (ending == form || (plural && ending.substr(0, ending.size() - 1) == form)) {
        return said(plural ? U"premières" : U"première");
      }
    }
    return std::nullopt;
  }
  for (const std::u32string_view form : {U"e", U"es", U"è", U"ème", U"èmes", U"eme", U"emes", U"ième", U"ièmes"}) {
    if (ending == form) {
      return said(rank->value < 21 && rank->value > 1 ? std::u32string(ordinals[static_cast<std::size_t>(rank->value)])
                                                      : figures(rank->value) + U"ème");
    }
  }
  return std::nullopt;
}

std::optional<Said> say_number(std::u32string_view text, std::size_t at) {
  const char32_t first = sign_at(text, at);
  const bool minus = (first == U'-' || first == U'−' || first == U'–') && is_digit(sign_at(text, at + 1)) &&
                     (at == 0 || is_space(text[at - 1]) || text[at - 1] == U'(');
  const std::size_t start = at + (minus ? 1 : 0);
  if (!is_digit(sign_at(text, start))) {
    return std::nullopt;
  }
  const Number number = number_at(text, start);
  Said said{minus ? U"moins " : U"", number.length + (minus ? 1 : 0)};
  const std::size_t spaces = spaces_from(text, at + said.length);
  const Unit* unit = unit_at(text, at + said.length + spaces);
  if (unit == nullptr) {
    said.words.append(number.whole).append(number.cents.empty() ? U"" : U",").append(number.cents);
    // Two figures and a dash: from one to the other. More of them are a telephone number or a reference.
    const std::size_t dash = dash_to_figure(text, at + said.length);
    if (dash != 0 && (at == 0 || !is_dash(text[at - 1]))) {
      const Number second = number_at(text, at + said.length + dash);
      if (dash_to_figure(text, at + said.length + dash + second.length) == 0) {
        reach(text, at, said);
      }
    }
    return said;
  }
  said.words += count_words(number, *unit);
  said.length += spaces + unit->sign.size();
  if (sign_at(text, at + said.length) == U'/' && is_letter(sign_at(text, at + said.length + 1))) {
    said.words += U" par ";
    ++said.length;
  }
  reach(text, at, said);
  return said;
}

}  // namespace tablee::speech
