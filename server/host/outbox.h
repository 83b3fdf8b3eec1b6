// host/outbox.h: what one connection has yet to be sent, bounded by construction.
//
// Shape    One slot for each section and one for the beat, each holding only the newest frame; a few for each text
//          that is followed; then replies (welcome, acks, refusals, clock answers) in order. Sections leave before
//          replies, so that an ack is read when the screen already shows its effect; the welcome leaves first of all.
// Errors   push_reply returns false past limits::replies_pending_max: the connection must close.
// Cost     An outbox that never had a reply owns no memory: thousands of screens only listen.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/view.h"

namespace tablee::host {

// A slot; given again to another connection after the first has gone.
using ConnectionId = std::uint32_t;

// A complete WebSocket frame, shared by every connection it goes to.
using SharedFrame = std::shared_ptr<const std::string>;

inline constexpr std::size_t presence_slot = core::section_count;
inline constexpr std::size_t beat_slot = core::section_count + 1;
inline constexpr std::size_t slot_count = core::section_count + 2;

class Outbox {
 public:
  // Replaces whatever waits in that slot.
  void put(std::size_t slot, SharedFrame frame);
  // The same for slots made as they are used (host/texts.h): they leave after the sections, in the order of their use.
  void put_named(std::uint64_t name, SharedFrame frame);
  bool holds_named(std::uint64_t name) const;
  bool holds_replies() const;
  [[nodiscard]] bool push_reply(SharedFrame frame);
  void set_welcome(SharedFrame frame);
  bool empty() const;
  // The next frame to write, taken out; nullptr when empty.
  SharedFrame take();

 private:
  std::uint32_t filled_ = 0;         // one bit a slot
  std::uint32_t replies_taken_ = 0;  // of replies_, from the front
  std::vector<SharedFrame> replies_;
  SharedFrame welcome_;
  std::vector<std::pair<std::uint64_t, SharedFrame>> named_;
  std::array<SharedFrame, slot_count> slots_;
};

static_assert(slot_count <= 32, "filled_ has one bit a slot");

}  // namespace tablee::host
