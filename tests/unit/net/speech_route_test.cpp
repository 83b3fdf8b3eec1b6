// GET /speech on a real server, with a voice that speaks when the test lets it.
#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>
#include <string>

#include "speech/limits.h"
#include "speech/reader.h"
#include "unit/net/raw_client.h"
#include "unit/net/small_room.h"

namespace speech_route_test {

using namespace tablee;
using namespace tablee::net;

namespace {

class Voice {
 public:
  explicit Voice(bool free) : free_(free) {}
  speech::Engine engine() {
    return [this](const speech::Sentence& sentence, const std::function<bool()>& stop) {
      std::unique_lock lock(mutex_);
      ++count_;
      changed_.notify_all();
      while (!free_ && !stop()) {
        changed_.wait_for(lock, std::chrono::milliseconds(5));
      }
      return sentence.text == "panne" ? speech::Sound{speech::Fault::failed, ""}
                                      : speech::Sound{speech::Fault::none, "<" + sentence.text + ">"};
    };
  }
  void let_speak() {
    const std::lock_guard lock(mutex_);
    free_ = true;
    changed_.notify_all();
  }
  void wait_until_speaking() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return count_ > 0; });
  }
  int count() {
    const std::lock_guard lock(mutex_);
    return count_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool free_;
  int count_ = 0;
};

void ask(RawClient& client, const std::string& query, const std::string& method = "GET") {
  client.send(method + " /speech?" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
}

std::string answer_to(const SmallRoom& room, const std::string& query, const std::string& method = "GET") {
  RawClient client(room.port());
  ask(client, query, method);
  return client.read_answer(method == "HEAD");
}

}  // namespace

TEST_CASE("a sentence is said, then served from what was said") {
  Voice voice(true);
  speech::Reader reader({"v", voice.engine()});
  SmallRoom room(&reader);
  room.run();
  RawClient client(room.port());
  ask(client, "text=Bonjour");
  CHECK(client.read_answer().ends_with("\r\n\r\n<Bonjour>"));
  ask(client, "text=Bonjour");
  CHECK(client.read_answer().ends_with("\r\n\r\n<Bonjour>"));
  CHECK(voice.count() == 1);
  // On the same connection, pages go on.
  client.send("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(client.read_answer().ends_with("ok\n"));
}

TEST_CASE("while a voice speaks the room goes on") {
  Voice voice(false);
  speech::Reader reader({"v", voice.engine()});
  SmallRoom room(&reader);
  room.run();
  RawClient listener(room.port());
  ask(listener, "text=Longue+phrase");
  voice.wait_until_speaking();
  RawClient screen(room.port());
  REQUIRE(screen.upgrade() == 101);
  screen.send_frame(1, projector_hello());
  const auto welcome = screen.read_frame();
  REQUIRE(welcome.has_value());
  CHECK(welcome->payload.find("\"welcome\"") != std::string::npos);
  voice.let_speak();
  CHECK(listener.read_answer().ends_with("<Longue phrase>"));
}

TEST_CASE("many tablets that ask for the same sentence are served by one saying") {
  Voice voice(false);
  speech::Reader reader({"v", voice.engine()});
  SmallRoom room(&reader);
  room.run();
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 60; ++i) {
    clients.push_back(std::make_unique<RawClient>(room.port()));
    ask(*clients.back(), "text=Ensemble");
  }
  voice.let_speak();
  for (const auto& client : clients) {
    CHECK(client->read_answer().ends_with("<Ensemble>"));
  }
  CHECK(voice.count() == 1);
}

TEST_CASE("an address asks for as many sentences as the burst allows, then is told to wait") {
  Voice voice(true);
  speech::Reader reader({"v", voice.engine()});
  SmallRoom room(&reader);
  room.run();
  for (std::int64_t i = 0; i < speech::sentences_burst; ++i) {
    CHECK(answer_to(room, "text=" + std::to_string(i)).starts_with("HTTP/1.1 200 "));
  }
  const std::string refused = answer_to(room, "text=trop");
  CHECK(refused.starts_with("HTTP/1.1 429 "));
  CHECK(refused.find("Retry-After: 1\r\n") != std::string::npos);
  CHECK(answer_to(room, "text=0").starts_with("HTTP/1.1 200 "));
  room.pass(speech::sentence_refill_ms);
  CHECK(answer_to(room, "text=trop").starts_with("HTTP/1.1 200 "));
}

TEST_CASE("a voice that fails, a queue that is full and no voice at all give 503 with a sentence") {
  {
    Voice voice(true);
    speech::Reader reader({"v", voice.engine()});
    SmallRoom room(&reader);
    room.run();
    const std::string answer = answer_to(room, "text=panne");
    CHECK(answer.starts_with("HTTP/1.1 503 "));
    CHECK(answer.ends_with("La lecture à voix haute ne marche pas sur cet ordinateur.\n"));
  }
  {
    Voice voice(false);
    speech::Reader reader({"v", voice.engine(), 1, 0});
    SmallRoom room(&reader);
    room.run();
    CHECK(answer_to(room, "text=a").find("trop à dire") != std::string::npos);
  }
  SmallRoom mute;
  mute.run();
  CHECK(answer_to(mute, "text=Bonjour").starts_with("HTTP/1.1 503 "));
}

TEST_CASE("wrong requests are told so") {
  Voice voice(true);
  speech::Reader reader({"v", voice.engine()});
  SmallRoom room(&reader);
  room.run();
  CHECK(answer_to(room, "text=").starts_with("HTTP/1.1 400 "));
  CHECK(answer_to(room, "text=a", "DELETE").starts_with("HTTP/1.1 405 "));
  CHECK(answer_to(room, "text=a", "HEAD").starts_with("HTTP/1.1 200 "));
  CHECK(voice.count() == 1);
}

TEST_CASE("a listener who leaves, and a server that stops, wait for no voice") {
  Voice voice(false);
  speech::Reader reader({"v", voice.engine()});
  {
    SmallRoom room(&reader);
    room.run();
    RawClient gone(room.port());
    ask(gone, "text=parti");
    voice.wait_until_speaking();
    gone.reset();
    RawClient waiting(room.port());
    ask(waiting, "text=reste");
    room.server->stop();
    CHECK(waiting.ended());
    CHECK(room.finish().has_value());
  }
  voice.let_speak();
}

}  // namespace speech_route_test
