#include "base/utf8.h"
#include "core/decide_parts.h"

namespace tablee::core {
namespace {

Refusal no_person() {
  return refuse(Code::not_found, "person", "nobody on the list has this id");
}
Refusal no_table() {
  return refuse(Code::not_found, "table", "there is no such table");
}
Refusal too_many_people() {
  return refuse(Code::too_many, "people", "the list of people is full");
}

}  // namespace

Result<Decision> decide_open(const State& state, const Envelope& envelope, const OpenAtelier& command) {
  if (state.opened_at != 0) {
    return refuse(Code::wrong_state, "", "the atelier is already open");
  }
  Decision decision = fact(AtelierOpened{state.scenario.id, state.scenario.version, command.scenario_sha256});
  CardMaker cards(state, envelope.entropy);
  decision.records.emplace_back(cards.for_facilitator());
  decision.records.emplace_back(cards.for_experts());
  decision.records.emplace_back(cards.for_captioner());
  return decision;
}

Result<Decision> decide_arrive(const State& state, const Envelope&, const Arrive& command) {
  const Person* person = find_in(state.people, command.person);
  if (person == nullptr) {
    return no_person();
  }
  if (person->gone) {
    return refuse(Code::not_allowed, "person", "this person has left");
  }
  return person->arrived_at != 0 ? Decision{} : fact(PersonArrived{command.person});
}

Result<Decision> decide_join(const State& state, const Envelope& envelope, const JoinTable& command) {
  if (find_table(state, command.table) == nullptr) {
    return no_table();
  }
  if (is_full(state.people, limits::people_max)) {
    return too_many_people();
  }
  const auto seated = std::count_if(state.people.begin(), state.people.end(), [&](const auto& entry) {
    return entry.second.table == command.table && !entry.second.gone;
  });
  if (seated >= state.scenario.group.per_table_max) {
    return refuse(Code::too_many, "table", "every seat at this table is taken");
  }
  const PersonId id = next_id(state.people);
  Decision decision = fact(PersonAdded{id, command.table});
  decision.records.emplace_back(CardMaker(state, envelope.entropy).for_person(id, clean_name(command.person_name)));
  return decision;
}

Result<Decision> answer(const State& state, const Envelope& envelope, const AddPeople& command) {
  if (static_cast<std::int64_t>(state.people.size() + command.people.size()) > limits::people_max) {
    return too_many_people();
  }
  Decision decision;
  CardMaker cards(state, envelope.entropy);
  PersonId id = next_id(state.people);
  for (const NewPerson& person : command.people) {
    if (person.table && find_table(state, *person.table) == nullptr) {
      return no_table();
    }
    decision.events.add(PersonAdded{id, person.table});
    decision.records.emplace_back(cards.for_person(id, clean_name(person.name)));
    ++id.value;
  }
  return decision;
}

Result<Decision> answer(const State& state, const Envelope&, const RenamePerson& command) {
  const Card* card = find_in(state.cards, command.person);
  if (card == nullptr) {
    return no_person();
  }
  Card renamed = *card;
  renamed.display_name = clean_name(command.new_name);
  return kept(renamed);
}

Result<Decision> answer(const State& state, const Envelope&, const SeatPerson& command) {
  const Person* person = find_in(state.people, command.person);
  if (person == nullptr) {
    return no_person();
  }
  if (command.table && find_table(state, *command.table) == nullptr) {
    return no_table();
  }
  return person->table == command.table ? Decision{} : fact(PersonSeated{command.person, command.table});
}

Result<Decision> answer(const State& state, const Envelope&, const SetGone& command) {
  const Person* person = find_in(state.people, command.person);
  if (person == nullptr) {
    return no_person();
  }
  return person->gone == command.gone ? Decision{} : fact(PersonGone{command.person, command.gone});
}

Result<Decision> answer(const State& state, const Envelope& envelope, const ReplaceCard& command) {
  const Card* card = find_in(state.cards, command.person);
  if (card == nullptr) {
    return no_person();
  }
  Decision decision = fact(CardReplaced{command.person});
  decision.records.emplace_back(CardMaker(state, envelope.entropy).for_person(command.person, card->display_name));
  return decision;
}

}  // namespace tablee::core
