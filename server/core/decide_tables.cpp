#include "base/utf8.h"
#include "core/decide_parts.h"
#include "core/seating.h"

namespace tablee::core {
namespace {

Refusal no_table() {
  return refuse(Code::not_found, "table", "there is no such table");
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
  const bool any_table =
      std::any_of(state.tables.begin(), state.tables.end(), [](const auto& entry) { return !entry.second.removed; });
  if (!any_table) {
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
  return fact(dealt_evenly(state, std::move(people), command.everyone, SecretStream(envelope.entropy).seed()));
}

}  // namespace tablee::core
