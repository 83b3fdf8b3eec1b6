#include "speech/engine.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

#include "base/check.h"
#include "speech/wav.h"

extern char** environ;

namespace tablee::speech {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds look_ms{100};

class Descriptor {
 public:
  Descriptor() = default;
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  void set(int descriptor) { descriptor_ = descriptor; }
  int get() const { return descriptor_; }
  void close() {
    if (descriptor_ >= 0) {
      ::close(descriptor_);
      descriptor_ = -1;
    }
  }

 private:
  int descriptor_ = -1;
};

// A program that ends before it has read its text raises SIGPIPE: here that is only a failed write.
class QuietPipes {
 public:
  QuietPipes() {
    ::sigemptyset(&pipe_);
    ::sigaddset(&pipe_, SIGPIPE);
    ::pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~QuietPipes() {
    const timespec at_once{};
    while (::sigtimedwait(&pipe_, nullptr, &at_once) == SIGPIPE) {
    }
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  QuietPipes(const QuietPipes&) = delete;
  QuietPipes& operator=(const QuietPipes&) = delete;

 private:
  sigset_t pipe_{};
  sigset_t before_{};
};

// A pipe of which neither end outlives an exec.
bool open_pipe(Descriptor& reading, Descriptor& writing) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    return false;
  }
  reading.set(ends[0]);
  writing.set(ends[1]);
  return true;
}

// Starts the program with these two ends as its input and output, in a group of its own; 0, or the error. It gets none
// of our sockets: a tablet that left would seem to stay for as long as the voice speaks.
int spawn(std::vector<std::string> words, int input, int output, pid_t& process) {
  std::vector<char*> arguments;
  for (std::string& word : words) {
    arguments.push_back(word.data());
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  TABLEE_CHECK(::posix_spawn_file_actions_init(&actions) == 0 && ::posix_spawnattr_init(&attributes) == 0);
  sigset_t all;
  sigset_t none;
  ::sigfillset(&all);
  ::sigemptyset(&none);
  constexpr short flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK;
  const bool ready =
      ::posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) == 0 &&
      ::posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO) == 0 &&
      ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0) == 0 &&
      ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1) == 0 &&
      ::posix_spawnattr_setflags(&attributes, flags) == 0 && ::posix_spawnattr_setpgroup(&attributes, 0) == 0 &&
      ::posix_spawnattr_setsigdefault(&attributes, &all) == 0 && ::posix_spawnattr_setsigmask(&attributes, &none) == 0;
  const int error =
      ready ? ::posix_spawnp(&process, arguments[0], &actions, &attributes, arguments.data(), environ) : ENOMEM;
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  return error;
}

// Gives the program its text and takes what it writes, until it closes its output.
class Exchange {
 public:
  Exchange(Descriptor& input, Descriptor& output, std::string_view text, std::size_t bytes_max)
      : input_(input), output_(output), text_(text), bytes_max_(bytes_max) {
    // A program that does not read must not hold us up; nor one that has gone.
    ::fcntl(input_.get(), F_SETFL, O_NONBLOCK);
  }

  // Fault::none once the output has ended.
  Fault run(Clock::time_point deadline, const std::function<bool()>& stop) {
    while (output_.get() >= 0) {
      if (stop()) {
        return Fault::stopped;
      }
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
      if (left.count() <= 0) {
        return Fault::too_slow;
      }
      std::array<pollfd, 2> ready{{{output_.get(), POLLIN, 0}, {input_.get(), POLLOUT, 0}}};
      ::poll(ready.data(), ready.size(), static_cast<int>(std::min(left, look_ms).count()));
      if (ready[1].revents != 0) {
        give();
      }
      if (ready[0].revents != 0 && !take()) {
        return Fault::failed;
      }
    }
    return Fault::none;
  }

  std::string taken() { return std::move(taken_); }

 private:
  void give() {
    const ssize_t count = ::write(input_.get(), text_.data(), text_.size());
    if (count > 0) {
      text_.remove_prefix(static_cast<std::size_t>(count));
    }
    if (text_.empty() || (count < 0 && errno != EAGAIN && errno != EINTR)) {
      input_.close();
    }
  }

