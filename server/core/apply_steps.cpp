#include <algorithm>

#include "core/apply_parts.h"
#include "core/drafting.h"
#include "core/items.h"
#include "core/run.h"

namespace tablee::core {
namespace {

bool is_draft(const State& state, std::string_view step) {
  const Step* found = find_step(state.scenario, step);
  return found != nullptr && drafts(*found);
}

// Tables go by the room's clock again.
void forget_own_times(State& state) {
  state.tables_asked_anew.clear();
  for (const auto& [id, time] : state.run.tables) {
    state.tables_asked_anew.push_back(id);
  }
  state.run.tables.clear();
}

// A new step asks everyone anew. Signals already answered belong to the step that is over; the others wait on.
void forget_answers(State& state) {
  state.asked_anew.clear();
  for (auto& [id, person] : state.people) {
    if (person.ready) {
      state.asked_anew.push_back(id);
    }
    person.ready = false;
    person.active = false;
  }
  for (auto& [id, table] : state.tables) {
    if (table.ready) {
      state.tables_asked_anew.push_back(id);
    }
    table.ready = false;
  }
  for (auto& [id, signal] : state.signals) {
    if (signal.seen && !signal.cancelled) {
      signal.cancelled = true;
      state.asked_anew.push_back(signal.person);
    }
  }
}

void set_status(State& state, std::string_view step, ArticleStatus from, ArticleStatus to) {
  for (auto& [id, article] : state.articles) {
    // An article that was never submitted has no texts to go back to.
    if (article.step == step && to == ArticleStatus::writing) {
      article.freezes_at = 0;
    }
    if (article.step == step && article.status == from && (to == ArticleStatus::writing || !article.texts.empty())) {
      article.status = to;
    }
  }
}

// Articles that this start took over go back to the step that wrote them before.
void give_back_articles(State& state, std::string_view step) {
  for (auto& [id, article] : state.articles) {
    if (article.step == step && !article.earlier.empty() && article.reopened_at >= state.transition_at) {
      article.step = article.earlier.back().step;
      article.by_committee = article.earlier.back().by_committee;
      article.status = article.earlier.back().status;
      article.to_settle.clear();
      article.earlier.pop_back();
    }
  }
}

// What a first start dealt, and nobody has used: the next one deals anew.
void forget_dealt(State& state, const std::string& step) {
  const bool ran_before =
      std::any_of(state.laps.begin(), state.laps.end(), [&](const Lap& lap) { return lap.step == step; });
  if (ran_before) {
    return;
  }
  if (!state.measures.contains(step)) {
    state.articles_asked.erase(step);
  }
  const auto said = state.comments_by.lower_bound({step, TableId{}});
  if (said == state.comments_by.end() || said->first.first != step) {
    state.samples.erase(step);
  }
}

void take_back_start(State& state, const Run& undone) {
  state.laps.pop_back();
  for (const auto& [person, table] : state.seats_before) {
    existing(state.people, person).table = table;
  }
  state.seats_before.clear();
  state.subjects = state.subjects_before.value_or(state.subjects);
  state.subjects_before.reset();
  forget_dealt(state, undone.step);
  state.merges.erase(state.laps.size());
  if (is_draft(state, undone.step)) {
    set_status(state, undone.step, ArticleStatus::writing, ArticleStatus::submitted);
    give_back_articles(state, undone.step);
  }
  if (state.sealed_at >= state.transition_at) {
    state.sealed_sha256.clear();
    state.sealed_at = 0;
  }
}

void take_back_end(State& state, const Run& restored) {
  state.laps.back().ended_at = 0;
  take_back_merge_end(state);
  if (restored.paused) {
    state.speaking.paused_ms[restored.step] -= state.transition_at - restored.paused_at;
  }
  if (is_draft(state, restored.step)) {
    set_status(state, restored.step, ArticleStatus::submitted, ArticleStatus::writing);
  }
  for (const PollId id : state.closed_by_transition) {
    Poll& poll = existing(state.polls, id);
    if (poll.status == PollStatus::closed) {
      poll.status = PollStatus::open;
      poll.result.reset();
    }
  }
}

}  // namespace

void change(State& state, const Stamp& stamp, const StepStarted& event) {
  // Leaving one step for another is one gesture, and is undone as one.
  const bool one_gesture = state.before_transition && state.transition_at == stamp.at &&
                           state.run.status == RunStatus::ended && state.run.ended_at == stamp.at;
  if (!one_gesture) {
    state.before_transition = state.run;
    state.closed_by_transition.clear();
  }
  state.transition_at = stamp.at;
  state.gone_back = false;
  state.seats_before.clear();
  state.subjects_before.reset();
  forget_own_times(state);
  state.run = Run{};
  state.run.status = RunStatus::running;
  state.run.step = event.step;
  state.run.started_at = stamp.at;
  state.run.ends_at = event.ends_at_ms;
  Lap lap{event.step, stamp.at, 0};
  if (const Step* step = find_step(state.scenario, event.step)) {
    lap.kind = step->kind;
    lap.has_committee = step->parallel.has_value();
  }
  state.laps.push_back(std::move(lap));
  forget_answers(state);
  if (is_draft(state, event.step)) {
    set_status(state, event.step, ArticleStatus::submitted, ArticleStatus::writing);
  }
}

void change(State& state, const Stamp& stamp, const StepEnded& event) {
  TABLEE_CHECK(is_active(state.run) && state.run.step == event.step && !state.laps.empty());
  state.speaking.last_gesture.reset();
  state.before_transition = state.run;
  state.transition_at = stamp.at;
  state.closed_by_transition.clear();
  if (state.run.paused) {
    state.speaking.paused_ms[event.step] += stamp.at - state.run.paused_at;
  }
  state.run.status = RunStatus::ended;
  state.run.ended_at = stamp.at;
  state.run.ends_at = 0;
  state.run.paused = false;
  state.run.paused_at = 0;
  state.run.remaining_ms = 0;
  state.run.turn_ends_at = 0;
  state.run.turn_remaining_ms = 0;
  end_item(state.run);
  forget_own_times(state);
  state.run.way_out.reset();
  state.run.time_ended = event.reason == EndReason::timer;
  state.laps.back().ended_at = stamp.at;
  if (is_draft(state, event.step)) {
    // What an earlier end submitted is stale: the ArticleSubmitted that follow say what stands now.
    for (auto& [id, article] : state.articles) {
      if (article.step == event.step && article.status == ArticleStatus::writing) {
        article.texts.clear();
        article.freezes_at = stamp.at + limits::text_grace_ms;
      }
    }
  }
}

void change(State& state, const Stamp&, const StepTimeUp& event) {
  TABLEE_CHECK(state.run.status == RunStatus::running && state.run.step == event.step);
  state.run.status = RunStatus::time_up;
}

void change(State& state, const Stamp& stamp, const StepExtended& event) {
  TABLEE_CHECK(is_active(state.run) && state.run.step == event.step);
  Run& run = state.run;
  run.extended_minutes += event.minutes;
  run.status = RunStatus::running;
  run.ends_at = event.ends_at_ms;
  if (run.paused) {
    const TimeMs left = event.minutes > 0 ? std::max<TimeMs>(0, run.remaining_ms) : run.remaining_ms;
    run.remaining_ms = left + event.minutes * minute_ms;
  }
  // The turn that goes on gets the time.
  TimeMs& turn = run.paused ? run.turn_remaining_ms : run.turn_ends_at;
  const TimeMs moved = turn + event.minutes * minute_ms;
  // Taken back, time never cuts the turn short at once: what is too much for it is the next ones'.
  const bool lasts = event.minutes > 0 || moved > (run.paused ? 0 : stamp.at);
  turn = turn != 0 && lasts ? moved : turn;
}

void change(State& state, const Stamp& stamp, const RoomPaused&) {
  Run& run = state.run;
  pause_speeches(state, stamp.at);
  run.paused = true;
  run.paused_at = stamp.at;
  run.remaining_ms = run.ends_at == 0 ? 0 : run.ends_at - stamp.at;
  run.ends_at = 0;
  run.turn_remaining_ms = run.turn_ends_at == 0 ? 0 : run.turn_ends_at - stamp.at;
  run.turn_ends_at = 0;
  run.item_remaining_ms = run.item_ends_at == 0 ? 0 : run.item_ends_at - stamp.at;
  run.item_ends_at = 0;
  run.closing_left_ms = run.closing_at == 0 ? 0 : std::max<TimeMs>(run.closing_at - stamp.at, 1);
  run.closing_at = 0;
}

void change(State& state, const Stamp& stamp, const RoomResumed& event) {
  Run& run = state.run;
  resume_speeches(state, stamp.at);
  state.speaking.paused_ms[run.step] += stamp.at - run.paused_at;
  if (state.current_question) {
    AskedQuestion& question = existing(state.questions, *state.current_question);
    question.speech_ends_at += question.speech_ends_at == 0 ? 0 : stamp.at - run.paused_at;
  }
  for (auto& [id, table] : run.tables) {
    // The room's pause is not the table's.
    table.paused_at += table.paused_at == 0 ? 0 : stamp.at - std::max(table.paused_at, run.paused_at);
  }
  run.paused = false;
  run.paused_at = 0;
  run.remaining_ms = 0;
  run.ends_at = event.ends_at_ms;
  run.turn_ends_at = run.turn_remaining_ms == 0 ? 0 : stamp.at + run.turn_remaining_ms;
  run.turn_remaining_ms = 0;
  run.item_ends_at = run.item_remaining_ms == 0 ? 0 : stamp.at + run.item_remaining_ms;
  run.item_remaining_ms = 0;
  run.closing_at = run.closing_left_ms == 0 ? 0 : stamp.at + run.closing_left_ms;
  run.closing_left_ms = 0;
}

void change(State& state, const Stamp&, const TurnStarted& event) {
  TABLEE_CHECK(is_active(state.run) && state.run.step == event.step);
  state.run.turn = event.turn;
  state.run.turn_ends_at = event.ends_at_ms;
  forget_later_groups(state, event.turn);
}

void change(State& state, const Stamp& stamp, const TransitionUndone& event) {
  TABLEE_CHECK(state.before_transition && !state.laps.empty());
  const Run undone = state.run;
  state.run = *state.before_transition;
  if (is_active(undone)) {
    take_back_start(state, undone);
  }
  if (is_active(state.run)) {
    take_back_end(state, state.run);
  }
  Run& run = state.run;
  run.ends_at = event.ends_at_ms;
  run.turn_ends_at += run.turn_ends_at == 0 ? 0 : stamp.at - state.transition_at;
  run.item_ends_at += run.item_ends_at == 0 ? 0 : stamp.at - state.transition_at;
  // The question that the end of the step cut short was heard, and stays so.
  const Step* step = current_step(state);
  if (step != nullptr && item_source(*step) == ItemSource::questions && !state.current_question) {
    end_item(run);
  }
  // A timer that ended the step has nothing left to give back: the step goes on past its time until someone says more.
  if (run.status == RunStatus::running && run.ends_at != 0 && run.ends_at <= stamp.at) {
    run.status = RunStatus::time_up;
  }
  state.gone_back = true;
  state.before_transition.reset();
  state.closed_by_transition.clear();
}

}  // namespace tablee::core
