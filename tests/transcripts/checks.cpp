#include "checks.h"

#include "core/box.h"
#include "core/deadline.h"
#include "core/measure.h"
#include "core/seal.h"
#include "host/replay.h"
#include "wire/encode.h"
#include "wire/journal.h"
#include "wire/scenario_file.h"

namespace tablee::transcripts {
namespace {

void add_sections(const core::State& state, std::string& print) {
  for (std::size_t i = 0; i < core::section_count; ++i) {
    const auto section = static_cast<core::Section>(i);
    switch (core::scope_of(section)) {
      case core::Scope::everyone:
      case core::Scope::facilitator:
        print += wire::encode_section(state, section, {}, {}) + "\n";
        break;
      case core::Scope::table:
        for (const auto& [id, table] : state.tables) {
          print += wire::encode_section(state, section, id, {}) + "\n";
        }
        break;
      case core::Scope::person:
        for (const auto& [id, person] : state.people) {
          print += wire::encode_section(state, section, {}, id) + "\n";
        }
        break;
      case core::Scope::companion:
        for (const auto& [id, card] : state.companions) {
          print += wire::encode_section(state, section, {}, id) + card.token + "\n";
        }
        break;
    }
  }
}

// The person, table and role of a tablet, as its welcome told it.
struct Seat {
  std::string role;
  PersonId person;
  TableId table;
};

Seat seat_of(const Tablet& tablet, const core::State& state) {
  Seat seat;
  seat.role = tablet.welcome.value("role", "");
  seat.person = PersonId{tablet.welcome.value("person", 0U)};
  seat.table = TableId{tablet.welcome.value("table", 0U)};
  if (seat.person) {
    seat.table = state.people.at(seat.person).table.value_or(TableId{});
  }
  return seat;
}

bool is_for(core::Section section, const Seat& seat) {
  switch (core::scope_of(section)) {
    case core::Scope::everyone:
      return true;
    case core::Scope::facilitator:
      return seat.role == "facilitator";
    case core::Scope::table:
      return static_cast<bool>(seat.table);
    case core::Scope::person:
      return seat.role == "participant";
    case core::Scope::companion:
      return seat.role == "companion";
  }
  return false;
}

}  // namespace

std::string fingerprint(const core::State& state) {
  std::string print;
  add_sections(state, print);
  for (const auto& [key, number] : state.last_numbers) {
    print += wire::encode_subject(key.first) + " " + key.second + " " + std::to_string(number) + "\n";
  }
  for (const auto& [id, poll] : state.polls) {
    print += core::canonical_box(poll) + "\n";
  }
  for (const auto& [step, measure] : state.measures) {
    print += step + "\n" + core::canonical_sheets(measure) + "\n";
  }
  for (const auto& [id, article] : state.articles) {
    print += article.text.missing_from({}) + "\n";
  }
  for (const auto& [id, card] : state.cards) {
    print += card.token + "\n";
  }
  print += state.facilitator.token + "\n" + core::canonical_avis(state) + "\n";
  print += std::to_string(core::next_deadline(state)) + " " + std::to_string(state.last_event_at) + " " +
           std::to_string(state.transition_at) + "\n";
  return print;
}

Fault restart_equals_live(store::Log& log, const core::State& live) {
  // From the programme as it was opened: what changed it since is in the log.
  const auto replayed = host::replay(log, wire::read_scenario(log.scenario()).scenario);
  if (!replayed) {
    return "the log does not replay: " + replayed.error().detail;
  }
  const std::string before = fingerprint(live);
  const std::string after = fingerprint(*replayed);
  if (before == after) {
    return "";
  }
  std::size_t at = 0;
  while (at < before.size() && at < after.size() && before[at] == after[at]) {
    ++at;
  }
  const std::size_t from = at < 40 ? 0 : at - 40;
  return "a restart would change what is known: live has …" + before.substr(from, 120) + "… and the replay has …" +
         after.substr(from, 120) + "…";
}

Fault shows_the_newest(const Tablet& tablet, const core::State& state) {
  const Seat seat = seat_of(tablet, state);
  for (std::size_t i = 0; i < core::section_count; ++i) {
    const auto section = static_cast<core::Section>(i);
    const std::string name(names_of(section)[i]);
    const auto held = tablet.sections.find(name);
    if (!is_for(section, seat)) {
      // Who leaves a table keeps its last picture; `me` tells that they sit there no more.
      if (held != tablet.sections.end() && section != core::Section::table) {
        return tablet.name + " was sent `" + name + "`, which is not for a " + seat.role;
      }
      continue;
    }
    if (held == tablet.sections.end()) {
      return tablet.name + " never received `" + name + "`";
    }
    if (held->second.body != wire::encode_section(state, section, seat.table, seat.person)) {
      return tablet.name + " shows an old `" + name + "`";
    }
  }
  if (seat.role != "facilitator" && tablet.sections.contains("presence")) {
    return tablet.name + " was sent `presence`, which is not for a " + seat.role;
  }
  return "";
}

}  // namespace tablee::transcripts
