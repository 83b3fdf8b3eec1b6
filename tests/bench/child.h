// A server under test, in a process of its own, on the first core.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <string>
#include <vector>

namespace tablee::bench {

inline constexpr int server_core = 0;
inline constexpr int fleet_core = 1;

void stay_on_core(int core);

class Child {
 public:
  // Runs this program again with these words; it prints its port on a line of its own.
  explicit Child(const std::vector<std::string>& words);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  std::uint16_t port() const { return port_; }
  // As a power cut would end it.
  void kill();
  double user_ms() const;
  double system_ms() const;
  double memory_kb() const;

 private:
  double ticks_ms(int field) const;
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace tablee::bench
