#include "net/http_rules.h"

#include <doctest/doctest.h>

namespace http_rules_test {

using namespace tablee::net;

TEST_CASE("a Host that is an address, localhost or one of our names is ours") {
  const std::vector<std::string> names{"Portable", "portable.local"};
  CHECK(host_is_ours("192.168.1.20", names));
  CHECK(host_is_ours("192.168.1.20:8080", names));
  CHECK(host_is_ours("localhost:8080", names));
  CHECK(host_is_ours("LOCALHOST", names));
  CHECK(host_is_ours("[fe80::1]", names));
  CHECK(host_is_ours("[::1]:8080", names));
  CHECK(host_is_ours("portable:80", names));
  CHECK(host_is_ours("PORTABLE.local:80", names));
}

TEST_CASE("another Host is not ours, however it is dressed") {
  const std::vector<std::string> names{"portable"};
  CHECK_FALSE(host_is_ours("", names));
  CHECK_FALSE(host_is_ours(":80", names));
  CHECK_FALSE(host_is_ours("attacker.example", names));
  CHECK_FALSE(host_is_ours("192.168.1.20.attacker.example", names));
  CHECK_FALSE(host_is_ours("portable.attacker.example", names));
  CHECK_FALSE(host_is_ours("192.168.1.20:80@attacker.example", names));
  CHECK_FALSE(host_is_ours("192.168.1.20:123456", names));
  CHECK_FALSE(host_is_ours("[attacker]:80", names));
  CHECK_FALSE(host_is_ours("[::1", names));
  CHECK_FALSE(host_is_ours("[::1]attacker.example", names));
  CHECK_FALSE(host_is_ours("192.168.1", names));
}

TEST_CASE("an Origin is ours only when it is the Host of the request") {
  CHECK(origin_matches("http://192.168.1.20:8080", "192.168.1.20:8080"));
  CHECK(origin_matches("https://Portable.local", "portable.local"));
  CHECK_FALSE(origin_matches("http://192.168.1.20", "192.168.1.20:8080"));
  CHECK_FALSE(origin_matches("http://192.168.1.20:8081", "192.168.1.20:8080"));
  CHECK_FALSE(origin_matches("http://attacker.example", "192.168.1.20"));
  CHECK_FALSE(origin_matches("null", "null"));
  CHECK_FALSE(origin_matches("file://", ""));
  CHECK_FALSE(origin_matches("http://", ""));
}

TEST_CASE("gzip is used when it is accepted") {
  CHECK(accepts_gzip("gzip"));
  CHECK(accepts_gzip("br, GZIP;q=0.5"));
  CHECK(accepts_gzip("deflate,x-gzip"));
  CHECK_FALSE(accepts_gzip(""));
  CHECK_FALSE(accepts_gzip("br"));
  CHECK_FALSE(accepts_gzip("gzip;q=0"));
  CHECK_FALSE(accepts_gzip("gzip; q=0.000"));
  CHECK_FALSE(accepts_gzip("gzipped"));
}

TEST_CASE("a list has a token only when it is whole") {
  CHECK(list_has("soap, tablee.v1", "tablee.v1"));
  CHECK_FALSE(list_has("tablee.v10", "tablee.v1"));
  CHECK_FALSE(list_has("", "tablee.v1"));
}

TEST_CASE("the path ends where the query begins, and must be a path") {
  CHECK(path_of("/console?x=/ws") == "/console");
  CHECK(path_of("/") == "/");
  CHECK(path_of("http://elsewhere/ws").empty());
  CHECK(path_of("*").empty());
  CHECK(path_of("").empty());
}

}  // namespace http_rules_test
