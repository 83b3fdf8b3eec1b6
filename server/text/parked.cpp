#include "text/parked.h"

#include <algorithm>

namespace tablee::text {

std::uint64_t Parked::cost(const WireStruct& one) {
  return sizeof(One) + one.root.size() + one.key.size() + one.content.size();
}

void Parked::put(std::uint64_t client, const WireStruct& one) {
  Queue& queue = queues_[client];
  One& kept = queue.structs[one.clock];
  if (kept.wire.length >= one.length) {
    return;
  }
  if (kept.wire.length > 0) {
    bytes_ -= cost(kept.wire);
  }
  kept.wire = one;
  kept.bytes.clear();
  kept.bytes.append(one.root).append(one.key).append(one.content);
  const std::string_view all = kept.bytes;
  kept.wire.root = all.substr(0, one.root.size());
  kept.wire.key = all.substr(one.root.size(), one.key.size());
  kept.wire.content = all.substr(one.root.size() + one.key.size());
  bytes_ += cost(one);
}

void Parked::stop_waiting(std::uint64_t client, Queue& queue) {
  if (!queue.waits) {
    return;
  }
  const auto at = waiters_.find(queue.unit.client);
  at->second.erase({queue.unit.clock, client});
  if (at->second.empty()) {
    waiters_.erase(at);
  }
  queue.waits = false;
}

void Parked::wait(std::uint64_t client, WireId unit) {
  Queue& queue = queues_[client];
  stop_waiting(client, queue);
  queue.waits = true;
  queue.unit = unit;
  waiters_[unit.client].insert({unit.clock, client});
}

std::vector<std::uint64_t> Parked::wake(std::uint64_t client, std::uint32_t state) {
  std::vector<std::uint64_t> woken;
  const auto at = waiters_.find(client);
  if (at == waiters_.end()) {
    return woken;
  }
  for (const auto& [clock, waiter] : at->second) {
    if (clock >= state) {
      break;
    }
    woken.push_back(waiter);
  }
  for (const std::uint64_t waiter : woken) {
    stop_waiting(waiter, queues_[waiter]);
  }
  return woken;
}

const Parked::One* Parked::first(std::uint64_t client) const {
  const auto at = queues_.find(client);
  return at == queues_.end() ? nullptr : &at->second.structs.begin()->second;
}

void Parked::drop_first(std::uint64_t client) {
  const auto at = queues_.find(client);
  Queue& queue = at->second;
  bytes_ -= cost(queue.structs.begin()->second.wire);
  queue.structs.erase(queue.structs.begin());
  if (queue.structs.empty()) {
    stop_waiting(client, queue);
    queues_.erase(at);
  }
}

void Parked::put_range(const WireRange& range) {
  std::uint32_t& length = ranges_[range.client][range.clock];
  ranges_count_ += length == 0 ? 1 : 0;
  length = std::max(length, range.length);
}

std::map<std::uint32_t, std::uint32_t> Parked::take_ranges(std::uint64_t client) {
  const auto at = ranges_.find(client);
  if (at == ranges_.end()) {
    return {};
  }
  std::map<std::uint32_t, std::uint32_t> ranges = std::move(at->second);
  ranges_.erase(at);
  ranges_count_ -= ranges.size();
  return ranges;
}

}  // namespace tablee::text
