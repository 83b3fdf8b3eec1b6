#include "core/ways_out.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "core/condition.h"
#include "core/deadline.h"
#include "core/presence.h"
#include "core/run.h"

namespace tablee::core {
namespace {

enum class Precedence { result, readiness, time };

bool is_about_time(const Value& value) {
  return std::all_of(value.quantities.begin(), value.quantities.end(), [](Quantity each) {
    return each == Quantity::turn || each == Quantity::duration || each == Quantity::planned ||
           each == Quantity::ceiling;
  });
}

bool is_about_time(const Test& test) {
  if (test.comparison == Comparison::flag) {
    return test.flag == Flag::time_up;
  }
  return test.comparison != Comparison::outcome && is_about_time(test.left) && is_about_time(test.right);
}

// A line that speaks of several is of the strongest.
Precedence precedence_of(const Condition& condition) {
  Precedence strongest = Precedence::time;
  for (const std::vector<Test>& all : condition.any_of) {
    for (const Test& test : all) {
      const Precedence own = test.comparison == Comparison::outcome ? Precedence::result
                             : is_about_time(test)                  ? Precedence::time
                                                                    : Precedence::readiness;
      strongest = std::min(strongest, own);
    }
  }
  return strongest;
}

// How often this step has run, the time it may be running now counted.
std::int64_t runs_of(const State& state, std::string_view step) {
  return std::count_if(state.laps.begin(), state.laps.end(), [&](const Lap& lap) { return lap.step == step; });
}

// The step it leads back to has had all its turns.
bool leads_too_often(const State& state, const Next& line) {
  const Step* target = line.to ? find_step(state.scenario, *line.to) : nullptr;
  return target != nullptr && target->repeat && target->repeat->turns_max &&
         runs_of(state, target->id) >= *target->repeat->turns_max;
}

struct Line {
  std::int64_t place = 0;
  Precedence precedence = Precedence::time;
  Condition condition;
};

// The lines that may still open, the strongest first.
std::vector<Line> lines_of(const State& state, const Step& step) {
  std::vector<Line> lines;
  for (std::size_t i = 0; i < step.next->size(); ++i) {
    const auto place = static_cast<std::int64_t>(i);
    const auto& when = (*step.next)[i].when;
    if (!when || state.run.ways_passed.contains(place) || leads_too_often(state, (*step.next)[i])) {
      continue;
    }
    if (auto condition = parse_condition(*when)) {
      const Precedence precedence = precedence_of(*condition);
      lines.push_back({place, precedence, std::move(*condition)});
    }
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& one, const Line& other) { return one.precedence < other.precedence; });
  return lines;
}

std::optional<std::int64_t> first_true(const std::vector<Line>& lines, const Facts& facts) {
  const auto found =
      std::find_if(lines.begin(), lines.end(), [&](const Line& each) { return holds(each.condition, facts); });
  return found == lines.end() ? std::nullopt : std::optional(found->place);
}

// The step to weigh; nullptr when nothing is: no `next`, a pause, or a step that the lead has ended.
const Step* weighed_step(const State& state) {
  const Step* step = current_step(state);
  const bool weighed = step != nullptr && step->next && !state.run.paused &&
                       (is_active(state.run) || (state.run.status == RunStatus::ended && state.run.time_ended));
  return weighed ? step : nullptr;
}

void count_people(const State& state, Facts& facts) {
  std::set<TableId> seated;
  std::int64_t ready = 0;
  for (const auto& [id, person] : state.people) {
    facts.expected += person.gone ? 0 : 1;
    if (!is_present(person)) {
      continue;
    }
    ++facts.present;
    const auto table = person.table ? state.tables.find(*person.table) : state.tables.end();
    const bool seat_ready = table != state.tables.end() && table->second.ready;
    ready += person.ready || seat_ready ? 1 : 0;
    if (table != state.tables.end()) {
      seated.insert(table->first);
    }
  }
  facts.all_ready = facts.present > 0 && ready == facts.present;
  std::int64_t tables_ready = 0;
  for (const TableId id : seated) {
    tables_ready += state.tables.at(id).ready ? 1 : 0;
  }
  facts.tables_ready = {tables_ready, std::max<std::int64_t>(1, static_cast<std::int64_t>(seated.size()))};
}

std::optional<Issue> issue_of(const Poll& poll) {
  if (!poll.result || !poll.result->motion) {
    return std::nullopt;
  }
  switch (poll.result->motion->outcome) {
    case Outcome::adopted:
      return Issue::adopted;
    case Outcome::rejected:
      return Issue::rejected;
    case Outcome::no_quorum:
      return Issue::no_quorum;
  }
  return std::nullopt;
}

// The poll that is open, or the last one closed in this step, counts the voters; everyone has voted when every poll of
// the step is over, or has everyone.
void count_votes(const State& state, Facts& facts) {
  const auto measure = state.measures.find(state.run.step);
  if (measure != state.measures.end()) {
    facts.voters = static_cast<std::int64_t>(measure->second.answered.size());
    facts.all_voted = facts.present > 0 && facts.voters >= facts.present;
  }
  bool any = false;
  bool all = true;
  const Poll* last = nullptr;
  for (const auto& [id, poll] : state.polls) {
    if (poll.step != state.run.step) {
      continue;
    }
    any = true;
    const auto voters = static_cast<std::int64_t>(poll.voters.size());
    const bool over = poll.status == PollStatus::closed || poll.status == PollStatus::published;
    all = all && (over || (poll.status == PollStatus::open && voters >= facts.present));
    if (poll.status == PollStatus::open || (over && (last == nullptr || last->status != PollStatus::open))) {
      last = &poll;
    }
  }
  if (any) {
    facts.all_voted = all && facts.present > 0;
  }
  if (last != nullptr) {
    facts.voters = static_cast<std::int64_t>(last->voters.size());
    facts.outcome = last->status == PollStatus::open ? std::nullopt : issue_of(*last);
  }
}

bool mentions_duration(const Condition& condition) {
  const auto asks = [](const Value& value) {
    return std::find(value.quantities.begin(), value.quantities.end(), Quantity::duration) != value.quantities.end();
  };
  return std::any_of(condition.any_of.begin(), condition.any_of.end(), [&](const std::vector<Test>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Test& test) { return asks(test.left) || asks(test.right); });
  });
}

