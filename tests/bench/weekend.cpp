#include "bench/weekend.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <deque>
#include <fstream>
#include <memory>
#include <optional>
#include <sstream>
#include <utility>

#include "bench/fleet.h"
#include "core/timetable.h"
#include "host/host.h"
#include "rehearse/citizen.h"
#include "rehearse/lead.h"
#include "rehearse/stage.h"
#include "wire/scenario_file.h"

namespace tablee::bench {
namespace {

using rehearse::midnight_ms;

constexpr std::uint64_t seed = 1;
constexpr TimeMs invitation_ms = 5 * minute_ms;  // after the list was made, before anybody comes
constexpr std::int64_t overrun_minutes = 6LL * 60;

double cpu_ms() {
  return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

// The atelier as its journal was at one moment.
struct Moment {
  std::size_t events = 0;
  store::MemoryLog log;
  TimeMs at = 0;
};

Moment moment_of(const rehearse::Stage& stage) {
  return Moment{static_cast<std::size_t>(stage.log().head_seq()), stage.log(), stage.now()};
}

// The weekend as `tablee rehearse` plays it, everyone in good time and nobody losing the line.
class Weekend {
 public:
  Weekend(const core::Scenario& scenario, std::size_t people)
      : scenario_(scenario), people_(static_cast<std::int64_t>(people)), stage_(scenario, seed), lead_(stage_) {}

  bool play() {
    const auto slots = core::timetable(scenario_);
    const TimeMs start = midnight_ms + slots.front().start * minute_ms;
    lead_.on_start = [this](const core::Step& step) {
      for (rehearse::Citizen& citizen : citizens_) {
        citizen.take_part(step);
      }
    };
    lead_.on_poll = [this](PollId poll) {
      last_vote = moment_of(stage_);
      for (rehearse::Citizen& citizen : citizens_) {
        citizen.vote(poll);
      }
    };
    lead_.prepare(people_, (people_ + scenario_.group.per_table_max - 1) / scenario_.group.per_table_max);
    stage_.after(invitation_ms, [this, start] { invite(start); });
    stage_.at(start + 60 * minute_ms, [this] { after_an_hour = moment_of(stage_); });
    lead_.begin();
    const bool done = stage_.run(midnight_ms + (slots.back().end() + overrun_minutes) * minute_ms,
                                 [this] { return lead_.is_done(); });
    at_the_end = moment_of(stage_);
    return done && after_an_hour && last_vote;
  }

  std::optional<Moment> after_an_hour;
  std::optional<Moment> last_vote;  // as it opens
  std::optional<Moment> at_the_end;

 private:
  void invite(TimeMs start) {
    for (const auto& [person, card] : stage_.state().cards) {
      rehearse::Habits habits;
      habits.arrives_at = start + static_cast<TimeMs>(stage_.rng().below(10)) * minute_ms;
      citizens_.emplace_back(stage_, person, card.code, habits);
      citizens_.back().enter(start);
    }
  }

  const core::Scenario& scenario_;
  std::int64_t people_;
  rehearse::Stage stage_;
  rehearse::Lead lead_;
  std::deque<rehearse::Citizen> citizens_;
};

// A host of its own on a copy of the journal, with the console and a tablet for each person.
class Copy {
 public:
  Copy(const core::Scenario& scenario, const Moment& moment) : log_(moment.log), now_(moment.at) {
    host::HostSettings settings;
    settings.entropy = [this] {
      Entropy entropy{};
      std::generate(entropy.begin(), entropy.end(), [this] { return static_cast<std::uint8_t>(rng_.next() & 0xFFU); });
      return entropy;
    };
    settings.disk_free = [] { return std::int64_t{1} << 40; };
    auto opened = host::Host::open(log_, scenario, std::string(64, '0'), settings, now_);
    if (!opened) {
      return;
    }
    host_ = std::move(*opened);
    add(core::Role::facilitator, state().facilitator.token);
    for (const auto& [person, card] : state().cards) {
      add(core::Role::participant, card.code);
    }
    settle();
  }

  const core::State& state() const { return host_->state(); }
  bool opened() const { return host_ != nullptr; }
  std::size_t tablets() const { return devices_.size() - 1; }

  // The CPU time from the command to the bytes in the last outbox, all that waited included; less than 0: refused.
  double say(std::size_t device, core::Command command, TimeMs pause) {
    settle();
    now_ += pause;
    const double before = cpu_ms();
    devices_[device].say(std::move(command), now_);
    const bool flushed = host_->flush(now_).has_value();
    const double spent = cpu_ms() - before;
    return flushed && read() ? spent : -1;
  }
  double lead(core::Command command) { return say(0, std::move(command), 1000); }

 private:
  void add(core::Role role, const std::string& credential) {
    const std::string number = std::to_string(devices_.size() + 1);
    devices_.emplace_back(*host_, role, credential, std::string(16 - number.size(), '9') + number);
    devices_.back().open(now_);
  }
  void settle() {
    if (host_->next_wake() <= now_) {
      host_->tick(now_);
    }
    (void)host_->flush(now_);
    read();
  }
  // False: a command was refused.
  bool read() {
    bool all = true;
    for (rehearse::Device& device : devices_) {
      for (const rehearse::Answer& answer : device.read(now_)) {
        if (!answer.carried_out) {
          std::fprintf(stderr, "weekend: refused: %s\n", answer.code.c_str());
        }
        all = all && answer.carried_out;
      }
    }
    return all;
  }

  store::MemoryLog log_;
  TimeMs now_;
  Rng rng_{seed};
  std::unique_ptr<host::Host> host_;
  std::deque<rehearse::Device> devices_;
};

// From a presentation to `to`, again and again, each start undone: what it costs to start it.
class StepChanges {
 public:
  // all_ready: everyone says so before each start, which then changes every screen.
  StepChanges(Copy& copy, const std::string& from, std::string to, bool all_ready)
      : copy_(copy), to_(std::move(to)), all_ready_(all_ready) {
    if (copy_.state().run.step != from) {
      fine_ = copy_.lead(core::StartStep{from, copy_.state().run.step}) >= 0;
    }
  }
  bool change() {
    for (std::size_t device = 1; all_ready_ && device <= copy_.tablets(); ++device) {
      fine_ = fine_ && copy_.say(device, core::SetReady{true}, 10) >= 0;
    }
    const double spent = copy_.lead(core::StartStep{to_, copy_.state().run.step});
    spent_ms.push_back(spent);
    return fine_ && spent >= 0 && copy_.lead(core::UndoTransition{}) >= 0;
  }
  std::vector<double> spent_ms;

 private:
  Copy& copy_;
  std::string to_;
  bool all_ready_;
  bool fine_ = true;
};

// Both copies take turns, so that a busy moment of the machine weighs on both.
bool compare_changes(Copy& early, Copy& late, const std::pair<std::string, std::string>& steps, int repeats,
                     bool all_ready, const std::string& what, std::vector<Row>& rows) {
  StepChanges before(early, steps.first, steps.second, all_ready);
  StepChanges after(late, steps.first, steps.second, all_ready);
  for (int repeat = 0; repeat < repeats; ++repeat) {
    if (!before.change() || !after.change()) {
      return false;
    }
  }
  rows.push_back({what + ", after the first hour", median(before.spent_ms), 0, "ms", false, ""});
  rows.push_back({"… at the end", median(after.spent_ms), 0, "ms", false, ""});
  rows.push_back({"… end / first hour", median(after.spent_ms) / median(before.spent_ms), 0, "x", false, "about 1"});
  return true;
}

// Everyone votes on the article whose vote is open, one tablet after the other; the CPU time of each.
bool vote(Copy& copy, std::vector<double>& spent_ms) {
  const auto poll = std::find_if(copy.state().polls.begin(), copy.state().polls.end(),
                                 [](const auto& entry) { return entry.second.status == core::PollStatus::open; });
  if (poll == copy.state().polls.end()) {
    return false;
  }
  const PollId id = poll->first;
  for (std::size_t device = 1; device <= copy.tablets(); ++device) {
    const std::string number = std::to_string(device);
    const std::string key = std::string(32 - number.size(), '0') + number;
    spent_ms.push_back(copy.say(device, core::CastVote{id, key, core::Choice::for_}, 10));
    if (spent_ms.back() < 0) {
      return false;
    }
  }
  return true;
}

double mean_us(const std::vector<double>& each_ms) {
  double sum = 0;
  for (const double each : each_ms) {
    sum += each;
  }
  return sum * 1000 / static_cast<double>(each_ms.size());
}

const core::Step& first_of(const core::Scenario& scenario, core::StepKind kind) {
  return *std::find_if(scenario.steps.begin(), scenario.steps.end(),
                       [&](const core::Step& step) { return step.kind == kind; });
}

// A vote before its time: one table writes an article, and it is put to the vote.
bool open_early_vote(const core::Scenario& scenario, Copy& copy) {
  const std::string& draft = first_of(scenario, core::StepKind::draft).id;
  if (copy.lead(core::StartStep{draft, copy.state().run.step}) < 0) {
    return false;
  }
  const core::Article& article = copy.state().articles.begin()->second;
  std::size_t device = 1;
  for (const auto& [person, card] : copy.state().cards) {
    if (copy.state().people.at(person).table == article.table) {
      break;
    }
    ++device;
  }
  return copy.say(device, core::EditArticle{article.id, "title", "Un titre", 0}, 1000) >= 0 &&
         copy.lead(core::StartStep{first_of(scenario, core::StepKind::vote).id, draft}) >= 0 &&
         copy.lead(core::OpenPoll{copy.state().polls.begin()->first}) >= 0;
}

bool compare_ballots(const core::Scenario& scenario, Copy& early, const Moment& last_vote, std::vector<Row>& rows) {
  Copy late(scenario, last_vote);
  std::vector<double> before;
  std::vector<double> after;
  if (!late.opened() || !open_early_vote(scenario, early) || !vote(early, before) || !vote(late, after)) {
    return false;
  }
  rows.push_back({"CPU of one ballot in a crowd, in a vote after the first hour", mean_us(before), 0, "µs", false, ""});
  rows.push_back({"… in the last vote", mean_us(after), 0, "µs", false, ""});
  rows.push_back({"… last vote / first hour", mean_us(after) / mean_us(before), 0, "x", false, "about 1"});
  return true;
}

}  // namespace

bool measure_weekend(const WeekendPlan& plan, std::vector<Row>& rows) {
  std::ostringstream text;
  text << std::ifstream(plan.scenario).rdbuf();
  const wire::ScenarioFile file = wire::read_scenario(text.str(), {core::Severity::warning});
  std::vector<std::string> talks;
  std::vector<std::string> breaks;
  for (const core::Step& step : file.scenario.steps) {
    if (step.kind == core::StepKind::present || step.kind == core::StepKind::pause) {
      (step.kind == core::StepKind::present ? talks : breaks).push_back(step.id);
    }
  }
  Weekend weekend(file.scenario, plan.people);
  if (!file.usable() || talks.size() < 2 || breaks.empty() || !weekend.play()) {
    std::fprintf(stderr, "weekend: %s was not played to its end\n", plan.scenario.c_str());
    return false;
  }
  Copy early(file.scenario, *weekend.after_an_hour);
  Copy late(file.scenario, *weekend.at_the_end);
  const std::string many = std::to_string(plan.people);
  rows.push_back({"a weekend of " + many + " people: events after the first hour",
                  static_cast<double>(weekend.after_an_hour->events), 0, "", false, ""});
  rows.push_back({"… at the end", static_cast<double>(weekend.at_the_end->events), 0, "", false, ""});
  return early.opened() && late.opened() &&
         compare_changes(early, late, {talks[0], talks[1]}, plan.repeats, false,
                         "CPU of a step change ready for " + many + " tablets, to a presentation", rows) &&
         compare_changes(early, late, {talks[0], breaks[0]}, plan.repeats, false, "… to a break", rows) &&
         compare_changes(early, late, {talks[0], breaks[0]}, plan.repeats, true,
                         "… to a break, everyone having said ready", rows) &&
         compare_ballots(file.scenario, early, *weekend.last_vote, rows);
}

}  // namespace tablee::bench
