#include "simple/seen.h"

#include <algorithm>

namespace tablee::simple {
namespace {

using core::Form;
using core::RunStatus;
using core::StepKind;

std::optional<Form> form_now(const core::StepView& step) {
  if (step.turn >= 0 && step.turn < static_cast<std::int64_t>(step.turns.size())) {
    const auto& turn = step.turns[static_cast<std::size_t>(step.turn)];
    if (turn.form) {
      return turn.form;
    }
  }
  return step.form;
}

// Ideas are written here: always in a write step, in the turns alone of a merge step.
bool asks_ideas(const core::StepView& step, StepKind kind) {
  return kind == StepKind::write || (kind == StepKind::merge && form_now(step) == Form::individual);
}

}  // namespace

core::StepView own_step(const core::StepView& step, const std::optional<core::TableTimeView>& time, TimeMs now) {
  const bool timeless = step.timer == core::TimerMode::free || step.timer == std::nullopt;
  if (!time || timeless || step.status == RunStatus::ended || step.status == RunStatus::waiting) {
    return step;
  }
  core::StepView own = step;
  const TimeMs end = (step.paused ? now + step.remaining_ms : step.ends_at_ms) + time->shift_ms;
  if (time->paused_at_ms > 0) {
    own.status = RunStatus::running;
    own.remaining_ms = end - (step.paused ? now : time->paused_at_ms);
    own.paused = true;
    own.ends_at_ms = 0;
    return own;
  }
  own.status = end > now ? RunStatus::running : step.status;
  if (step.paused) {
    own.remaining_ms = end - now;
  } else {
    own.ends_at_ms = end;
  }
  return own;
}

Seen see(const core::State& state, PersonId person, TimeMs now) {
  Seen seen;
  seen.now = now;
  seen.atelier = core::view_atelier(state);
  seen.step = core::view_step(state);
  seen.board = core::view_board(state);
  seen.vote = core::view_vote(state);
  seen.avis = core::view_avis(state);
  seen.notices = core::view_notices(state);
  seen.me = core::view_me(state, person);
  seen.mine = core::view_mine(state, person);
  if (seen.me.table) {
    seen.table = core::view_table(state, *seen.me.table);
    const bool room_paused = seen.step.paused;
    seen.step = own_step(seen.step, seen.table->time, now);
    seen.table_paused = seen.step.paused && !room_paused;
  }
  return seen;
}

const core::StepSummary* summary_of(const Seen& seen, std::string_view step) {
  const auto& steps = seen.atelier.steps;
  const auto found = std::find_if(steps.begin(), steps.end(), [&](const auto& each) { return each.id == step; });
  return found == steps.end() ? nullptr : &*found;
}

const core::PollView* open_poll(const Seen& seen) {
  const auto& polls = seen.vote.polls;
  const auto found =
      std::find_if(polls.begin(), polls.end(), [](const auto& each) { return each.status == core::PollStatus::open; });
  return found == polls.end() ? nullptr : &*found;
}

bool has_voted(const Seen& seen, PollId poll) {
  return std::find(seen.me.voted.begin(), seen.me.voted.end(), poll) != seen.me.voted.end();
}

bool step_runs(const Seen& seen) {
  return seen.step.status == RunStatus::running || seen.step.status == RunStatus::time_up;
}

std::string_view draft_for(const Seen& seen, std::string_view step) {
  for (const core::MyDraft& draft : seen.me.drafts) {
    if (draft.step == step) {
      return draft.text;
    }
  }
  return {};
}

std::vector<core::Notice> messages_of(const Seen& seen) {
  std::vector<core::Notice> messages = seen.notices.messages;
  if (seen.table) {
    messages.insert(messages.end(), seen.table->messages.begin(), seen.table->messages.end());
    std::stable_sort(messages.begin(), messages.end(),
                     [](const core::Notice& left, const core::Notice& right) { return left.at_ms < right.at_ms; });
  }
  return messages;
}

WritingPlace writing_of(const Seen& seen, std::string_view step) {
  const core::StepSummary* summary = summary_of(seen, step);
  if (summary == nullptr || (summary->kind != StepKind::write && summary->kind != StepKind::merge)) {
    return {};
  }
  const bool current = seen.step.id == step;
  if (current && summary->kind == StepKind::merge && !asks_ideas(seen.step, summary->kind)) {
    return {};
  }
  if (current && step_runs(seen)) {
    return {Writing::open, 0, false};
  }
  if (seen.me.no_limit) {
    return {Writing::late, 0, true};
  }
  const TimeMs until = std::max(seen.step.late_until_ms, seen.me.late_until_ms);
  return until > seen.now ? WritingPlace{Writing::late, until, seen.me.late_until_ms == until}
                          : WritingPlace{Writing::closed, 0, false};
}

std::int64_t ideas_in(const Seen& seen, std::string_view step) {
  return std::count_if(seen.mine.ideas.begin(), seen.mine.ideas.end(), [&](const core::MyIdea& idea) {
    return idea.step == step && idea.fate != core::Fate::withdrawn;
  });
}

std::string seat_words(Language language, const Seen& seen) {
  if (!seen.table) {
    return say(language, "page.no_seat");
  }
  return seen.table->title.empty() ? say(language, "table.numbered", {{"number", std::to_string(seen.table->id.value)}})
                                   : seen.table->title;
}

Slot step_title(Language language, const Seen& seen) {
  if (const core::StepSummary* summary = summary_of(seen, seen.step.id)) {
    return slot_of(language, summary->title);
  }
  return {plain(language, "where.not_started"), tag_of(language)};
}

}  // namespace tablee::simple
