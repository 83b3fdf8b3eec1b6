#include "rehearse/lead.h"

#include <algorithm>

#include "core/items.h"
#include "core/questions.h"
#include "core/run.h"
#include "core/scenario_order.h"
#include "core/speaking_order.h"
#include "core/speaking_rules.h"
#include "core/timetable.h"
#include "core/view_rules.h"

namespace tablee::rehearse {
namespace {

constexpr TimeMs look_ms = 10'000;
constexpr TimeMs vote_ms = 90'000;  // for one article, when not everyone has voted
constexpr TimeMs answer_ms = 120'000;
constexpr std::int64_t extension_minutes = 5;
constexpr std::size_t clusters_wanted = 8;

}  // namespace

Lead::Lead(Stage& stage)
    : stage_(stage), device_(stage.add_device(core::Role::facilitator, stage.state().facilitator.token)) {}

void Lead::prepare(std::int64_t people, std::int64_t tables) {
  stage_.device(device_).open(stage_.now());
  for (std::int64_t table = 0; table < tables; ++table) {
    stage_.after(table * 100, [this] { say(core::AddTable{""}); });
  }
  stage_.after(tables * 100 + 100, [this, people] {
    core::AddPeople list;
    for (std::int64_t count = 0; count < people; ++count) {
      list.people.push_back(core::NewPerson{"Personne " + std::to_string(count + 1), std::nullopt});
    }
    say(std::move(list));
  });
  stage_.after(tables * 100 + 200, [this] { say(core::DealTables{true}); });
}

void Lead::look() {
  lead();
  if (!done_) {
    stage_.after(look_ms, [this] { look(); });
  }
}

core::Slot Lead::slot(const std::string& id) const {
  const core::State& state = stage_.state();
  const auto place = static_cast<std::size_t>(core::find_step(state.scenario, id) - state.scenario.steps.data());
  return core::timetable(state.scenario, state.dropped)[place];
}

TimeMs Lead::planned_start(const std::string& id) const {
  return midnight_ms + slot(id).start * minute_ms;
}

TimeMs Lead::planned_end(const std::string& id) const {
  return midnight_ms + slot(id).end() * minute_ms;
}

void Lead::lead() {
  const core::State& state = stage_.state();
  const core::Step* step = core::current_step(state);
  if (step == nullptr || !core::is_active(state.run)) {
    return start_next();
  }
  if (seen_ != step->id) {
    seen_ = step->id;
    if (on_start) {
      on_start(*step);
    }
  }
  go_on(*step);
}

void Lead::start_next() {
  const core::State& state = stage_.state();
  const core::Step* current = core::current_step(state);
  const core::Step* end = state.scenario.steps.data() + state.scenario.steps.size();
  const core::Step* next = current == nullptr ? state.scenario.steps.data() : current + 1;
  while (next != end && state.dropped.contains(next->id)) {
    ++next;
  }
  if (next == end) {
    done_ = true;
    return;
  }
  const bool waits = current == nullptr || next->timer.firm_at || core::is_night(*current);
  if (waits && stage_.now() < planned_start(next->id)) {
    return;
  }
  if (!waits) {
    make_up_for(*next);
  }
  say(core::StartStep{next->id, state.run.step});
}

// Late at the start of a step that has a firm time ahead: the first plan offered is taken, once.
void Lead::make_up_for(const core::Step& step) {
  const std::int64_t late = (stage_.now() - planned_start(step.id)) / minute_ms;
  if (late < 1 || !answered_.insert(step.id).second) {
    return;
  }
  const core::State& state = stage_.state();
  const auto steps = core::planned_steps(core::taking_place(state.scenario, state.dropped));
  const auto place = std::find_if(steps.begin(), steps.end(), [&](const auto& each) { return each.id == step.id; });
  const auto options = core::alternatives(steps, static_cast<std::size_t>(place - steps.begin()), late);
  core::ChangePlan change;
  change.reason = "Retard de " + std::to_string(late) + " min.";
  for (const core::PlanRow& row : options.front().plan) {
    if (row.removed > 0) {
      change.durations.push_back(core::StepMinutes{row.id, row.minutes});
    }
  }
  if (!change.durations.empty()) {
    say(core::NoteDelay{step.id, late});
    say(std::move(change));
  }
}

bool Lead::everyone_is_done(const core::Step& step) const {
  const core::State& state = stage_.state();
  const bool alone =
      step.kind == core::StepKind::write || step.kind == core::StepKind::rank || step.kind == core::StepKind::draft;
  return !alone || std::all_of(state.people.begin(), state.people.end(), [](const auto& entry) {
    return entry.second.arrived_at == 0 || entry.second.gone || entry.second.ready;
  });
}

void Lead::go_on(const core::Step& step) {
  const core::State& state = stage_.state();
  const bool sorts =
      step.kind == core::StepKind::cluster || (step.parallel && step.parallel->kind == core::StepKind::cluster);
  if (sorts) {
    sort_ideas();
  }
  hear_questions(step);
  give_floor();
  begin_items(step);
  const bool votes_done = step.kind != core::StepKind::vote || conduct_votes(step);
  const TimeMs spent = stage_.now() - state.run.started_at;
  const bool ceiling = spent >= step.duration.ceiling * minute_ms;
  if (core::is_night(step)) {
    if (stage_.now() >= planned_end(step.id)) {
      say(core::EndStep{step.id});
    }
    return;
  }
  if (step.timer.mode == core::TimerMode::firm) {
    return;  // its timer ends it
  }
  if (spent < step.duration.planned * minute_ms) {
    return;
  }
  if (ceiling || (votes_done && everyone_is_done(step))) {
    return say(core::EndStep{step.id});
  }
  if (step.timer.mode == core::TimerMode::soft && state.run.status == core::RunStatus::time_up) {
    const std::int64_t room = step.duration.ceiling - step.duration.planned - state.run.extended_minutes;
    if (room > 0) {
      say(core::ExtendStep{step.id, std::min(room, extension_minutes)});
    }
  }
}

// Ideas that lie nowhere go into clusters in turn, a new cluster as long as there are few.
void Lead::sort_ideas() {
  const core::State& state = stage_.state();
  if (stage_.device(device_).waiting() > 0) {
    return;
  }
  for (const auto& [id, idea] : state.ideas) {
    if (idea.fate != core::Fate::open || !core::idea_can_be_sorted(state, idea)) {
      continue;
    }
    if (state.clusters.size() < clusters_wanted) {
      return say(core::AddCluster{"Grappe " + std::to_string(state.clusters.size() + 1), {id}});
    }
    auto cluster = state.clusters.begin();
    std::advance(cluster, static_cast<std::ptrdiff_t>(stage_.rng().below(state.clusters.size())));
    say(core::MoveIdea{id, cluster->first});
    if (stage_.device(device_).waiting() >= 20) {
      return;  // within what one console may say at once
    }
  }
}

// The questions of the tables, in the order proposed: each has its time, or two minutes.
void Lead::hear_questions(const core::Step& step) {
  const core::State& state = stage_.state();
  if (step.kind != core::StepKind::ask) {
    return;
  }
  if (state.current_question) {
    const TimeMs ends_at = state.questions.at(*state.current_question).speech_ends_at;
    if (stage_.now() >= (ends_at == 0 ? question_called_ + answer_ms : ends_at)) {
      say(core::FinishAnswer{*state.current_question});
    }
    return;
  }
  // Tables write first; they are heard in the second half, or in a step that reads what was asked before.
  const bool asked_before = step.reads && !step.reads->empty();
  const bool listens = asked_before || stage_.now() - state.run.started_at >= step.duration.planned * minute_ms / 2;
  const std::vector<QuestionId> waiting = core::waiting_order(state);
  const auto next = std::find_if(waiting.begin(), waiting.end(),
                                 [&](QuestionId id) { return core::is_asking(state, state.questions.at(id).store); });
  if (listens && next != waiting.end()) {
    question_called_ = stage_.now();
    say(core::CallQuestion{*next});
  }
}

// The hands, in the order proposed: each speaks until the countdown ends.
void Lead::give_floor() {
  const core::State& state = stage_.state();
  if (!core::queue_is_open(state) || core::current_step(state)->seats) {
    return;
  }
  const core::Speech* speech = core::speech_at(state, core::plenary);
  if (speech != nullptr && stage_.now() < speech->ends_at) {
    return;
  }
  if (const auto queue = core::speaking_queue(state); !queue.empty()) {
    say(core::GiveFloor{queue.front()->person});
  } else if (speech != nullptr) {
    say(core::EndSpeech{});
  }
}

// Where the lead says it: the next thing begins when the time of the one before is up.
void Lead::begin_items(const core::Step& step) {
  const core::State& state = stage_.state();
  const core::Run& run = state.run;
  const bool leads = core::item_source(step) == core::ItemSource::lead;
  if (leads && core::items_left(state) > 0 && (run.item == 0 || stage_.now() >= run.item_ends_at)) {
    say(core::StartItem{step.id, run.item + 1});
  }
}

// One article after the other: opened, closed, published. True: nothing is left to vote on.
bool Lead::conduct_votes(const core::Step& step) {
  const core::State& state = stage_.state();
  for (const auto& [id, poll] : state.polls) {
    if (poll.step != step.id || poll.status == core::PollStatus::published) {
      continue;
    }
    if (poll.status == core::PollStatus::prepared) {
      say(core::OpenPoll{id});
      polls_opened_[id.value] = stage_.now();
      stage_.after(0, [this, poll_id = id] {
        if (on_poll) {
          on_poll(poll_id);
        }
      });
      return false;
    }
    if (poll.status == core::PollStatus::open) {
      const bool all = static_cast<std::int64_t>(poll.voters.size()) >= core::people_present(state);
      const TimeMs longest = step.timer.budget ? step.timer.budget->seconds * 1'000 : vote_ms;
      if (all || stage_.now() - polls_opened_[id.value] >= longest) {
        say(core::ClosePoll{id, "Le temps prévu est passé."});
      }
      return false;
    }
    say(core::PublishPoll{id});
    return false;
  }
  return true;
}

}  // namespace tablee::rehearse
