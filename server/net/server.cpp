#include "net/server.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/asio/signal_set.hpp>
#include <chrono>
#include <csignal>
#include <utility>

#include "net/door.h"
#include "net/hall.h"
#include "net/listener.h"
#include "net/pages.h"
#include "net/session.h"

namespace tablee::net {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

namespace {

constexpr int turn_handlers_max = 1024;
constexpr std::chrono::milliseconds shutdown_ms_max{2'000};
constexpr std::chrono::milliseconds sweep_ms{500};
constexpr std::chrono::milliseconds accept_pause_ms{100};
// The host's time may jump or run at another pace (clock), so no sleep is longer than this.
constexpr std::chrono::milliseconds sleep_ms_max{100};

TimeMs system_time() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::vector<std::string> own_names(std::vector<std::string> names) {
  std::array<char, 256> name{};
  if (::gethostname(name.data(), name.size() - 1) == 0 && name[0] != '\0') {
    names.emplace_back(name.data());
    names.push_back(names.back() + ".local");
  }
  return names;
}

std::string text_of(const asio::ip::address& address) {
  if (address.is_v6() && address.to_v6().is_v4_mapped()) {
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  }
  return address.to_string();
}

int new_event() {
  const int event = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  TABLEE_CHECK(event >= 0);
  return event;
}

// A full counter means that a signal is already pending.
void signal(int event) {
  const std::uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = ::write(event, &one, sizeof(one));
}

}  // namespace

struct Server::Parts {
  using Timer = asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor>;
  using Acceptor = asio::basic_socket_acceptor<tcp, Executor>;
  using Descriptor = asio::posix::basic_stream_descriptor<Executor>;

  Parts(host::Host& host, ServerSettings settings, Pages pages)
      : hall{host,
             settings.clock ? std::move(settings.clock) : system_time,
             std::move(pages),
             Files::look(settings.files_dir, settings.files),
             own_names(std::move(settings.names)),
             simple::Counter(host, std::move(settings.entropy)),
             settings.reader},
        stop_event(context, new_event()),
        spoken_event(context, new_event()) {
    if (hall.reader != nullptr) {
      hall.reader->on_ready([descriptor = spoken_event.native_handle()] { signal(descriptor); });
    }
  }
  // Every connection ends before the context it lives in.
  ~Parts() {
    if (hall.reader != nullptr) {
      hall.reader->on_ready(nullptr);
    }
    hall.sweep(Steady::time_point::max());
    hall.to_flush.clear();
    hall.after_commit.clear();
  }

  void accept();
  void on_accept(error_code error, Socket socket);
  void wake();
  void await_speech();
  void begin_stop();
  bool turn_due(TimeMs now) const { return hall.host.next_wake() <= now; }
  Result<Nothing> end_turn();
  void write(host::ConnectionId id);

