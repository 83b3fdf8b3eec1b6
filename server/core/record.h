// core/record.h: what is kept beside the journal, replaced in place.
//
// Names, cards, drafts, ballots, sheets and settings are not facts of the journal: names, cards and settings must be
// erasable, drafts are not said yet, ballots and sheets must not be joined to people. They are written in the same
// commit as the events they go with.
//
// Shape    One struct a kind, with its name (the store's kind), its key and its field list. Writing the same key again
//          replaces; `erased` removes. No record holds a time or an order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "core/command.h"
#include "core/companion.h"
#include "core/profile.h"

namespace tablee::core {

// The name and the two secrets of a person (table == 0), of a table (person == 0), or, both 0, of the experts' seat, of
// the captioner's or of the facilitator. A person's companion has a card of their own; without a token, it is erased.
struct Card {
  static constexpr std::string_view name = "card";
  PersonId person;
  TableId table;
  std::string display_name;         // people only
  std::string code;                 // typed by hand; empty for the facilitator
  std::string token;                // 128 bits, kept by devices
  std::optional<bool> expert = {};  // true: the experts' seat
  std::optional<bool> captioner = {};
  std::optional<std::int64_t> door_number = {};
  std::optional<bool> companion = {};  // true: of whoever helps this person
  static constexpr auto fields() {
    return fields_of(
        field("person", &Card::person, "whose"), field("table", &Card::table, "or which table's"),
        field("name", &Card::display_name, "the person's name"), field("code", &Card::code, "the code on the card"),
        field("token", &Card::token, "what devices keep"), field("expert", &Card::expert, "true: the experts' seat"),
        field("captioner", &Card::captioner, "true: the captioner's seat"),
        field("door_number", &Card::door_number,
              "a person's: what the doors of four digits and of three pictures ask for",
              between(1, limits::door_number_max)),
        field("companion", &Card::companion, "true: of whoever helps this person"));
  }
};

// What a person has typed and not sent, for one step. Empty text: erased.
struct Draft {
  static constexpr std::string_view name = "draft";
  PersonId person;
  std::string step;
  std::string text;
  static constexpr auto fields() {
    return fields_of(field("person", &Draft::person, "whose"), field("step", &Draft::step, "for which step"),
                     field("text", &Draft::text, "typed so far"));
  }
};

// One field of an article while its table wrote it, as earlier versions kept it: core/writing.h makes updates of it.
struct ArticleText {
  static constexpr std::string_view name = "article_text";
  ArticleId article;
  std::string field_id;
  std::string text;
  std::int64_t revision = 0;
  static constexpr auto fields() {
    return fields_of(field("article", &ArticleText::article, "the article"),
                     field("field", &ArticleText::field_id, "`title` or a field of the frame"),
                     field("text", &ArticleText::text, "the text"),
                     field("revision", &ArticleText::revision, "counts the changes of this field"));
  }
};

// One ballot in the box: `points` or `choice`. In a points poll, a choice is a ballot without points.
struct Ballot {
  static constexpr std::string_view name = "ballot";
  PollId poll;
  std::string ballot_key;
  std::optional<Choice> choice;
  std::optional<std::vector<PointsOn>> points;
  static constexpr auto fields() {
    return fields_of(field("poll", &Ballot::poll, "the poll"),
                     field("ballot_key", &Ballot::ballot_key, "drawn by the tablet"),
                     field("choice", &Ballot::choice, "motion; points: a blank ballot's"),
                     field("points", &Ballot::points, "points, by option; absent when blank"));
  }
};

// One person's answers to the questionnaire of one step, in the order of its questions.
struct Sheet {
  static constexpr std::string_view name = "sheet";
  std::string step;
  std::string pseudonym;
  std::vector<SheetAnswer> answers;
  static constexpr auto fields() {
    return fields_of(field("step", &Sheet::step, "the step"),
                     field("pseudonym", &Sheet::pseudonym, "drawn by the tablet"),
                     field("answers", &Sheet::answers, "those given"));
  }
};

// How one person wants their screen (core/profile.h). Absent: forgotten.
struct KeptProfile {
  static constexpr std::string_view name = "profile";
  PersonId person;
  std::optional<Profile> profile;
  static constexpr auto fields() {
    return fields_of(field("person", &KeptProfile::person, "whose"),
                     field("profile", &KeptProfile::profile, "their settings; absent: forgotten"));
  }
};

using Record = std::variant<Card, Draft, ArticleText, Ballot, Sheet, KeptProfile, Help, SpokenWords>;

// Unique within its kind, for example "person/12", "12/p04", "3/title", "2/9f…", "sheet/t0/9f…".
std::string record_key(const Record& record);

// True for records that mean "forget this": the store erases them. A Draft without text, a KeptProfile without
// settings, an ArticleText of no revision, a companion's Card without token, a Help or SpokenWords with nothing in it.
bool is_erased(const Record& record);

}  // namespace tablee::core
