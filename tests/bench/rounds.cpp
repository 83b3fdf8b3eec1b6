#include "bench/rounds.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <utility>

#include "base/limits.h"
#include "bench/child.h"
#include "bench/fleet.h"
#include "bench/frames.h"

namespace tablee::bench {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds patience{30'000};
// Between two commands of the console, so that it stays under limits::commands_per_second.
constexpr milliseconds pace{40};

std::string load(const std::vector<std::string>& frames) {
  std::string bytes = "load";
  for (const std::string& frame : frames) {
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes += static_cast<char>((frame.size() >> shift) & 0xFF);
    }
    bytes += frame;
  }
  return bytes;
}

bool failed(const char* what, const Fleet& fleet) {
  std::fprintf(stderr, "%s: not everything arrived (lost %llu, refusal %s)\n", what,
               static_cast<unsigned long long>(fleet.lost()), fleet.first_refusal().c_str());
  return false;
}

// The product with its console (screen 0) and tablets after it.
struct Hall {
  Hall(const Room& used, std::size_t wanted) : room(used), child({"--product", used.directory}), tablets(wanted) {}

  bool fill() {
    memory_before_kb = child.memory_kb();
    fleet.expect(me_mark);
    fleet.start_clock();
    console = fleet.connect(child.port(), hello("facilitator", room.facilitator_token, 0));
    for (std::size_t at = 0; at < tablets; ++at) {
      fleet.connect(child.port(), hello("participant", room.tokens[at % room.tokens.size()], at));
    }
    if (!fleet.run([&] { return fleet.satisfied() == tablets; }, patience)) {
      return failed("joining", fleet);
    }
    fleet.rest(milliseconds(300));
    return true;
  }
  void say(const std::string& name, const std::string& body) { fleet.send(console, command(++number, name, body)); }
  void change_step() {
    std::string next = step == "lire-1" ? "lire-2" : "lire-1";
    say("start_step", R"({"step":")" + next + R"(","from":")" + step + "\"}");
    step = std::move(next);
  }

  const Room& room;
  Child child;
  Fleet fleet;
  std::size_t tablets;
  std::size_t console = 0;
  std::uint64_t number = 0;
  std::string step = "classer";
  double memory_before_kb = 0;
};

// The bare peer with as many tablets; screen 0 gives orders.
struct BareHall {
  BareHall(const std::string& directory, std::size_t wanted)
      : child({"--raw-peer", directory + "/ballots.txt"}), tablets(wanted) {}

  bool fill(const std::vector<std::string>& frames) {
    master = fleet.connect(child.port(), "load");
    for (std::size_t at = 0; at < tablets; ++at) {
      fleet.connect(child.port(), "join");
    }
    const bool all = fleet.run(
        [&] {
          return std::all_of(fleet.screens().begin(), fleet.screens().end(),
                             [](const Screen& screen) { return screen.upgraded; });
        },
        patience);
    fleet.rest(milliseconds(100));
    fleet.send(master, load(frames), 2);
    fleet.rest(milliseconds(100));
    return all || failed("joining the peer", fleet);
  }

  Child child;
  Fleet fleet;
  std::size_t tablets;
  std::size_t master = 0;
};

// One command until the last tablet has all of `marks`; the time in ms, or less than 0.
template <class Say>
double round(Fleet& fleet, std::size_t tablets, std::uint32_t marks, Say say) {
  fleet.expect(marks, 1);
  fleet.start_clock();
  say();
  return fleet.run([&] { return fleet.satisfied() == tablets; }, patience)
             ? *std::max_element(fleet.times_ms().begin(), fleet.times_ms().end())
             : -1;
}

std::uint64_t frames_received(Fleet& fleet) {
  std::uint64_t frames = 0;
  for (std::size_t at = 1; at < fleet.screens().size(); ++at) {
    frames += fleet.screens()[at].frames;
  }
  return frames;
}

std::string ending(std::size_t tablets) {
  return ", " + std::to_string(tablets) + " tablets";
}

