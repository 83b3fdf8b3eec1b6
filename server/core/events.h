// core/events.h: a list of events, in the order in which they happen.
//
// Shape    A std::vector<Event> whose special members and changes are compiled once: moving any of a hundred kinds of
//          events is most of what a file that returns some would cost to compile.
#pragma once

#include <cstddef>
#include <vector>

#include "core/event.h"

namespace tablee::core {

class Events {
 public:
  Events();
  explicit Events(Event first);
  Events(const Events& other);
  Events(Events&& other) noexcept;
  Events& operator=(const Events& other);
  Events& operator=(Events&& other) noexcept;
  ~Events();

  void add(Event event);
  void append(Events more);
  // In front of those that are here.
  void prepend(Events first);
  // In front of the one at `place`, which may be the end.
  void insert(const Event* place, Event event);

  bool empty() const { return list_.empty(); }
  std::size_t size() const { return list_.size(); }
  const Event& operator[](std::size_t place) const { return list_[place]; }
  // Requires: not empty.
  const Event& back() const { return list_.back(); }
  const Event* begin() const { return list_.data(); }
  const Event* end() const { return list_.data() + list_.size(); }

 private:
  std::vector<Event> list_;
};

}  // namespace tablee::core
