#include "bench/speech.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "bench/child.h"
#include "bench/fleet.h"
#include "bench/frames.h"
#include "speech/limits.h"

namespace tablee::bench {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds patience{30'000};
constexpr std::size_t askers = 100;
constexpr milliseconds between_ballots{10};

// What a person hears first: some words and a number that makes the sentence new.
std::string sentence(std::size_t number) {
  return "Bonjour,+voici+la+consigne+" + std::to_string(number) + ".";
}

// One tablet, at an address of its own, that asks for a sentence and takes the whole sound.
struct Listener {
  int descriptor = -1;
  Clock::time_point started = {};
  std::string request;
  std::string head;
  double first_ms = -1;  // until the first byte of the sound
  bool waiting = false;
};

Listener asking(std::uint16_t port, std::size_t tablet, const std::string& text) {
  Listener listener;
  listener.started = Clock::now();
  listener.request = "GET /speech?text=" + text + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
  listener.descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  sockaddr_in own{};
  own.sin_family = AF_INET;
  own.sin_addr.s_addr = htonl(0x7F000100U + static_cast<std::uint32_t>(tablet) + 1U);
  sockaddr_in server = own;
  server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  server.sin_port = htons(port);
  const bool bound = ::bind(listener.descriptor, reinterpret_cast<sockaddr*>(&own), sizeof(own)) == 0;
  const int connected = ::connect(listener.descriptor, reinterpret_cast<sockaddr*>(&server), sizeof(server));
  listener.waiting = bound && (connected == 0 || errno == EINPROGRESS);
  return listener;
}

void go_on(Listener& listener, short events, std::string& bytes) {
  if (!listener.request.empty() && (events & POLLOUT) != 0) {
    const ssize_t sent = ::send(listener.descriptor, listener.request.data(), listener.request.size(), MSG_NOSIGNAL);
    listener.request.erase(0, sent > 0 ? static_cast<std::size_t>(sent) : 0);
    return;
  }
  const ssize_t count = ::recv(listener.descriptor, bytes.data(), bytes.size(), 0);
  if (count == 0 || (count < 0 && errno != EAGAIN)) {
    listener.waiting = false;
  } else if (count > 0 && listener.first_ms < 0) {
    listener.head.append(bytes.data(), static_cast<std::size_t>(count));
    const bool sounds =
        listener.head.starts_with("HTTP/1.1 200 ") && listener.head.find("\r\n\r\nRIFF") != std::string::npos;
    listener.first_ms = sounds ? milliseconds_since(listener.started) : -1;
  }
}

// The time until each one's first sound, in ms; less than 0 when there was none. One loop, so that the listeners take
// as little as they can of the processor.
std::vector<double> first_sounds_ms(std::vector<Listener> listeners) {
  std::string bytes(65'536, '\0');
  std::vector<pollfd> ready;
  std::vector<std::size_t> places;
  for (;;) {
    ready.clear();
    places.clear();
    for (std::size_t at = 0; at < listeners.size(); ++at) {
      if (listeners[at].waiting) {
        const short events = listeners[at].request.empty() ? POLLIN : POLLOUT;
        ready.push_back({listeners[at].descriptor, events, 0});
        places.push_back(at);
      }
    }
    if (ready.empty() || ::poll(ready.data(), ready.size(), static_cast<int>(patience.count())) <= 0) {
      break;
    }
    for (std::size_t at = 0; at < ready.size(); ++at) {
      if (ready[at].revents != 0) {
        go_on(listeners[places[at]], ready[at].revents, bytes);
      }
    }
  }
  std::vector<double> times;
  for (const Listener& listener : listeners) {
    ::close(listener.descriptor);
    times.push_back(listener.first_ms);
  }
  return times;
}

double first_sound_ms(std::uint16_t port, std::size_t tablet, const std::string& text) {
  return first_sounds_ms({asking(port, tablet, text)}).front();
}

// Everyone asks at once; false when somebody got no sound.
bool all_ask(std::uint16_t port, std::size_t first, bool same, std::vector<double>& first_ms) {
  std::vector<Listener> listeners;
  for (std::size_t at = 0; at < askers; ++at) {
    listeners.push_back(asking(port, at, sentence(first + (same ? 0 : at))));
  }
  const std::vector<double> times = first_sounds_ms(std::move(listeners));
  first_ms.insert(first_ms.end(), times.begin(), times.end());
  return *std::min_element(times.begin(), times.end()) >= 0;
}

// A room whose tablets vote one after another, for as long as is wished.
class Voting {
 public:
  explicit Voting(const Room& room) : child_({"--product", room.directory}), numbers_(askers, 0) {
    fleet_.expect(me_mark);
    for (std::size_t at = 0; at < askers; ++at) {
      fleet_.connect(child_.port(), hello("participant", room.tokens[at], at));
    }
    joined_ = fleet_.run([this] { return fleet_.satisfied() == askers; }, patience);
    fleet_.on_ack = [this](std::size_t at) {
      ++acks_;
      times_ms_.push_back(milliseconds_since(fleet_.screens()[at].asked_at));
    };
  }

  bool joined() const { return joined_; }
  std::uint16_t port() const { return child_.port(); }
  // The times from a ballot to its acknowledgement while `going_on`; empty when one did not come.
  std::vector<double> vote_while(const std::function<bool()>& going_on) {
    times_ms_.clear();
    acks_ = 0;
    std::size_t cast = 0;
    while (going_on()) {
      const std::size_t at = next_++ % askers;
      fleet_.screens()[at].asked_at = Clock::now();
      fleet_.send(at, ballot(at, ++numbers_[at]));
      ++cast;
      fleet_.rest(between_ballots);
    }
    return fleet_.run([&] { return acks_ == cast; }, patience) ? times_ms_ : std::vector<double>();
  }

 private:
  Child child_;
  Fleet fleet_;
  std::vector<std::uint64_t> numbers_;
  std::vector<double> times_ms_;
  std::size_t acks_ = 0;
  std::size_t next_ = 0;
  bool joined_ = false;
};

struct Crowd {
  std::vector<double> ballots_ms;
  std::vector<double> first_ms;
  bool all_heard = true;
};

// Votes while everyone asks, again and again for this time.
Crowd vote_in_a_crowd(Voting& voting, milliseconds time, std::size_t first, bool same) {
  Crowd crowd;
  std::atomic<bool> asking = true;
  std::thread listeners([&] {
    // They stand for other machines: what they do must not keep the clock of the ballots waiting.
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 10);
    const auto start = Clock::now();
    for (std::size_t round = 0; crowd.all_heard && (round == 0 || Clock::now() - start < time); ++round) {
      // No faster than the server allows one address.
      const auto next = Clock::now() + milliseconds(speech::sentence_refill_ms);
      crowd.all_heard = all_ask(voting.port(), first + round * askers, same, crowd.first_ms);
      std::this_thread::sleep_until(next);
    }
    asking = false;
  });
  crowd.ballots_ms = voting.vote_while([&] { return asking.load(); });
  listeners.join();
  return crowd;
}

}  // namespace

bool measure_speech(const Plan& plan, std::vector<Row>& rows) {
  if (std::system("espeak-ng --version >/dev/null 2>&1") != 0) {
    std::fprintf(stderr, "speech: espeak-ng is not installed\n");
    return true;
  }
  const Room room = make_room(plan.directory + "/speech", {askers, 20, 4});
  Voting voting(room);
  if (!voting.joined()) {
    return false;
  }
  std::vector<double> cold_ms;
  std::vector<double> kept_ms;
  for (std::size_t at = 0; at < askers / 4; ++at) {
    cold_ms.push_back(first_sound_ms(voting.port(), at, sentence(at)));
    kept_ms.push_back(first_sound_ms(voting.port(), at, sentence(at)));
  }
  const milliseconds time(plan.sustained_ms);
  const auto start = Clock::now();
  const std::vector<double> quiet_ms = voting.vote_while([&] { return Clock::now() - start < time; });
  constexpr std::size_t never_said = 10'000;
  const Crowd different = vote_in_a_crowd(voting, time, never_said, false);
  const Crowd same = vote_in_a_crowd(voting, time, 100 * never_said, true);
  if (*std::min_element(cold_ms.begin(), cold_ms.end()) < 0 || quiet_ms.empty() || different.ballots_ms.empty() ||
      same.ballots_ms.empty() || !different.all_heard || !same.all_heard) {
    std::fprintf(stderr, "speech: somebody heard nothing, or a ballot was not acknowledged\n");
    return false;
  }
  const auto row = [&rows](std::string what, double product, double peer, std::string aim) {
    rows.push_back({std::move(what), product, peer, "ms", false, std::move(aim)});
  };
  row("first sound of a sentence nobody heard before, p50", median(cold_ms), 0, "≤ 300 ms");
  row("… the slowest of " + std::to_string(cold_ms.size()), quantile(cold_ms, 1), 0, "≤ 300 ms");
  row("… said before, p50", median(kept_ms), 0, "");
  row("100 tablets ask at once for the same new sentence: first sound, slowest", quantile(same.first_ms, 1), 0,
      "≤ 300 ms");
  row("100 tablets ask at once for 100 new sentences: first sound, p50", median(different.first_ms), 0, "");
  row("… slowest", quantile(different.first_ms, 1), 0, "");
  row("a ballot meanwhile, to its acknowledgement, p50 (beside: nobody listens)", quantile(different.ballots_ms, 0.5),
      quantile(quiet_ms, 0.5), "no change");
  row("… p99", quantile(different.ballots_ms, 0.99), quantile(quiet_ms, 0.99), "no delay one feels");
  row("… slowest", quantile(different.ballots_ms, 1), quantile(quiet_ms, 1), "no delay one feels");
  return true;
}

}  // namespace tablee::bench
