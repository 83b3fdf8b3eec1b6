// unit/core/world.h: a small atelier that tests can speak to.
//
// small_scenario() has one step of each kind, named after its kind. Room is an opened atelier with that scenario and a
// clock of its own: say() decides and applies one numbered command, later() lets time pass and ticks at each deadline.
#pragma once

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/apply.h"
#include "core/deadline.h"
#include "core/decide.h"
#include "core/state.h"
#include "core/writing.h"

namespace tablee::core::testing {

inline Texts words(const std::string& text) {
  return Texts{text, text + " (falc)", text + " (en)"};
}

inline Step make_step(const std::string& id, StepKind kind, TimerMode mode, std::int64_t planned,
                      std::int64_t ceiling) {
  Step step;
  step.id = id;
  step.kind = kind;
  step.title = words(id);
  step.instruction = words("do " + id);
  step.duration = Duration{planned, 1, ceiling};
  step.timer.mode = mode;
  return step;
}

inline Write writes_to(const std::string& store) {
  Write write;
  write.to = store;
  return write;
}

inline Step make_write_step() {
  Step step = make_step("write", StepKind::write, TimerMode::firm, 8, 12);
  step.audience.form = Form::individual;
  step.timer.alerts = {2};
  Write write = writes_to("ideas");
  write.min = 1;
  write.max = 2;
  write.characters = 280;
  step.writes = {write};
  return step;
}

inline Step make_draft_step() {
  Step step = make_step("draft", StepKind::draft, TimerMode::soft, 40, 45);
  step.audience.form = Form::table;
  step.reads = {Read{"clusters"}};
  Write write = writes_to("articles");
  write.fields_of_article = {ArticleField{"problem", words("problem"), 300},
                             ArticleField{"measure", words("measure"), 500}};
  step.writes = {write};
  return step;
}

// Steps: welcome (free), present (firm 10), write (firm 8, at most 2 ideas of 280), break (soft 15), cluster (soft 20),
// rank (soft 10, 5 points, 2 on one, 2 kept), draft (soft 40 of at most 45, fields problem 300 and measure 500),
// vote (soft 30, for > 1/2 of those cast, half of those present must vote), hand_over (firm 20).
inline Scenario small_scenario() {
  Scenario scenario;
  scenario.format = scenario_format;
  scenario.id = "small";
  scenario.version = "1";
  scenario.title = words("A small atelier");
  scenario.question = words("What should change?");
  scenario.starts_at = "13:30";
  scenario.group = Group{4, 60, 2, 4};
  scenario.names_at_table = true;
  scenario.stores = {Store{"ideas", StoreObject::idea}, Store{"clusters", StoreObject::cluster},
                     Store{"ranking", StoreObject::vote}, Store{"articles", StoreObject::article},
                     Store{"votes", StoreObject::vote}};
  Rule points;
  points.id = "points";
  points.method = Method::points;
  points.points = 5;
  points.max_per_option = 2;
  points.keep = 2;
  Rule motion;
  motion.id = "motion";
  motion.method = Method::motion;
  motion.base = Base::cast;
  motion.threshold = "1/2";
  motion.strict = true;
  motion.quorum = "1/2";
  scenario.rules = {points, motion};
  Step cluster = make_step("cluster", StepKind::cluster, TimerMode::soft, 20, 25);
  cluster.reads = {Read{"ideas"}};
  cluster.writes = {writes_to("clusters")};
  Step rank = make_step("rank", StepKind::rank, TimerMode::soft, 10, 12);
  rank.reads = {Read{"clusters"}};
  rank.writes = {writes_to("ranking")};
  rank.rule = "points";
  Step vote = make_step("vote", StepKind::vote, TimerMode::soft, 30, 40);
  vote.reads = {Read{"articles"}};
  vote.writes = {writes_to("votes")};
  vote.rule = "motion";
  Step hand_over = make_step("hand_over", StepKind::hand_over, TimerMode::firm, 20, 20);
  hand_over.reads = {Read{"articles"}};
  scenario.steps = {make_step("welcome", StepKind::welcome, TimerMode::free, 20, 30),
                    make_step("present", StepKind::present, TimerMode::firm, 10, 15),
                    make_write_step(),
                    make_step("break", StepKind::pause, TimerMode::soft, 15, 20),
                    cluster,
                    rank,
                    make_draft_step(),
                    vote,
                    hand_over};
  return scenario;
}

// The scenario and, after it: debate (soft 20, one minute each), round (ask at tables, soft 20, three minutes
// each), fishbowl (debate of three seats, one of them open).
inline Scenario speaking_scenario(Scenario scenario = small_scenario()) {
  Step debate = make_step("debate", StepKind::debate, TimerMode::soft, 20, 25);
  debate.speech_seconds = 60;
  Step round = make_step("round", StepKind::ask, TimerMode::soft, 20, 25);
  round.audience.form = Form::table;
  round.speech_seconds = 180;
  Step fishbowl = make_step("fishbowl", StepKind::debate, TimerMode::soft, 20, 25);
  fishbowl.seats = Seats{3, 1};
  scenario.steps.insert(scenario.steps.end(), {debate, round, fishbowl});
  return scenario;
}

inline Subject facilitator() {
  return Subject{Role::facilitator, {}, {}};
}
inline Subject expert() {
  return Subject{Role::expert, {}, {}};
}
inline Subject captioner() {
  return Subject{Role::captioner, {}, {}};
}
inline Subject companion_of(PersonId id) {
  return Subject{Role::companion, id, {}};
}
inline Subject projector() {
  return Subject{Role::projector, {}, {}};
}
inline Subject person(PersonId id) {
  return Subject{Role::participant, id, {}};
}
inline Subject screen(TableId id) {
  return Subject{Role::table, {}, id};
}

// A ballot key as a tablet would draw it, different for each number.
inline std::string ballot_key(std::uint32_t number) {
  const std::string digits = std::to_string(number);
  return std::string(32 - digits.size(), '0') + digits;
}

struct JournalLine {
  Stamp stamp;
  Event event;
};

class Room {
 public:
  explicit Room(Scenario scenario = small_scenario());

