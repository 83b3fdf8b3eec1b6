#include "core/apply_parts.h"

namespace tablee::core {

void change(State& state, const Stamp& stamp, const AtelierOpened& event) {
  state.opened_at = stamp.at;
  state.scenario_sha256 = event.scenario_sha256;
}

void change(State& state, const Stamp&, const TableAdded& event) {
  Table table;
  table.id = event.table;
  table.title = event.title;
  TABLEE_CHECK(state.tables.emplace(event.table, std::move(table)).second);
}

void change(State& state, const Stamp&, const TableRenamed& event) {
  existing(state.tables, event.table).title = event.title;
}

void change(State& state, const Stamp&, const TableRemoved& event) {
  Table& table = existing(state.tables, event.table);
  table.removed = true;
  table.ready = false;
  table.help_since = 0;
  table.help_kind = std::nullopt;
  // Only people who are gone can still have their seat there; when they come back they have none.
  for (auto& [id, person] : state.people) {
    if (person.table == event.table) {
      person.table.reset();
    }
  }
}

void change(State& state, const Stamp&, const PersonAdded& event) {
  Person person;
  person.id = event.person;
  person.table = event.table;
  TABLEE_CHECK(state.people.emplace(event.person, std::move(person)).second);
}

void change(State& state, const Stamp&, const PersonSeated& event) {
  existing(state.people, event.person).table = event.table;
}

void change(State& state, const Stamp& stamp, const PersonArrived& event) {
  existing(state.people, event.person).arrived_at = stamp.at;
}

void change(State& state, const Stamp&, const PersonGone& event) {
  Person& person = existing(state.people, event.person);
  person.gone = event.gone;
  person.ready = person.ready && !event.gone;
}

void change(State& state, const Stamp&, const CardReplaced& event) {
  // The card itself is a record: here only the fact is checked.
  existing(state.people, event.person);
}

void change(State& state, const Stamp&, const TablesDealt& event) {
  for (const Seat& seat : event.seats) {
    Person& person = existing(state.people, seat.person);
    if (event.step) {
      state.seats_before.emplace(seat.person, person.table);
    }
    person.table = seat.table;
  }
  if (event.hosts) {
    state.hosts.clear();
    for (const Seat& host : *event.hosts) {
      state.hosts[host.table] = host.person;
    }
  }
  if (event.subjects) {
    state.subjects_before = state.subjects;
    state.subjects.clear();
    for (const TableSubject& each : *event.subjects) {
      state.subjects[each.table] = each.cluster;
    }
  }
}

void change(State& state, const Stamp&, const WishesSet& event) {
  existing(state.people, event.person).active = true;
  state.wishes[event.step][event.person] = event.clusters;
}

}  // namespace tablee::core
