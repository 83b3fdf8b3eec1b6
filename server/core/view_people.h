// core/view_people.h: one row a person, a table, a signal, for the facilitator's consoles.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/field.h"
#include "core/state.h"
#include "core/view_time.h"

namespace tablee::core {

struct PersonRow {
  PersonId id;
  std::string name_shown;
  std::optional<TableId> table;
  bool arrived = false;
  bool gone = false;
  bool ready = false;
  bool active = false;
  bool voted = false;
  bool draft = false;
  bool preparing = false;
  static constexpr auto fields() {
    return fields_of(field("id", &PersonRow::id, "the person"), field("name", &PersonRow::name_shown, "their name"),
                     field("table", &PersonRow::table, "their seat"),
                     field("arrived", &PersonRow::arrived, "has opened their screen once"),
                     field("gone", &PersonRow::gone, "left, or never came"),
                     field("ready", &PersonRow::ready, "says: finished"),
                     field("active", &PersonRow::active, "has sent something in this step"),
                     field("voted", &PersonRow::voted, "has voted in the open poll"),
                     field("draft", &PersonRow::draft, "has something typed and not sent in this step"),
                     field("preparing", &PersonRow::preparing, "is typing a message for the others"));
  }
};

struct TableRow {
  TableId id;
  std::string title;
  bool ready = false;
  TimeMs help_since_ms = 0;
  std::optional<SignalKind> help_kind = {};
  std::optional<ArticleId> article;
  std::string article_subject;
  std::int64_t article_characters = 0;
  std::int64_t questions_asked = 0;
  std::int64_t questions_served = 0;
  std::int64_t comments_written = 0;
  std::int64_t comments_received = 0;
  std::optional<TableTimeView> time;
  std::int64_t groups = 0;
  std::int64_t groups_kept = 0;
  static constexpr auto fields() {
    return fields_of(field("id", &TableRow::id, "the table"), field("title", &TableRow::title, "its name, or empty"),
                     field("ready", &TableRow::ready, "says: ready"),
                     field("help_since_ms", &TableRow::help_since_ms, "asks for help since; 0: no"),
                     field("help_kind", &TableRow::help_kind, "what it asks; absent: that somebody comes"),
                     field("article", &TableRow::article, "what it writes"),
                     field("article_subject", &TableRow::article_subject, "about what"),
                     field("article_characters", &TableRow::article_characters, "how much is written"),
                     field("questions_asked", &TableRow::questions_asked, "its questions, withdrawn ones left out"),
                     field("questions_served", &TableRow::questions_served, "those of them that were called"),
                     field("comments_written", &TableRow::comments_written, "in the last review step"),
                     field("comments_received", &TableRow::comments_received, "about its texts, in all"),
                     field("time", &TableRow::time, "when it is not the room's"),
                     field("groups", &TableRow::groups, "its groups in this turn of a merge step"),
                     field("groups_kept", &TableRow::groups_kept, "those of them that have kept an idea"));
  }
};

struct SignalRow {
  SignalId id;
  SignalKind kind = SignalKind::more_time;
  std::optional<PersonId> person;
  std::optional<TableId> table;
  TimeMs at_ms = 0;
  bool seen = false;
  std::string about;
  static constexpr auto fields() {
    return fields_of(field("id", &SignalRow::id, "the signal"), field("kind", &SignalRow::kind, "what is wished"),
                     field("person", &SignalRow::person, "who; absent when sent without a name"),
                     field("table", &SignalRow::table, "where"), field("at_ms", &SignalRow::at_ms, "when"),
                     field("seen", &SignalRow::seen, "answered: seen"),
                     field("about", &SignalRow::about, "the screen and the word it is about; may be empty"));
  }
};

// What the lead wrote to one table.
struct TableMessage {
  MessageId id;
  TableId table;
  std::string text;
  TimeMs at_ms = 0;
  static constexpr auto fields() {
    return fields_of(field("id", &TableMessage::id, "the message"), field("table", &TableMessage::table, "to whom"),
                     field("text", &TableMessage::text, "its words"), field("at_ms", &TableMessage::at_ms, "when"));
  }
};

}  // namespace tablee::core
