#include "core/seating.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/rng.h"
#include "core/presence.h"
#include "core/wishes.h"

namespace tablee::core {
namespace {

bool mixes(const Step& step) {
  return step.tables && step.tables->mode == Seating::mix;
}

std::vector<TableId> standing_tables(const State& state) {
  std::vector<TableId> tables;
  for (const auto& [id, table] : state.tables) {
    if (!table.removed) {
      tables.push_back(id);
    }
  }
  return tables;
}

// Those who are there and seated, by table, in the order of the list.
std::map<TableId, std::vector<PersonId>> seated(const State& state) {
  std::map<TableId, std::vector<PersonId>> people;
  for (const auto& [id, person] : state.people) {
    if (person.table && is_present(person)) {
      people[*person.table].push_back(id);
    }
  }
  return people;
}

std::vector<PersonId> present(const State& state, bool only_without_seat) {
  std::vector<PersonId> people;
  for (const auto& [id, person] : state.people) {
    if (is_present(person) && !(only_without_seat && person.table)) {
      people.push_back(id);
    }
  }
  return people;
}

PersonId host_of(const State& state, TableId table, const std::vector<PersonId>& people) {
  const auto before = state.hosts.find(table);
  const bool still_there =
      before != state.hosts.end() && std::find(people.begin(), people.end(), before->second) != people.end();
  return still_there ? before->second : people.front();
}

TablesDealt rotated(const State& state, const Step& step) {
  const std::vector<TableId> tables = standing_tables(state);
  const auto shift = static_cast<std::size_t>(step.tables->shift.value_or(1)) % tables.size();
  TablesDealt dealt{"", "rotation", {}, step.id, std::vector<Seat>{}, std::nullopt};
  const auto people = seated(state);
  for (std::size_t place = 0; place < tables.size(); ++place) {
    const auto here = people.find(tables[place]);
    if (here == people.end()) {
      continue;
    }
    std::optional<PersonId> host;
    if (step.tables->host.value_or(false)) {
      host = host_of(state, tables[place], here->second);
      dealt.hosts->push_back({*host, tables[place]});
    }
    for (const PersonId person : here->second) {
      if (person != host) {
        dealt.seats.push_back({person, tables[(place + shift) % tables.size()]});
      }
    }
  }
  return dealt;
}

}  // namespace

TablesDealt dealt_evenly(const State& state, std::vector<PersonId> people, bool everyone, std::uint64_t seed) {
  std::map<TableId, std::int64_t> taken;
  for (const TableId table : standing_tables(state)) {
    taken[table] = 0;
  }
  for (const auto& [id, person] : state.people) {
    const auto table = person.table && !person.gone && !everyone ? taken.find(*person.table) : taken.end();
    if (table != taken.end()) {
      ++table->second;
    }
  }
  Rng(seed).shuffle(people);
  TablesDealt dealt{std::to_string(seed), std::string(draw_algorithm), {}, std::nullopt, std::nullopt, std::nullopt};
  for (const PersonId person : people) {
    // The emptiest table, the first of them: from empty tables this gives sizes that differ by at most one.
    const auto emptiest = std::min_element(
        taken.begin(), taken.end(), [](const auto& one, const auto& other) { return one.second < other.second; });
    ++emptiest->second;
    dealt.seats.push_back(Seat{person, emptiest->first});
  }
  return dealt;
}

std::optional<TablesDealt> seats_on_start(const State& state, const Step& step, std::uint64_t seed) {
  if (standing_tables(state).empty()) {
    return std::nullopt;
  }
  const bool again =
      std::any_of(state.laps.begin(), state.laps.end(), [&](const Lap& lap) { return lap.step == step.id; });
  if (again) {
    return std::nullopt;
  }
  TablesDealt dealt;
  const Step* left = current_step(state);
  const bool drafted_by_wish = step.kind == StepKind::draft && seats_by_wish(step);
  const bool left_by_wish = left != nullptr && left->kind != StepKind::draft && seats_by_wish(*left);
  if (drafted_by_wish || left_by_wish) {
    dealt = seats_by_wishes(state, drafted_by_wish ? step : *left, step, seed).value_or(TablesDealt{});
  } else if (step.tables && step.tables->mode == Seating::rotate) {
    dealt = rotated(state, step);
  } else if (mixes(step) && step.kind != StepKind::welcome) {
    dealt = dealt_evenly(state, present(state, false), true, seed);
  } else if (left != nullptr && mixes(*left) && left->kind == StepKind::welcome) {
    dealt = dealt_evenly(state, present(state, true), false, seed);
  }
  dealt.step = step.id;
  return dealt.seats.empty() ? std::nullopt : std::optional(dealt);
}

}  // namespace tablee::core