// Tablets 1 to `tablets` of a fleet, each with its own ballot to send again and again.
class Voters {
 public:
  // limited: the server allows each tablet limits::commands_per_second, after a burst; a tablet that reaches it waits.
  Voters(Fleet& fleet, std::size_t tablets, bool limited)
      : fleet_(fleet), limited_(limited), numbers_(tablets + 1, 0), sent_(tablets + 1, 0) {
    fleet_.on_ack = [this](std::size_t at) {
      ++acks_;
      each_ms.push_back(milliseconds_since(fleet_.screens()[at].asked_at));
      if (without_pause_) {
        go_on(at);
      }
    };
  }
  ~Voters() { fleet_.on_ack = nullptr; }
  Voters(const Voters&) = delete;
  Voters& operator=(const Voters&) = delete;

  bool all_at_once() {
    const auto start = start_all();
    if (!fleet_.run([&] { return acks_ + 1 == numbers_.size(); }, patience)) {
      return failed("voting", fleet_);
    }
    all_ms.push_back(milliseconds_since(start));
    fleet_.rest(milliseconds(150));
    return true;
  }
  // Each tablet votes for the first time, one after the other: the count of voters changes with every ballot.
  bool one_by_one() {
    const std::uint64_t tallies = fleet_.screens()[1].tallies;
    const auto start = Clock::now();
    acks_ = 0;
    for (std::size_t at = 1; at < numbers_.size(); ++at) {
      cast(at);
      fleet_.rest(milliseconds(1));
    }
    tallies_per_second = static_cast<double>(fleet_.screens()[1].tallies - tallies) * 1000 / milliseconds_since(start);
    const bool all = fleet_.run([&] { return acks_ + 1 == numbers_.size(); }, patience);
    each_ms.clear();
    return all || failed("voting one by one", fleet_);
  }
  bool go_on_for(milliseconds time) {
    const std::vector<double> kept = each_ms;
    without_pause_ = true;
    std::fill(sent_.begin(), sent_.end(), 0);
    went_on_at_ = Clock::now();
    const auto start = start_all();
    while (Clock::now() - start < time) {
      fleet_.rest(milliseconds(2));
      for (const std::size_t at : std::exchange(waiting_, {})) {
        go_on(at);
      }
    }
    const double seconds = milliseconds_since(start) / 1000;
    without_pause_ = false;
    waiting_.clear();
    per_second = static_cast<double>(acks_) / seconds;
    fleet_.rest(milliseconds(500));
    each_ms = kept;
    return fleet_.first_refusal().empty() || failed("voting without pause", fleet_);
  }

  std::vector<double> all_ms;
  std::vector<double> each_ms;
  double per_second = 0;
  double tallies_per_second = 0;

 private:
  Clock::time_point start_all() {
    acks_ = 0;
    const auto start = Clock::now();
    for (std::size_t at = 1; at < numbers_.size(); ++at) {
      cast(at);
    }
    return start;
  }
  void go_on(std::size_t at) {
    const double allowed = static_cast<double>(limits::commands_burst) / 2 +
                           static_cast<double>(limits::commands_per_second) * milliseconds_since(went_on_at_) / 1000;
    if (limited_ && static_cast<double>(sent_[at]) >= allowed) {
      waiting_.push_back(at);
      return;
    }
    ++sent_[at];
    cast(at);
  }
  void cast(std::size_t at) {
    fleet_.screens()[at].asked_at = Clock::now();
    fleet_.send(at, ballot(at, ++numbers_[at]));
  }

  Fleet& fleet_;
  bool limited_;
  Clock::time_point went_on_at_;
  std::vector<std::uint64_t> numbers_;
  std::vector<std::uint64_t> sent_;   // since it went on
  std::vector<std::size_t> waiting_;  // those at their limit
  std::uint64_t acks_ = 0;
  bool without_pause_ = false;
};

}  // namespace

