// Many tablets in one thread: an epoll loop that connects, upgrades, says hello and counts what arrives.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tablee::bench {

using Clock = std::chrono::steady_clock;

// What has arrived at a screen since its marks were cleared, one bit for each kind of frame.
enum Mark : std::uint32_t {
  welcome_mark = 1u << 0,
  ack_mark = 1u << 1,
  refusal_mark = 1u << 2,
  step_mark = 1u << 3,
  board_mark = 1u << 4,
  vote_mark = 1u << 5,
  tally_mark = 1u << 6,
  avis_mark = 1u << 7,
  notices_mark = 1u << 8,
  projector_mark = 1u << 9,
  me_mark = 1u << 10,
  other_mark = 1u << 11,
};

struct Screen {
  int descriptor = -1;
  bool upgraded = false;
  bool reading = true;
  std::uint32_t marks = 0;
  std::uint64_t frames = 0;
  std::uint64_t bytes = 0;
  std::uint64_t tallies = 0;
  std::uint64_t acks = 0;
  Clock::time_point asked_at = {};
  std::string hello;
  std::string unread;
  std::string unsent;
};

class Fleet {
 public:
  Fleet();
  ~Fleet();
  Fleet(const Fleet&) = delete;
  Fleet& operator=(const Fleet&) = delete;

  // Starts to connect; `hello` is sent once upgraded. Returns the screen's place.
  std::size_t connect(std::uint16_t port, std::string hello);
  void send(std::size_t screen, std::string_view text, int opcode = 1);
  void stop_reading(std::size_t screen);
  // With a reset, so that no port stays behind in TIME_WAIT.
  void close_all();

  // Runs the loop until `done` or the time is over; true when done.
  bool run(const std::function<bool()>& done, std::chrono::milliseconds time);
  void rest(std::chrono::milliseconds time);

  std::vector<Screen>& screens() { return screens_; }
  void clear_marks();
  // Screens, from `first` on, that have all of `marks`; kept as they arrive.
  void expect(std::uint32_t marks, std::size_t first = 0);
  std::size_t satisfied() const { return satisfied_; }
  const std::vector<double>& times_ms() const { return times_ms_; }
  void start_clock() { started_ = Clock::now(); }

  // Every frame this screen receives, as bytes, while set.
  void capture(std::size_t screen, std::vector<std::string>* frames);
  std::function<void(std::size_t)> on_ack;
  std::string first_refusal() const { return first_refusal_; }
  std::uint64_t lost() const { return lost_; }

 private:
  void ready(std::size_t place, std::uint32_t events);
  void read(std::size_t place);
  std::size_t take_frames(std::size_t place, std::string_view bytes);
  void frame(std::size_t place, int opcode, std::string_view payload, std::string_view whole);
  void write(Screen& screen, std::string_view bytes);
  void watch(std::size_t place, std::uint32_t events, int operation);

  int epoll_ = -1;
  std::vector<Screen> screens_;
  std::vector<char> buffer_;
  std::uint32_t expected_ = 0;
  std::size_t expected_from_ = 0;
  std::size_t satisfied_ = 0;
  std::vector<double> times_ms_;
  Clock::time_point started_ = {};
  std::size_t captured_ = SIZE_MAX;
  std::vector<std::string>* captures_ = nullptr;
  std::string first_refusal_;
  std::uint64_t lost_ = 0;
};

double milliseconds_since(Clock::time_point start);
// Requires: not empty. 0 ≤ part ≤ 1.
double quantile(std::vector<double> values, double part);
double median(const std::vector<double>& values);

}  // namespace tablee::bench
