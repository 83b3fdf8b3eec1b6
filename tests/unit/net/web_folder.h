// A folder of web pages made for one test, and removed after it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace tablee::net {

class WebFolder {
 public:
  // The three pages, one script with its compressed form, one stylesheet without.
  WebFolder();
  ~WebFolder();
  WebFolder(const WebFolder&) = delete;
  WebFolder& operator=(const WebFolder&) = delete;

  std::string path() const { return root_.string(); }
  void write(std::string_view name, std::string_view bytes) const;
  void remove(std::string_view name) const;

 private:
  std::filesystem::path root_;
};

}  // namespace tablee::net