bool measure_ballots(const Plan& plan, std::vector<Row>& rows) {
  const Room room = make_room(plan.directory + "/ballots", {plan.tablets, 20, 4});
  Hall hall(room, plan.tablets);
  BareHall bare_hall(room.directory, plan.tablets);
  if (!hall.fill() || !bare_hall.fill({std::string("\x81\x16") + R"({"type":"ack","num":1})"})) {
    return false;
  }
  Voters ours(hall.fleet, plan.tablets, true);
  Voters bare(bare_hall.fleet, plan.tablets, false);
  if (!ours.one_by_one()) {
    return false;
  }
  for (int repeat = 0; repeat < plan.repeats; ++repeat) {
    if (!ours.all_at_once() || !bare.all_at_once()) {
      return false;
    }
  }
  const milliseconds time(plan.sustained_ms);
  if (!ours.go_on_for(time) || !bare.go_on_for(time)) {
    return false;
  }
  const std::string many = std::to_string(plan.tablets);
  rows.push_back({many + " ballots at once: all durable and acknowledged", median(ours.all_ms), median(bare.all_ms),
                  "ms", false, "≤ 2x, about 45 ms"});
  rows.push_back({"… acknowledgement, p50", quantile(ours.each_ms, 0.5), quantile(bare.each_ms, 0.5), "ms", false, ""});
  rows.push_back(
      {"… acknowledgement, p99", quantile(ours.each_ms, 0.99), quantile(bare.each_ms, 0.99), "ms", false, ""});
  rows.push_back({"durable ballots a second, no pause" + ending(plan.tablets), ours.per_second, bare.per_second, "/s",
                  true, "≥ 15,000"});
  rows.push_back({"live tallies each tablet receives a second, while people vote one after the other",
                  ours.tallies_per_second, 0, "/s", false, "≤ 10"});
  return true;
}

bool measure_steps(const Plan& plan, std::size_t tablets, std::vector<Row>& rows) {
  const Room room =
      make_room(plan.directory + "/steps-" + std::to_string(tablets), {std::min(tablets, plan.people), 20, 4});
  Hall hall(room, tablets);
  if (!hall.fill()) {
    return false;
  }
  const double each_kb = (hall.child.memory_kb() - hall.memory_before_kb) / static_cast<double>(tablets);
  hall.change_step();
  hall.fleet.rest(milliseconds(500));
  std::vector<std::string> frames;
  hall.fleet.capture(1, &frames);
  if (round(hall.fleet, tablets, step_mark, [&] { hall.change_step(); }) < 0) {
    return failed("step change", hall.fleet);
  }
  hall.fleet.rest(milliseconds(300));
  hall.fleet.capture(0, nullptr);
  std::erase_if(frames, [](const std::string& frame) { return frame.find(R"("type":"beat")") != std::string::npos; });

  BareHall bare(room.directory, tablets);
  if (!bare.fill(frames)) {
    return false;
  }
  std::vector<double> ours_ms;
  std::vector<double> bare_ms;
  const double user_before = hall.child.user_ms();
  const std::uint64_t frames_before = frames_received(hall.fleet);
  double bare_user = 0;
  std::uint64_t bare_frames = 0;
  const int repeats = plan.repeats * 4;
  for (int repeat = 0; repeat < repeats; ++repeat) {
    ours_ms.push_back(round(hall.fleet, tablets, step_mark, [&] { hall.change_step(); }));
    hall.fleet.rest(pace);
    const double user = bare.child.user_ms();
    const std::uint64_t received = frames_received(bare.fleet);
    bare_ms.push_back(round(bare.fleet, tablets, step_mark, [&] { bare.fleet.send(bare.master, "all"); }));
    bare.fleet.rest(milliseconds(5));
    bare_user += bare.child.user_ms() - user;
    bare_frames += frames_received(bare.fleet) - received;
  }
  if (*std::min_element(ours_ms.begin(), ours_ms.end()) < 0 || *std::min_element(bare_ms.begin(), bare_ms.end()) < 0) {
    return failed("step changes", hall.fleet);
  }
  const double user = hall.child.user_ms() - user_before;
  const auto delivered = static_cast<double>(frames_received(hall.fleet) - frames_before);
  rows.push_back({"step change (" + std::to_string(frames.size()) + " frames) to the last of " +
                      std::to_string(tablets) + " tablets",
                  median(ours_ms), median(bare_ms), "ms", false, "≤ 1.2x"});
  rows.push_back({"… p99", quantile(ours_ms, 0.99), quantile(bare_ms, 0.99), "ms", false, ""});
  rows.push_back({"… user CPU a delivery", user * 1000 / delivered,
                  bare_user * 1000 / static_cast<double>(std::max<std::uint64_t>(bare_frames, 1)), "µs", false,
                  "≤ 1 µs"});
  rows.push_back({"memory for each idle tablet" + ending(tablets), each_kb, 0, "kB", false, "≤ 8 kB"});
  return true;
}

