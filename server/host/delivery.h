// host/delivery.h: sections into outboxes, each made once and shared by its whole audience.
//
// Order    Runs after the commit. Sections that changed go to those who hold an older one; then newcomers get every
//          section of their audience that they do not hold already.
// Cost     Nothing for each person who has no screen; one pointer for each screen a section goes to. Live sections are
//          made at most every limits::live_interval_ms, whatever happens in between.
#pragma once

#include <vector>

#include "base/time.h"
#include "core/touch.h"
#include "host/host.h"
#include "host/sections.h"
#include "host/sessions.h"

namespace tablee::host {

class Delivery {
 public:
  Delivery(const core::State& state, Sessions& sessions) : state_(state), sessions_(sessions), sections_(state) {}

  // Waits for its snapshot until the next deliver().
  void expect(ConnectionId id) { newcomers_.push_back(id); }
  // The disk ran low, or there is room again.
  void disk_changed() { sections_.presence().stale = true; }
  // Requires: no screen of this person is connected.
  void forget(PersonId person) { sections_.forget(person); }

  void deliver(const core::Touched& touched, bool disk_low, TimeMs now, Turn& turn);
  void beat(TimeMs now, Turn& turn);
  // When live sections that wait may leave; 0: none waits.
  TimeMs next_live() const;
  bool all_fresh(bool disk_low) const;

 private:
  void shared_section(core::Section section, Turn& turn);
  void live_sections(bool disk_low, TimeMs now, Turn& turn);
  void seats(const core::Touched& touched, Turn& turn);
  void table_section(TableId table, Turn& turn);
  void person_section(core::Section section, PersonId person, Turn& turn);
  void helped_section(PersonId person, Turn& turn);
  void snapshot(ConnectionId id, bool disk_low, Turn& turn);
  void put(ConnectionId id, std::size_t slot, const SharedFrame& frame, Turn& turn);
  void put_all(const Audience& audience, std::size_t slot, const SharedFrame& frame, Turn& turn);
  const Audience& audience_of(core::Section section) const;
  wire::PresenceView presence(bool disk_low) const;
  bool refresh_presence(bool disk_low);
  bool presence_stale() const { return sections_.presence().stale || moves_shown_ != sessions_.moves(); }

  const core::State& state_;
  Sessions& sessions_;
  Sections sections_;
  std::vector<ConnectionId> newcomers_;
  std::uint64_t moves_shown_ = 0;  // Sessions::moves() when presence was last made
  TimeMs live_from_ = 0;           // not before
};

}  // namespace tablee::host