  bool take() {
    std::array<char, 65536> bytes{};
    const ssize_t count = ::read(output_.get(), bytes.data(), bytes.size());
    if (count > 0) {
      taken_.append(bytes.data(), static_cast<std::size_t>(count));
      return taken_.size() <= bytes_max_;
    }
    if (count == 0) {
      output_.close();
    }
    return count == 0 || errno == EINTR;
  }

  Descriptor& input_;
  Descriptor& output_;
  std::string_view text_;
  std::size_t bytes_max_;
  std::string taken_;
};

// True when it ended by itself with 0 before the deadline. What it started ends with it; killed while its number is
// still its own, which it is until somebody has waited for it.
bool ended_well(pid_t process, bool wait, Clock::time_point deadline) {
  constexpr useconds_t pause_us = 1'000;
  const auto has_ended = [process] {
    siginfo_t info{};
    return ::waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0;
  };
  bool by_itself = has_ended();
  while (wait && !by_itself && Clock::now() < deadline) {
    ::usleep(pause_us);
    by_itself = has_ended();
  }
  ::kill(-process, SIGKILL);
  int status = 0;
  ::waitpid(process, &status, 0);
  return by_itself && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void put(std::string& word, std::string_view name, const std::string& value) {
  for (std::size_t at = word.find(name); at != std::string::npos; at = word.find(name, at + value.size())) {
    word.replace(at, name.size(), value);
  }
}

// 100 / percent with two decimals.
std::string length_scale(std::int64_t percent) {
  const std::int64_t hundredths = (10'000 + percent / 2) / percent;
  const std::string decimals = std::to_string(100 + hundredths % 100).substr(1);
  return std::to_string(hundredths / 100) + "." + decimals;
}

}  // namespace

std::vector<std::string> command_for(std::string_view command, const Sentence& sentence) {
  std::vector<std::string> words;
  while (!command.empty()) {
    const std::size_t end = std::min(command.find(' '), command.size());
    if (end > 0) {
      std::string word(command.substr(0, end));
      put(word, "{language}", sentence.language == Language::fr ? "fr" : "en");
      put(word, "{words_per_minute}", std::to_string(usual_words_per_minute * sentence.percent / 100));
      put(word, "{percent}", std::to_string(sentence.percent));
      put(word, "{length_scale}", length_scale(sentence.percent));
      words.push_back(std::move(word));
    }
    command.remove_prefix(std::min(end + 1, command.size()));
  }
  return words;
}

Sound run_engine(std::string_view command, const Sentence& sentence, const EngineBounds& bounds,
                 const std::function<bool()>& stop) {
  const QuietPipes quiet;
  const Clock::time_point deadline = Clock::now() + bounds.time;
  std::vector<std::string> words = command_for(command, sentence);
  Descriptor their_input;
  Descriptor our_input;
  Descriptor our_output;
  Descriptor their_output;
  if (words.empty() || !open_pipe(their_input, our_input) || !open_pipe(our_output, their_output)) {
    return Sound{words.empty() ? Fault::absent : Fault::failed, {}};
  }
  pid_t process = -1;
  const int error = spawn(std::move(words), their_input.get(), their_output.get(), process);
  their_input.close();
  their_output.close();
  if (error != 0) {
    return Sound{error == ENOENT || error == EACCES ? Fault::absent : Fault::failed, {}};
  }
  const std::string text = sentence.text + "\n";
  Exchange exchange(our_input, our_output, text, bounds.wav_bytes);
  Fault fault = exchange.run(deadline, stop);
  if (!ended_well(process, fault == Fault::none, deadline) && fault == Fault::none) {
    fault = Fault::failed;
  }
  Sound sound{fault, exchange.taken()};
  if (sound.fault == Fault::none && !mend_wav(sound.wav)) {
    sound.fault = Fault::failed;
  }
  if (sound.fault != Fault::none) {
    sound.wav.clear();
  }
  return sound;
}

}  // namespace tablee::speech
