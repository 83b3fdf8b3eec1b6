// core/scenario.h: the programme of an atelier, as written in a scenario file.
//
// Shape    Scenario: texts, stores, rules, and the steps in order. Identifiers are unique within their list. A
//          Scenario in the core is always valid: wire/scenario_file.h decodes it and core/scenario_check.h checks it.
// Units    Durations and alerts are whole minutes; `starts_at` and `firm_at` are local wall-clock "HH:MM".
// Source   The vocabulary follows the phase kinds, timers and stores of the project's process reference; keys are
//          English. The published JSON Schema (protocol/scenario.schema.json) is generated from the field lists
//          below.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/limits.h"
#include "core/scenario_access.h"
#include "core/texts.h"

namespace tablee::core {

enum class StepKind {
  welcome,
  present,
  ask,
  write,
  merge,
  cluster,
  rank,
  draft,
  review,
  amend,
  debate,
  vote,
  measure,
  hand_over,
  pause
};
constexpr auto names_of(StepKind) {
  return std::array<std::string_view, 15>{"welcome", "present", "ask",     "write",     "merge",
                                          "cluster", "rank",    "draft",   "review",    "amend",
                                          "debate",  "vote",    "measure", "hand_over", "break"};
}

enum class Form { individual, pair, trio, quartet, table, group, committee, plenary };
constexpr auto names_of(Form) {
  return std::array<std::string_view, 8>{"individual", "pair",  "trio",      "quartet",
                                         "table",      "group", "committee", "plenary"};
}

// How the members of a group or a committee are found.
enum class Selection { facilitator, volunteers, draw };
constexpr auto names_of(Selection) {
  return std::array<std::string_view, 3>{"facilitator", "volunteers", "draw"};
}

// Who does not receive a thing.
enum class Exception { author, own_table };
constexpr auto names_of(Exception) {
  return std::array<std::string_view, 2>{"author", "own_table"};
}

// firm: at zero the step ends and takes the work as it is; drafts stay and may still be sent for a while, marked late.
// soft: at zero everyone is told and the step goes on. free: no end.
enum class TimerMode { firm, soft, free };
constexpr auto names_of(TimerMode) {
  return std::array<std::string_view, 3>{"firm", "soft", "free"};
}

// What one clock counts for. turn: the turns of the step follow one another.
enum class TimerScope { room, table, person, turn };
constexpr auto names_of(TimerScope) {
  return std::array<std::string_view, 4>{"room", "table", "person", "turn"};
}

enum class StoreObject { idea, question, comment, cluster, article, amendment, vote, answer, wish };
constexpr auto names_of(StoreObject) {
  return std::array<std::string_view, 9>{"idea",      "question", "comment", "cluster", "article",
                                         "amendment", "vote",     "answer",  "wish"};
}

// Which objects of a store a step starts from, by what became of them.
enum class Filter { kept, set_aside, submitted, adopted, rejected };
constexpr auto names_of(Filter) {
  return std::array<std::string_view, 5>{"kept", "set_aside", "submitted", "adopted", "rejected"};
}

// Who receives which objects. own: their author. sample: `each` at random for each person, every one seen `seen_min`
// times. rotation: those of the tables `shifts` places further. wish, theme: those of the subject their table took.
enum class Distribution { all, own, own_table, sample, rotation, wish, theme };
constexpr auto names_of(Distribution) {
  return std::array<std::string_view, 7>{"all", "own", "own_table", "sample", "rotation", "wish", "theme"};
}

// random: another order for each person, so that no place is favoured.
enum class ReadOrder { stored, random };
constexpr auto names_of(ReadOrder) {
  return std::array<std::string_view, 2>{"stored", "random"};
}

// How a thing is tied to those it was made from.
enum class Link { comes_from, groups, kept_by, cites, amends, sub_amends, replaces, merges, annexes, answers };
constexpr auto names_of(Link) {
  return std::array<std::string_view, 10>{"comes_from", "groups",   "kept_by", "cites",   "amends",
                                          "sub_amends", "replaces", "merges",  "annexes", "answers"};
}

// Who reads what is written while its step runs.
enum class Visibility { author, table, room };
constexpr auto names_of(Visibility) {
  return std::array<std::string_view, 3>{"author", "table", "room"};
}

// Who sits where during a step. wish: by the subjects people would like to write about. rotate: everyone goes `shift`
// tables further; with `host`, one stays.
enum class Seating { keep, mix, wish, rotate };
constexpr auto names_of(Seating) {
  return std::array<std::string_view, 4>{"keep", "mix", "wish", "rotate"};
}

// agreement, satisfaction, importance: five levels and "I do not know". weather: sun, cloud, rain.
enum class Scale { agreement, satisfaction, importance, yes_no, weather, words };
constexpr auto names_of(Scale) {
  return std::array<std::string_view, 6>{"agreement", "satisfaction", "importance", "yes_no", "weather", "words"};
}

// What happens when a condition of `next` becomes true. propose: the lead is asked; auto: it is done.
enum class Action {
  propose,
  auto_,
  warn,
  close,
  close_submissions,
  freeze,
  take_as_is,
  wait,
  reopen,
  annex,
  seal,
  archive
};
constexpr auto names_of(Action) {
  return std::array<std::string_view, 12>{"propose", "auto",       "warn", "close",  "close_submissions",
                                          "freeze",  "take_as_is", "wait", "reopen", "annex",
                                          "seal",    "archive"};
}

// What a `break` is. night: clocks stop, votes and stores are read only, and time starts again at `resumes_at`.
enum class Rest { pause, meal, night };
constexpr auto names_of(Rest) {
  return std::array<std::string_view, 3>{"pause", "meal", "night"};
}

enum class Method { points, motion };
constexpr auto names_of(Method) {
  return std::array<std::string_view, 2>{"points", "motion"};
}

// What "100 %" is. cast: for + against. cast_plus_abstain: those and the abstentions. present: everyone who had arrived
// when the vote opened.
enum class Base { cast, cast_plus_abstain, present };
constexpr auto names_of(Base) {
  return std::array<std::string_view, 3>{"cast", "cast_plus_abstain", "present"};
}

struct Group {
  std::int64_t min = 0;
  std::int64_t max = 0;
  std::int64_t per_table_min = 0;
  std::int64_t per_table_max = 0;
  static constexpr auto fields() {
    return fields_of(field("min", &Group::min, "fewest people it makes sense for", between(1, limits::people_max)),
                     field("max", &Group::max, "most people", between(1, limits::people_max)),
                     field("per_table_min", &Group::per_table_min, "fewest people at a table", between(1, 100)),
                     field("per_table_max", &Group::per_table_max, "most people at a table", between(1, 100)));
  }
};

struct Store {
  std::string id;
  StoreObject object = StoreObject::idea;
  static constexpr auto fields() {
    return fields_of(field("id", &Store::id, "its name in `reads` and `writes`", between(1, 32)),
                     field("object", &Store::object, "what it holds"));
  }
};

// One decision rule. Fields of the other method are absent.
struct Rule {
  std::string id;
  Method method = Method::motion;
  std::optional<std::int64_t> points = {};
  std::optional<std::int64_t> max_per_option = {};
  std::optional<std::int64_t> keep = {};
  std::optional<Base> base = {};
  std::optional<std::string> threshold = {};
  std::optional<bool> strict = {};
  std::optional<std::string> quorum = {};
  static constexpr auto fields() {
    return fields_of(
        field("id", &Rule::id, "its name in a step's `rule`", between(1, 32)),
        field("method", &Rule::method, "points: each person shares points; motion: for, against or abstain"),
        field("points", &Rule::points, "points: how many each person has", between(1, limits::points_max)),
        field("max_per_option", &Rule::max_per_option, "points: the most on one option",
              between(1, limits::points_max)),
        field("keep", &Rule::keep, "points: how many options are kept; all those tied with the last one are kept too",
              between(1, limits::clusters_max)),
        field("base", &Rule::base, "motion: what the threshold is a part of"),
        field("threshold", &Rule::threshold, "motion: the part of the base that must be for, as a fraction \"1/2\"",
              between(3, 15)),
        field("strict", &Rule::strict, "motion: true when the threshold must be passed, not only reached"),
        field("quorum", &Rule::quorum, "motion: the part of those present who must vote, as a fraction; absent: none",
              between(3, 15)));
  }
};

struct Audience {
  Form form = Form::plenary;
  std::optional<std::int64_t> size = {};
  std::optional<Selection> selection = {};
  std::optional<std::vector<Exception>> except = {};
  std::optional<bool> witness = {};
  static constexpr auto fields() {
    return fields_of(
        field("form", &Audience::form, "who works together"),
        field("size", &Audience::size, "group, committee: how many people", between(2, limits::people_max)),
        field("selection", &Audience::selection, "group, committee: how its members are found"),
        field("except", &Audience::except, "who does not receive a thing", between(1, 2)),
        field("witness", &Audience::witness, "true: a guarantor sits with them"));
  }
};

struct Duration {
  std::int64_t planned = 0;
  std::int64_t floor = 0;
  std::int64_t ceiling = 0;
  static constexpr auto fields() {
    return fields_of(
        field("planned", &Duration::planned, "minutes planned", between(1, limits::step_minutes_max)),
        field("floor", &Duration::floor, "the least that still makes sense", between(1, limits::step_minutes_max)),
        field("ceiling", &Duration::ceiling, "the most, extensions included", between(1, limits::step_minutes_max)));
  }
};

// One turn inside a step: a speaker of a `present`, a round of a `merge`, a reading of a `review`.
struct Turn {
  std::int64_t minutes = 0;
  std::optional<Form> form = {};
  std::optional<Texts> title = {};
  static constexpr auto fields() {
    return fields_of(field("minutes", &Turn::minutes, "how long", between(1, limits::step_minutes_max)),
                     field("form", &Turn::form, "who works together in this turn; absent: as in the step"),
                     field("title", &Turn::title, "its title: the speaker, the round"));
  }
};

// Time that the lead may give to one table or to the room.
struct Extension {
  std::int64_t minutes = 0;
  std::int64_t max = 0;
  static constexpr auto fields() {
    return fields_of(field("minutes", &Extension::minutes, "given at once", between(1, limits::extension_minutes_max)),
                     field("max", &Extension::max, "given in all", between(1, limits::step_minutes_max)));
  }
};

// Time for each thing that is debated or voted.
struct Budget {
  std::int64_t seconds = 0;
  std::int64_t items = 0;
  static constexpr auto fields() {
    return fields_of(field("seconds", &Budget::seconds, "for one thing", between(5, 60 * limits::step_minutes_max)),
                     field("items", &Budget::items, "how many are expected", between(1, limits::items_max)));
  }
};

struct Timer {
  TimerMode mode = TimerMode::soft;
  std::optional<TimerScope> scope = {};
  std::vector<std::int64_t> alerts;
  std::optional<std::string> firm_at = {};
  std::optional<std::vector<Turn>> turns = {};
  std::optional<Extension> extension = {};
  std::optional<Budget> budget = {};
  std::optional<std::int64_t> personal_percent = {};
  std::optional<bool> waits_for_everyone = {};
  static constexpr auto fields() {
    return fields_of(
        field("mode", &Timer::mode, "firm: ends at zero; soft: tells, and goes on; free: no end"),
        field("scope", &Timer::scope, "what the clock counts for; absent: room"),
        field("alerts", &Timer::alerts, "minutes before the end at which everyone is told", up_to(5)),
        field("firm_at", &Timer::firm_at, "the clock time at which this step must start, \"HH:MM\"", between(5, 5)),
        field("turns", &Timer::turns, "the turns of the step, in order", between(1, limits::turns_max)),
        field("extension", &Timer::extension, "what the lead may give to one table; absent: up to the ceiling"),
        field("budget", &Timer::budget, "time for each thing debated or voted"),
        field("personal_percent", &Timer::personal_percent,
              "time of the people who need more, in percent of the step's", between(100, 300)),
        field("waits_for_everyone", &Timer::waits_for_everyone,
              "true: the step waits for the people who have more time; else their draft stays open in the next one"));
  }
};

struct Read {
  std::string from;
  std::optional<Filter> only = {};
  std::optional<Distribution> distribution = {};
  std::optional<std::int64_t> each = {};
  std::optional<std::int64_t> seen_min = {};
  std::optional<std::vector<std::int64_t>> shifts = {};
  std::optional<ReadOrder> order = {};
  static constexpr auto fields() {
    return fields_of(
        field("from", &Read::from, "a store written by an earlier step", between(1, 32)),
        field("only", &Read::only, "which of its objects; absent: all"),
        field("distribution", &Read::distribution, "who receives which; absent: all"),
        field("each", &Read::each, "sample: how many for each person", between(1, 50)),
        field("seen_min", &Read::seen_min, "sample: how often each object is seen at least", between(1, 100)),
        field("shifts", &Read::shifts, "rotation: how many tables further, one for each turn", between(1, 5)),
        field("order", &Read::order, "in what order; absent: as stored"));
  }
};

// One field of an article's frame.
struct ArticleField {
  std::string id;
  Texts label;
  std::int64_t characters = 0;
  static constexpr auto fields() {
    return fields_of(field("id", &ArticleField::id, "its name", between(1, 32)),
                     field("label", &ArticleField::label, "the question it answers"),
                     field("characters", &ArticleField::characters, "the most it holds",
                           between(1, limits::article_field_chars_max)));
  }
};

struct Write {
  std::string to;
  std::optional<std::int64_t> min = {};
  std::optional<std::int64_t> max = {};
  std::optional<std::int64_t> characters = {};
  std::optional<std::vector<ArticleField>> fields_of_article = {};
  std::optional<Link> link = {};
  std::optional<Visibility> visibility = {};
  std::optional<bool> anchored = {};
  static constexpr auto fields() {
    return fields_of(
        field("to", &Write::to, "a store", between(1, 32)),
        field("link", &Write::link, "how what is written is tied to what the step reads"),
        field("visibility", &Write::visibility, "who reads it while the step runs; absent: its author"),
        field("anchored", &Write::anchored, "true: each is fixed to a passage of the text it is about"),
        field("min", &Write::min, "fewest objects each is asked for", between(0, limits::ideas_per_person_max)),
        field("max", &Write::max, "most objects each may write", between(1, limits::ideas_per_person_max)),
        field("characters", &Write::characters, "most characters of an idea", between(1, limits::idea_chars_max)),
        field("fields", &Write::fields_of_article, "the frame of an article",
              between(1, limits::fields_per_article_max)));
  }
};

struct Grouping {
  Seating mode = Seating::keep;
  std::optional<std::int64_t> wishes = {};
  std::optional<std::int64_t> shift = {};
  std::optional<bool> host = {};
  static constexpr auto fields() {
    return fields_of(
        field("mode", &Grouping::mode, "who sits where"),
        field("wishes", &Grouping::wishes, "wish: how many subjects each person may ask for",
              between(1, limits::wishes_max)),
        field("shift", &Grouping::shift, "rotate: how many tables further; absent: 1", between(1, limits::tables_max)),
        field("host", &Grouping::host, "rotate: true when one person of each table stays and receives the others"));
  }
};

// One line of a `measure`.
struct Question {
  std::string id;
  Texts text;
  Scale scale = Scale::agreement;
  static constexpr auto fields() {
    return fields_of(field("id", &Question::id, "its name; the same before and after", between(1, 32)),
                     field("text", &Question::text, "the sentence or the question"),
                     field("scale", &Question::scale, "how it is answered"));
  }
};

// Fishbowl: some seats in the middle, of which `open` are for whoever comes.
struct Seats {
  std::int64_t count = 0;
  std::int64_t open = 0;
  static constexpr auto fields() {
    return fields_of(field("count", &Seats::count, "seats in the middle", between(2, 12)),
                     field("open", &Seats::open, "seats kept open", between(0, 11)));
  }
};

// One line of a step's way out: the first whose condition is true wins.
struct Next {
  std::optional<std::string> when = {};
  std::optional<Action> action = {};
  std::optional<std::string> to = {};
  std::optional<std::int64_t> minutes = {};
  static constexpr auto fields() {
    return fields_of(
        field("when", &Next::when, "a condition, see scenarios/README.md; absent: the lead decides", between(1, 200)),
        field("action", &Next::action, "what is done; absent: auto"),
        field("to", &Next::to, "the step it leads to; absent: the one after", between(1, 32)),
        field("minutes", &Next::minutes, "warn: before the end; wait: for how long; reopen: for how long",
              between(1, 120)));
  }
};

struct Repeat {
  std::optional<std::string> for_each = {};
  std::optional<std::int64_t> turns_max = {};
  static constexpr auto fields() {
    return fields_of(field("for_each", &Repeat::for_each, "once for each article of this store", between(1, 32)),
                     field("turns_max", &Repeat::turns_max, "how often `next` may lead to it, the first time counted",
                           between(1, 10)));
  }
};

// What a committee does while the room does something else.
struct Parallel {
  StepKind kind = StepKind::cluster;
  Texts title;
  Texts instruction;
  Audience audience;
  std::optional<std::vector<Read>> reads = {};
  std::optional<std::vector<Write>> writes = {};
  static constexpr auto fields() {
    return fields_of(field("kind", &Parallel::kind, "what happens there"),
                     field("title", &Parallel::title, "its title"),
                     field("instruction", &Parallel::instruction, "what its members are asked to do"),
                     field("audience", &Parallel::audience, "its members"),
                     field("reads", &Parallel::reads, "stores it starts from", up_to(8)),
                     field("writes", &Parallel::writes, "stores it fills", up_to(8)));
  }
};

struct Step {
  std::string id;
  StepKind kind = StepKind::present;
  Texts title;
  Texts instruction;
  Audience audience;
  Duration duration;
  Timer timer;
  std::optional<std::vector<Read>> reads = {};
  std::optional<std::vector<Write>> writes = {};
  std::optional<std::string> rule = {};
  std::optional<Grouping> tables = {};
  std::optional<std::vector<Question>> questions = {};
  std::optional<std::string> compare_with = {};
  std::optional<Seats> seats = {};
  std::optional<std::int64_t> speech_seconds = {};
  std::optional<Texts> waiting = {};
  std::optional<Rest> rest = {};
  std::optional<std::string> resumes_at = {};
  std::optional<std::vector<Next>> next = {};
  std::optional<Repeat> repeat = {};
  std::optional<Parallel> parallel = {};
  std::optional<std::string> team_note = {};
  std::optional<std::vector<Document>> documents = {};
  std::optional<bool> easy_wording = {};
  static constexpr auto fields() {
    return fields_of(
        field("id", &Step::id, "its name: letters, digits, - and _", between(1, 32)),
        field("kind", &Step::kind, "what happens"), field("title", &Step::title, "its title on every screen"),
        field("instruction", &Step::instruction, "what people are asked to do, one idea a sentence"),
        field("audience", &Step::audience, "who works together"), field("duration", &Step::duration, "how long"),
        field("timer", &Step::timer, "what the end of the time does"),
        field("reads", &Step::reads, "stores it starts from", up_to(8)),
        field("writes", &Step::writes, "stores it fills", up_to(8)),
        field("rule", &Step::rule, "the decision rule of a `rank` or `vote` step", between(1, 32)),
        field("tables", &Step::tables, "who sits where; absent: nobody moves"),
        field("questions", &Step::questions, "measure: what is asked", between(1, limits::questions_max)),
        field("compare_with", &Step::compare_with, "measure: the earlier step with the same questions", between(1, 32)),
        field("seats", &Step::seats, "debate: the seats of a fishbowl"),
        field("speech_seconds", &Step::speech_seconds,
              "how long one person speaks: in plenary (debate, present, amend, vote, ask), or in turn at each table",
              between(10, 3600)),
        field("waiting", &Step::waiting, "what tables that have finished do while others go on"),
        field("rest", &Step::rest, "break: what it is; absent: pause"),
        field("resumes_at", &Step::resumes_at, "night: clock time at which the next day starts, \"HH:MM\"",
              between(5, 5)),
        field("next", &Step::next, "ways out; absent: the lead decides, or a firm timer", between(1, 8)),
        field("repeat", &Step::repeat, "for each article, or more than once"),
        field("parallel", &Step::parallel, "what a committee does meanwhile"),
        field("team_note", &Step::team_note, "for the team alone: what to watch, how to help",
              between(1, limits::instruction_chars_max)),
        field("documents", &Step::documents, "images and videos shown with what replaces them",
              between(1, limits::documents_per_step_max)),
        field("easy_wording", &Step::easy_wording,
              "rank, vote: true when a vote opens only once people concerned have read its easy French, or with a "
              "reason"));
  }
};

struct Scenario {
  std::string format;
  std::string id;
  std::string version;
  Texts title;
  Texts question;
  std::string starts_at;
  Group group;
  std::optional<std::vector<Texts>> commitments = {};
  bool names_at_table = false;
  std::vector<Store> stores;
  std::vector<Rule> rules;
  std::vector<Step> steps;
  std::optional<std::vector<LexiconWord>> lexicon = {};
  std::optional<std::vector<EasyReading>> easy_readings = {};
  static constexpr auto fields() {
    return fields_of(
        field("format", &Scenario::format, "always \"tablee.scenario/1\"", between(1, 32)),
        field("id", &Scenario::id, "the name of this programme", between(1, 64)),
        field("version", &Scenario::version, "its version, as its authors number it", between(1, 32)),
        field("title", &Scenario::title, "the title of the atelier"),
        field("question", &Scenario::question, "the public question it answers"),
        field("starts_at", &Scenario::starts_at, "local clock time of the first step, \"HH:MM\"", between(5, 5)),
        field("group", &Scenario::group, "for how many people"),
        field("commitments", &Scenario::commitments, "what the sponsor commits to, shown and printed", up_to(20)),
        field("names_at_table", &Scenario::names_at_table, "true: people at a table see each other's first names"),
        field("stores", &Scenario::stores, "what steps pass on to one another", up_to(50)),
        field("rules", &Scenario::rules, "how votes are decided", up_to(limits::rules_max)),
        field("steps", &Scenario::steps, "the programme, in order", between(1, limits::steps_max)),
        field("lexicon", &Scenario::lexicon, "hard words, explained", up_to(limits::lexicon_max)),
        field("easy_readings", &Scenario::easy_readings, "who has read the easy French, and when",
              up_to(limits::easy_readings_max)));
  }
};

inline constexpr std::string_view scenario_format = "tablee.scenario/1";

}  // namespace tablee::core
