// speech/reader.h: reads sentences aloud for many screens at once, beside the room and never in its way.
//
// Shape    A few threads that each run one voice at a time; the sentences that wait, at most waiting_max; what was said
//          lately. Equal sentences that are asked for together are said once, for all who asked.
// Order    ask() notes a question; a thread answers it and calls the wake; deliver(), on the asker's thread, hands the
//          answers over. No answer is handed over inside ask().
// Errors   A Fault in the answer. What failed is not kept: the next one who asks tries again.
// Threads  All functions are for one thread, the asker's; the wake is called on others, and must only wake.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "speech/engine.h"
#include "speech/kept.h"

namespace tablee::speech {

struct Spoken {
  Fault fault = Fault::none;
  SharedWav wav;  // null when there is a fault
};

// Says one sentence; waits for it. `stop` becomes true when the reader ends.
using Engine = std::function<Sound(const Sentence& sentence, const std::function<bool()>& stop)>;

// The engine that runs this command (speech/engine.h).
Engine engine_of(std::string command);

struct ReaderSettings {
  std::string voice;  // what makes the same words sound otherwise: the command
  Engine engine;
  std::size_t workers = workers_max;
  std::size_t waiting = waiting_max;
  std::size_t kept_bytes = kept_bytes_max;
};

class Reader {
 public:
  using Answer = std::function<void(const Spoken&)>;

  explicit Reader(ReaderSettings settings);
  // Ends the voices that are speaking. Answers not handed over are forgotten.
  ~Reader();
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  // Names the sound: the same for the same words, language, speed and voice, on any day.
  std::string key_of(const Sentence& sentence) const;
  // What was said lately under this key, or null.
  SharedWav kept(const std::string& key);
  // True when somebody else has asked for it already: asking again costs nothing.
  bool is_coming(const std::string& key) const;
  // What is kept or is coming is not said again. False when too many wait: then `answer` is forgotten. Requires: key is
  // key_of(sentence).
  bool ask(const std::string& key, const Sentence& sentence, Answer answer);
  void deliver();
  // Called when there is something to deliver. Empty: nobody listens any more.
  void on_ready(std::function<void()> wake);

 private:
  struct Job {
    Sentence sentence;
    std::vector<Answer> answers;
  };
  struct Ready {
    Spoken spoken;
    std::vector<Answer> answers;
  };
  void work();
  void finish(const std::string& key, Sound sound);

  ReaderSettings settings_;
  mutable std::mutex mutex_;  // of all that follows
  std::condition_variable something_waits_;
  std::map<std::string, Job> jobs_;  // waiting or being said
  std::deque<std::string> waiting_;
  std::vector<Ready> ready_;
  Kept kept_;
  std::function<void()> wake_;
  std::atomic<bool> stopping_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace tablee::speech
