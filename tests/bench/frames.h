// What screens say, as bytes: numbers of senders, the hello, a command, a ballot of points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace tablee::bench {

std::string hex16(std::size_t number);
std::string hello(const char* role, const std::string& token, std::size_t sender);
std::string command(std::uint64_t number, const std::string& name, const std::string& body);
// The same points whoever the person is, under a key of their own.
std::string ballot(std::size_t person, std::uint64_t number);

}  // namespace tablee::bench
