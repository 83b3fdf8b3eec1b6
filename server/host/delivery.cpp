#include "host/delivery.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/limits.h"
#include "host/doors.h"
#include "host/replies.h"
#include "wire/encode.h"

namespace tablee::host {
namespace {

constexpr std::size_t slot_of(core::Section section) {
  return static_cast<std::size_t>(section);
}

bool is_shared(core::Section section) {
  const core::Scope scope = core::scope_of(section);
  return scope == core::Scope::everyone || scope == core::Scope::facilitator;
}

// The scope of the sections that are for this screen's person alone.
std::optional<core::Scope> own_scope(const core::Subject& subject) {
  switch (subject.role) {
    case core::Role::participant:
      return core::Scope::person;
    case core::Role::companion:
      return core::Scope::companion;
    default:
      return std::nullopt;
  }
}

bool holds(const Connection& connection, std::string_view name, const Kept& kept) {
  return std::any_of(connection.held.begin(), connection.held.end(),
                     [&](const wire::Held& held) { return held.name == name && held.version == kept.version; });
}

}  // namespace

void Delivery::deliver(const core::Touched& touched, bool disk_low, TimeMs now, Turn& turn) {
  sections_.mark(touched);
  // Whose door is open: new cards, and who has arrived or gone.
  sections_.presence().stale |=
      touched.sections[slot_of(core::Section::desk)] || touched.sections[slot_of(core::Section::people)];
  for (std::size_t i = 0; i < core::section_count; ++i) {
    const auto section = static_cast<core::Section>(i);
    if (is_shared(section) && !core::is_live(section)) {
      shared_section(section, turn);
    }
  }
  live_sections(disk_low, now, turn);
  seats(touched, turn);
  for (const ConnectionId id : newcomers_) {
    if (sessions_.is_open(id) && sessions_.at(id).expecting) {
      snapshot(id, disk_low, turn);
    }
  }
  newcomers_.clear();
}

const Audience& Delivery::audience_of(core::Section section) const {
  return core::scope_of(section) == core::Scope::everyone ? sessions_.everyone() : sessions_.consoles();
}

void Delivery::put(ConnectionId id, std::size_t slot, const SharedFrame& frame, Turn& turn) {
  Connection& connection = sessions_.at(id);
  if (!connection.expecting) {
    connection.outbox.put(slot, frame);
    make_ready(connection, id, turn);
  }
}

void Delivery::put_all(const Audience& audience, std::size_t slot, const SharedFrame& frame, Turn& turn) {
  for (const ConnectionId id : audience) {
    put(id, slot, frame, turn);
  }
}

void Delivery::shared_section(core::Section section, Turn& turn) {
  const Audience& audience = audience_of(section);
  Kept& kept = sections_.shared(section);
  if (!audience.empty() && sections_.refresh(section, kept)) {
    put_all(audience, slot_of(section), kept.frame, turn);
  }
}

void Delivery::live_sections(bool disk_low, TimeMs now, Turn& turn) {
  const TimeMs due = next_live();
  if (due == 0 || now < due) {
    return;
  }
  live_from_ = now + limits::live_interval_ms;
  for (std::size_t i = 0; i < core::section_count; ++i) {
    const auto section = static_cast<core::Section>(i);
    if (core::is_live(section)) {
      shared_section(section, turn);
    }
  }
  if (!sessions_.consoles().empty() && refresh_presence(disk_low)) {
    put_all(sessions_.consoles(), presence_slot, sections_.presence().frame, turn);
  }
}

TimeMs Delivery::next_live() const {
  const auto waits = [this](core::Section section) {
    return !audience_of(section).empty() && sections_.shared(section).stale;
  };
  bool any = !sessions_.consoles().empty() && presence_stale();
  for (std::size_t i = 0; i < core::section_count; ++i) {
    const auto section = static_cast<core::Section>(i);
    any = any || (core::is_live(section) && waits(section));
  }
  return any ? std::max<TimeMs>(live_from_, 1) : 0;
}

void Delivery::seats(const core::Touched& touched, Turn& turn) {
  std::vector<ConnectionId> moved;
  const auto person = [&](PersonId id) {
    const auto screens = sessions_.move(id, state_.people.at(id).table.value_or(TableId{}));
    moved.insert(moved.end(), screens.begin(), screens.end());
    person_section(core::Section::me, id, turn);
    person_section(core::Section::mine, id, turn);
  };
  if (touched.all_people) {
    for (const auto& [id, unused] : state_.people) {
      person(id);
    }
  } else {
    std::for_each(touched.people.begin(), touched.people.end(), person);
    for (const PersonId id : touched.seats) {
      person_section(core::Section::me, id, turn);
    }
  }
  if (touched.all_tables) {
    for (const auto& [id, unused] : state_.tables) {
      table_section(id, turn);
    }
  } else {
    for (const TableId id : touched.tables) {
      table_section(id, turn);
    }
  }
  for (const PersonId id : sessions_.people_helped()) {
    helped_section(id, turn);
  }
  for (const ConnectionId id : moved) {
    if (const TableId table = sessions_.at(id).table; table) {
      // Nobody sat there before, or it did not change: those who come now still lack it.
      table_section(table, turn);
      put(id, slot_of(core::Section::table), sections_.of_table(table).frame, turn);
    }
  }
}

void Delivery::table_section(TableId table, Turn& turn) {
  const Audience& audience = sessions_.of_table(table);
  Kept& kept = sections_.of_table(table);
  if (!audience.empty() && sections_.refresh(core::Section::table, kept, table)) {
    put_all(audience, slot_of(core::Section::table), kept.frame, turn);
  }
}

void Delivery::person_section(core::Section section, PersonId person, Turn& turn) {
  const Audience& audience = sessions_.of_person(person);
  if (audience.empty()) {
    return;
  }
  Kept& kept = sections_.of_person(section, person);
  if (sections_.refresh(section, kept, {}, person)) {
    put_all(audience, slot_of(section), kept.frame, turn);
  }
}

void Delivery::helped_section(PersonId person, Turn& turn) {
  Kept& kept = sections_.of_person(core::Section::helped, person);
  if (sections_.refresh(core::Section::helped, kept, {}, person)) {
    put_all(sessions_.of_companions(person), slot_of(core::Section::helped), kept.frame, turn);
  }
}

void Delivery::snapshot(ConnectionId id, bool disk_low, Turn& turn) {
  Connection& connection = sessions_.at(id);
  connection.expecting = false;
  const auto give = [&](std::size_t slot, std::string_view name, const Kept& kept) {
    if (!holds(connection, name, kept)) {
      put(id, slot, kept.frame, turn);
    }
  };
  const bool console = connection.subject.role == core::Role::facilitator;
  for (std::size_t i = 0; i < core::section_count; ++i) {
    const auto section = static_cast<core::Section>(i);
    const std::string_view name = names_of(section)[i];
    if (is_shared(section)) {
      if (core::scope_of(section) == core::Scope::everyone || console) {
        Kept& kept = sections_.shared(section);
        // A live section that waits for its moment is given as it last left; the moment brings the newer one.
        if (kept.frame == nullptr || !core::is_live(section)) {
          sections_.refresh(section, kept);
        }
        give(i, name, kept);
      }
    } else if (section == core::Section::table && connection.table) {
      Kept& kept = sections_.of_table(connection.table);
      sections_.refresh(section, kept, connection.table);
      give(i, name, kept);
    } else if (core::scope_of(section) == own_scope(connection.subject)) {
      Kept& kept = sections_.of_person(section, connection.subject.person);
      sections_.refresh(section, kept, {}, connection.subject.person);
      give(i, name, kept);
    }
  }
  if (console) {
    if (sections_.presence().frame == nullptr) {
      refresh_presence(disk_low);
    }
    give(presence_slot, "presence", sections_.presence());
  }
  connection.held = {};
}

void Delivery::beat(TimeMs now, Turn& turn) {
  const auto frame = std::make_shared<const std::string>(wire::websocket_text(wire::encode(wire::Beat{now})));
  put_all(sessions_.everyone(), beat_slot, frame, turn);
  put_all(sessions_.waiting_room().connections(), beat_slot, frame, turn);
}

wire::PresenceView Delivery::presence(bool disk_low) const {
  wire::PresenceView view = sessions_.presence();
  view.disk_low = disk_low;
  for (const auto& [id, card] : state_.cards) {
    if (card.door_number && door_open(state_, id)) {
      view.doors.push_back({id, *card.door_number});
    }
  }
  return view;
}

bool Delivery::refresh_presence(bool disk_low) {
  Kept& kept = sections_.presence();
  kept.stale = presence_stale();
  moves_shown_ = sessions_.moves();
  return Sections::refresh_presence(kept, presence(disk_low));
}

bool Delivery::all_fresh(bool disk_low) const {
  return sections_.all_fresh(presence_stale(), presence(disk_low));
}

}  // namespace tablee::host
