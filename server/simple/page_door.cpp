// The door, and handing the tablet back.
#include <algorithm>

#include "base/rng.h"
#include "simple/pages.h"

namespace tablee::simple {
namespace {

void text_field(Html& html, const Faults& faults, Markup input, std::string_view field, std::string_view label,
                std::string_view hint, std::string_view value) {
  html.tags("<label for=\"").text(field).tags("\">").text(label).tags("</label><p class=\"hint\" id=\"").text(field);
  html.tags("-hint\">").text(hint).tags("</p>");
  fault_at(html, faults, field);
  html.tags(input).tags(" id=\"").text(field).tags("\" name=\"").text(field).tags("\" value=\"").text(value);
  html.tags("\" aria-describedby=\"").text(field).tags("-hint");
  if (has_fault(faults, field)) {
    html.tags(" ").text(field).tags("-fault\" aria-invalid=\"true");
  }
  html.tags("\">\n");
}

void language_button(Html& html, Markup opening, std::string_view words, bool chosen) {
  html.tags(opening);
  if (chosen) {
    html.tags(" aria-current=\"true\" type=\"submit\">✓ ").text(words).tags("</button>\n");
  } else {
    html.tags(" type=\"submit\">").text(words).tags("</button>\n");
  }
}

// A code as people type it: how many letters, and the first that is in no code.
struct TypedCode {
  std::int64_t letters = 0;
  std::string stranger;
};

TypedCode read_code(std::string_view typed) {
  TypedCode code;
  for (std::size_t i = 0; i < typed.size();) {
    std::size_t size = 1;
    while (i + size < typed.size() && (static_cast<unsigned char>(typed[i + size]) & 0xc0U) == 0x80U) {
      ++size;
    }
    const std::string_view letter = typed.substr(i, size);
    i += size;
    if (letter == " " || letter == "-" || letter == "." || letter == "\t" || letter == "\u00a0") {
      continue;
    }
    ++code.letters;
    const char upper =
        letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z' ? static_cast<char>(letter[0] - 32) : letter[0];
    if (code.stranger.empty() && (letter.size() > 1 || code_alphabet.find(upper) == std::string_view::npos)) {
      code.stranger = letter.size() == 1 ? std::string(1, upper) : std::string(letter);
    }
  }
  return code;
}

}  // namespace

void languages(Html& html, const Paper& paper) {
  const Language language = paper.language;
  open_form(html, paper, "<form method=\"post\" action=\"/simple/language\" class=\"languages\">");
  html.tags("<h2>").text(say(language, "language.label")).tags("</h2>");
  language_button(html, "<button name=\"to\" value=\"fr\" lang=\"fr\"", plain(language, "language.fr"),
                  language == Language::fr);
  language_button(html, "<button name=\"to\" value=\"falc\" lang=\"fr\"", plain(language, "language.falc"),
                  language == Language::falc);
  language_button(html, "<button name=\"to\" value=\"en\" lang=\"en\"", plain(language, "language.en"),
                  language == Language::en);
  html.tags("</form>\n");
}

std::string code_fault(Language language, std::string_view typed) {
  const auto code = read_code(typed);
  if (code.letters == 0) {
    return say(language, "join.empty");
  }
  if (!code.stranger.empty()) {
    return say(language, "join.letter", {{"letter", code.stranger}});
  }
  if (code.letters != static_cast<std::int64_t>(code_length)) {
    return say(language, "join.length", {{"count", std::to_string(code.letters)}});
  }
  return "";
}

std::string turned_away(Language language, const std::string& code, std::int64_t retry_ms, bool had_token) {
  if (code == "rate_limited") {
    return say(language, Count("join.wait"), std::max<std::int64_t>(1, (retry_ms + 999) / 1000));
  }
  if (code == "too_many") {
    return say(language, "join.full");
  }
  return code == "bad_credential" && had_token ? say(language, "join.card_stopped")
                                               : say(language, Key::named("refusal.", code));
}

std::string door_page(const Paper& paper, const Door& door) {
  const Language language = paper.language;
  Sheet sheet;
  sheet.heading = say(language, "join.title");
  sheet.tag = tag_of(language);
  sheet.fault = !door.faults.empty();
  Html& html = sheet.body;
  if (door.handed_back) {
    note(html, good_note, say(language, "hand_back.done"));
  }
  fault_list(html, language, door.faults);
  if (!door.left_over.empty()) {
    html.tags("<p class=\"note warn words\">");
    html.text(say(language, "refused.text", {{"text", door.left_over}})).tags("</p>\n");
  }
  open_form(html, paper, "<form method=\"post\" action=\"/simple/join\" novalidate>");
  text_field(
      html, door.faults,
      "<input type=\"text\" class=\"code\" autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\"",
      "code", say(language, "join.code"), say(language, "join.code_hint"), door.code);
  text_field(html, door.faults, "<input type=\"text\" autocomplete=\"given-name\"", "name", say(language, "join.name"),
             say(language, "join.name_hint"), door.name);
  button(html, "<button class=\"main\"", say(language, "join.enter"));
  html.tags("</form>\n");
  languages(html, paper);
  link(html, "<a class=\"button\" href=\"/\"", say(language, "simple.with_scripts"));
  return page(paper, nullptr, sheet);
}

std::string error_page(const Paper& paper, std::string_view heading, std::string_view words) {
  Sheet sheet;
  sheet.heading = std::string(heading);
  sheet.tag = tag_of(paper.language);
  sheet.fault = true;
  paragraph(sheet.body, words);
  link(sheet.body, "<a class=\"button main\" href=\"/simple\"", say(paper.language, "simple.back"));
  return page(paper, nullptr, sheet);
}

std::string settings_page(const Paper& paper, const Seen& seen, const std::string& said) {
  const Language language = paper.language;
  Sheet sheet;
  sheet.heading = say(language, "simple.settings");
  sheet.tag = tag_of(language);
  if (!said.empty()) {
    note(sheet.body, good_note, said);
  }
  languages(sheet.body, paper);
  link(sheet.body, "<a class=\"button\" href=\"/simple/leave\"", say(language, "hand_back.open"));
  return page(paper, &seen, sheet);
}

std::string leave_page(const Paper& paper, const Seen& seen) {
  const Language language = paper.language;
  Sheet sheet;
  sheet.heading = say(language, "hand_back.title");
  sheet.tag = tag_of(language);
  Html& html = sheet.body;
  paragraph(html, say(language, "hand_back.what"));
  paragraph(html, say(language, "hand_back.code", {{"code", code_words(seen.me.code)}}));
  if (!seen.me.voted.empty()) {
    note(html, warn_note, say(language, "hand_back.votes"));
  }
  open_form(html, paper, "<form method=\"post\" action=\"/simple/leave\">");
  button(html, "<button class=\"main\"", say(language, "hand_back.yes"));
  html.tags("</form>\n");
  link(html, "<a class=\"button\" href=\"/simple\"", say(language, "hand_back.no"));
  return page(paper, &seen, sheet);
}

}  // namespace tablee::simple
