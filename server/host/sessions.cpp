#include "host/sessions.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/limits.h"

namespace tablee::host {
namespace {

const Audience nobody;

// The audience of this id, made when missing.
template <class Items>
typename Items::value_type& at_id(Items& items, std::uint32_t id) {
  if (items.size() <= id) {
    items.resize(id + 1);
  }
  return items[id];
}

void take_out(Audience& audience, ConnectionId id) {
  const auto found = std::find(audience.begin(), audience.end(), id);
  TABLEE_CHECK(found != audience.end());
  *found = audience.back();
  audience.pop_back();
}

}  // namespace

std::optional<ConnectionId> Sessions::open(std::string_view address, TimeMs now) {
  if (open_count_ >= static_cast<std::size_t>(limits::connections_max)) {
    return std::nullopt;
  }
  if (free_.empty()) {
    free_.push_back(static_cast<ConnectionId>(connections_.size()));
    connections_.emplace_back();
  }
  const ConnectionId id = free_.back();
  free_.pop_back();
  ++open_count_;
  Connection& connection = connections_[id];
  connection.open = true;
  connection.address = address;
  connection.connected_at = now;
  return id;
}

void Sessions::close(ConnectionId id) {
  leave(id);
  Connection& connection = at(id);
  const std::uint32_t next_generation = connection.generation + 1;
  connection = Connection{};
  connection.generation = next_generation;
  free_.push_back(id);
  --open_count_;
}

Connection& Sessions::at(ConnectionId id) {
  TABLEE_CHECK(is_open(id));
  return connections_[id];
}

bool Sessions::is_open(ConnectionId id) const {
  return id < connections_.size() && connections_[id].open;
}

Audience& Sessions::table_audience(TableId table) {
  return at_id(tables_, table.value);
}

void Sessions::seat(ConnectionId id, const core::Subject& subject, TableId table) {
  Connection& connection = at(id);
  TABLEE_CHECK(!connection.seated);
  leave(id);
  ++moves_;
  connection.seated = true;
  connection.subject = subject;
  connection.table = table;
  connection.place = static_cast<std::uint32_t>(everyone_.size());
  everyone_.push_back(id);
  if (table) {
    table_audience(table).push_back(id);
  }
  switch (subject.role) {
    case core::Role::participant:
      at_id(people_, subject.person.value).push_back(id);
      break;
    case core::Role::table:
      ++at_id(screens_, subject.table.value);
      break;
    case core::Role::facilitator:
      consoles_.push_back(id);
      break;
    case core::Role::companion:
      companions_[subject.person].push_back(id);
      break;
    case core::Role::expert:
      ++experts_;
      break;
    case core::Role::captioner:
      ++captioners_;
      break;
    case core::Role::projector:
      ++projectors_;
      break;
  }
}

Result<std::int64_t> Sessions::wait(ConnectionId id, std::string_view device) {
  Connection& connection = at(id);
  TABLEE_CHECK(!connection.seated);
  leave(id);
  auto number = waiting_room_.enter(id, device, connection.address);
  connection.waiting = number.has_value();
  ++moves_;
  return number;
}

void Sessions::leave(ConnectionId id) {
  Connection& connection = at(id);
  if (std::exchange(connection.waiting, false)) {
    waiting_room_.leave(id);
    ++moves_;
  }
  if (!connection.seated) {
    return;
  }
  ++moves_;
  connection.seated = false;
  connection.expecting = false;
  const ConnectionId last = everyone_.back();
  everyone_[connection.place] = last;
  connections_[last].place = connection.place;
  everyone_.pop_back();
  if (connection.table) {
    take_out(table_audience(connection.table), id);
  }
  switch (connection.subject.role) {
    case core::Role::participant:
      take_out(people_[connection.subject.person.value], id);
      break;
    case core::Role::table:
      --screens_[connection.subject.table.value];
      break;
    case core::Role::facilitator:
      take_out(consoles_, id);
      break;
    case core::Role::companion:
      leave_companions(connection.subject.person, id);
      break;
    case core::Role::expert:
      --experts_;
      break;
    case core::Role::captioner:
      --captioners_;
      break;
    case core::Role::projector:
      --projectors_;
      break;
  }
  if (connection.line != nullptr) {
    Numbers::let_go(*std::exchange(connection.line, nullptr));
  }
}

void Sessions::leave_companions(PersonId person, ConnectionId id) {
  const auto theirs = companions_.find(person);
  TABLEE_CHECK(theirs != companions_.end());
  take_out(theirs->second, id);
  if (theirs->second.empty()) {
    companions_.erase(theirs);
  }
}

std::vector<ConnectionId> Sessions::move(PersonId person, TableId table) {
  std::vector<ConnectionId> moved;
  Audience screens = of_person(person);
  const Audience& helping = of_companions(person);
  screens.insert(screens.end(), helping.begin(), helping.end());
  for (const ConnectionId id : screens) {
    Connection& connection = connections_[id];
    if (connection.table == table) {
      continue;
    }
    if (connection.table) {
      take_out(table_audience(connection.table), id);
    }
    if (table) {
      table_audience(table).push_back(id);
    }
    connection.table = table;
    moved.push_back(id);
  }
  return moved;
}

const Audience& Sessions::of_table(TableId table) const {
  return table.value < tables_.size() ? tables_[table.value] : nobody;
}

const Audience& Sessions::of_person(PersonId person) const {
  return person.value < people_.size() ? people_[person.value] : nobody;
}

const Audience& Sessions::of_companions(PersonId person) const {
  const auto found = companions_.find(person);
  return found == companions_.end() ? nobody : found->second;
}

std::vector<PersonId> Sessions::people_helped() const {
  std::vector<PersonId> people;
  for (const auto& [person, screens] : companions_) {
    people.push_back(person);
  }
  return people;
}

wire::PresenceView Sessions::presence() const {
  wire::PresenceView view;
  for (std::uint32_t id = 0; id < people_.size(); ++id) {
    if (!people_[id].empty()) {
      view.people.push_back(PersonId{id});
    }
  }
  for (std::uint32_t id = 0; id < screens_.size(); ++id) {
    if (screens_[id] > 0) {
      view.table_screens.push_back(TableId{id});
    }
  }
  view.facilitators = static_cast<std::int64_t>(consoles_.size());
  view.projectors = projectors_;
  view.experts = experts_;
  view.captioners = captioners_;
  view.waiting = waiting_room_.devices();
  return view;
}

}  // namespace tablee::host
