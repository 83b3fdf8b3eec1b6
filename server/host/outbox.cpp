#include "host/outbox.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "base/check.h"
#include "base/limits.h"

namespace tablee::host {

void Outbox::put(std::size_t slot, SharedFrame frame) {
  TABLEE_CHECK(slot < slot_count);
  slots_[slot] = std::move(frame);
  filled_ |= 1U << slot;
}

void Outbox::put_named(std::uint64_t name, SharedFrame frame) {
  const auto held = std::find_if(named_.begin(), named_.end(), [&](const auto& each) { return each.first == name; });
  if (held == named_.end()) {
    named_.emplace_back(name, std::move(frame));
  } else {
    held->second = std::move(frame);
  }
}

bool Outbox::holds_named(std::uint64_t name) const {
  return std::any_of(named_.begin(), named_.end(), [&](const auto& each) { return each.first == name; });
}

bool Outbox::holds_replies() const {
  return replies_taken_ != replies_.size();
}

bool Outbox::push_reply(SharedFrame frame) {
  if (replies_.size() - replies_taken_ >= static_cast<std::size_t>(limits::replies_pending_max)) {
    return false;
  }
  replies_.push_back(std::move(frame));
  return true;
}

void Outbox::set_welcome(SharedFrame frame) {
  welcome_ = std::move(frame);
}

bool Outbox::empty() const {
  return welcome_ == nullptr && filled_ == 0 && named_.empty() && replies_taken_ == replies_.size();
}

SharedFrame Outbox::take() {
  if (welcome_ != nullptr) {
    return std::exchange(welcome_, nullptr);
  }
  if (filled_ != 0) {
    const auto slot = static_cast<std::size_t>(std::countr_zero(filled_));
    filled_ &= filled_ - 1;
    return std::exchange(slots_[slot], nullptr);
  }
  if (!named_.empty()) {
    SharedFrame frame = std::move(named_.front().second);
    named_.erase(named_.begin());
    if (named_.empty()) {
      named_ = {};
    }
    return frame;
  }
  if (replies_taken_ == replies_.size()) {
    return nullptr;
  }
  SharedFrame frame = std::move(replies_[replies_taken_++]);
  // What was taken is given back when the queue runs dry, or when a slow reader has left as many holes as the bound.
  if (replies_taken_ == replies_.size()) {
    replies_.clear();
    replies_taken_ = 0;
  } else if (replies_taken_ == static_cast<std::size_t>(limits::replies_pending_max)) {
    replies_.erase(replies_.begin(), replies_.begin() + static_cast<std::ptrdiff_t>(replies_taken_));
    replies_taken_ = 0;
  }
  return frame;
}

}  // namespace tablee::host
