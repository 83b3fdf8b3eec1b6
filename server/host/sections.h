// host/sections.h: every section as bytes, made once for all the screens of its audience.
//
// Shape    One Kept for each section of scope everyone or facilitator, for each table, two for each connected person
//          (`me` and `mine`), one for each person who is helped, and one for presence. `stale` says that the state has
//          moved since; a stale one still holds its last frame.
// Cost     A section is encoded once each time it is refreshed, however many screens get it.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/state.h"
#include "core/touch.h"
#include "core/view.h"
#include "host/outbox.h"
#include "wire/frame.h"

namespace tablee::host {

struct Kept {
  SharedFrame frame;  // nullptr: never made
  std::string version;
  bool stale = true;
};

class Sections {
 public:
  explicit Sections(const core::State& state) : state_(state) {}

  void mark(const core::Touched& touched);

  // Requires: a section of scope everyone or facilitator.
  Kept& shared(core::Section section) { return shared_[static_cast<std::size_t>(section)]; }
  const Kept& shared(core::Section section) const { return shared_[static_cast<std::size_t>(section)]; }
  // Requires: they exist in the state. The reference is good until the next call.
  Kept& of_table(TableId table);
  // section: me, mine, or helped.
  Kept& of_person(core::Section section, PersonId person);
  Kept& presence() { return presence_; }
  const Kept& presence() const { return presence_; }
  void forget(PersonId person);

  // Makes a stale section again. Returns true when its bytes are new.
  bool refresh(core::Section section, Kept& kept, TableId table = {}, PersonId person = {}) const;
  static bool refresh_presence(Kept& kept, const wire::PresenceView& view);

  // True when every section not known to be stale has the bytes that making it now would give.
  bool all_fresh(bool presence_stale, const wire::PresenceView& view) const;

 private:
  const core::State& state_;
  std::array<Kept, core::section_count> shared_;
  std::vector<Kept> tables_;  // by id
  std::vector<Kept> me_;      // by id
  std::vector<Kept> mine_;    // by id
  std::vector<Kept> helped_;  // by id
  Kept presence_;
};

}  // namespace tablee::host
