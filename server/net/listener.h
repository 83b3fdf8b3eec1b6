// net/listener.h: the listening socket, with what every accepted socket inherits from it.
//
// Source   Linux: accepted sockets inherit TCP_NODELAY, TCP_USER_TIMEOUT and SO_SNDBUF (tcp(7), socket(7)).
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace tablee::net {

inline constexpr int backlog_max = 4096;
// Data a tablet does not acknowledge for this long ends its connection (it has left the Wi-Fi).
inline constexpr unsigned unacknowledged_ms_max = 15'000;

struct Listener {
  int descriptor = -1;
  std::uint16_t port = 0;
  bool ipv6 = false;
};

// `address` is an IPv4 or IPv6 address; "::" also takes IPv4. Errors are one sentence for the person who started the
// program: not an address, not of this machine, port in use, port reserved.
Result<Listener> open_listener(const std::string& address, std::uint16_t port);

// The smaller of backlog_max and what the system allows.
std::int64_t effective_backlog();

// Raises the soft limit on open files to the hard one; returns what is then allowed.
std::int64_t raise_descriptor_limit();

}  // namespace tablee::net
