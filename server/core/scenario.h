// core/scenario.h: the programme of an atelier, as written in a scenario file.
//
// Shape    Scenario: texts, stores, rules, and the steps in order. Identifiers are unique within their list. A Scenario
//          in the core is always valid: wire/scenario_file.h decodes it and core/scenario_check.h checks it.
// Units    Durations and alerts are whole minutes; `starts_at` and `firm_at` are local wall-clock "HH:MM".
// Source   The vocabulary follows the phase kinds, timers and stores of the project's process reference; keys are
// English.
//          The published JSON Schema (protocol/scenario.schema.json) is generated from the field lists below.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/limits.h"

namespace tablee::core {

// The same text for three readers. English may be absent: screens then show the French.
struct Texts {
  std::string fr;
  std::string falc;
  std::optional<std::string> en;
  bool operator==(const Texts&) const = default;
  static constexpr auto fields() {
    return std::tuple{
        field("fr", &Texts::fr, "in French", between(1, limits::instruction_chars_max)),
        field("falc", &Texts::falc, "in easy-to-read French (FALC)", between(1, limits::instruction_chars_max)),
        field("en", &Texts::en, "in English", between(1, limits::instruction_chars_max))};
  }
};

enum class StepKind { welcome, present, write, cluster, rank, draft, vote, hand_over, pause };
constexpr auto names_of(StepKind) {
  return std::array<std::string_view, 9>{"welcome", "present", "write",     "cluster", "rank",
                                         "draft",   "vote",    "hand_over", "break"};
}

enum class Form { individual, table, committee, plenary };
constexpr auto names_of(Form) {
  return std::array<std::string_view, 4>{"individual", "table", "committee", "plenary"};
}

// firm: at zero the step ends and takes the work as it is; drafts stay and may still be sent for a while, marked late.
// soft: at zero everyone is told and the step goes on. free: no end.
enum class TimerMode { firm, soft, free };
constexpr auto names_of(TimerMode) {
  return std::array<std::string_view, 3>{"firm", "soft", "free"};
}

enum class StoreObject { idea, cluster, article, vote };
constexpr auto names_of(StoreObject) {
  return std::array<std::string_view, 4>{"idea", "cluster", "article", "vote"};
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
    return std::tuple{field("min", &Group::min, "fewest people it makes sense for", between(1, limits::people_max)),
                      field("max", &Group::max, "most people", between(1, limits::people_max)),
                      field("per_table_min", &Group::per_table_min, "fewest people at a table", between(1, 100)),
                      field("per_table_max", &Group::per_table_max, "most people at a table", between(1, 100))};
  }
};

struct Store {
  std::string id;
  StoreObject object = StoreObject::idea;
  static constexpr auto fields() {
    return std::tuple{field("id", &Store::id, "its name in `reads` and `writes`", between(1, 32)),
                      field("object", &Store::object, "what it holds")};
  }
};

// One decision rule. Fields of the other method are absent.
struct Rule {
  std::string id;
  Method method = Method::motion;
  std::optional<std::int64_t> points;
  std::optional<std::int64_t> max_per_option;
  std::optional<std::int64_t> keep;
  std::optional<Base> base;
  std::optional<std::string> threshold;
  std::optional<bool> strict;
  std::optional<std::string> quorum;
  static constexpr auto fields() {
    return std::tuple{
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
              between(3, 15))};
  }
};

struct Audience {
  Form form = Form::plenary;
  static constexpr auto fields() { return std::tuple{field("form", &Audience::form, "who works together")}; }
};

struct Duration {
  std::int64_t planned = 0;
  std::int64_t floor = 0;
  std::int64_t ceiling = 0;
  static constexpr auto fields() {
    return std::tuple{
        field("planned", &Duration::planned, "minutes planned", between(1, limits::step_minutes_max)),
        field("floor", &Duration::floor, "the least that still makes sense", between(1, limits::step_minutes_max)),
        field("ceiling", &Duration::ceiling, "the most, extensions included", between(1, limits::step_minutes_max))};
  }
};

struct Timer {
  TimerMode mode = TimerMode::soft;
  std::vector<std::int64_t> alerts;
  std::optional<std::string> firm_at;
  static constexpr auto fields() {
    return std::tuple{
        field("mode", &Timer::mode, "firm: ends at zero; soft: tells, and goes on; free: no end"),
        field("alerts", &Timer::alerts, "minutes before the end at which everyone is told", up_to(5)),
        field("firm_at", &Timer::firm_at, "the clock time at which this step must start, \"HH:MM\"", between(5, 5))};
  }
};

struct Read {
  std::string from;
  static constexpr auto fields() {
    return std::tuple{field("from", &Read::from, "a store written by an earlier step", between(1, 32))};
  }
};

// One field of an article's frame.
struct ArticleField {
  std::string id;
  Texts label;
  std::int64_t characters = 0;
  static constexpr auto fields() {
    return std::tuple{field("id", &ArticleField::id, "its name", between(1, 32)),
                      field("label", &ArticleField::label, "the question it answers"),
                      field("characters", &ArticleField::characters, "the most it holds",
                            between(1, limits::article_field_chars_max))};
  }
};

struct Write {
  std::string to;
  std::optional<std::int64_t> min;
  std::optional<std::int64_t> max;
  std::optional<std::int64_t> characters;
  std::optional<std::vector<ArticleField>> fields_of_article;
  static constexpr auto fields() {
    return std::tuple{
        field("to", &Write::to, "a store", between(1, 32)),
        field("min", &Write::min, "fewest objects each is asked for", between(0, limits::ideas_per_person_max)),
        field("max", &Write::max, "most objects each may write", between(1, limits::ideas_per_person_max)),
        field("characters", &Write::characters, "most characters of an idea", between(1, limits::idea_chars_max)),
        field("fields", &Write::fields_of_article, "the frame of an article",
              between(1, limits::fields_per_article_max))};
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
  std::optional<std::vector<Read>> reads;
  std::optional<std::vector<Write>> writes;
  std::optional<std::string> rule;
  static constexpr auto fields() {
    return std::tuple{field("id", &Step::id, "its name: letters, digits, - and _", between(1, 32)),
                      field("kind", &Step::kind, "what happens"),
                      field("title", &Step::title, "its title on every screen"),
                      field("instruction", &Step::instruction, "what people are asked to do, one idea a sentence"),
                      field("audience", &Step::audience, "who works together"),
                      field("duration", &Step::duration, "how long"),
                      field("timer", &Step::timer, "what the end of the time does"),
                      field("reads", &Step::reads, "stores it starts from", up_to(8)),
                      field("writes", &Step::writes, "stores it fills", up_to(8)),
                      field("rule", &Step::rule, "the decision rule of a `rank` or `vote` step", between(1, 32))};
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
  std::optional<std::vector<Texts>> commitments;
  bool names_at_table = false;
  std::vector<Store> stores;
  std::vector<Rule> rules;
  std::vector<Step> steps;
  static constexpr auto fields() {
    return std::tuple{
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
        field("steps", &Scenario::steps, "the programme, in order", between(1, limits::steps_max))};
  }
};

inline constexpr std::string_view scenario_format = "tablee.scenario/1";

}  // namespace tablee::core
