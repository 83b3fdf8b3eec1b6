#include "base/utf8.h"
#include "core/box.h"
#include "core/committee.h"
#include "core/deadline.h"
#include "core/decide_parts.h"
#include "core/drafting.h"
#include "core/late_text.h"
#include "core/own_time.h"
#include "core/seating.h"
#include "core/timetable.h"

namespace tablee::core {
namespace {

Refusal not_current() {
  return refuse(Code::wrong_step, "step", "this is not the current step");
}
Refusal not_active() {
  return refuse(Code::wrong_state, "", "no step is going on");
}

// The end of a step that runs again, the time in between given back; 0 when it had none.
TimeMs given_back(const State& state, TimeMs now) {
  const TimeMs before = state.before_transition->ends_at;
  return before == 0 ? 0 : before + (now - state.transition_at);
}

}  // namespace

Events end_of_step(const State& state, EndReason reason) {
  Events events{StepEnded{state.run.step, reason}};
  if (const Poll* poll = open_poll(state)) {
    events.add(count_poll(state, *poll));
  }
  events.append(end_of_speech(state));
  events.append(merge_ended(state));
  const Step* step = current_step(state);
  if (step != nullptr && drafts(*step)) {
    for (const auto& [id, article] : state.articles) {
      if (article.step == step->id && article.status == ArticleStatus::writing) {
        if (auto event = submitted(state, article)) {
          events.add(std::move(*event));
        }
        if (is_night(*step)) {
          events.add(TextFrozen{id});
        }
      }
    }
  }
  return events;
}

std::optional<Refusal> unstartable(const State& state, const Step& step) {
  if (is_active(state, step.id)) {
    return refuse(Code::wrong_state, "step", "this step is already going on");
  }
  if (state.dropped.contains(step.id)) {
    return refuse(Code::wrong_state, "step", "this step was dropped: take it back first");
  }
  const std::size_t of_tables = step.kind == StepKind::draft ? tables_without_article(state, step).size() : 0;
  const Events of_committee = articles_for_committee(state, step, ArticleId{1});
  const auto own = std::count_if(of_committee.begin(), of_committee.end(),
                                 [](const Event& event) { return std::holds_alternative<ArticleOpened>(event); });
  const std::size_t opened = of_tables + static_cast<std::size_t>(own);
  if (opened > 0 && state.articles.size() + opened > static_cast<std::size_t>(limits::articles_max)) {
    return refuse(Code::too_many, "step", "no more articles can be kept");
  }
  return std::nullopt;
}

Events start_of_step(const State& state, const Envelope& envelope, const Step& step,
                     std::optional<std::int64_t> minutes) {
  const bool has_end = step.timer.mode != TimerMode::free && !is_night(step);
  Events events;
  if (is_night(step) || step.kind == StepKind::hand_over) {
    events = freeze_all(state);
  }
  events.add(StepStarted{step.id, has_end ? envelope.now + minutes.value_or(step.duration.planned) * minute_ms : 0});
  SecretStream stream(envelope.entropy);
  if (auto dealt = seats_on_start(state, step, stream.seed())) {
    events.add(std::move(*dealt));
  }
  if (auto formed = drawn_committee(state, step, stream.seed())) {
    events.add(std::move(*formed));
  }
  return events;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const StartStep& command) {
  const Step* step = find_step(state.scenario, command.step);
  if (step == nullptr) {
    return refuse(Code::not_found, "step", "the programme has no such step");
  }
  if (command.from != state.run.step) {
    return refuse(Code::conflict, "from", "the room is no longer at that step");
  }
  if (const auto refusal = unstartable(state, *step)) {
    return *refusal;
  }
  Decision decision;
  if (is_active(state.run)) {
    decision.events = end_of_step(state, EndReason::facilitator);
  }
  decision.events.append(start_of_step(state, envelope, *step, std::nullopt));
  return decision;
}

Result<Decision> answer(const State& state, const Envelope&, const EndStep& command) {
  if (command.step != state.run.step) {
    return not_current();
  }
  if (!is_active(state.run)) {
    return not_active();
  }
  return Decision{end_of_step(state, EndReason::facilitator), {}};
}

Result<Decision> answer(const State& state, const Envelope&, const PauseRoom&) {
  if (!is_active(state.run)) {
    return not_active();
  }
  if (state.run.paused) {
    return refuse(Code::wrong_state, "", "the room is already paused");
  }
  return fact(RoomPaused{});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const ResumeRoom&) {
  if (!state.run.paused) {
    return refuse(Code::wrong_state, "", "the room is not paused");
  }
  const bool has_end = current_step(state)->timer.mode != TimerMode::free;
  return fact(RoomResumed{has_end ? envelope.now + state.run.remaining_ms : 0});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const ExtendStep& command) {
  if (command.step != state.run.step) {
    return not_current();
  }
  if (!is_active(state.run)) {
    return not_active();
  }
  const Step& step = *current_step(state);
  if (step.timer.mode == TimerMode::free) {
    return refuse(Code::wrong_state, "step", "this step has no end to move");
  }
  const std::int64_t room = step.duration.ceiling - step.duration.planned - state.run.extended_minutes;
  if (command.minutes > room) {
    return refuse(Code::out_of_range, "minutes", "this step may grow by " + std::to_string(room) + " more minutes");
  }
  if (state.run.extended_minutes + command.minutes < 0) {
    return refuse(Code::out_of_range, "minutes",
                  "this step was given " + std::to_string(state.run.extended_minutes) + " minutes");
  }
  if (command.minutes == 0) {
    return Decision{};
  }
  // Minutes are given from now on when the time is up, and taken back from the end there is.
  const TimeMs from = command.minutes > 0 ? std::max(envelope.now, state.run.ends_at) : state.run.ends_at;
  const TimeMs ends_at = from + command.minutes * minute_ms;
  const TimeMs left = state.run.paused ? state.run.remaining_ms + command.minutes * minute_ms : ends_at - envelope.now;
  if (step.timer.mode == TimerMode::firm && left <= 0) {
    return refuse(Code::wrong_state, "minutes", "the step would be over at once: end it instead");
  }
  return fact(StepExtended{command.step, command.minutes, state.run.paused ? 0 : ends_at});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const UndoTransition&) {
  if (!state.before_transition) {
    return refuse(Code::wrong_state, "", "there is nothing to undo");
  }
  if (envelope.now - state.transition_at > limits::undo_ms) {
    return refuse(Code::wrong_state, "", "too much time has passed to undo");
  }
  Decision decision;
  // A poll opened by the step that never happened: closed and counted like any other, so that no box stays open.
  if (const Poll* poll = open_poll(state)) {
    decision.events.add(count_poll(state, *poll));
  }
  decision.events.append(end_of_speech(state));
  decision.events.add(TransitionUndone{given_back(state, envelope.now)});
  return decision;
}

namespace {

// Under a firm timer, when the step ends for the last one it waits for.
Decision tick_past_end(const State& state, TimeMs now) {
  const auto until = held_until(state);
  return until && *until <= now ? Decision{end_of_step(state, EndReason::timer), {}} : Decision{};
}

}  // namespace

Decision decide_tick(const State& state, const Envelope& envelope) {
  if (Events frozen = freeze_due(state, envelope.now); !frozen.empty()) {
    return Decision{std::move(frozen), {}};
  }
  const Run& run = state.run;
  if (run.status == RunStatus::time_up && waits_past_end(state)) {
    return tick_past_end(state, envelope.now);
  }
  if (run.status != RunStatus::running) {
    return Decision{};
  }
  const TimeMs turn = turn_deadline(state);
  if (turn != 0 && envelope.now >= turn && (run.ends_at == 0 || turn < run.ends_at)) {
    return fact(turn_started(*current_step(state), run.turn + 1, envelope.now));
  }
  if (run.ends_at == 0 || envelope.now < run.ends_at) {
    return Decision{};
  }
  if (current_step(state)->timer.mode == TimerMode::firm) {
    Decision over = tick_past_end(state, envelope.now);
    if (!over.events.empty()) {
      return over;
    }
  }
  return fact(StepTimeUp{run.step});
}

}  // namespace tablee::core
