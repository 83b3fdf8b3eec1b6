// The sections that everyone receives: the same bytes for every screen.
#include <algorithm>
#include <map>

#include "core/drafting.h"
#include "core/review.h"
#include "core/sample.h"
#include "core/timetable.h"
#include "core/view_rules.h"

namespace tablee::core {

namespace {

constexpr std::size_t notices_shown = 50;

// The step whose ideas are still received although it has ended: the current one, or the one just before it.
TimeMs late_until(const State& state) {
  const Lap* last = nullptr;
  if (state.run.status == RunStatus::ended) {
    last = state.laps.empty() ? nullptr : &state.laps.back();
  } else if (state.laps.size() >= 2) {
    last = &state.laps[state.laps.size() - 2];
  }
  if (last == nullptr || last->ended_at == 0 || step_runs(state, last->step)) {
    return 0;
  }
  const Step* step = find_step(state.scenario, last->step);
  const bool receives_late = step != nullptr && (step->kind == StepKind::write || step->kind == StepKind::review);
  return receives_late ? last->ended_at + limits::late_grace_ms : 0;
}

void describe_writing(const Step& step, StepView& view) {
  if (!step.writes || step.writes->empty()) {
    return;
  }
  const Write& write = step.writes->front();
  if (step.kind == StepKind::review) {
    view.anchored = is_anchored(step);
    view.alone = sampled_read(step) != nullptr;
    view.max = write.max.value_or(limits::comments_per_table_max);
    view.characters = std::min(limits::comment_chars_max, write.characters.value_or(limits::comment_chars_max));
    return;
  }
  if (step.kind != StepKind::write && step.kind != StepKind::merge) {
    return;
  }
  view.min = write.min.value_or(0);
  view.max = write.max.value_or(limits::ideas_per_person_max);
  view.characters = write.characters.value_or(limits::idea_chars_max);
}

// The frame of the current draft step, or of the last one that ran, then what committees have that it lacks: later
// screens need the labels to show articles.
std::vector<ArticleField> frame_in_use(const State& state) {
  std::vector<ArticleField> frame;
  std::vector<ArticleField> of_committees;
  for (auto lap = state.laps.rbegin(); lap != state.laps.rend(); ++lap) {
    if (lap->kind != StepKind::draft && !lap->has_committee) {
      continue;
    }
    const Step* step = find_step(state.scenario, lap->step);
    if (step != nullptr && step->kind == StepKind::draft && frame.empty()) {
      frame = frame_of(*step);
    }
    if (step != nullptr && has_drafting_committee(*step)) {
      const std::vector<ArticleField> own = frame_of(*step, true);
      of_committees.insert(of_committees.end(), own.begin(), own.end());
    }
  }
  for (ArticleField& each : of_committees) {
    const bool known =
        std::any_of(frame.begin(), frame.end(), [&](const ArticleField& other) { return other.id == each.id; });
    if (!known) {
      frame.push_back(std::move(each));
    }
  }
  return frame;
}

}  // namespace

AtelierView view_atelier(const State& state) {
  AtelierView view;
  view.title = state.scenario.title;
  view.question = state.scenario.question;
  if (state.scenario.commitments) {
    view.commitments = *state.scenario.commitments;
  }
  for (const Step& step : state.scenario.steps) {
    view.steps.push_back({step.id, step.kind, step.title, step.duration.planned, state.dropped.contains(step.id)});
  }
  view.lexicon = state.scenario.lexicon.value_or(std::vector<LexiconWord>{});
  view.easy_readings = state.scenario.easy_readings.value_or(std::vector<EasyReading>{});
  return view;
}

StepView view_step(const State& state) {
  StepView view;
  const Run& run = state.run;
  view.status = run.status;
  const Step* step = current_step(state);
  if (step == nullptr) {
    return view;
  }
  view.position = step - state.scenario.steps.data();
  view.id = step->id;
  view.kind = step->kind;
  view.instruction = step->instruction;
  view.form = step->audience.form;
  view.timer = step->timer.mode;
  view.alerts = step->timer.alerts;
  view.started_at_ms = run.started_at;
  const bool ended = run.status == RunStatus::ended;
  view.ends_at_ms = run.paused || ended ? 0 : run.ends_at;
  view.paused = run.paused;
  view.remaining_ms = run.paused ? run.remaining_ms : 0;
  view.late_until_ms = late_until(state);
  describe_writing(*step, view);
  view.frame = frame_in_use(state);
  for (const Turn& turn : step->timer.turns.value_or(std::vector<Turn>{})) {
    view.turns.push_back({turn.minutes, turn.form, turn.title});
  }
  view.turn = run.turn;
  view.turn_ends_at_ms = run.turn_ends_at;
  view.turn_remaining_ms = run.turn_remaining_ms;
  view.items = view_items(state);
  view.readings = view_readings(state);
  view.waiting = step->waiting;
  view.resumes_at = is_night(*step) ? step->resumes_at.value_or("") : "";
  view.closing_at_ms = ended ? 0 : run.closing_at;
  view.closing_left_ms = ended ? 0 : run.closing_left_ms;
  view.documents = step->documents.value_or(std::vector<Document>{});
  return view;
}

BoardView view_board(const State& state) {
  BoardView view;
  view.kept_at_tables = view_kept_at_tables(state);
  if (!board_is_public(state)) {
    return view;
  }
  const std::set<ClusterId> kept = kept_clusters(state);
  std::map<ClusterId, std::size_t> places;
  for (const auto& [id, cluster] : state.clusters) {
    if (!cluster.merged_into) {
      places[id] = view.clusters.size();
      view.clusters.push_back({id, cluster.title, {}, kept.contains(id)});
    }
  }
  for (const auto& [id, idea] : state.ideas) {
    if (idea.fate != Fate::clustered || !idea.cluster) {
      continue;
    }
    const auto place = places.find(*idea.cluster);
    if (place != places.end()) {
      view.clusters[place->second].ideas.push_back({id, idea.text});
    }
  }
  return view;
}

VoteView view_vote(const State& state) {
  VoteView view;
  for (const auto& [id, poll] : state.polls) {
    if (step_has_started(state, poll.step)) {
      view.polls.push_back(view_poll(state, poll, poll.status == PollStatus::published));
    }
  }
  return view;
}

TallyView view_tally(const State& state) {
  TallyView view;
  if (const Poll* poll = running_poll(state)) {
    view.poll = poll->id;
    view.voted = static_cast<std::int64_t>(poll->voters.size());
  }
  if (const auto measure = state.measures.find(state.run.step); measure != state.measures.end()) {
    view.answered = static_cast<std::int64_t>(measure->second.answered.size());
  }
  view.present = people_present(state);
  for (const auto& [id, table] : state.tables) {
    if (!table.removed) {
      ++view.tables;
      view.tables_ready += table.ready ? 1 : 0;
    }
  }
  for (const auto& [table, counts] : count_groups(state)) {
    view.groups += counts.groups;
    view.groups_kept += counts.kept;
  }
  view.wishes = count_wishes(state);
  return view;
}

AvisView view_avis(const State& state) {
  AvisView view;
  for (const Article* article : avis_articles(state)) {
    AvisArticle shown;
    shown.id = article->id;
    shown.number = static_cast<std::int64_t>(view.articles.size()) + 1;
    shown.table = table_title(state, article->table);
    shown.status = public_status(state, *article);
    shown.texts = article->texts;
    for (const IdeaId source : article->sources) {
      const auto idea = state.ideas.find(source);
      if (idea != state.ideas.end() && idea_is_public(state, idea->second)) {
        shown.sources.push_back({source, idea->second.text});
      }
    }
    shown.to_settle = article->to_settle;
    for (const ArticleVersion& version : article->earlier) {
      if (version.texts != article->texts) {
        shown.earlier.push_back({version.step, version.texts});
      }
    }
    view.articles.push_back(std::move(shown));
  }
  view.sealed_sha256 = state.sealed_sha256;
  view.sealed_at_ms = state.sealed_at;
  if (state.promise) {
    view.promise_who = state.promise->who;
    view.promise_text = state.promise->text;
    view.promise_due = state.promise->due;
  }
  return view;
}

NoticesView view_notices(const State& state) {
  NoticesView view;
  for (auto message = state.messages.rbegin(); message != state.messages.rend(); ++message) {
    if (!message->second.table && !message->second.withdrawn && view.messages.size() < notices_shown) {
      view.messages.push_back({message->first, message->second.text, message->second.at});
    }
  }
  std::reverse(view.messages.begin(), view.messages.end());
  return view;
}

ProjectorView view_projector(const State& state) {
  return {state.scene, state.scene_message};
}

}  // namespace tablee::core
