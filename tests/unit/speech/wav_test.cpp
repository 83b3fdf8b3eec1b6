#include "speech/wav.h"

#include <doctest/doctest.h>

#include <string>

#include "unit/speech/sound_file.h"

namespace wav_test {

using namespace tablee::speech;

TEST_CASE("the lengths at the beginning become true") {
  std::string wav = silence(4'000);
  REQUIRE(mend_wav(wav));
  CHECK(wav.substr(4, 4) == std::string("\xC4\x0F\0\0", 4));   // 4036
  CHECK(wav.substr(40, 4) == std::string("\xA0\x0F\0\0", 4));  // 4000
  CHECK(wav_ms(wav) == 500);
}

TEST_CASE("other chunks before the sound are passed over") {
  std::string wav = silence(10);
  wav.insert(36, std::string("LIST\x03\0\0\0abc\0", 12));
  CHECK(mend_wav(wav));
  CHECK(wav.substr(52, 4) == std::string("\x0A\0\0\0", 4));
}

TEST_CASE("what is no sound is left as it was") {
  for (const std::string& bytes :
       {std::string(), std::string("RIFF"), std::string("not a sound at all, but long enough to be looked at"),
        silence(0), silence(10).substr(0, 36), std::string("RIFF\0\0\0\0WAVEdata\0\0\0\0xx", 22),
        std::string("RIFF\0\0\0\0WAVEfmt \xFF\xFF\xFF\xFFxxxxxxxxxxxx", 32)}) {
    std::string copy = bytes;
    CHECK_FALSE(mend_wav(copy));
    CHECK(copy == bytes);
  }
}

}  // namespace wav_test
