#include "net/listener.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>

#include "base/limits.h"

namespace tablee::net {

namespace {

struct Address {
  sockaddr_storage bytes{};
  socklen_t size = 0;
};

bool parse(const std::string& text, std::uint16_t port, Address& address) {
  auto* v4 = reinterpret_cast<sockaddr_in*>(&address.bytes);
  if (inet_pton(AF_INET, text.c_str(), &v4->sin_addr) == 1) {
    v4->sin_family = AF_INET;
    v4->sin_port = htons(port);
    address.size = sizeof(sockaddr_in);
    return true;
  }
  auto* v6 = reinterpret_cast<sockaddr_in6*>(&address.bytes);
  if (inet_pton(AF_INET6, text.c_str(), &v6->sin6_addr) == 1) {
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(port);
    address.size = sizeof(sockaddr_in6);
    return true;
  }
  return false;
}

bool set(int descriptor, int level, int name, int value) {
  return ::setsockopt(descriptor, level, name, &value, sizeof(value)) == 0;
}

Refusal explain(int error, const std::string& address, std::uint16_t port) {
  const std::string place = address + ", port " + std::to_string(port);
  switch (error) {
    case EADDRINUSE:
      return refuse(Code::conflict, "port",
                    "Port " + std::to_string(port) + " is in use by another program; choose another with --port.");
    case EACCES:
      return refuse(Code::not_allowed, "port",
                    "Port " + std::to_string(port) + " is reserved for the system; choose one above 1023.");
    case EADDRNOTAVAIL:
      return refuse(Code::not_found, "bind", "This machine does not have the address " + address + ".");
    default:
      return refuse(Code::out_of_range, "bind", "Cannot listen on " + place + ": " + std::strerror(error) + ".");
  }
}

std::uint16_t port_of(int descriptor) {
  sockaddr_storage bound{};
  socklen_t size = sizeof(bound);
  if (::getsockname(descriptor, reinterpret_cast<sockaddr*>(&bound), &size) != 0) {
    return 0;
  }
  return ntohs(bound.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6*>(&bound)->sin6_port
                                           : reinterpret_cast<sockaddr_in*>(&bound)->sin_port);
}

}  // namespace

Result<Listener> open_listener(const std::string& address, std::uint16_t port) {
  Address where;
  if (!parse(address, port, where)) {
    return refuse(Code::out_of_range, "bind", "\"" + address + "\" is not an IP address to listen on.");
  }
  const int family = where.bytes.ss_family;
  const int descriptor = ::socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (descriptor < 0) {
    return explain(errno, address, port);
  }
  // SO_REUSEADDR lets a restart take the port while old connections fade; on Linux it does not allow two listeners.
  const bool ready = set(descriptor, SOL_SOCKET, SO_REUSEADDR, 1) &&
                     (family != AF_INET6 || set(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, 0)) &&
                     set(descriptor, IPPROTO_TCP, TCP_NODELAY, 1) &&
                     set(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, static_cast<int>(unacknowledged_ms_max)) &&
                     set(descriptor, SOL_SOCKET, SO_SNDBUF, static_cast<int>(limits::send_buffer_bytes)) &&
                     ::bind(descriptor, reinterpret_cast<sockaddr*>(&where.bytes), where.size) == 0 &&
                     ::listen(descriptor, backlog_max) == 0;
  if (!ready) {
    const int error = errno;
    ::close(descriptor);
    return explain(error, address, port);
  }
  return Listener{descriptor, port_of(descriptor), family == AF_INET6};
}

std::int64_t effective_backlog() {
  std::ifstream in("/proc/sys/net/core/somaxconn");
  std::int64_t system = backlog_max;
  in >> system;
  return in ? std::min<std::int64_t>(system, backlog_max) : backlog_max;
}

std::int64_t raise_descriptor_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) {
    return 0;
  }
  const rlimit raised{limit.rlim_max, limit.rlim_max};
  if (limit.rlim_cur < limit.rlim_max && ::setrlimit(RLIMIT_NOFILE, &raised) == 0) {
    limit.rlim_cur = limit.rlim_max;
  }
  return static_cast<std::int64_t>(std::min<rlim_t>(limit.rlim_cur, 1'000'000'000));
}

}  // namespace tablee::net
