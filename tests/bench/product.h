// The server under test: the log, the host and the net put together as `tablee serve` does, and a room made ready for
// it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tablee::bench {

struct Room {
  std::string directory;  // holds atelier.db and web/
  std::string facilitator_token;
  std::vector<std::string> tokens;  // of people, in order
};

struct RoomSize {
  std::size_t people = 0;
  std::size_t ideas = 0;  // on the board, 150 characters each
  std::size_t clusters = 0;
};

// A room in the middle of a secret vote by points (poll 1), everyone's card made. Exits when something is refused.
Room make_room(const std::string& directory, const RoomSize& size);

// Serves it: prints its port, then runs until killed.
int run_product(const std::string& directory);

}  // namespace tablee::bench