bool measure_bursts(const Plan& plan, std::vector<Row>& rows) {
  const std::size_t tablets = plan.tablets;
  const Room room = make_room(plan.directory + "/bursts", {tablets, 4, 2});
  Hall hall(room, tablets);
  if (!hall.fill()) {
    return false;
  }
  hall.change_step();
  hall.fleet.rest(milliseconds(2500));
  constexpr std::uint32_t marks = step_mark | board_mark | vote_mark | avis_mark | notices_mark | projector_mark;
  int count = 0;
  const auto burst = [&] {
    const std::string n = std::to_string(++count);
    hall.say("rename_cluster", R"({"cluster":1,"title":"Grappe )" + n + "\"}");
    hall.say("rename_cluster", R"({"cluster":2,"title":"Grappe )" + n + "\"}");
    hall.say("send_message", R"({"text":"Message )" + n + "\"}");
    hall.say("record_promise", R"({"who":"Mairie","text":"Promesse )" + n + R"(","due":"2027-01-01"})");
    hall.say("show_scene", R"({"scene":"message","message":"Message )" + n + "\"}");
    hall.change_step();
  };
  std::vector<std::string> frames;
  hall.fleet.capture(1, &frames);
  if (round(hall.fleet, tablets, marks, burst) < 0) {
    return failed("burst", hall.fleet);
  }
  hall.fleet.rest(milliseconds(500));
  hall.fleet.capture(0, nullptr);
  std::erase_if(frames, [](const std::string& frame) {
    return frame.find(R"("type":"beat")") != std::string::npos || frame.find(R"("name":"tally")") != std::string::npos;
  });
  BareHall bare(room.directory, tablets);
  if (!bare.fill(frames)) {
    return false;
  }
  std::vector<double> ours_ms;
  std::vector<double> bare_ms;
  for (int repeat = 0; repeat < plan.repeats * 2; ++repeat) {
    ours_ms.push_back(round(hall.fleet, tablets, marks, burst));
    hall.fleet.rest(milliseconds(220));
    bare_ms.push_back(round(bare.fleet, tablets, marks, [&] { bare.fleet.send(bare.master, "all"); }));
    bare.fleet.rest(milliseconds(20));
  }
  if (*std::min_element(ours_ms.begin(), ours_ms.end()) < 0 || *std::min_element(bare_ms.begin(), bare_ms.end()) < 0) {
    return failed("bursts", hall.fleet);
  }
  const auto messages = static_cast<double>(frames.size() * tablets);
  rows.push_back({"burst of " + std::to_string(frames.size()) + " frames, last tablet" + ending(tablets),
                  median(ours_ms), median(bare_ms), "ms", false, ""});
  rows.push_back({"… frames delivered a second", messages / median(ours_ms) * 1000, messages / median(bare_ms) * 1000,
                  "/s", true, "≥ 4x"});
  return true;
}

bool measure_reconnection(const Plan& plan, std::vector<Row>& rows) {
  const Room room = make_room(plan.directory + "/reconnection", {std::min(plan.crowd, plan.people), plan.ideas, 8});
  Hall hall(room, plan.crowd);
  std::vector<std::string> snapshot;
  hall.fleet.capture(1, &snapshot);
  if (!hall.fill()) {
    return false;
  }
  hall.fleet.capture(0, nullptr);
  std::size_t bytes = 0;
  for (const std::string& frame : snapshot) {
    bytes += frame.size();
  }
  BareHall bare(room.directory, 0);
  if (!bare.fill(snapshot)) {
    return false;
  }
  std::vector<double> ours_ms;
  std::vector<double> bare_ms;
  const auto storm = [&](Fleet& fleet, std::uint16_t port, bool product) {
    fleet.expect(me_mark);
    fleet.start_clock();
    for (std::size_t at = 0; at < plan.crowd; ++at) {
      fleet.connect(port, product ? hello("participant", room.tokens[at % room.tokens.size()], at) : "snap");
    }
    return fleet.run([&] { return fleet.satisfied() == plan.crowd; }, patience)
               ? *std::max_element(fleet.times_ms().begin(), fleet.times_ms().end())
               : -1;
  };
  hall.fleet.close_all();
  for (int repeat = 0; repeat < plan.repeats; ++repeat) {
    Fleet ours;
    ours_ms.push_back(storm(ours, hall.child.port(), true));
    ours.close_all();
    hall.fleet.rest(milliseconds(300));
    Fleet theirs;
    bare_ms.push_back(storm(theirs, bare.child.port(), false));
    theirs.close_all();
    hall.fleet.rest(milliseconds(300));
  }
  if (*std::min_element(ours_ms.begin(), ours_ms.end()) < 0 || *std::min_element(bare_ms.begin(), bare_ms.end()) < 0) {
    return failed("reconnection", hall.fleet);
  }
  rows.push_back({std::to_string(plan.crowd) + " tablets come back at once, " + std::to_string(bytes / 1000) +
                      " kB each: last one served",
                  median(ours_ms), median(bare_ms), "ms", false, "≤ 1.8x, about 500 ms"});
  return true;
}

