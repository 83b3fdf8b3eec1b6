// The end of a transaction: deleted content is forgotten, and neighbours that can be one item become one.
#include <algorithm>

#include "text/content.h"
#include "text/encode.h"
#include "text/transaction.h"

namespace tablee::text {
namespace {

// A long transaction does not keep its memory for the short ones that follow.
template <class Element>
void empty(std::vector<Element>& list) {
  constexpr std::size_t kept_max = 64;
  if (list.capacity() > kept_max) {
    list = {};
  } else {
    list.clear();
  }
}

}  // namespace

void Transaction::finish() {
  sort_and_merge(deleted_);
  collect_deleted();
  merge_deleted();
  merge_touched();
  merge_noted();
  for (const ClientNumber client : touched_) {
    const auto at = std::lower_bound(changed_.begin(), changed_.end(), client,
                                     [](const Place& place, ClientNumber wanted) { return place.client < wanted; });
    if (at == changed_.end() || at->client != client) {
      changed_.insert(at, {client, store_.client(client).before});
    }
  }
  all_deleted_.insert(all_deleted_.end(), deleted_.begin(), deleted_.end());
  empty(deleted_);
  empty(to_merge_);
}

void Transaction::collect_deleted() {
  for (const Range& range : deleted_) {
    const std::vector<Entry>& entries = store_.client(range.client).entries;
    for (std::size_t at = store_.find(range.client, range.clock);
         at < entries.size() && entries[at].clock < range.clock + range.length; ++at) {
      if (const Item& item = store_.item(entries[at].item); item.deleted && item.kind != Kind::collected) {
        collect(entries[at].item);
      }
    }
  }
}

// Content goes, place and length stay. What was inside a deleted type keeps its length only.
void Transaction::collect(ItemNumber first) {
  std::vector<ItemNumber> holders;
  if (store_.item(first).kind == Kind::type) {
    holders.push_back(first);
  }
  while (!holders.empty()) {
    const ItemNumber holder = holders.back();
    holders.pop_back();
    collect_children(holder, holders);
    if (holder != first) {
      forget(holder);
    }
  }
  Item& item = store_.item(first);
  item.content.clear();
  item.kind = Kind::deleted;
}

// Types among the children are left to the caller.
void Transaction::collect_children(ItemNumber holder, std::vector<ItemNumber>& holders) {
  std::vector<ItemNumber> children;
  const Type& inner = store_.type(store_.inner(store_.item(holder)));
  for (ItemNumber child = inner.start; child != 0; child = store_.item(child).right) {
    children.push_back(child);
  }
  for (const auto& [key, value] : inner.values) {
    for (ItemNumber child = value; child != 0; child = store_.item(child).left) {
      children.push_back(child);
    }
  }
  store_.free_inner(holder);
  for (const ItemNumber child : children) {
    if (store_.item(child).kind == Kind::type) {
      holders.push_back(child);
    } else {
      forget(child);
    }
  }
}

void Transaction::forget(ItemNumber number) {
  Item& item = store_.item(number);
  item.content.clear();
  item.kind = Kind::collected;
  item.left = item.right = item.parent = item.key = 0;
  item.origin = item.right_origin = {};
}

bool Transaction::merge(ItemNumber left_number, ItemNumber right_number) {
  Item& left = store_.item(left_number);
  Item& right = store_.item(right_number);
  if (left.kind != right.kind || left.deleted != right.deleted) {
    return false;
  }
  if (left.kind != Kind::collected) {
    if (right.origin != left.last() || left.right != right_number || left.right_origin != right.right_origin ||
        !can_join(left.kind)) {
      return false;
    }
    left.content.append(right.content.view());
    left.right = right.right;
    if (left.right != 0) {
      store_.item(left.right).left = left_number;
    }
    if (right.key != 0 && store_.value(right.parent, right.key) == right_number) {
      store_.set_value(right.parent, right.key, left_number);
    }
    for (Marker& marker : store_.type(left.parent).markers) {
      if (marker.item == right_number) {
        marker = {left_number, marker.index - left.length};
      }
    }
  }
  left.length += right.length;
  store_.free_item(right_number);
  return true;
}

// Makes one item of the one at this place of its client and as many before it as can be. How many went.
std::size_t Transaction::merge_with_lefts(ClientNumber client, std::size_t at) {
  std::vector<Entry>& entries = store_.client(client).entries;
  std::size_t first = at;
  while (first > 0 && merge(entries[first - 1].item, entries[first].item)) {
    --first;
  }
  entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(first) + 1,
                entries.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  return at - first;
}

void Transaction::merge_deleted() {
  for (auto range = deleted_.rbegin(); range != deleted_.rend(); ++range) {
    const std::vector<Entry>& entries = store_.client(range->client).entries;
    std::size_t at = std::min(entries.size() - 1, 1 + store_.find(range->client, range->clock + range->length - 1));
    while (at > 0 && entries[at].clock >= range->clock) {
      const std::size_t gone = merge_with_lefts(range->client, at) + 1;
      if (gone > at) {
        break;
      }
      at -= gone;
    }
  }
}

void Transaction::merge_touched() {
  for (const ClientNumber client : touched_) {
    const std::vector<Entry>& entries = store_.client(client).entries;
    const std::size_t first = std::max<std::size_t>(1, store_.find(client, store_.client(client).before));
    for (std::size_t at = entries.size() - 1; at >= first;) {
      const std::size_t gone = merge_with_lefts(client, at) + 1;
      if (gone > at) {
        break;
      }
      at -= gone;
    }
  }
}

void Transaction::merge_noted() {
  for (auto place = to_merge_.rbegin(); place != to_merge_.rend(); ++place) {
    const std::size_t at = store_.find(place->client, place->clock);
    if (at + 1 < store_.client(place->client).entries.size() && merge_with_lefts(place->client, at + 1) > 1) {
      continue;
    }
    if (at > 0) {
      merge_with_lefts(place->client, at);
    }
  }
}

std::string Transaction::take_changes() {
  if (changed_.empty() && all_deleted_.empty()) {
    return {};
  }
  sort_and_merge(all_deleted_);
  std::string update = encode_structs_and_ranges(store_, changed_, all_deleted_);
  empty(changed_);
  empty(all_deleted_);
  return update;
}

}  // namespace tablee::text
