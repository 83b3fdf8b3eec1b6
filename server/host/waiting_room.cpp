#include "host/waiting_room.h"

#include <algorithm>
#include <set>

#include "base/check.h"

namespace tablee::host {

Result<std::int64_t> WaitingRoom::enter(ConnectionId id, std::string_view device, std::string_view address) {
  const auto from_there =
      std::count_if(guests_.begin(), guests_.end(), [address](const Guest& guest) { return guest.address == address; });
  if (connections_.size() >= waiting_max || from_there >= waiting_per_address_max) {
    return refuse(Code::too_many, "credential", "Too many tablets wait already.");
  }
  const std::int64_t number = number_of(std::string(device));
  connections_.push_back(id);
  guests_.push_back({std::string(device), std::string(address)});
  return number;
}

void WaitingRoom::leave(ConnectionId id) {
  const auto found = std::find(connections_.begin(), connections_.end(), id);
  TABLEE_CHECK(found != connections_.end());
  guests_.erase(guests_.begin() + (found - connections_.begin()));
  connections_.erase(found);
}

void WaitingRoom::forget(std::string_view device) {
  if (const auto found = numbers_.find(device); found != numbers_.end() && !inside(device)) {
    numbers_.erase(found);
  }
}

bool WaitingRoom::inside(std::string_view device) const {
  return std::any_of(guests_.begin(), guests_.end(), [device](const Guest& guest) { return guest.device == device; });
}

std::int64_t WaitingRoom::number_of(const std::string& device) {
  if (const auto known = numbers_.find(device); known != numbers_.end()) {
    return known->second;
  }
  if (numbers_.size() >= waiting_max) {
    // One of them is not inside: there are fewer guests than names.
    numbers_.erase(
        std::find_if(numbers_.begin(), numbers_.end(), [this](const auto& each) { return !inside(each.first); }));
  }
  std::set<std::int64_t> used;
  for (const auto& [other, number] : numbers_) {
    used.insert(number);
  }
  std::int64_t number = 1;
  while (used.contains(number)) {
    ++number;
  }
  numbers_[device] = number;
  return number;
}

std::vector<ConnectionId> WaitingRoom::of_device(std::string_view device) const {
  std::vector<ConnectionId> found;
  for (std::size_t i = 0; i < guests_.size(); ++i) {
    if (guests_[i].device == device) {
      found.push_back(connections_[i]);
    }
  }
  return found;
}

std::vector<wire::WaitingDevice> WaitingRoom::devices() const {
  std::vector<wire::WaitingDevice> list;
  for (const auto& [device, number] : numbers_) {
    if (inside(device)) {
      list.push_back({device, waiting_picture(number), number});
    }
  }
  std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  return list;
}

}  // namespace tablee::host
