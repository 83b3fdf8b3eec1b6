#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <iostream>
#include <string>
#include <string_view>

#include "net/pages.h"
#include "unit/app/room_files.h"

namespace serve_test {

using namespace tablee;
using tablee::testing::bytes_of;
using tablee::testing::Ended;
using tablee::testing::is_one_sentence;
using tablee::testing::KeptRoom;
using tablee::testing::run;
using tablee::testing::shipped_scenario;
using tablee::testing::TemporaryDirectory;
using tablee::testing::write_bytes;

namespace {

namespace fs = std::filesystem;

// The least the server accepts as screens.
class Screens {
 public:
  Screens() {
    for (const std::string_view page : net::opened_pages()) {
      write_bytes(directory_.file(std::string(page.substr(1))), "<!doctype html><title>Tablée</title>");
    }
    fs::create_directory(directory_.file("assets"));
  }
  std::string path() const { return directory_.path(); }

 private:
  TemporaryDirectory directory_;
};

std::vector<std::string> serve_words(const std::string& data, const std::string& scenario, const std::string& port) {
  static const Screens screens;
  return {"serve",     "--data", data, "--scenario", scenario,      "--bind",
          "127.0.0.1", "--port", port, "--web",      screens.path()};
}

void refused(const std::vector<std::string>& words, const std::string& fragment) {
  const Ended ended = run(words);
  CHECK(ended.code == 1);
  CHECK(ended.out.empty());
  CHECK(is_one_sentence(ended.err));
  CHECK(ended.err.find(fragment) != std::string::npos);
}

// Asks a server for its first page, and waits for the answer: from then on it minds signals.
void visit(std::uint16_t port) {
  const int peer = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  REQUIRE(::connect(peer, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
  const std::string request =
      "GET / HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port) + "\r\nConnection: close\r\n\r\n";
  REQUIRE(::send(peer, request.data(), request.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(request.size()));
  std::string answer(15, '\0');
  CHECK(::recv(peer, answer.data(), answer.size(), MSG_WAITALL) == 15);
  CHECK(answer == "HTTP/1.1 200 OK");
  ::close(peer);
}

std::uint16_t port_in(const std::string& printed) {
  const std::string before = "http://127.0.0.1:";
  return static_cast<std::uint16_t>(std::stoi(printed.substr(printed.find(before) + before.size())));
}

// A server in a process of its own, from the printed links to SIGTERM.
struct Served {
  int code = -1;
  std::string printed;
};

Served serve_once(const std::vector<std::string>& words) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    app::Output output{std::cout, std::cerr, false};
    const int code = app::run_program(words, output);
    std::cout.flush();
    ::_exit(code);
  }
  ::close(ends[1]);
  Served served;
  char bytes[4096];
  bool asked = false;
  for (ssize_t got = 0; (got = ::read(ends[0], bytes, sizeof bytes)) > 0;) {
    served.printed.append(bytes, static_cast<std::size_t>(got));
    if (!asked && served.printed.find("Ctrl+C") != std::string::npos) {
      asked = true;
      visit(port_in(served.printed));
      ::kill(child, SIGTERM);
    }
  }
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  served.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return served;
}

}  // namespace

TEST_CASE("a data directory that cannot be made") {
  TemporaryDirectory directory;
  write_bytes(directory.file("file"), "");
  refused(serve_words(directory.file("file/inside"), shipped_scenario(), "0"), "file/inside");
  refused(serve_words(directory.file("file"), shipped_scenario(), "0"), "ne peut pas être créé");
}

TEST_CASE("a new atelier without a programme that can be used leaves nothing on the disk") {
  TemporaryDirectory directory;
  const std::string bad = directory.file("bad.json");
  const std::string data = directory.file("data");
  write_bytes(bad, "{}");
  refused({"serve", "--data", data}, "--scenario");
  refused(serve_words(data, directory.file("none.json"), "0"), "none.json");
  const Ended ended = run(serve_words(data, bad, "0"));
  CHECK(ended.code == 1);
  CHECK(ended.err.find("erreur  ") == 0);
  CHECK(ended.err.find(" erreurs") != std::string::npos);
  CHECK(fs::is_empty(data));
}

TEST_CASE("a file that is not an atelier, or is damaged") {
  const KeptRoom room;
  SUBCASE("foreign") {
    write_bytes(room.file(), "une lettre à ma tante, pas une base de données");
    refused(serve_words(room.data(), shipped_scenario(), "0"), "atelier.sqlite n’est pas un atelier Tablée");
  }
  SUBCASE("cut short") {
    fs::resize_file(room.file(), 5'000);
    refused(serve_words(room.data(), shipped_scenario(), "0"), "atelier.sqlite est abîmé");
  }
  SUBCASE("an edited row") {
    room.change("UPDATE journal SET body = body || ' ' WHERE seq = 1");
    refused(serve_words(room.data(), shipped_scenario(), "0"), "La ligne 1 du journal");
  }
  SUBCASE("an edited programme") {
    room.change("UPDATE meta SET value = value || ' ' WHERE name = 'scenario'");
    const Ended ended = run(serve_words(room.data(), shipped_scenario(), "0"));
    CHECK(ended.code == 1);
    CHECK(ended.err.find("a été modifié") != std::string::npos);
  }
}

TEST_CASE("an atelier that another server holds") {
  const KeptRoom room;
  auto log = store::open_sqlite_log(room.file(), store::OpenMode::create_or_resume);
  REQUIRE(log);
  refused(serve_words(room.data(), shipped_scenario(), "0"), "Un autre programme utilise déjà l’atelier");
}

TEST_CASE("a port that is taken, an address that is not one, screens that are not there") {
  const KeptRoom room;
  const int taken = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  REQUIRE(::bind(taken, reinterpret_cast<sockaddr*>(&address), size) == 0);
  REQUIRE(::listen(taken, 1) == 0);
  REQUIRE(::getsockname(taken, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  const std::string port = std::to_string(ntohs(address.sin_port));
  refused(serve_words(room.data(), shipped_scenario(), port), "Le port " + port + " est déjà pris");
  ::close(taken);
  auto words = serve_words(room.data(), shipped_scenario(), "0");
  words[6] = "everywhere";
  refused(words, "everywhere");
  words[6] = "127.0.0.1";
  words[10] = room.data() + "/none";
  refused(words, "Les écrans ne peuvent pas être lus");
}

TEST_CASE("a room opens, says its links, ends when told to, and opens again as the same room") {
  TemporaryDirectory directory;
  const std::string data = directory.file("new/data");
  const Served first = serve_once(serve_words(data, shipped_scenario(), "0"));
  CHECK(first.code == 0);
  const std::string start = "Animation   http://127.0.0.1:";
  const std::size_t place = first.printed.find(start);
  REQUIRE(place != std::string::npos);
  const std::string link = first.printed.substr(place, first.printed.find('\n', place) - place);
  CHECK(link.find(":0/") == std::string::npos);
  const std::string token = link.substr(link.find('#') + 1);
  CHECK(token.size() == 32);
  CHECK(run({"links", data}).out.find(token) != std::string::npos);
  CHECK(first.printed.find("Attention") == std::string::npos);

  auto words = serve_words(data, shipped_scenario(), "0");
  words.push_back("--qr");
  const Served again = serve_once(words);
  CHECK(again.code == 0);
  CHECK(again.printed.find("/console#" + token + "\n") != std::string::npos);
  CHECK(again.printed.find("▀") != std::string::npos);
  CHECK(run({"verify", data}).code == 0);
}

TEST_CASE("the programme kept in the atelier wins over another file, and one is told") {
  TemporaryDirectory directory;
  const std::string other = directory.file("other.json");
  SUBCASE("changed") {
    write_bytes(other, bytes_of(shipped_scenario()) + "\n");
  }
  SUBCASE("no longer usable") {
    write_bytes(other, "{}");
  }
  SUBCASE("gone") {}
  const KeptRoom room;
  const Served served = serve_once(serve_words(room.data(), other, "0"));
  CHECK(served.code == 0);
  CHECK(served.printed.find("Attention") != std::string::npos);
  CHECK(served.printed.find("/console#" + room.token() + "\n") != std::string::npos);
}

}  // namespace serve_test
