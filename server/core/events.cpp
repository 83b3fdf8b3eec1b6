#include "core/events.h"

#include <iterator>
#include <utility>

namespace tablee::core {

Events::Events() = default;
Events::Events(Event first) {
  add(std::move(first));
}
Events::Events(const Events& other) = default;
Events::Events(Events&& other) noexcept = default;
Events& Events::operator=(const Events& other) = default;
Events& Events::operator=(Events&& other) noexcept = default;
Events::~Events() = default;

void Events::add(Event event) {
  list_.push_back(std::move(event));
}

void Events::append(Events more) {
  list_.insert(list_.end(), std::make_move_iterator(more.list_.begin()), std::make_move_iterator(more.list_.end()));
}

void Events::prepend(Events first) {
  first.append(std::move(*this));
  *this = std::move(first);
}

void Events::insert(const Event* place, Event event) {
  list_.insert(list_.begin() + (place - begin()), std::move(event));
}

}  // namespace tablee::core