  Hall hall;
  // Without locks: nothing but the event descriptors is touched from other threads. Destroyed before the hall, which
  // its last handlers may still name.
  Context context{BOOST_ASIO_CONCURRENCY_HINT_UNSAFE};
  Descriptor stop_event;
  Descriptor spoken_event;  // the reader has something to deliver
  Acceptor acceptor{context};
  Timer timer{context};
  Timer accept_pause{context};
  asio::basic_signal_set<Executor> signals{context};
  SystemFacts facts;
  Outbound line;  // writes for whoever holds nothing back, see write()
  tcp::endpoint peer;
  std::uint16_t port = 0;
  bool stopping = false;
  Steady::time_point next_sweep = {};
  Steady::time_point stop_by = Steady::time_point::max();
};

void Server::Parts::accept() {
  acceptor.async_accept(peer, [this](error_code error, Socket socket) { on_accept(error, std::move(socket)); });
}

void Server::Parts::on_accept(error_code error, Socket socket) {
  if (stopping || error == asio::error::operation_aborted) {
    return;
  }
  if (!error) {
    open_door(hall, std::move(socket), text_of(peer.address()));
    return accept();
  }
  if (error == asio::error::connection_aborted) {
    return accept();
  }
  // No descriptor or memory left: trying again at once would only burn the processor.
  accept_pause.expires_after(accept_pause_ms);
  accept_pause.async_wait([this](error_code cancelled) {
    if (!cancelled && !stopping) {
      accept();
    }
  });
}

void Server::Parts::wake() {
  const auto wait = std::chrono::milliseconds(std::max<TimeMs>(0, hall.host.next_wake() - hall.now()));
  timer.expires_after(std::min(wait, sleep_ms_max));
  timer.async_wait([this](error_code error) {
    if (!error) {
      wake();
    }
  });
}

void Server::Parts::await_speech() {
  spoken_event.async_wait(Descriptor::wait_read, [this](error_code error) {
    if (error) {
      return;
    }
    std::uint64_t count = 0;
    [[maybe_unused]] const ssize_t read = ::read(spoken_event.native_handle(), &count, sizeof(count));
    hall.reader->deliver();
    await_speech();
  });
}

void Server::Parts::begin_stop() {
  if (std::exchange(stopping, true)) {
    return;
  }
  error_code ignored;
  acceptor.close(ignored);
  accept_pause.cancel();
  stop_by = Steady::now() + shutdown_ms_max;
  hall.dismiss_all();
}

// Nearly every screen takes all it is given, and then nothing of its session is read: for thousands of screens, the
// memory of their sessions is what a broadcast would wait for.
void Server::Parts::write(host::ConnectionId id) {
  const int descriptor = hall.free_line(id);
  const Flow flow = descriptor < 0 ? Flow::blocked : line.write(descriptor, &hall.host.outbox(id));
  if (flow == Flow::drained) {
    return;
  }
  if (const std::shared_ptr<Session> session = hall.session(id)) {
    descriptor < 0 ? session->flush() : session->go_on(std::exchange(line, Outbound{}), flow);
  }
}

Result<Nothing> Server::Parts::end_turn() {
  const TimeMs now = hall.now();
  if (turn_due(now)) {
    hall.host.tick(now);
  }
  const Steady::time_point steady = Steady::now();
  if (steady >= next_sweep) {
    next_sweep = steady + sweep_ms;
    hall.sweep(steady);
    hall.counter.sweep(now);
  }
  Result<host::Turn> turn = hall.host.flush(now);
  if (!turn) {
    return turn.error();
  }
  // Before anything else is said to the host: what they show is what was committed.
  hall.counter.after_flush(*turn, now);
  for (const auto& look : std::exchange(hall.after_commit, {})) {
    look();
  }
  for (const host::ConnectionId id : turn->ready) {
    write(id);
  }
  for (const host::Closing& closing : turn->closing) {
    if (const std::shared_ptr<Session> session = hall.session(closing.connection)) {
      session->close(closing.code);
    }
  }
  // Control frames, and sockets that take bytes again. Flushing adds nothing to the list but goodbyes of Beast, whose
  // bytes are pushed while the list is walked.
  for (std::size_t at = 0; at < hall.to_flush.size(); ++at) {
    const std::shared_ptr<Session> session = std::move(hall.to_flush[at]);
    session->flush();
  }
  hall.to_flush.clear();
  return Nothing{};
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}

Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(host::Host& host, ServerSettings settings) {
  Result<Pages> pages = Pages::load(settings.web_dir);
  if (!pages) {
    return pages.error();
  }
  const std::int64_t descriptors = raise_descriptor_limit();
  Result<Listener> listener = open_listener(settings.bind, settings.port);
  if (!listener) {
    return listener.error();
  }
  auto parts = std::make_unique<Parts>(host, std::move(settings), std::move(*pages));
  parts->acceptor.assign(listener->ipv6 ? tcp::v6() : tcp::v4(), listener->descriptor);
  parts->port = listener->port;
  parts->facts = SystemFacts{effective_backlog(), descriptors};
  // From here on a signal waits for run(): between the printed links and the first turn it must not kill.
  parts->signals.add(SIGINT);
  parts->signals.add(SIGTERM);
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

std::uint16_t Server::port() const {
  return parts_->port;
}

SystemFacts Server::facts() const {
  return parts_->facts;
}

void Server::stop() {
  signal(parts_->stop_event.native_handle());
}

Result<Nothing> Server::run() {
  Parts& parts = *parts_;
  parts.stop_event.async_wait(Parts::Descriptor::wait_read, [&parts](error_code error) {
    if (!error) {
      parts.begin_stop();
    }
  });
  parts.signals.async_wait([&parts](error_code error, int) {
    if (!error) {
      parts.begin_stop();
    }
  });
  parts.accept();
  parts.wake();
  if (parts.hall.reader != nullptr) {
    parts.await_speech();
  }
  while (!(parts.stopping && (parts.hall.watched.empty() || Steady::now() >= parts.stop_by))) {
    parts.context.run_one();
    for (int count = 1; count < turn_handlers_max && parts.context.poll_one() != 0; ++count) {
    }
    if (Result<Nothing> done = parts.end_turn(); !done) {
      return done.error();
    }
  }
  return Nothing{};
}

}  // namespace tablee::net
