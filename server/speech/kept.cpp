#include "speech/kept.h"

#include <utility>

namespace tablee::speech {

SharedWav Kept::find(std::string_view key) {
  const auto found = places_.find(key);
  if (found == places_.end()) {
    return nullptr;
  }
  entries_.splice(entries_.begin(), entries_, found->second);
  return found->second->wav;
}

void Kept::put(std::string_view key, SharedWav wav) {
  if (const auto found = places_.find(key); found != places_.end()) {
    drop(found->second);
  }
  if (wav->size() > bytes_max_) {
    return;
  }
  bytes_ += wav->size();
  entries_.push_front(Entry{std::string(key), std::move(wav)});
  places_.emplace(entries_.front().key, entries_.begin());
  while (bytes_ > bytes_max_) {
    drop(std::prev(entries_.end()));
  }
}

void Kept::drop(std::list<Entry>::iterator entry) {
  bytes_ -= entry->wav->size();
  places_.erase(entry->key);
  entries_.erase(entry);
}

}  // namespace tablee::speech
