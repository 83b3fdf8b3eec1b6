#include "unit/core/world.h"

namespace tablee::core::testing {

Room::Room(Scenario scenario) {
  state.scenario = std::move(scenario);
  const Subject host;
  auto opened = decide_open(state, envelope(host, 0), OpenAtelier{std::string(64, 'a')});
  REQUIRE(opened.has_value());
  take(Stamp{now, host, "", 0}, *opened);
}

Result<Decision> Room::say(const Subject& subject, const Command& command, const std::string& sender) {
  std::uint64_t& last = numbers_[{subject, sender}];
  ++last;
  auto decision = decide(state, envelope(subject, last, sender), command);
  if (decision) {
    take(Stamp{now, subject, sender, last}, *decision);
  }
  return decision;
}

Decision Room::must(const Subject& subject, const Command& command) {
  const auto decision = say(subject, command);
  if (!decision) {
    FAIL("refused: " << code_names[static_cast<std::size_t>(decision.error().code)] << " " << decision.error().field
                     << ": " << decision.error().detail);
  }
  return *decision;
}

void Room::later(TimeMs duration_ms) {
  const TimeMs until = now + duration_ms;
  for (TimeMs due = next_deadline(state); due != 0 && due <= until; due = next_deadline(state)) {
    now = due > now ? due : now;
    Decision decision = decide_tick(state, envelope(Subject{}, 0));
    REQUIRE_FALSE(decision.events.empty());
    take(Stamp{now, Subject{}, "", 0}, decision);
  }
  now = until;
}

TableId Room::add_table(const std::string& title) {
  must(facilitator(), AddTable{title});
  return state.tables.rbegin()->first;
}

PersonId Room::add_person(std::optional<TableId> table, const std::string& name) {
  must(facilitator(), AddPeople{{NewPerson{name, table}}});
  return state.people.rbegin()->first;
}

PersonId Room::arrive(std::optional<TableId> table, const std::string& name) {
  const PersonId id = add_person(table, name);
  auto decision = decide_arrive(state, envelope(Subject{}, 0), Arrive{id});
  REQUIRE(decision.has_value());
  take(Stamp{now, Subject{}, "", 0}, *decision);
  return id;
}

Decision Room::start(const std::string& step) {
  return must(facilitator(), StartStep{step, state.run.step});
}

IdeaId Room::write_idea(PersonId author, const std::string& text) {
  must(person(author), SubmitIdea{"write", text});
  return state.ideas.rbegin()->first;
}

ClusterId Room::add_cluster(const std::string& title, std::vector<IdeaId> ideas) {
  must(facilitator(), AddCluster{title, std::move(ideas)});
  return state.clusters.rbegin()->first;
}

Envelope Room::envelope(const Subject& subject, std::uint64_t number, const std::string& sender) {
  Envelope made{subject, sender, number, now, {}};
  ++draws_;
  for (std::size_t i = 0; i < 8; ++i) {
    made.entropy[i] = static_cast<std::uint8_t>((draws_ >> (8 * i)) & 0xffU);
  }
  return made;
}

void Room::take(const Stamp& stamp, Decision& decision) {
  Events gesture;
  Decision more{decision.events, {}};
  while (!more.events.empty()) {
    for (const Event& event : more.events) {
      apply(state, stamp, event);
      journal.push_back(JournalLine{stamp, event});
      gesture.add(event);
    }
    decision.records.insert(decision.records.end(), more.records.begin(), more.records.end());
    more = decide_consequences(state, gesture);
  }
  decision.events = std::move(gesture);
  for (const Record& record : decision.records) {
    apply(state, record);
    const std::string kind = std::visit([](const auto& each) { return std::string(each.name); }, record);
    records.insert_or_assign(kind + ":" + record_key(record), record);
  }
}

Refusal refusal_of(Room& room, const Subject& subject, const Command& command) {
  const auto decision = room.say(subject, command);
  REQUIRE_FALSE(decision.has_value());
  return decision.error();
}

}  // namespace tablee::core::testing