bool measure_restart(const Plan& plan, std::vector<Row>& rows) {
  const Room room = make_room(plan.directory + "/restart", {plan.tablets, plan.ideas, 8});
  std::vector<double> ours_ms;
  auto child = std::make_unique<Child>(std::vector<std::string>{"--product", room.directory});
  for (int repeat = 0; repeat < std::min(plan.repeats, 5); ++repeat) {
    child->kill();
    Fleet fleet;
    fleet.expect(me_mark);
    fleet.start_clock();
    child = std::make_unique<Child>(std::vector<std::string>{"--product", room.directory});
    for (std::size_t at = 0; at < plan.tablets; ++at) {
      fleet.connect(child->port(), hello("participant", room.tokens[at], at));
    }
    if (!fleet.run([&] { return fleet.satisfied() == plan.tablets; }, patience)) {
      return failed("restart", fleet);
    }
    ours_ms.push_back(*std::max_element(fleet.times_ms().begin(), fleet.times_ms().end()));
  }
  rows.push_back({"kill -9, start, replay, " + std::to_string(plan.tablets) + " tablets served", median(ours_ms), 0,
                  "ms", false, ""});
  return true;
}

bool measure_stalled(const Plan& plan, std::vector<Row>& rows) {
  constexpr std::size_t tablets = 50;
  constexpr std::size_t stalled = 5;
  const Room room = make_room(plan.directory + "/stalled", {tablets, plan.ideas, 8});
  Hall hall(room, tablets);
  if (!hall.fill()) {
    return false;
  }
  std::vector<double> times[2];
  double memory_kb[2] = {0, 0};
  for (const int with_stalled : {0, 1}) {
    if (with_stalled != 0) {
      for (std::size_t at = 0; at < stalled; ++at) {
        hall.fleet.stop_reading(tablets - at);
      }
    }
    for (int count = 0; count < plan.stalled_rounds; ++count) {
      const std::size_t others = tablets - static_cast<std::size_t>(with_stalled) * stalled;
      const double last = round(hall.fleet, others, board_mark, [&] {
        hall.say("rename_cluster",
                 R"({"cluster":1,"title":"Grappe )" + std::to_string(count + 1000 * with_stalled) + "\"}");
      });
      if (last < 0) {
        return failed("five stalled of fifty", hall.fleet);
      }
      times[with_stalled].insert(times[with_stalled].end(), hall.fleet.times_ms().begin(), hall.fleet.times_ms().end());
      hall.fleet.rest(pace);
    }
    memory_kb[with_stalled] = hall.child.memory_kb();
  }
  rows.push_back({"20 kB to 45 tablets while 5 of 50 read nothing, p50 (beside: nobody stalled)",
                  quantile(times[1], 0.5), quantile(times[0], 0.5), "ms", false, "no change"});
  rows.push_back({"… p99", quantile(times[1], 0.99), quantile(times[0], 0.99), "ms", false, "no change"});
  rows.push_back(
      {"… memory that the stalled ones cost", (memory_kb[1] - memory_kb[0]) / 1024, 0, "MB", false, "≤ 1 MB"});
  return true;
}

}  // namespace tablee::bench
