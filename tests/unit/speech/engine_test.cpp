// Small programs of the system stand for voices.
#include "speech/engine.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "unit/speech/sound_file.h"

namespace engine_test {

using namespace tablee::speech;

namespace {

constexpr auto go_on = [] { return false; };

Sentence sentence(std::string text) {
  return Sentence{std::move(text), Language::fr, 100};
}

Sound run(std::string_view command, const Sentence& said, EngineBounds bounds = {}) {
  return run_engine(command, said, bounds, go_on);
}

}  // namespace

TEST_CASE("a command is cut at its spaces, and says what is asked of it") {
  const Sentence slow{"x", Language::en, 70};
  CHECK(command_for(usual_command, slow) ==
        std::vector<std::string>{"espeak-ng", "-v", "en", "-s", "98", "--stdin", "--stdout"});
  CHECK(command_for("  a  --speed={percent}/{length_scale} ", slow) ==
        std::vector<std::string>{"a", "--speed=70/1.43"});
  CHECK(command_for("{length_scale} {words_per_minute}", sentence("x")) == std::vector<std::string>{"1.00", "140"});
  CHECK(command_for("{length_scale}", Sentence{"x", Language::fr, 130}) == std::vector<std::string>{"0.77"});
  CHECK(command_for("", slow).empty());
}

TEST_CASE("the text goes in, the sound comes out with its true length") {
  const SoundFile file(2'000);
  const Sound sound = run("cat " + file.path(), sentence("peu importe"));
  REQUIRE(sound.fault == Fault::none);
  CHECK(sound.wav.size() == 2'044);
  CHECK(static_cast<unsigned char>(sound.wav[40]) == 2'000 % 256);
  // The text is what the program reads, with the end of its line.
  const Sound counted =
      run("sh " TABLEE_SOURCE_DIR "/tests/unit/speech/counting_voice.sh " + file.path(), sentence("été"));
  REQUIRE(counted.fault == Fault::none);
  CHECK(counted.wav.ends_with("6"));
}

TEST_CASE("a voice that is absent, fails or makes no sound gives a fault and no sound") {
  CHECK(run("tablee-no-such-voice", sentence("x")).fault == Fault::absent);
  CHECK(run("", sentence("x")).fault == Fault::absent);
  CHECK(run("false", sentence("x")).fault == Fault::failed);
  CHECK(run("cat", sentence("not a sound")).fault == Fault::failed);
  const SoundFile file(100);
  const Sound ended_badly =
      run("sh " TABLEE_SOURCE_DIR "/tests/unit/speech/failing_voice.sh " + file.path(), sentence("x"));
  CHECK(ended_badly.fault == Fault::failed);
  CHECK(ended_badly.wav.empty());
}

TEST_CASE("a voice that does not end is killed, with what it started") {
  EngineBounds bounds;
  bounds.time = std::chrono::milliseconds(50);
  CHECK(run("sleep 1000", sentence("x"), bounds).fault == Fault::too_slow);
  CHECK(run("sh " TABLEE_SOURCE_DIR "/tests/unit/speech/hiding_voice.sh", sentence("x"), bounds).fault ==
        Fault::too_slow);
}

TEST_CASE("a voice that says too much is killed") {
  EngineBounds bounds;
  bounds.wav_bytes = 1'000;
  const SoundFile fits(956);
  CHECK(run("cat " + fits.path(), sentence("x"), bounds).fault == Fault::none);
  const SoundFile large(957);
  CHECK(run("cat " + large.path(), sentence("x"), bounds).fault == Fault::failed);
  CHECK(run("yes", sentence("x"), bounds).fault == Fault::failed);
}

TEST_CASE("a voice ends when the reader does") {
  CHECK(run_engine("sleep 1000", sentence("x"), {}, [] { return true; }).fault == Fault::stopped);
}

}  // namespace engine_test
