// Who speaks: the part everyone sees, a table's, a person's, and the lead's.
#include <algorithm>
#include <map>

#include "core/run.h"
#include "core/speaking_figures.h"
#include "core/speaking_order.h"
#include "core/speaking_rules.h"
#include "core/view_rules.h"

namespace tablee::core {
namespace {

constexpr std::size_t next_shown = 2;

FloorPerson floor_person(const State& state, PersonId person, bool point_of_order) {
  const auto table = state.people.at(person).table;
  return {state.scenario.names_at_table ? person_name(state, person) : std::string{},
          table ? table_title(state, *table) : std::string{}, point_of_order};
}

const Step* step_at_tables(const State& state) {
  return work_at_tables(state) ? current_step(state) : nullptr;
}

// Whoever is measured with this table: who sits there and is present, and who has spoken there.
std::map<PersonId, Spoken> people_measured(const Measured& measured, const std::vector<PersonId>& seated) {
  std::map<PersonId, Spoken> people = measured.people;
  for (const PersonId person : seated) {
    people.try_emplace(person);
  }
  return people;
}

std::int64_t seconds_of(const Spoken& spoken) {
  // A word, however short, is no silence.
  return spoken.speeches == 0 ? 0 : std::max<std::int64_t>(1, whole_seconds(spoken.ms));
}

SpeakingRow row_of(const SpeakingFigures& figures) {
  return {figures.people, figures.seconds, figures.silent, figures.gini_thousandths, figures.top_percent};
}

// Somebody present who said nothing, and did not pass, in the last two steps measured at this table.
bool is_silent_twice(const State& state, TableId table, const std::vector<PersonId>& seated) {
  const auto steps = state.speaking.measured_steps.find(table);
  if (steps == state.speaking.measured_steps.end() || steps->second.size() < 2) {
    return false;
  }
  const std::string& last = steps->second.back();
  const std::string& before = *(steps->second.end() - 2);
  const auto is_silent = [&](PersonId person, const std::string& step) {
    const Spoken spoken = spoken_at(state.speaking, step, table, person);
    return spoken.speeches == 0 && !spoken.passed;
  };
  return std::any_of(seated.begin(), seated.end(),
                     [&](PersonId person) { return is_silent(person, last) && is_silent(person, before); });
}

// The steps at tables that are over, each once, and how long they ran together.
struct TableSteps {
  std::vector<std::string> over;
  TimeMs elapsed = 0;
};

TableSteps table_steps_over(const State& state) {
  TableSteps steps;
  for (const Step& step : state.scenario.steps) {
    const TimeMs elapsed = is_at_tables(step) && !is_active(state, step.id) ? elapsed_ms(state, step.id) : 0;
    if (elapsed > 0) {
      steps.over.push_back(step.id);
      steps.elapsed += elapsed;
    }
  }
  return steps;
}

std::optional<std::int64_t> coverage_of(const State& state, TableId table, const TableSteps& steps) {
  TimeMs measured_ms = 0;
  for (const std::string& step : steps.over) {
    const Measured* measured = measured_at(state.speaking, step, table);
    measured_ms += measured == nullptr ? 0 : measured->ms;
  }
  return coverage_percent(measured_ms, steps.elapsed);
}

TableSpeakingRow table_row(const State& state, const Step& step, TableId table, const std::vector<PersonId>& seated,
                           std::vector<std::int64_t>& room) {
  TableSpeakingRow row;
  row.table = table;
  if (const Speech* speech = speech_at(state, table)) {
    row.speaker = speech->person;
  }
  if (const Measured* measured = measured_at(state.speaking, step.id, table)) {
    std::vector<std::int64_t> seconds;
    for (const auto& [person, spoken] : people_measured(*measured, seated)) {
      row.people.push_back({person, seconds_of(spoken), spoken.passed});
      if (spoken.speeches > 0 || !spoken.passed) {
        seconds.push_back(seconds_of(spoken));
      }
    }
    room.insert(room.end(), seconds.begin(), seconds.end());
    const SpeakingFigures figures = speaking_figures(std::move(seconds));
    row.measured = row_of(figures);
    if (may_hint(figures) && figures.is_uneven) {
      row.hints.push_back(SpeakingHint::uneven);
    }
    if (may_hint(figures) && figures.is_dominated) {
      row.hints.push_back(SpeakingHint::dominated);
    }
  }
  if (is_silent_twice(state, table, seated)) {
    row.hints.push_back(SpeakingHint::silent_twice);
  }
  return row;
}

void view_tables(const State& state, SpeakingView& view) {
  const Step* step = step_at_tables(state);
  if (step == nullptr) {
    return;
  }
  std::map<TableId, std::vector<PersonId>> seated;
  for (const auto& [id, person] : state.people) {
    if (person.table && !person.gone && person.arrived_at != 0) {
      seated[*person.table].push_back(id);
    }
  }
  const TableSteps over = table_steps_over(state);
  std::vector<std::int64_t> room;
  for (const auto& [id, table] : state.tables) {
    if (!table.removed) {
      view.tables.push_back(table_row(state, *step, id, seated[id], room));
      view.tables.back().coverage_percent = coverage_of(state, id, over);
    }
  }
  if (const auto figures = group_figures(std::move(room))) {
    view.room = row_of(*figures);
  }
}

}  // namespace

FloorView view_floor(const State& state) {
  FloorView view;
  view.open = queue_is_open(state);
  if (const Speech* speech = speech_at(state, plenary)) {
    view.speech = FloorSpeech{floor_person(state, speech->person, speech->point_of_order), speech->started_at,
                              speech->ends_at, speech->remaining_ms, speech->held};
  }
  const std::vector<const Hand*> queue = speaking_queue(state);
  view.waiting = static_cast<std::int64_t>(queue.size());
  for (std::size_t i = 0; i < std::min(next_shown, queue.size()); ++i) {
    view.next.push_back(floor_person(state, queue[i]->person, queue[i]->point_of_order));
  }
  const Step* step = is_active(state.run) ? current_step(state) : nullptr;
  if (step != nullptr && step->seats) {
    const Floor* floor = current_floor(state);
    FloorSeats seats{step->seats->count, step->seats->open - seats_taken(floor, true), {}};
    if (floor != nullptr) {
      for (const MiddleSeat& seat : floor->seats) {
        seats.seated.push_back(floor_person(state, seat.person, false));
      }
    }
    view.seats = std::move(seats);
  }
  return view;
}

SpeakingView view_speaking(const State& state) {
  SpeakingView view;
  view.may_have_queue = is_active(state.run) && may_have_queue(current_step(state)->kind);
  if (const Speech* speech = speech_at(state, plenary)) {
    view.speaker = speech->person;
  }
  if (const Floor* floor = current_floor(state)) {
    view.ordered_by_hand = !floor->ordered.empty();
    for (const MiddleSeat& seat : floor->seats) {
      view.seated.push_back(seat.person);
    }
  }
  for (const Hand* hand : speaking_queue(state)) {
    view.queue.push_back({hand->id, hand->person, hand->point_of_order, hand->at,
                          spoken_at(state.speaking, hand->step, plenary, hand->person).speeches > 0,
                          whole_seconds(spoken_in_plenary(state.speaking, hand->person).ms)});
  }
  view_tables(state, view);
  return view;
}

std::optional<TableSpeech> view_table_speech(const State& state, TableId table) {
  const Step* step = step_at_tables(state);
  if (step == nullptr) {
    return std::nullopt;
  }
  TableSpeech view;
  view.turn_seconds = step->speech_seconds.value_or(0);
  if (const Speech* speech = speech_at(state, table)) {
    view.speaker = speech->person;
    view.started_at_ms = speech->started_at;
    view.ends_at_ms = speech->ends_at;
    view.remaining_ms = speech->remaining_ms;
    view.held = speech->held;
  }
  for (const auto& [id, person] : state.people) {
    if (person.table == table && !person.gone) {
      view.people.push_back({id, state.scenario.names_at_table ? person_name(state, id) : std::string{},
                             static_cast<std::int64_t>(view.people.size()) + 1,
                             spoken_at(state.speaking, step->id, table, id).passed});
    }
  }
  return view;
}

MySpeech view_my_speech(const State& state, PersonId person) {
  MySpeech view;
  const bool waits = waiting_hand(state, person, false) != nullptr || waiting_hand(state, person, true) != nullptr;
  std::int64_t place = 0;
  for (const Hand* hand : waits ? speaking_queue(state) : std::vector<const Hand*>{}) {
    ++place;
    if (hand->person == person) {
      (hand->point_of_order ? view.point_of_order_place : view.hand_place) = place;
    }
  }
  const Speech* speech = speech_at(state, plenary);
  view.has_floor = speech != nullptr && speech->person == person;
  const auto table = state.people.at(person).table;
  view.passed = table && is_active(state.run) && spoken_at(state.speaking, state.run.step, *table, person).passed;
  view.seated = middle_seat(current_floor(state), person) != nullptr;
  return view;
}

}  // namespace tablee::core
