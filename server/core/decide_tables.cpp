#include "base/utf8.h"
#include "core/decide_parts.h"

namespace tablee::core {
namespace {

Refusal no_table() {
  return refuse(Code::not_found, "table", "there is no such table");
}

// How many people who are still here sit at each table in the room.
std::map<TableId, std::int64_t> seats_taken(const State& state) {
  std::map<TableId, std::int64_t> taken;
  for (const auto& [id, table] : state.tables) {
    if (!table.removed) {
      taken.emplace(id, 0);
    }
  }
  for (const auto& [id, person] : state.people) {
    if (!person.gone && person.table) {
      ++taken[*person.table];
    }
  }
  return taken;
}

}  // namespace

Result<Decision> answer(const State& state, const Envelope& envelope, const AddTable& command) {
  const auto in_the_room =
      std::count_if(state.tables.begin(), state.tables.end(), [](const auto& entry) { return !entry.second.removed; });
  if (in_the_room >= limits::tables_max) {
    return refuse(Code::too_many, "", "there is no room for one more table");
  }
  const TableId id = next_id(state.tables);
  Decision decision = fact(TableAdded{id, clean_name(command.title)});
  decision.records.emplace_back(CardMaker(state, envelope.entropy).for_table(id));
  return decision;
}

Result<Decision> answer(const State& state, const Envelope&, const RenameTable& command) {
  const Table* table = find_table(state, command.table);
  if (table == nullptr) {
    return no_table();
  }
  const std::string title = clean_name(command.title);
  return table->title == title ? Decision{} : fact(TableRenamed{command.table, title});
}

Result<Decision> answer(const State& state, const Envelope&, const RemoveTable& command) {
  if (find_table(state, command.table) == nullptr) {
    return no_table();
  }
  const bool taken = std::any_of(state.people.begin(), state.people.end(), [&](const auto& entry) {
    return entry.second.table == command.table && !entry.second.gone;
  });
  if (taken) {
    return refuse(Code::wrong_state, "table", "people sit at this table");
  }
  const bool wrote = std::any_of(state.articles.begin(), state.articles.end(),
                                 [&](const auto& entry) { return entry.second.table == command.table; });
  if (wrote) {
    return refuse(Code::wrong_state, "table", "this table has an article");
  }
  return fact(TableRemoved{command.table});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const DealTables& command) {
  std::map<TableId, std::int64_t> taken = seats_taken(state);
  if (taken.empty()) {
    return refuse(Code::wrong_state, "", "there is no table to deal people to");
  }
  std::vector<PersonId> people;
  for (const auto& [id, person] : state.people) {
    if (!person.gone && (command.everyone || !person.table)) {
      people.push_back(id);
    }
  }
  if (people.empty()) {
    return Decision{};
  }
  if (command.everyone) {
    for (auto& [id, seats] : taken) {
      seats = 0;
    }
  }
  const std::uint64_t seed = SecretStream(envelope.entropy).seed();
  Rng(seed).shuffle(people);
  TablesDealt dealt{std::to_string(seed), std::string(draw_algorithm), {}};
  for (const PersonId person : people) {
    // The emptiest table, the first of them: from empty tables this gives sizes that differ by at most one.
    const auto emptiest = std::min_element(
        taken.begin(), taken.end(), [](const auto& one, const auto& other) { return one.second < other.second; });
    ++emptiest->second;
    dealt.seats.push_back(Seat{person, emptiest->first});
  }
  return fact(dealt);
}

}  // namespace tablee::core
