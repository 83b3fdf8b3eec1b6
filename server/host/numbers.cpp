#include "host/numbers.h"

#include <algorithm>

#include "base/limits.h"

namespace tablee::host {

Numbers::Line* Numbers::hold(const core::Subject& subject, const std::string& sender, std::uint64_t journaled) {
  auto& senders = lines_[subject];
  auto found = senders.find(sender);
  if (found == senders.end()) {
    if (senders.size() >= static_cast<std::size_t>(limits::senders_per_subject_max)) {
      const auto idle =
          std::find_if(senders.begin(), senders.end(), [](const auto& each) { return each.second.held_by == 0; });
      if (idle == senders.end()) {
        return nullptr;
      }
      senders.erase(idle);
    }
    found = senders.emplace(sender, Line{}).first;
  }
  found->second.last = std::max(found->second.last, journaled);
  ++found->second.held_by;
  return &found->second;
}

}  // namespace tablee::host
