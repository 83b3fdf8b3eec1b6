#include "rehearse/rehearsal.h"

#include <algorithm>
#include <deque>
#include <variant>

#include "core/run.h"
#include "core/timetable.h"
#include "rehearse/citizen.h"
#include "rehearse/lead.h"
#include "rehearse/sheet.h"
#include "rehearse/stage.h"

namespace tablee::rehearse {
namespace {

constexpr TimeMs settle_ms = 5 * minute_ms;  // after the list was made, before anybody comes
constexpr std::int64_t overrun_minutes_max = 6LL * 60;

bool draws(Rng& rng, std::int64_t percent) {
  return static_cast<std::int64_t>(rng.below(100)) < percent;
}

class Rehearsal {
 public:
  Rehearsal(const core::Scenario& scenario, const Settings& settings, std::uint64_t seed)
      : scenario_(scenario), settings_(settings), stage_(scenario, seed), lead_(stage_) {
    const auto slots = core::timetable(scenario);
    start_ = midnight_ms + slots.front().start * minute_ms;
    last_ = midnight_ms + (slots.back().end() + overrun_minutes_max) * minute_ms;
  }

  Run play() {
    stage_.on_answer = [this](Stage::DeviceId device, const Answer& answer) { count(device, answer); };
    lead_.on_start = [this](const core::Step& step) {
      for (Citizen& citizen : citizens_) {
        citizen.take_part(step);
      }
    };
    lead_.on_poll = [this](PollId poll) {
      for (Citizen& citizen : citizens_) {
        citizen.vote(poll);
      }
    };
    lead_.prepare(settings_.people, tables());
    stage_.after(settle_ms, [this] { invite(); });
    lead_.begin();
    run_.finished = stage_.run(last_, [this] { return lead_.is_done(); });
    if (!run_.finished) {
      run_.stuck_at = stage_.state().run.step;
    }
    gather();
    report();
    return run_;
  }

 private:
  std::int64_t tables() const {
    const core::Group& group = scenario_.group;
    return std::clamp<std::int64_t>((settings_.people + group.per_table_max - 1) / group.per_table_max, 1,
                                    limits::tables_max);
  }

  void invite() {
    for (const auto& [person, card] : stage_.state().cards) {
      Rng& rng = stage_.rng();
      Habits habits;
      habits.absent = draws(rng, settings_.absent_percent);
      habits.slow = draws(rng, settings_.slow_percent);
      habits.loses_line = draws(rng, settings_.drop_percent);
      const bool late = draws(rng, settings_.late_percent);
      const auto minutes = static_cast<std::int64_t>(rng.below(late ? 26 : 10));
      habits.arrives_at = start_ + (late ? 5 + minutes : minutes) * minute_ms;
      citizens_.emplace_back(stage_, person, card.code, habits);
      citizens_.back().enter(last_);
    }
  }

  void count(Stage::DeviceId device, const Answer& answer) {
    ++run_.commands;
    if (!answer.carried_out) {
      ++run_.refused;
      return;
    }
    const auto citizen = std::find_if(citizens_.begin(), citizens_.end(),
                                      [&](const Citizen& each) { return each.is_in() && each.device() == device; });
    if (citizen == citizens_.end()) {
      return;
    }
    if (std::holds_alternative<core::SubmitIdea>(answer.command)) {
      ++citizen->ideas_accepted;
    }
    if (std::holds_alternative<core::CastVote>(answer.command) ||
        std::holds_alternative<core::CastPoints>(answer.command)) {
      ++citizen->ballots_accepted;
    }
  }

  // Everyone comes back to a good line, so that what tablets kept is answered.
  void gather() {
    for (Citizen& citizen : citizens_) {
      citizen.stay();
    }
    const TimeMs until = stage_.now() + minute_ms;
    stage_.run(until, [this] {
      return std::all_of(citizens_.begin(), citizens_.end(), [](Citizen& each) { return each.waiting() == 0; });
    });
  }

  void report() {
    const core::State& state = stage_.state();
    for (const core::Lap& lap : state.laps) {
      const TimeMs end = lap.ended_at == 0 ? stage_.now() : lap.ended_at;
      run_.minutes[lap.step] += (end - lap.started_at + minute_ms / 2) / minute_ms;
    }
    report_firm_times(state);
    report_room(state);
    for (const auto& [id, poll] : state.polls) {
      const bool motion = poll.result && poll.result->motion;
      run_.not_voted[poll.step] += poll.status == core::PollStatus::prepared ? 1 : 0;
      run_.no_quorum += motion && poll.result->motion->outcome == core::Outcome::no_quorum ? 1 : 0;
    }
    report_writers(state);
    report_lost(state);
  }

  void report_firm_times(const core::State& state) {
    const auto slots = core::timetable(scenario_);
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const core::Step& step = scenario_.steps[i];
      const auto lap = std::find_if(state.laps.begin(), state.laps.end(),
                                    [&](const core::Lap& each) { return each.step == step.id; });
      if (step.timer.firm_at && lap != state.laps.end()) {
        const TimeMs firm = midnight_ms + slots[i].start * minute_ms;
        run_.firm_late[step.id] = std::max<TimeMs>(0, lap->started_at - firm) / minute_ms;
      }
    }
  }

  void report_room(const core::State& state) {
    run_.present = core::people_present(state);
    for (const auto& [id, table] : state.tables) {
      const bool taken = std::any_of(state.people.begin(), state.people.end(), [&, wanted = id](const auto& entry) {
        return entry.second.table == wanted && entry.second.arrived_at != 0;
      });
      run_.empty_tables += taken || table.removed ? 0 : 1;
    }
  }

  void report_writers(const core::State& state) {
    std::map<std::string, std::set<PersonId>> writers;
    for (const core::Step& step : scenario_.steps) {
      if (step.kind == core::StepKind::write && run_.minutes.contains(step.id)) {
        writers[step.id];
      }
    }
    for (const auto& [id, idea] : state.ideas) {
      writers[idea.step].insert(idea.author);
    }
    for (const auto& [step, people] : writers) {
      run_.wrote[step] = static_cast<std::int64_t>(people.size());
    }
  }

  void report_lost(const core::State& state) {
    std::map<PersonId, std::size_t> ballots;
    for (const auto& [id, poll] : state.polls) {
      for (const PersonId voter : poll.voters) {
        ++ballots[voter];
      }
    }
    for (const Citizen& citizen : citizens_) {
      const std::size_t ideas = state.people.at(citizen.person()).ideas.size();
      run_.lost += ideas < citizen.ideas_accepted ? static_cast<std::int64_t>(citizen.ideas_accepted - ideas) : 0;
      const std::size_t cast = ballots[citizen.person()];
      run_.lost += cast < citizen.ballots_accepted ? static_cast<std::int64_t>(citizen.ballots_accepted - cast) : 0;
    }
  }

  const core::Scenario& scenario_;
  const Settings& settings_;
  Stage stage_;
  Lead lead_;
  std::deque<Citizen> citizens_;
  TimeMs start_ = 0;
  TimeMs last_ = 0;
  Run run_;
};

}  // namespace

Sheet play(const core::Scenario& scenario, const Settings& settings) {
  std::vector<Run> runs;
  for (std::int64_t number = 0; number < settings.runs; ++number) {
    runs.push_back(Rehearsal(scenario, settings, settings.seed + static_cast<std::uint64_t>(number)).play());
  }
  return make_sheet(scenario, settings, runs);
}

}  // namespace tablee::rehearse
