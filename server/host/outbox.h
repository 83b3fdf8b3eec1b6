// host/outbox.h: what one connection has yet to be sent, bounded by construction.
//
// Shape    One slot for each section and one for the beat, each holding only the newest frame, then replies (welcome,
//          acks, refusals, clock answers) in order. Sections leave before replies, so that an ack is read when the
//          screen already shows its effect; the welcome leaves before everything.
// Errors   push_reply returns false past limits::replies_pending_max: the connection must close.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>

#include "core/view.h"

namespace tablee::host {

// A complete WebSocket frame, shared by every connection it goes to.
using SharedFrame = std::shared_ptr<const std::string>;

inline constexpr std::size_t presence_slot = core::section_count;
inline constexpr std::size_t beat_slot = core::section_count + 1;
inline constexpr std::size_t slot_count = core::section_count + 2;

class Outbox {
 public:
  // Replaces whatever waits in that slot.
  void put(std::size_t slot, SharedFrame frame);
  [[nodiscard]] bool push_reply(SharedFrame frame);
  void set_welcome(SharedFrame frame);
  bool empty() const;
  // The next frame to write, taken out; nullptr when empty.
  SharedFrame take();

 private:
  SharedFrame welcome_;
  std::array<SharedFrame, slot_count> slots_;
  std::uint32_t filled_ = 0;  // one bit a slot
  std::deque<SharedFrame> replies_;
};

}  // namespace tablee::host
