#include "app/addresses.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace addresses_test {

using namespace tablee::app;

using Strings = std::vector<std::string>;

TEST_CASE("addresses tablets can reach come first, this machine alone last") {
  const std::vector<Address> found = {{"lo", "127.0.0.1"},        {"docker0", "172.17.0.1"}, {"eth1", "169.254.3.4"},
                                      {"eth0", "81.2.69.160"},    {"wlan0", "192.168.1.10"}, {"eth2", "10.0.0.4"},
                                      {"br-ab12", "192.168.48.1"}};
  CHECK(order_addresses(found) ==
        Strings{"192.168.1.10", "10.0.0.4", "81.2.69.160", "172.17.0.1", "192.168.48.1", "169.254.3.4", "127.0.0.1"});
}

TEST_CASE("the bounds of private networks") {
  const auto best = [](const char* one, const char* other) {
    return order_addresses({{"eth0", one}, {"eth1", other}}).front();
  };
  CHECK(best("11.0.0.1", "10.255.255.255") == "10.255.255.255");
  CHECK(best("172.15.255.255", "172.16.0.0") == "172.16.0.0");
  CHECK(best("172.32.0.0", "172.31.255.255") == "172.31.255.255");
  CHECK(best("192.169.0.0", "192.168.255.255") == "192.168.255.255");
  CHECK(best("169.254.0.1", "169.253.0.1") == "169.253.0.1");
  CHECK(best("127.255.255.255", "169.254.0.1") == "169.254.0.1");
}

TEST_CASE("an address that two interfaces have is given once") {
  CHECK(order_addresses({{"eth0", "10.0.0.1"}, {"eth0:1", "10.0.0.1"}}) == Strings{"10.0.0.1"});
  CHECK(order_addresses({}).empty());
}

TEST_CASE("one address to listen on is the only one shown; IPv6 has its brackets") {
  CHECK(origins("192.168.1.10", 8080) == Strings{"http://192.168.1.10:8080"});
  CHECK(origins("::1", 81) == Strings{"http://[::1]:81"});
}

TEST_CASE("listening everywhere shows every address of this machine") {
  const auto everywhere = origins("0.0.0.0", 8080);
  CHECK(everywhere.size() == std::max<std::size_t>(1, order_addresses(system_addresses()).size()));
  for (const std::string& origin : everywhere) {
    CHECK(origin.starts_with("http://"));
    CHECK(origin.ends_with(":8080"));
  }
  CHECK(everywhere == origins("::", 8080));
}

TEST_CASE("a free port is found on an address of this machine, not on a word") {
  CHECK(free_port("127.0.0.1") != 0);
  CHECK(free_port("0.0.0.0") != 0);
  CHECK(free_port("everywhere") == 0);
}

}  // namespace addresses_test
