// simple/pages.h: the pages, one function each. Pure: from what a person may see to HTML.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/command.h"
#include "simple/page.h"

namespace tablee::simple {

// ---- the door

struct Door {
  std::string code;       // as typed
  std::string name;       // as typed
  std::string left_over;  // a text that came with a form nobody can receive: shown, so that it is not lost
  Faults faults;
  bool handed_back = false;
};
std::string door_page(const Paper& paper, const Door& door);
// What is wrong with a code as typed, in words; empty: it may be tried.
std::string code_fault(Language language, std::string_view typed);
// Why the host did not open. `had_token`: a card that was good before.
std::string turned_away(Language language, const std::string& code, std::int64_t retry_ms, bool had_token);
// A page for a request that cannot be served.
std::string error_page(const Paper& paper, std::string_view heading, std::string_view words);

// ---- the step

// `said`: what has just been done, or empty.
std::string step_page(const Paper& paper, const Seen& seen, const std::string& said);

// ---- ideas

struct Idea {
  std::string step;
  std::string text;
  Faults faults;
  std::string said;
};
std::string write_page(const Paper& paper, const Seen& seen, const Idea& idea);
std::string ideas_page(const Paper& paper, const Seen& seen, const Faults& faults, const std::string& said);

// ---- votes

// A ballot as typed, before it is checked.
struct Choosing {
  std::optional<core::Choice> choice;
  std::map<std::uint32_t, std::string> points;  // by option
  std::optional<core::Choice> other;            // abstain or unsure: none of the options, whatever is above
};
struct Voting {
  const core::PollView* poll = nullptr;  // nullptr: none is open
  Choosing choosing;
  Faults faults;
  bool again = false;       // this person has voted and changes their ballot
  bool elsewhere = false;   // they voted with another browser
  std::uint64_t order = 0;  // of the subjects, drawn for this browser
  bool helped = false;      // they said that they do not understand the question
};
std::string choose_page(const Paper& paper, const Seen& seen, const Voting& voting);
// Requires: no faults.
std::string check_page(const Paper& paper, const Seen& seen, const Voting& voting);
// What is chosen is not on this page.
std::string sent_page(const Paper& paper, const Seen& seen, const Voting& voting);
// The question in a few words, for whoever comes to help.
std::string poll_words(Language language, const core::PollView& poll);
// What is to mend before the ballot can be checked.
Faults faults_of(Language language, const core::PollView& poll, const Choosing& choosing);
// The points given, those of 0 left out. Requires: faults_of() found nothing.
std::vector<core::PointsOn> marks_of(const core::PollView& poll, const Choosing& choosing);

// ---- reading

std::string reading_page(const Paper& paper, const Seen& seen);
std::string question_page(const Paper& paper, const Seen& seen);
std::string board_page(const Paper& paper, const Seen& seen);
std::string avis_page(const Paper& paper, const Seen& seen);
std::string article_page(const Paper& paper, const Seen& seen);
std::string messages_page(const Paper& paper, const Seen& seen);
// The fields of an article but its title, each under its question.
void article_fields(Html& html, Language language, const Seen& seen, const std::vector<core::FieldText>& texts);
std::string title_in(const std::vector<core::FieldText>& texts);
// « 3 abstentions, dont 1 « je ne sais pas » »
std::string abstain_words(Language language, const core::MotionTotal& total);
// « 2 bulletins sans points : 1 passe, 1 ne sait pas. » Requires: at least one.
std::string blank_words(Language language, const core::BlankTotal& blank);
// One paragraph. Requires: a published motion.
std::string motion_words(Language language, const core::PollView& poll);

// ---- help, settings

std::string help_page(const Paper& paper, const Seen& seen, const Faults& faults, const std::string& said);
std::string settings_page(const Paper& paper, const Seen& seen, const std::string& said);
std::string leave_page(const Paper& paper, const Seen& seen);
// Three buttons in a form of their own.
void languages(Html& html, const Paper& paper);

}  // namespace tablee::simple
