// app/addresses.h: where tablets can reach this machine.
//
// Order    Best first: private networks, then public addresses, then bridges of virtual machines and containers, then
//          self-assigned addresses, then this machine alone. Among equals, as the system gives them.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tablee::app {

struct Address {
  std::string interface_name;
  std::string ip;  // IPv4, dotted
};

// The IPv4 addresses of interfaces that are up.
std::vector<Address> system_addresses();

// The ips, best first, each once.
std::vector<std::string> order_addresses(const std::vector<Address>& found);

// What to print and to put in QR codes: "http://192.168.1.10:8080". bind: as given to --bind; "0.0.0.0" and "::" mean
// every address of the machine.
std::vector<std::string> origins(const std::string& bind, std::uint16_t port);

// A port that is free on this address at this moment; 0 when there is none, or when `bind` is no address.
std::uint16_t free_port(const std::string& bind);

}  // namespace tablee::app
