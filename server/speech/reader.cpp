#include "speech/reader.h"

#include <sys/resource.h>
#include <unistd.h>

#include <utility>

#include "base/sha256.h"

namespace tablee::speech {

Engine engine_of(std::string command) {
  return [command = std::move(command)](const Sentence& sentence, const std::function<bool()>& stop) {
    return run_engine(command, sentence, EngineBounds{}, stop);
  };
}

Reader::Reader(ReaderSettings settings) : settings_(std::move(settings)), kept_(settings_.kept_bytes) {
  for (std::size_t count = 0; count < settings_.workers; ++count) {
    workers_.emplace_back([this] { work(); });
  }
}

Reader::~Reader() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    wake_ = nullptr;
  }
  something_waits_.notify_all();
  for (std::thread& worker : workers_) {
    worker.join();
  }
}

std::string Reader::key_of(const Sentence& sentence) const {
  // No part holds a zero byte, so no two lists of parts make the same bytes.
  constexpr char between = '\0';
  std::string parts = sentence.language == Language::fr ? "fr" : "en";
  parts.append(1, between).append(std::to_string(sentence.percent));
  parts.append(1, between).append(settings_.voice);
  parts.append(1, between).append(sentence.text);
  return to_hex(sha256(parts));
}

SharedWav Reader::kept(const std::string& key) {
  const std::lock_guard lock(mutex_);
  return kept_.find(key);
}

bool Reader::is_coming(const std::string& key) const {
  const std::lock_guard lock(mutex_);
  return jobs_.contains(key);
}

bool Reader::ask(const std::string& key, const Sentence& sentence, Answer answer) {
  {
    const std::lock_guard lock(mutex_);
    const auto found = jobs_.find(key);
    if (found != jobs_.end()) {
      found->second.answers.push_back(std::move(answer));
      return true;
    }
    if (SharedWav wav = kept_.find(key); wav != nullptr) {
      ready_.push_back(Ready{Spoken{Fault::none, std::move(wav)}, {}});
      ready_.back().answers.push_back(std::move(answer));
      if (wake_) {
        wake_();
      }
      return true;
    }
    if (waiting_.size() >= settings_.waiting) {
      return false;
    }
    jobs_.emplace(key, Job{sentence, {}}).first->second.answers.push_back(std::move(answer));
    waiting_.push_back(key);
  }
  something_waits_.notify_one();
  return true;
}

void Reader::deliver() {
  std::vector<Ready> ready;
  {
    const std::lock_guard lock(mutex_);
    ready.swap(ready_);
  }
  for (const Ready& each : ready) {
    for (const Answer& answer : each.answers) {
      answer(each.spoken);
    }
  }
}

void Reader::on_ready(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  wake_ = std::move(wake);
}

void Reader::work() {
  // Of this thread alone, and of the voices it starts: Linux counts priorities by thread.
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
  for (;;) {
    std::string key;
    Sentence sentence;
    {
      std::unique_lock lock(mutex_);
      something_waits_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (stopping_) {
        return;
      }
      key = std::move(waiting_.front());
      waiting_.pop_front();
      sentence = jobs_.at(key).sentence;
    }
    finish(key, settings_.engine(sentence, [this] { return stopping_.load(); }));
  }
}

void Reader::finish(const std::string& key, Sound sound) {
  const std::lock_guard lock(mutex_);
  Spoken spoken{sound.fault, nullptr};
  if (sound.fault == Fault::none) {
    spoken.wav = std::make_shared<const std::string>(std::move(sound.wav));
    kept_.put(key, spoken.wav);
  }
  auto job = jobs_.extract(key);
  ready_.push_back(Ready{std::move(spoken), std::move(job.mapped().answers)});
  if (wake_) {
    wake_();
  }
}

}  // namespace tablee::speech
