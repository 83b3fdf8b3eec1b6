// simple/page.h: what every page has, and the parts pages are made of.
//
// A page is one task in one column: where we are, one heading, one form or one text, then the same few links in the
// same places. No script, no web font, no timer: nothing on it changes or moves until the person asks for another page.
//
// Source   WCAG 2.2: 2.2.1, 2.2.4 and 3.2.5 (a page that reloads itself fails them, technique F41, so none does),
//          2.4.1, 2.4.2, 3.2.3, 3.2.6, 3.3.1, 3.3.3.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "simple/html.h"
#include "simple/seen.h"
#include "simple/words.h"

namespace tablee::simple {

// What all parts of one answer share.
struct Paper {
  Language language = Language::fr;
  std::string key;   // in every form: proves that the form is one of our pages, made for this browser
  std::string mark;  // in every form: the same form sent twice is one command
};

// Something to mend in a form: the id of the field, and what to do.
struct Fault {
  std::string field;
  std::string words;
};
using Faults = std::vector<Fault>;

struct Sheet {
  std::string heading;
  std::string tag;  // the language of the heading
  Html body;
  bool fault = false;       // the title says so first
  bool is_step = false;     // the page of the step itself
  bool is_reading = false;  // the list of what can be read
  bool is_help = false;     // the page of signals
};

// A whole page. `seen`: nullptr at the door.
std::string page(const Paper& paper, const Seen* seen, const Sheet& sheet);

// The one style sheet, and where it is: its address changes with its bytes, so that it may be kept for ever.
std::string_view style();
const std::string& style_address();

// ---- parts

void paragraph(Html& html, std::string_view words);
// In the language it is written in.
void slot(Html& html, Language language, const core::Texts& texts);
// What people wrote: in French whatever the page, with their line breaks.
void their_words(Html& html, std::string_view words);
// A code in two groups of four, as on the card.
std::string code_words(const std::string& code);
void note(Html& html, Markup opening, std::string_view words);
inline constexpr const char* plain_note = "<p class=\"note\">";
inline constexpr const char* good_note = "<p class=\"note good\" role=\"status\">";
inline constexpr const char* warn_note = "<p class=\"note warn\">";

void hidden(Html& html, Markup name, std::string_view value);
// <form …> and what every form carries. The caller closes it.
void open_form(Html& html, const Paper& paper, Markup opening);
// `opening` ends before the `>`.
void button(Html& html, Markup opening, std::string_view words);
void link(Html& html, Markup opening, std::string_view words);
// On top of the page, each leading to its field; nothing without faults.
void fault_list(Html& html, Language language, const Faults& faults);
// Beside the field; nothing when it has none. Its id is `field` and "-fault".
void fault_at(Html& html, const Faults& faults, std::string_view field);
bool has_fault(const Faults& faults, std::string_view field);

}  // namespace tablee::simple
