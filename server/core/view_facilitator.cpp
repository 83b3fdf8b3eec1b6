// The sections that only the facilitator's consoles receive.
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "core/committee.h"
#include "core/own_time.h"
#include "core/questions.h"
#include "core/review.h"
#include "core/scenario_order.h"
#include "core/timetable.h"
#include "core/view_rules.h"
#include "core/writing.h"

namespace tablee::core {

namespace {

constexpr std::size_t table_messages_shown = 50;

std::vector<RunStep> view_run_steps(const State& state) {
  std::vector<RunStep> steps;
  std::map<std::string, std::vector<RunLap>> laps;
  for (const Lap& lap : state.laps) {
    laps[lap.step].push_back({lap.started_at, lap.ended_at});
  }
  const std::vector<Slot> slots = timetable(state.scenario, state.dropped);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Step& step = state.scenario.steps[i];
    RunStep row;
    row.id = step.id;
    row.firm_at = step.timer.firm_at.value_or("");
    row.planned_start_minute = slots[i].start;
    row.planned_minutes = slots[i].minutes;
    row.night = is_night(step);
    row.floor_minutes = step.duration.floor;
    row.ceiling_minutes = step.duration.ceiling;
    row.timer = step.timer.mode;
    row.dropped = state.dropped.contains(step.id);
    const auto first = state.first_planned.find(step.id);
    row.first_planned_minutes = first == state.first_planned.end() ? step.duration.planned : first->second;
    row.laps = laps[step.id];
    steps.push_back(std::move(row));
  }
  return steps;
}

bool has_unsent_draft(const State& state, PersonId person) {
  const auto draft = state.drafts.find({person, state.run.step});
  return draft != state.drafts.end() && !is_blank(draft->second.text);
}

PersonRow view_person_row(const State& state, const Person& person, const Poll* poll) {
  PersonRow row;
  row.id = person.id;
  row.name_shown = person_name(state, person.id);
  row.table = person.table;
  row.arrived = person.arrived_at != 0;
  row.gone = person.gone;
  row.ready = person.ready;
  row.active = person.active;
  row.voted = poll != nullptr && poll->voters.contains(person.id);
  row.draft = has_unsent_draft(state, person.id);
  const auto words = state.words.find(person.id);
  row.preparing = words != state.words.end() && words->second.preparing;
  return row;
}

std::vector<TableRow> view_table_rows(const State& state) {
  std::map<TableId, const Article*> articles;  // the last one of each table
  for (const auto& [id, article] : state.articles) {
    articles[article.table] = &article;
  }
  std::map<TableId, std::int64_t> asked;
  for (const auto& [id, question] : state.questions) {
    for (const TableId table : question.tables) {
      asked[table] += question.fate == AskedFate::withdrawn || question.fate == AskedFate::merged ? 0 : 1;
    }
  }
  std::map<TableId, std::int64_t> served = questions_served(state);
  const Step* review = last_review(state);
  std::map<std::optional<TableId>, GroupCounts> groups = count_groups(state);
  std::vector<TableRow> rows;
  for (const auto& [id, table] : state.tables) {
    if (table.removed) {
      continue;
    }
    TableRow row;
    row.id = id;
    row.title = table.title;
    row.ready = table.ready;
    row.help_since_ms = table.help_since;
    row.help_kind = table.help_kind;
    row.questions_asked = asked[id];
    row.questions_served = served[id];
    const auto article = articles.find(id);
    if (article != articles.end()) {
      row.article = article->second->id;
      row.article_subject = cluster_title(state, article->second->cluster);
      row.article_characters = characters_of(state, *article->second);
    }
    const CommentCounts comments = count_comments(state, review, id);
    row.comments_written = comments.written;
    row.comments_received = comments.received;
    row.time = view_table_time(state, id);
    row.groups = groups[id].groups;
    row.groups_kept = groups[id].kept;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<SignalRow> view_signal_rows(const State& state) {
  std::vector<SignalRow> rows;
  for (const auto& [id, signal] : state.signals) {
    if (signal.cancelled) {
      continue;
    }
    SignalRow row;
    row.id = id;
    row.kind = signal.kind;
    if (!signal.anonymous) {
      row.person = signal.person;
    }
    const auto sender = state.people.find(signal.person);
    if (sender != state.people.end()) {
      row.table = sender->second.table;
    }
    row.at_ms = signal.at;
    row.seen = signal.seen;
    row.about = signal.about;
    rows.push_back(row);
  }
  return rows;
}

// Nothing once the late step has started: what happened is then in the laps.
std::optional<RunDelay> view_delay(const State& state) {
  if (!state.delay || step_has_started(state, state.delay->step)) {
    return std::nullopt;
  }
  const std::vector<PlannedStep> steps = planned_steps(taking_place(state.scenario, state.dropped));
  const auto late =
      std::find_if(steps.begin(), steps.end(), [&](const PlannedStep& step) { return step.id == state.delay->step; });
  if (late == steps.end()) {
    return std::nullopt;
  }
  const auto place = static_cast<std::size_t>(late - steps.begin());
  const Replanning replanning = replan(steps, place, state.delay->minutes);
  RunDelay view{state.delay->step,       state.delay->minutes, replanning.firm.id,
                replanning.firm.planned, replanning.margin,    {},
                replanning.droppable};
  for (Alternative& each : alternatives(steps, place, state.delay->minutes)) {
    view.options.push_back({each.remedy, std::move(each.plan), std::move(each.dropped), each.deliberation_minutes,
                            each.presentation_minutes, each.firm_slip});
  }
  return view;
}

}  // namespace

CountsView view_counts(const State& state) {
  CountsView view;
  for (const auto& [id, poll] : state.polls) {
    view.polls.push_back(view_poll(state, poll, true));
  }
  view.words = view_free_words(state);
  return view;
}

RunView view_run(const State& state) {
  RunView view;
  view.steps = view_run_steps(state);
  view.extended_minutes = state.run.extended_minutes;
  if (state.before_transition) {
    view.undo_until_ms = state.transition_at + limits::undo_ms;
    view.undo_back_to = state.before_transition->step;
  }
  view.delay = view_delay(state);
  view.way_out = view_way_out(state);
  for (const ContentSeal& seal : state.content_seals) {
    view.content_seals.push_back({seal.step, seal.at, seal.sha256});
  }
  return view;
}

PeopleView view_people(const State& state) {
  PeopleView view;
  const Poll* poll = running_poll(state);
  view.people.reserve(state.people.size());
  for (const auto& [id, person] : state.people) {
    view.people.push_back(view_person_row(state, person, poll));
    const PersonRow& row = view.people.back();
    view.unsent_drafts += row.draft && !row.gone ? 1 : 0;
  }
  view.tables = view_table_rows(state);
  view.signals = view_signal_rows(state);
  view.questions = view_question_rows(state);
  view.late_articles = view_late_articles(state);
  if (poll != nullptr && poll->status == PollStatus::open) {
    view.voters_awaited = voters_awaited(state, *poll);
  }
  return view;
}

SortingView view_sorting(const State& state) {
  SortingView view;
  view.ideas = sorting_ideas(state);
  view.clusters = sorting_clusters(state);
  view.comments = view_comments(state);
  if (const Step* step = current_step(state); step != nullptr && committee_of(*step) != nullptr) {
    view.committee_size = committee_size(*committee_of(*step));
    const std::set<PersonId> members = committee_now(state);
    view.committee.assign(members.begin(), members.end());
  }
  return view;
}

DeskView view_desk(const State& state) {
  DeskView view;
  view.expert_code = state.expert.code;
  view.captioner_code = state.captioner.code;
  for (const auto& [id, table] : state.tables) {
    const auto card = state.table_cards.find(id);
    if (!table.removed && card != state.table_cards.end()) {
      view.cards.push_back({std::nullopt, id, card->second.code});
    }
  }
  for (const auto& [id, person] : state.people) {
    const auto card = state.cards.find(id);
    if (!person.gone && card != state.cards.end()) {
      view.cards.push_back({id, std::nullopt, card->second.code});
    }
  }
  for (auto message = state.messages.rbegin(); message != state.messages.rend(); ++message) {
    const auto& [id, sent] = *message;
    if (sent.table && !sent.withdrawn && view.messages.size() < table_messages_shown) {
      view.messages.push_back({id, *sent.table, sent.text, sent.at});
    }
  }
  std::reverse(view.messages.begin(), view.messages.end());
  return view;
}

ProgrammeView view_programme(const State& state) {
  ProgrammeView view;
  view.scenario = state.scenario;
  view.dropped.assign(state.dropped.begin(), state.dropped.end());
  for (const PlanChange& change : state.plan_changes) {
    view.changes.push_back({change.at, change.kind, change.steps, change.reason});
  }
  return view;
}

}  // namespace tablee::core
