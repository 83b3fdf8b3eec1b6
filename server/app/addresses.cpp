#include "app/addresses.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace tablee::app {

namespace {

bool is_bridge(std::string_view name) {
  constexpr std::array<std::string_view, 6> prefixes{"docker", "br-", "veth", "virbr", "podman", "lxc"};
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

// RFC 1918 (private), RFC 3927 (self-assigned), RFC 1122 (loopback).
int rank(const Address& address) {
  in_addr parsed{};
  if (::inet_pton(AF_INET, address.ip.c_str(), &parsed) != 1) {
    return 5;
  }
  const std::uint32_t bits = ntohl(parsed.s_addr);
  if (bits >> 24U == 127) {
    return 4;
  }
  if (bits >> 16U == 0xa9fe) {
    return 3;
  }
  if (is_bridge(address.interface_name)) {
    return 2;
  }
  const bool is_private = bits >> 24U == 10 || bits >> 20U == 0xac1 || bits >> 16U == 0xc0a8;
  return is_private ? 0 : 1;
}

std::string dotted(const sockaddr_in& address) {
  std::array<char, INET_ADDRSTRLEN> text{};
  ::inet_ntop(AF_INET, &address.sin_addr, text.data(), text.size());
  return text.data();
}

struct BoundAddress {
  sockaddr_storage storage{};
  socklen_t size = 0;
};

BoundAddress parse_bind(const std::string& bind) {
  BoundAddress bound;
  sockaddr_in four{};
  sockaddr_in6 six{};
  if (::inet_pton(AF_INET, bind.c_str(), &four.sin_addr) == 1) {
    four.sin_family = AF_INET;
    bound.size = sizeof four;
    std::memcpy(&bound.storage, &four, sizeof four);
  } else if (::inet_pton(AF_INET6, bind.c_str(), &six.sin6_addr) == 1) {
    six.sin6_family = AF_INET6;
    bound.size = sizeof six;
    std::memcpy(&bound.storage, &six, sizeof six);
  }
  return bound;
}

}  // namespace

std::vector<Address> system_addresses() {
  ifaddrs* list = nullptr;
  if (::getifaddrs(&list) != 0) {
    return {};
  }
  const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> owned(list, &::freeifaddrs);
  std::vector<Address> found;
  for (const ifaddrs* each = list; each != nullptr; each = each->ifa_next) {
    if (each->ifa_addr != nullptr && each->ifa_addr->sa_family == AF_INET && (each->ifa_flags & IFF_UP) != 0) {
      sockaddr_in address{};
      std::memcpy(&address, each->ifa_addr, sizeof address);
      found.push_back(Address{each->ifa_name, dotted(address)});
    }
  }
  return found;
}

std::vector<std::string> order_addresses(const std::vector<Address>& found) {
  std::vector<Address> sorted = found;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Address& one, const Address& other) { return rank(one) < rank(other); });
  std::vector<std::string> ips;
  for (const Address& address : sorted) {
    if (std::find(ips.begin(), ips.end(), address.ip) == ips.end()) {
      ips.push_back(address.ip);
    }
  }
  return ips;
}

std::vector<std::string> origins(const std::string& bind, std::uint16_t port) {
  std::vector<std::string> hosts;
  if (bind == "0.0.0.0" || bind == "::") {
    hosts = order_addresses(system_addresses());
  }
  if (hosts.empty()) {
    hosts.push_back(bind.find(':') == std::string::npos ? bind : "[" + bind + "]");
  }
  for (std::string& host : hosts) {
    host.insert(0, "http://").append(":").append(std::to_string(port));
  }
  return hosts;
}

std::uint16_t free_port(const std::string& bind) {
  BoundAddress bound = parse_bind(bind);
  const int descriptor = ::socket(bound.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0) {
    return 0;
  }
  auto* address = reinterpret_cast<sockaddr*>(&bound.storage);
  const bool got = ::bind(descriptor, address, bound.size) == 0 && ::getsockname(descriptor, address, &bound.size) == 0;
  ::close(descriptor);
  if (!got) {
    return 0;
  }
  // The port lies at the same place in both families.
  sockaddr_in chosen{};
  std::memcpy(&chosen, &bound.storage, sizeof chosen);
  return ntohs(chosen.sin_port);
}

}  // namespace tablee::app
