#include "host/sections.h"

#include <memory>
#include <string_view>
#include <utility>

#include "wire/encode.h"

namespace tablee::host {
namespace {

constexpr std::string_view presence_name = "presence";

std::string_view name_of(core::Section section) {
  return names_of(section)[static_cast<std::size_t>(section)];
}

bool replace(Kept& kept, std::string_view name, const std::string& body) {
  kept.stale = false;
  std::string version = wire::section_version(body);
  if (kept.frame != nullptr && kept.version == version) {
    return false;
  }
  kept.frame = std::make_shared<const std::string>(wire::websocket_text(wire::section_frame(name, version, body)));
  kept.version = std::move(version);
  return true;
}

Kept& at_id(std::vector<Kept>& kept, std::uint32_t id) {
  if (kept.size() <= id) {
    kept.resize(id + 1);
  }
  return kept[id];
}

bool fresh(const Kept& kept, std::string_view name, const std::string& body) {
  return kept.frame != nullptr &&
         *kept.frame == wire::websocket_text(wire::section_frame(name, wire::section_version(body), body));
}

}  // namespace

void Sections::mark(const core::Touched& touched) {
  for (std::size_t i = 0; i < core::section_count; ++i) {
    shared_[i].stale |= touched.sections.test(i);
  }
  if (touched.all_tables) {
    for (Kept& kept : tables_) {
      kept.stale = true;
    }
  }
  if (touched.all_people) {
    for (std::vector<Kept>* each : {&me_, &mine_, &helped_}) {
      for (Kept& kept : *each) {
        kept.stale = true;
      }
    }
  }
  for (const TableId table : touched.tables) {
    at_id(tables_, table.value).stale = true;
  }
  for (const TableId table : touched.quiet_tables) {
    at_id(tables_, table.value).stale = true;
  }
  for (const PersonId person : touched.quiet_people) {
    at_id(me_, person.value).stale = true;
    at_id(mine_, person.value).stale = true;
    at_id(helped_, person.value).stale = true;
  }
  for (const PersonId person : touched.people) {
    at_id(me_, person.value).stale = true;
    at_id(mine_, person.value).stale = true;
    at_id(helped_, person.value).stale = true;
  }
  for (const PersonId person : touched.seats) {
    at_id(me_, person.value).stale = true;
    at_id(helped_, person.value).stale = true;
  }
  // What a helper reads is of the current step, and of the open poll; few are helped.
  if (touched.sections.test(static_cast<std::size_t>(core::Section::step)) ||
      touched.sections.test(static_cast<std::size_t>(core::Section::vote))) {
    for (Kept& kept : helped_) {
      kept.stale = true;
    }
  }
}

Kept& Sections::of_table(TableId table) {
  return at_id(tables_, table.value);
}

Kept& Sections::of_person(core::Section section, PersonId person) {
  switch (section) {
    case core::Section::me:
      return at_id(me_, person.value);
    case core::Section::mine:
      return at_id(mine_, person.value);
    default:
      return at_id(helped_, person.value);
  }
}

void Sections::forget(PersonId person) {
  at_id(me_, person.value) = Kept{};
  at_id(mine_, person.value) = Kept{};
  at_id(helped_, person.value) = Kept{};
}

bool Sections::refresh(core::Section section, Kept& kept, TableId table, PersonId person) const {
  return kept.stale && replace(kept, name_of(section), wire::encode_section(state_, section, table, person));
}

bool Sections::refresh_presence(Kept& kept, const wire::PresenceView& view) {
  return kept.stale && replace(kept, presence_name, wire::encode_presence(view));
}

bool Sections::all_fresh(bool presence_stale, const wire::PresenceView& view) const {
  const auto holds = [&](const Kept& kept, core::Section section, TableId table, PersonId person) {
    return kept.stale || fresh(kept, name_of(section), wire::encode_section(state_, section, table, person));
  };
  for (std::size_t i = 0; i < core::section_count; ++i) {
    if (!holds(shared_[i], static_cast<core::Section>(i), {}, {})) {
      return false;
    }
  }
  for (std::uint32_t id = 0; id < tables_.size(); ++id) {
    if (!holds(tables_[id], core::Section::table, TableId{id}, {})) {
      return false;
    }
  }
  for (std::uint32_t id = 0; id < me_.size(); ++id) {
    if (!holds(me_[id], core::Section::me, {}, PersonId{id})) {
      return false;
    }
  }
  for (std::uint32_t id = 0; id < mine_.size(); ++id) {
    if (!holds(mine_[id], core::Section::mine, {}, PersonId{id})) {
      return false;
    }
  }
  for (std::uint32_t id = 0; id < helped_.size(); ++id) {
    if (!holds(helped_[id], core::Section::helped, {}, PersonId{id})) {
      return false;
    }
  }
  return presence_stale || fresh(presence_, presence_name, wire::encode_presence(view));
}

}  // namespace tablee::host
