// The sections that only the facilitator's consoles receive.
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "core/timetable.h"
#include "core/view_rules.h"

namespace tablee::core {

namespace {

std::vector<RunStep> view_run_steps(const State& state) {
  std::vector<RunStep> steps;
  std::map<std::string, std::vector<RunLap>> laps;
  for (const Lap& lap : state.laps) {
    laps[lap.step].push_back({lap.started_at, lap.ended_at});
  }
  const std::vector<Slot> slots = timetable(state.scenario);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Step& step = state.scenario.steps[i];
    RunStep row;
    row.id = step.id;
    row.firm_at = step.timer.firm_at.value_or("");
    row.planned_start_minute = slots[i].start;
    row.planned_minutes = step.duration.planned;
    row.floor_minutes = step.duration.floor;
    row.ceiling_minutes = step.duration.ceiling;
    row.timer = step.timer.mode;
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
  return row;
}

std::int64_t characters_of(const Article& article) {
  std::int64_t characters = 0;
  if (article.status == ArticleStatus::writing) {
    for (const auto& [field_id, draft] : article.drafts) {
      characters += utf8_length(draft.text).value_or(0);
    }
    return characters;
  }
  for (const FieldText& text : article.texts) {
    characters += utf8_length(text.text).value_or(0);
  }
  return characters;
}

std::vector<TableRow> view_table_rows(const State& state) {
  std::map<TableId, const Article*> articles;  // the last one of each table
  for (const auto& [id, article] : state.articles) {
    articles[article.table] = &article;
  }
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
    const auto article = articles.find(id);
    if (article != articles.end()) {
      row.article = article->second->id;
      row.article_subject = cluster_title(state, article->second->cluster);
      row.article_characters = characters_of(*article->second);
    }
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
    rows.push_back(row);
  }
  return rows;
}

}  // namespace

RunView view_run(const State& state) {
  RunView view;
  view.steps = view_run_steps(state);
  view.extended_minutes = state.run.extended_minutes;
  if (state.before_transition) {
    view.undo_until_ms = state.transition_at + limits::undo_ms;
    view.undo_back_to = state.before_transition->step;
  }
  for (const auto& [id, poll] : state.polls) {
    view.polls.push_back(view_poll(state, poll, true));
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
  return view;
}

SortingView view_sorting(const State& state) {
  SortingView view;
  for (const auto& [id, idea] : state.ideas) {
    if (!idea_can_be_sorted(state, idea)) {
      continue;
    }
    SortingIdea row;
    row.id = id;
    row.text = idea.text;
    row.table = idea.table;
    row.late = idea.late;
    row.fate = idea.fate;
    row.cluster = idea.cluster;
    row.reason = idea.reason;
    view.ideas.push_back(std::move(row));
  }
  for (const auto& [id, cluster] : state.clusters) {
    if (!cluster.merged_into) {
      view.clusters.push_back({id, cluster.title, cluster.parents});
    }
  }
  return view;
}

DeskView view_desk(const State& state) {
  DeskView view;
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
  return view;
}

}  // namespace tablee::core