// Requires: a step is current.
Facts facts_of(const State& state, TimeMs now) {
  const Step& step = *current_step(state);
  Facts facts;
  count_people(state, facts);
  count_votes(state, facts);
  facts.turn = step.repeat && step.repeat->turns_max ? runs_of(state, step.id) : state.run.turn + 1;
  facts.duration = (now - state.run.started_at) / minute_ms;
  facts.planned = step.duration.planned;
  facts.ceiling = step.duration.ceiling;
  const bool held = waits_past_end(state);  // up for some, and not for those it goes on for
  facts.time_up = (state.run.status == RunStatus::time_up && !held) || state.run.time_ended;
  return facts;
}

}  // namespace

std::optional<std::int64_t> open_way_out(const State& state, TimeMs now) {
  const Step* step = weighed_step(state);
  if (step == nullptr) {
    return std::nullopt;
  }
  const std::vector<Line> lines = lines_of(state, *step);
  return lines.empty() ? std::nullopt : first_true(lines, facts_of(state, now));
}

const Step* target_of(const State& state, const Next& line) {
  const Step* end = state.scenario.steps.data() + state.scenario.steps.size();
  const Step* target = line.to ? find_step(state.scenario, *line.to) : current_step(state) + 1;
  while (target != nullptr && target != end && state.dropped.contains(target->id)) {
    ++target;
  }
  return target == end ? nullptr : target;
}

bool is_automatic(const State& state, const Next& line) {
  const Step& step = *current_step(state);
  if (step.timer.mode != TimerMode::firm || state.gone_back) {
    return false;
  }
  switch (line.action.value_or(Action::auto_)) {
    case Action::propose:
    case Action::warn:
    case Action::wait:
    case Action::reopen:
      return false;
    case Action::close_submissions:
    case Action::freeze:
    case Action::archive:
      return true;
    case Action::auto_:
    case Action::close:
    case Action::take_as_is:
    case Action::annex:
    case Action::seal:
      break;
  }
  const Step* target = target_of(state, line);
  return target == nullptr || (!target->timer.firm_at && target->kind != StepKind::hand_over);
}

TimeMs next_weighing(const State& state, TimeMs now) {
  const Step* step = weighed_step(state);
  if (step == nullptr || !is_active(state.run)) {
    return 0;
  }
  const std::vector<Line> lines = lines_of(state, *step);
  const bool timed =
      std::any_of(lines.begin(), lines.end(), [](const Line& each) { return mentions_duration(each.condition); });
  if (!timed) {
    return 0;
  }
  Facts facts = facts_of(state, now);
  while (++facts.duration <= limits::step_minutes_max) {
    if (first_true(lines, facts) != state.run.way_out) {
      return state.run.started_at + facts.duration * minute_ms;
    }
  }
  return 0;
}

}  // namespace tablee::core
