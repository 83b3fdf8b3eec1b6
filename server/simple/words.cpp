#include "simple/words.h"

#include <algorithm>
#include <charconv>
#include <ctime>

#include "base/check.h"

namespace tablee::simple {
namespace {

constexpr std::int64_t minute_ms = 60'000;
constexpr std::string_view no_break_space = "\u00a0";

constexpr std::array<std::string_view, 12> months_fr{"janvier",   "février", "mars",     "avril",
                                                     "mai",       "juin",    "juillet",  "août",
                                                     "septembre", "octobre", "novembre", "décembre"};
constexpr std::array<std::string_view, 12> months_en{"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

std::string_view words_of(Language language, const Words& row) {
  switch (language) {
    case Language::fr:
      return row.fr;
    case Language::falc:
      return row.falc;
    case Language::en:
      break;
  }
  return row.en;
}

// One pass: what is filled in is never read again for parameters.
std::string filled(std::string_view sentence, Fillings fillings, std::string_view count) {
  std::string out;
  while (!sentence.empty()) {
    const std::size_t open = std::min(sentence.find('{'), sentence.size());
    out.append(sentence.substr(0, open));
    sentence.remove_prefix(open);
    const std::size_t close = sentence.find('}');
    if (sentence.empty() || close == std::string_view::npos) {
      continue;
    }
    const std::string_view name = sentence.substr(1, close - 1);
    const auto found =
        std::find_if(fillings.begin(), fillings.end(), [&](const Filling& each) { return each.name == name; });
    out.append(found != fillings.end() ? std::string_view(found->value) : name == "count" ? count : name);
    sentence.remove_prefix(close + 1);
  }
  return out;
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

int number_of(std::string_view digits) {
  int number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

}  // namespace

Key Key::named(std::string_view start, std::string_view name) {
  const std::size_t place = place_of(start, name);
  TABLEE_CHECK(place < words_table.size());
  return Key(place);
}

std::string_view plain(Language language, Key key) {
  return words_of(language, words_table[key.place]);
}

std::string say(Language language, Key key, Fillings fillings) {
  return filled(words_of(language, words_table[key.place]), fillings, "");
}

std::string say(Language language, Count key, std::int64_t count, Fillings fillings) {
  const bool one = language == Language::en ? count == 1 : count == 0 || count == 1;
  return filled(words_of(language, words_table[one ? key.one : key.other]), fillings, std::to_string(count));
}

Slot slot_of(Language language, const core::Texts& texts) {
  if (language == Language::falc && texts.falc) {
    return {*texts.falc, "fr"};
  }
  if (language == Language::en && texts.en) {
    return {*texts.en, "en"};
  }
  return {texts.fr, "fr"};
}

std::string_view tag_of(Language language) {
  return language == Language::en ? "en" : "fr";
}

std::string time_left(Language language, std::int64_t remaining_ms) {
  if (remaining_ms <= -minute_ms) {
    return say(language, Count("time.over"), -remaining_ms / minute_ms);
  }
  if (remaining_ms <= 0) {
    return say(language, "time.up");
  }
  if (remaining_ms < minute_ms) {
    return say(language, "time.last_minute");
  }
  return say(language, Count("time.left"), (remaining_ms + minute_ms / 2) / minute_ms);
}

std::string clock_time(Language language, TimeMs at_ms) {
  const auto seconds = static_cast<std::time_t>(at_ms / 1000);
  std::tm local{};
  localtime_r(&seconds, &local);
  return wall_clock(language, two_digits(local.tm_hour) + ":" + two_digits(local.tm_min));
}

std::string wall_clock(Language language, std::string_view clock) {
  const std::size_t colon = std::min(clock.find(':'), clock.size());
  const std::string hours = std::to_string(number_of(clock.substr(0, colon)));
  const std::string minutes = two_digits(number_of(clock.substr(std::min(colon + 1, clock.size()))));
  if (language == Language::en) {
    return hours + ":" + minutes;
  }
  return hours + std::string(no_break_space) + "h" + std::string(no_break_space) + minutes;
}

std::string date(Language language, std::string_view day) {
  const int month = day.size() == 10 ? number_of(day.substr(5, 2)) : 0;
  if (month < 1 || month > 12) {
    return std::string(day);
  }
  const auto& months = language == Language::en ? months_en : months_fr;
  return std::to_string(number_of(day.substr(8, 2))) + " " + std::string(months[static_cast<std::size_t>(month - 1)]) +
         " " + std::string(day.substr(0, 4));
}

}  // namespace tablee::simple
