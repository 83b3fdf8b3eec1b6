// net/server.h: the door of the house: one port, the web pages, and one WebSocket for each screen.
//
// Shape    One listening socket. Pages are read into memory once, at start. `/ws` becomes a session of the host;
//          every other path is an exact look-up in the map of pages (net/page_map.h).
// Order    One turn of the loop: handlers that are ready (at most turn_handlers_max), host.tick() when due,
//          host.flush(), then one writev for each connection that has something to send. Nothing is written between
//          receive() and flush().
// Errors   listen() refuses with one sentence for the person who started the program. run() returns the refusal of a
//          flush that failed; whatever was not committed is not sent. A lost peer ends only its own session.
// Threads  run() is the only thread that touches the host. stop() may be called from any thread or signal handler.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "host/host.h"
#include "speech/reader.h"

namespace tablee::net {

struct ServerSettings {
  std::string bind = "0.0.0.0";    // an IPv4 or IPv6 address of this machine, without brackets
  std::uint16_t port = 0;          // 0: any free port, told by Server::port()
  std::string web_dir;             // holds the pages (net/pages.cpp) and assets/
  std::string files_dir;           // holds the documents of the programme
  std::vector<std::string> files;  // their names: no other file is served
  std::vector<std::string>
      names;                      // host names tablets may use, besides IP addresses, localhost and this machine's name
  std::function<TimeMs()> clock;  // absent: the system's clock
  std::function<Entropy()> entropy;  // chance, for the pages without scripts
  speech::Reader* reader = nullptr;  // reads aloud, and outlives the server; null: nothing is read aloud
};

// What the system allows, for the messages at start.
struct SystemFacts {
  std::int64_t backlog = 0;      // connections that may wait to be accepted: the smaller of ours and net.core.somaxconn
  std::int64_t descriptors = 0;  // open files allowed, after raising the soft limit to the hard one
};

class Server {
 public:
  // Requires: `host` outlives the server. Binds and listens; connections are accepted once run() is called.
  static Result<std::unique_ptr<Server>> listen(host::Host& host, ServerSettings settings);
  ~Server();

  std::uint16_t port() const;
  SystemFacts facts() const;

  // Serves until stop(), SIGINT or SIGTERM; then closes every session with `going_away` and returns within
  // shutdown_ms_max. Returns the refusal of host.flush() when a commit failed.
  Result<Nothing> run();
  void stop();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace tablee::net