  // Decides, and applies what was decided. A refusal changes nothing.
  Result<Decision> say(const Subject& subject, const Command& command, const std::string& sender = "00000000000000aa");

  // The same, for commands that a test needs and does not examine.
  Decision must(const Subject& subject, const Command& command);

  // Lets time pass; every deadline on the way is a tick.
  void later(TimeMs duration_ms);

  TableId add_table(const std::string& title = "");

  // A person on the list, seated or not, who has not come yet.
  PersonId add_person(std::optional<TableId> table = std::nullopt, const std::string& name = "");

  // A person who has opened their screen.
  PersonId arrive(std::optional<TableId> table = std::nullopt, const std::string& name = "");

  Decision start(const std::string& step);

  IdeaId write_idea(PersonId author, const std::string& text);

  ClusterId add_cluster(const std::string& title, std::vector<IdeaId> ideas = {});

  Envelope envelope(const Subject& subject, std::uint64_t number, const std::string& sender = "00000000000000aa");

  // The consequences are added to the decision, as the journal has them.
  void take(const Stamp& stamp, Decision& decision);

  State state;
  TimeMs now = 1'700'000'000'000;
  std::vector<JournalLine> journal;
  std::map<std::string, Record> records;  // by "kind:key"

 private:
  std::map<std::pair<Subject, std::string>, std::uint64_t> numbers_;
  std::uint64_t draws_ = 0;
};

// The refusal of a command that must be refused.
Refusal refusal_of(Room& room, const Subject& subject, const Command& command);

// What an `edit_article` of this field starts from now.
inline std::int64_t revision_of(const Room& room, ArticleId article, std::string_view field) {
  return text_revision(written_text(room.state.articles.at(article), field));
}

// The only event of type T in a decision.
template <class T>
const T& the(const Decision& decision) {
  const T* found = nullptr;
  for (const Event& event : decision.events) {
    if (const T* one = std::get_if<T>(&event)) {
      REQUIRE(found == nullptr);
      found = one;
    }
  }
  REQUIRE(found != nullptr);
  return *found;
}

template <class T>
std::size_t count_of(const Decision& decision) {
  std::size_t found = 0;
  for (const Event& event : decision.events) {
    found += std::holds_alternative<T>(event) ? 1U : 0U;
  }
  return found;
}

}  // namespace tablee::core::testing
