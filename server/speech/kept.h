// speech/kept.h: what was said lately, so that a room that listens to the same sentence asks the voice once.
//
// Shape    Sounds by key, at most `bytes_max` bytes of them; past that, those nobody asked for the longest go first. A
//          sound larger than the whole is not kept. Sounds are shared: one being sent outlives its place here.
// Cost     A look-up in a map and a move in a list.
#pragma once

#include <cstddef>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace tablee::speech {

using SharedWav = std::shared_ptr<const std::string>;

class Kept {
 public:
  explicit Kept(std::size_t bytes_max) : bytes_max_(bytes_max) {}
  // Null: not kept.
  SharedWav find(std::string_view key);
  void put(std::string_view key, SharedWav wav);
  std::size_t bytes() const { return bytes_; }
  std::size_t count() const { return places_.size(); }

 private:
  struct Entry {
    std::string key;
    SharedWav wav;
  };
  void drop(std::list<Entry>::iterator entry);

  std::size_t bytes_max_;
  std::size_t bytes_ = 0;
  std::list<Entry> entries_;  // the latest asked for first
  std::map<std::string, std::list<Entry>::iterator, std::less<>> places_;
};

}  // namespace tablee::speech
