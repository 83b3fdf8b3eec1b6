// core/view_access.h: what is said in the room for those who read it, and what a helper's screen shows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "base/time.h"
#include "core/section.h"
#include "core/state.h"

namespace tablee::core {

struct CaptionLine {
  CaptionId id;
  std::string speaker;
  std::string text;
  TimeMs at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("id", &CaptionLine::id, "the line"),
                     field("speaker", &CaptionLine::speaker, "who spoke, or empty"),
                     field("text", &CaptionLine::text, "what they said; empty: taken away"),
                     field("at_ms", &CaptionLine::at_ms, "when"));
  }
};

// The newest limits::captions_shown lines: screens keep those they have seen.
struct CaptionsView {
  static constexpr Section section = Section::captions;
  std::int64_t first = 0;
  std::vector<CaptionLine> lines;
  static constexpr auto fields() {
    return fields_of(field("first", &CaptionsView::first, "how many lines there are before these"),
                     field("lines", &CaptionsView::lines, "oldest first"));
  }
};

// One person's words on the screen of their table.
struct ShownWords {
  PersonId person;
  std::string name_shown;
  std::int64_t seat = 0;
  std::string text;
  bool preparing = false;
  std::string step;
  static constexpr auto fields() {
    return fields_of(
        field("person", &ShownWords::person, "whose"),
        field("name", &ShownWords::name_shown, "their name, when the programme lets a table see it; else empty"),
        field("seat", &ShownWords::seat, "from 1, in the order of the list of people"),
        field("text", &ShownWords::text, "what they say; empty: nothing yet"),
        field("preparing", &ShownWords::preparing, "true: a message is being typed"),
        field("step", &ShownWords::step, "the step it is about, that in which they began to type it"));
  }
};

// Of the person's own screens.
struct MyCompanion {
  std::string code;
  std::string step;
  std::string text;
  std::string place;
  std::optional<PollId> poll;
  static constexpr auto fields() {
    return fields_of(field("code", &MyCompanion::code, "what the helper types to link their screen"),
                     field("step", &MyCompanion::step, "the step of the text proposed"),
                     field("text", &MyCompanion::text, "proposed by the helper; empty: nothing"),
                     field("place", &MyCompanion::place, "the part of the screen the helper points at; empty: none"),
                     field("poll", &MyCompanion::poll, "the poll that the helper may read too"));
  }
};

struct HelpedIdea {
  IdeaId id;
  std::string step;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("id", &HelpedIdea::id, "the idea"), field("step", &HelpedIdea::step, "its step"),
                     field("text", &HelpedIdea::text, "its words"));
  }
};

// The helper's screen: what the person's shows, without their card, their settings and their ballots.
struct HelpedView {
  static constexpr Section section = Section::helped;
  PersonId person;
  std::string name_shown;
  std::optional<TableId> table;
  std::string draft;
  std::vector<HelpedIdea> ideas;
  bool ready = false;
  std::string step;
  std::string text;
  std::string place;
  std::optional<PollId> poll;
  static constexpr auto fields() {
    return fields_of(field("person", &HelpedView::person, "who is helped"),
                     field("name", &HelpedView::name_shown, "their name, may be empty"),
                     field("table", &HelpedView::table, "their seat"),
                     field("draft", &HelpedView::draft, "typed for the current step and not sent"),
                     field("ideas", &HelpedView::ideas, "sent by them in the current step, oldest first"),
                     field("ready", &HelpedView::ready, "said: I have finished"),
                     field("step", &HelpedView::step, "the step of the text proposed"),
                     field("text", &HelpedView::text, "proposed, neither taken nor refused yet"),
                     field("place", &HelpedView::place, "the part of the screen that is pointed at"),
                     field("poll", &HelpedView::poll, "the poll that may be read with them; absent: none"));
  }
};

CaptionsView view_captions(const State& state);
HelpedView view_helped(const State& state, PersonId person);
std::optional<MyCompanion> view_my_companion(const State& state, PersonId person);
std::vector<ShownWords> view_shown_words(const State& state, TableId table);

}  // namespace tablee::core
