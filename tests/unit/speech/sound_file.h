// A WAV of silence with a wrong length at its beginning, as programs write it to a pipe; removed after the test.
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>

#include <unistd.h>

namespace tablee::speech {

// 44 bytes, then `bytes` of sound: 8000 bytes a second.
inline std::string silence(std::size_t bytes) {
  using namespace std::string_literals;
  return "RIFF\xFF\xFF\xFF\x7FWAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1F\0\0\x40\x1F\0\0\x01\0\x08\0data\xFF\xFF\xFF\x7F"s +
         std::string(bytes, '\x7F');
}

class SoundFile {
 public:
  explicit SoundFile(std::size_t bytes) {
    path_ = std::filesystem::temp_directory_path() /
            ("tablee-sound-" + std::to_string(::getpid()) + "-" + std::to_string(bytes));
    std::ofstream(path_, std::ios::binary) << silence(bytes);
  }
  ~SoundFile() { std::filesystem::remove(path_); }
  SoundFile(const SoundFile&) = delete;
  SoundFile& operator=(const SoundFile&) = delete;
  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace tablee::speech
