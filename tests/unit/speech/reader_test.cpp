// The voice here waits until the test lets it speak, so that nothing depends on time.
#include "speech/reader.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <vector>

namespace reader_test {

using namespace tablee::speech;

namespace {

class Voice {
 public:
  Engine engine() {
    return [this](const Sentence& sentence, const std::function<bool()>& stop) {
      std::unique_lock lock(mutex_);
      said_.push_back(sentence.text);
      changed_.notify_all();
      while (!free_ && !stop()) {
        changed_.wait_for(lock, std::chrono::milliseconds(5));
      }
      return sentence.text == "impossible" ? Sound{Fault::failed, ""} : Sound{Fault::none, "<" + sentence.text + ">"};
    };
  }
  void let_speak() {
    const std::lock_guard lock(mutex_);
    free_ = true;
    changed_.notify_all();
  }
  void wait_until_speaking(std::size_t count) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return said_.size() >= count; });
  }
  std::vector<std::string> said() {
    const std::lock_guard lock(mutex_);
    return said_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool free_ = false;
  std::vector<std::string> said_;
};

// What the loop of the room does: sleeps until woken, then delivers.
class Listener {
 public:
  explicit Listener(Reader& reader) : reader_(reader) {
    reader_.on_ready([this] {
      const std::lock_guard lock(mutex_);
      ++woken_;
      changed_.notify_all();
    });
  }
  ~Listener() { reader_.on_ready(nullptr); }

  bool ask(const std::string& text, std::int64_t percent = 100) {
    const Sentence sentence{text, Language::fr, percent};
    return reader_.ask(reader_.key_of(sentence), sentence, [this](const Spoken& spoken) {
      heard.push_back(spoken.fault == Fault::none ? *spoken.wav : "fault");
    });
  }
  void hear(std::size_t count) {
    while (heard.size() < count) {
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return woken_ > 0; });
        --woken_;
      }
      reader_.deliver();
    }
  }

  std::vector<std::string> heard;

 private:
  Reader& reader_;
  std::mutex mutex_;
  std::condition_variable changed_;
  int woken_ = 0;
};

}  // namespace

TEST_CASE("a sentence is said, kept, and said no second time") {
  Voice voice;
  voice.let_speak();
  Reader reader({"v", voice.engine()});
  Listener listener(reader);
  const std::string key = reader.key_of(Sentence{"un", Language::fr, 100});
  CHECK(reader.kept(key) == nullptr);
  REQUIRE(listener.ask("un"));
  listener.hear(1);
  CHECK(listener.heard == std::vector<std::string>{"<un>"});
  REQUIRE(reader.kept(key) != nullptr);
  CHECK(*reader.kept(key) == "<un>");
  // Also for who asks without having looked at what is kept.
  REQUIRE(listener.ask("un"));
  listener.hear(2);
  CHECK(voice.said() == std::vector<std::string>{"un"});
}

TEST_CASE("equal sentences asked together are said once, for all") {
  Voice voice;
  Reader reader({"v", voice.engine()});
  Listener listener(reader);
  REQUIRE(listener.ask("un"));
  voice.wait_until_speaking(1);
  for (int i = 0; i < 99; ++i) {
    REQUIRE(listener.ask("un"));
  }
  CHECK(reader.is_coming(reader.key_of(Sentence{"un", Language::fr, 100})));
  CHECK(listener.heard.empty());
  voice.let_speak();
  listener.hear(100);
  CHECK(listener.heard == std::vector<std::string>(100, "<un>"));
  CHECK(voice.said().size() == 1);
}

TEST_CASE("at the bound sentences wait, one more is refused, and an equal one still joins") {
  Voice voice;
  Reader reader({"v", voice.engine(), 1, 2});
  Listener listener(reader);
  REQUIRE(listener.ask("said now"));
  voice.wait_until_speaking(1);
  CHECK(listener.ask("first"));
  CHECK(listener.ask("second"));
  CHECK_FALSE(listener.ask("third"));
  CHECK(listener.ask("second"));
  voice.let_speak();
  listener.hear(4);
  CHECK(voice.said() == std::vector<std::string>{"said now", "first", "second"});
  CHECK(listener.ask("third"));
  listener.hear(5);
}

TEST_CASE("as many voices speak at once as there are workers") {
  Voice voice;
  Reader reader({"v", voice.engine(), 2});
  Listener listener(reader);
  for (const char* text : {"un", "deux", "trois"}) {
    REQUIRE(listener.ask(text));
  }
  voice.wait_until_speaking(2);
  CHECK(voice.said().size() == 2);
  voice.let_speak();
  listener.hear(3);
}

TEST_CASE("a failure is told to all who asked, and is not kept") {
  Voice voice;
  voice.let_speak();
  Reader reader({"v", voice.engine()});
  Listener listener(reader);
  REQUIRE(listener.ask("impossible"));
  listener.hear(1);
  CHECK(listener.heard == std::vector<std::string>{"fault"});
  CHECK(reader.kept(reader.key_of(Sentence{"impossible", Language::fr, 100})) == nullptr);
  REQUIRE(listener.ask("impossible"));
  listener.hear(2);
  CHECK(voice.said().size() == 2);
}

TEST_CASE("a key names the words, the language, the speed and the voice") {
  Voice voice;
  const Reader one({"one", voice.engine()});
  const Reader other({"other", voice.engine()});
  const Sentence sentence{"un", Language::fr, 100};
  CHECK(one.key_of(sentence) == one.key_of(sentence));
  CHECK(one.key_of(sentence).size() == 64);
  CHECK(one.key_of(sentence) != other.key_of(sentence));
  CHECK(one.key_of(sentence) != one.key_of(Sentence{"deux", Language::fr, 100}));
  CHECK(one.key_of(sentence) != one.key_of(Sentence{"un", Language::en, 100}));
  CHECK(one.key_of(sentence) != one.key_of(Sentence{"un", Language::fr, 101}));
}

TEST_CASE("a reader ends while its voices speak, and nobody is answered any more") {
  Voice voice;
  std::vector<std::string> heard;
  {
    Reader reader({"v", voice.engine()});
    const Sentence sentence{"un", Language::fr, 100};
    REQUIRE(reader.ask(reader.key_of(sentence), sentence, [&](const Spoken&) { heard.push_back("heard"); }));
    voice.wait_until_speaking(1);
  }
  CHECK(heard.empty());
}

}  // namespace reader_test
