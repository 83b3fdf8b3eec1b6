// net/outbound.h: the only way bytes leave towards one peer.
//
// Shape    Whole frames, in order; the first may be partly written. Frames of the host's outbox are taken only when
//          nothing waits here, and at most what one write may carry, so that what the kernel does not accept stays in
//          the outbox, where a newer version replaces it. One that holds nothing may write for any peer, one after the
//          other, until one of them is blocked.
// Order    A frame that has begun is finished before any other: control frames go between frames, never inside.
// Cost     One writev for all that is ready. No memory while nothing waits, but a few pointers kept for the next turn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/limits.h"
#include "host/outbox.h"

namespace tablee::net {

inline constexpr std::size_t frames_per_write_max = 64;
inline constexpr std::size_t bytes_per_write_max = limits::send_buffer_bytes;

enum class Flow {
  drained,  // nothing waits, here or in the outbox
  blocked,  // the kernel takes no more for now
  lost,     // the peer is gone
};

class Outbound {
 public:
  void push(host::SharedFrame frame);
  // Copies: for the few bytes that are not shared.
  void push_bytes(std::string_view bytes);
  bool empty() const { return waiting_.empty(); }
  // Bytes that wait here, and bytes the kernel has accepted since the beginning.
  std::size_t bytes_waiting() const { return bytes_waiting_; }
  std::uint64_t bytes_written() const { return bytes_written_; }

  // Writes until drained, blocked or lost. `more` may be null. Requires: `descriptor` is a connected stream socket;
  // the call never blocks, whatever its mode.
  Flow write(int descriptor, host::Outbox* more);

 private:
  void take_from(host::Outbox& more);
  // Returns the bytes accepted, 0 when blocked, -1 when lost.
  std::ptrdiff_t write_once(int descriptor);
  void drop_written(std::size_t bytes);

  std::vector<host::SharedFrame> waiting_;
  std::size_t first_ = 0;         // in waiting_: the first frame not yet written whole
  std::size_t first_offset_ = 0;  // bytes of it already written
  std::size_t bytes_waiting_ = 0;
  std::uint64_t bytes_written_ = 0;
};

}  // namespace tablee::net
