#include "text/transaction.h"

#include <algorithm>

#include "base/check.h"
#include "text/content.h"

namespace tablee::text {

void sort_and_merge(std::vector<Range>& ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
    return a.client != b.client ? a.client < b.client : a.clock < b.clock;
  });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < ranges.size(); ++i) {
    Range& last = ranges[kept];
    const Range& next = ranges[i];
    if (next.client == last.client && next.clock <= last.clock + last.length) {
      last.length = std::max(last.length, next.clock + next.length - last.clock);
    } else {
      ranges[++kept] = next;
    }
  }
  ranges.resize(ranges.empty() ? 0 : kept + 1);
}

void Transaction::begin() {
  ++number_;
  touched_.clear();
}

void Transaction::touch(ClientNumber number) {
  Client& client = store_.client(number);
  if (client.touched_in != number_) {
    client.touched_in = number_;
    client.before = client.state;
    touched_.push_back(number);
  }
}

std::uint32_t Transaction::state_before(ClientNumber number) const {
  const Client& client = store_.client(number);
  return client.touched_in == number_ ? client.before : client.state;
}

ItemNumber Transaction::split(ItemNumber left_number, std::uint32_t units) {
  const ItemNumber number = store_.new_item();
  Item& left = store_.item(left_number);
  Item& right = store_.item(number);
  right.clock = left.clock + units;
  right.length = left.length - units;
  right.client = left.client;
  right.origin = {left.client, right.clock - 1};
  right.right_origin = left.right_origin;
  right.parent = left.parent;
  right.key = left.key;
  right.kind = left.kind;
  right.deleted = left.deleted;
  right.left = left_number;
  right.right = left.right;
  cut_content(left, units, right.content);
  left.length = units;
  left.right = number;
  if (right.right != 0) {
    store_.item(right.right).left = number;
  } else if (right.key != 0) {
    store_.set_value(right.parent, right.key, number);
  }
  store_.add_entry(left.client, store_.find(left.client, left.clock) + 1, {right.clock, number});
  to_merge_.push_back({right.client, right.clock});
  return number;
}

ItemNumber Transaction::ending_at(Place place) {
  const ItemNumber number = store_.item_at(place);
  const Item& found = store_.item(number);
  if (found.kind != Kind::collected && place.clock + 1 != found.end()) {
    split(number, place.clock + 1 - found.clock);
  }
  return number;
}

ItemNumber Transaction::starting_at(Place place) {
  const ItemNumber number = store_.item_at(place);
  const Item& found = store_.item(number);
  if (found.kind != Kind::collected && place.clock != found.clock) {
    return split(number, place.clock - found.clock);
  }
  return number;
}

ItemNumber Transaction::add(ClientNumber client, std::uint32_t clock, std::uint32_t length, Kind kind) {
  touch(client);
  const ItemNumber number = store_.new_item();
  Item& item = store_.item(number);
  item.client = client & 0xFFFFFFU;
  item.clock = clock;
  item.length = length;
  item.kind = kind;
  Client& owner = store_.client(client);
  TABLEE_CHECK(owner.state == clock);
  owner.state = clock + length;
  store_.add_entry(client, owner.entries.size(), {clock, number});
  return number;
}

void Transaction::add_collected(ClientNumber client, std::uint32_t clock, std::uint32_t length) {
  store_.item(add(client, clock, length, Kind::collected)).deleted = true;
}

// False when the struct has nowhere to be: what it stands beside or inside has been forgotten. Nothing is cut before
// that is known, since a cut inside a surrogate pair cannot be mended.
bool Transaction::find_parent(const WireStruct& one, bool continued, Item& item) {
  const ItemNumber left = item.origin.client == 0 ? 0 : store_.item_at(item.origin);
  const ItemNumber right = item.right_origin.client == 0 ? 0 : store_.item_at(item.right_origin);
  for (const ItemNumber neighbour : {left, right}) {
    if (neighbour != 0 && store_.item(neighbour).kind == Kind::collected) {
      return false;
    }
  }
  if (continued || one.parent_by == ParentBy::neighbour) {
    const Item& neighbour = store_.item(left != 0 ? left : right);
    item.parent = neighbour.parent;
    item.key = neighbour.key;
    return true;
  }
  if (one.parent_by == ParentBy::root) {
    item.parent = store_.root_of(one.root);
  } else {
    const Item& holder = store_.item(store_.item_at({store_.find_client(one.parent.client), one.parent.clock}));
    if (holder.kind != Kind::type) {
      return false;
    }
    item.parent = store_.inner(holder);
  }
  item.key = one.has_key ? store_.key_of(one.key) : 0;
  return true;
}

void Transaction::integrate(ClientNumber client, const WireStruct& one) {
  const std::uint32_t clock = store_.client(client).state;
  const std::uint32_t offset = clock - one.clock;
  const std::uint32_t length = one.length - offset;
  if (one.kind == Kind::collected) {
    add_collected(client, clock, length);
    return;
  }
  Item found;
  if (offset > 0) {
    found.origin = {client, clock - 1};
  } else if (one.has_origin) {
    found.origin = {store_.find_client(one.origin.client), one.origin.clock};
  }
  if (one.has_right_origin) {
    found.right_origin = {store_.find_client(one.right_origin.client), one.right_origin.clock};
  }
  if (!find_parent(one, offset > 0, found)) {
    add_collected(client, clock, length);
    return;
  }
  // The right one first: now and then Yjs writes a struct after the unit that it also comes before, and the left one
  // must then end with that unit, as it did where the struct was written.
  Neighbours beside;
  beside.right = found.right_origin.client == 0 ? 0 : starting_at(found.right_origin);
  beside.left = found.origin.client == 0 ? 0 : ending_at(found.origin);
  const ItemNumber number = add(client, clock, length, one.kind);
  Item& item = store_.item(number);
  item.origin = found.origin;
  item.right_origin = found.right_origin;
  item.parent = found.parent;
  item.key = found.key;
  fill(number, one, offset);
  link(number, beside);
  settle(number);
}

void Transaction::fill(ItemNumber number, const WireStruct& one, std::uint32_t offset) {
  Item& item = store_.item(number);
  if (one.kind == Kind::type) {
    const TypeContent content = read_type_content(one.content);
    store_.new_inner(number, content.number, content.name);
  } else if (offset == 0) {
    item.content.assign(one.content);
  } else {
    item.content.assign(content_from(one.kind, one.content, one.length, offset));
  }
}

// The first item of the list in which this one looks for its place.
ItemNumber Transaction::first_beside(const Item& item) const {
  if (item.key == 0) {
    return store_.type(item.parent).start;
  }
  ItemNumber first = store_.value(item.parent, item.key);
  while (first != 0 && store_.item(first).left != 0) {
    first = store_.item(first).left;
  }
  return first;
}

// YATA: among items written at the same place without knowing of each other, the one after which this one goes.
ItemNumber Transaction::left_among_rivals(const Item& item, const Neighbours& beside) {
  if (scans_ > 0xF0000000U) {
    store_.forget_scans();
    scans_ = 0;
  }
  const std::uint64_t id = store_.client(item.client).id;
  ItemNumber left = beside.left;
  std::uint32_t conflicting_after = scans_;
  const std::uint32_t seen_after = scans_;
  for (ItemNumber number = left != 0 ? store_.item(left).right : first_beside(item);
       number != 0 && number != beside.right; number = store_.item(number).right) {
    const Item& other = store_.item(number);
    store_.scanned(number) = ++scans_;
    if (other.origin == item.origin) {
      if (store_.client(other.client).id < id) {
        left = number;
        conflicting_after = scans_;
      } else if (other.right_origin == item.right_origin) {
        break;
      }
      continue;
    }
    if (other.origin.client == 0) {
      break;
    }
    const std::uint32_t scanned = store_.scanned(store_.item_at(other.origin));
    if (scanned <= seen_after) {
      break;
    }
    if (scanned <= conflicting_after) {
      left = number;
      conflicting_after = scans_;
    }
  }
  return left;
}

void Transaction::link(ItemNumber number, Neighbours beside) {
  Item& item = store_.item(number);
  const bool rivals = beside.left == 0 ? beside.right == 0 || store_.item(beside.right).left != 0
                                       : store_.item(beside.left).right != beside.right;
  if (rivals) {
    beside.left = left_among_rivals(item, beside);
  }
  item.left = beside.left;
  if (item.left != 0) {
    Item& left = store_.item(item.left);
    item.right = left.right;
    left.right = number;
  } else {
    item.right = first_beside(item);
    if (item.key == 0) {
      store_.type(item.parent).start = number;
    }
  }
  if (item.right != 0) {
    store_.item(item.right).left = number;
  } else if (item.key != 0) {
    store_.set_value(item.parent, item.key, number);
    if (item.left != 0) {
      erase(item.left);
    }
  }
}

// What an item does to its type once it stands in its place.
void Transaction::settle(ItemNumber number) {
  Item& item = store_.item(number);
  Type& parent = store_.type(item.parent);
  parent.markers.clear();
  if (item.kind == Kind::deleted) {
    item.deleted = true;
    deleted_.push_back({item.client, item.clock, item.length});
  } else if (item.kind == Kind::format) {
    parent.formatted = true;
  }
  if (item.key == 0 && item.visible()) {
    parent.length += item.length;
  }
  const bool parent_deleted = parent.holder != 0 && store_.item(parent.holder).deleted;
  if (parent_deleted || (item.key != 0 && item.right != 0)) {
    erase(number);
  }
}

ItemNumber Transaction::insert_text(ClientNumber client, TypeNumber type, ItemNumber left, ItemNumber right,
                                    std::string_view utf8, std::uint32_t length) {
  const ItemNumber number = add(client, store_.client(client).state, length, Kind::string);
  Item& item = store_.item(number);
  item.parent = type;
  if (left != 0) {
    item.origin = store_.item(left).last();
  }
  if (right != 0) {
    item.right_origin = {store_.item(right).client, store_.item(right).clock};
  }
  item.content.assign(utf8);
  link(number, {left, right});
  store_.type(type).length += length;
  return number;
}

void Transaction::erase(ItemNumber first) {
  pending_erase_.push_back(first);
  while (!pending_erase_.empty()) {
    const ItemNumber number = pending_erase_.back();
    pending_erase_.pop_back();
    Item& item = store_.item(number);
    if (item.deleted) {
      // Inside a type that is deleted now: it will be collected, and may then become one with its neighbours.
      if (item.clock < state_before(item.client)) {
        to_merge_.push_back({item.client, item.clock});
      }
      continue;
    }
    Type& parent = store_.type(item.parent);
    if (item.key == 0 && item.countable()) {
      parent.length -= item.length;
    }
    item.deleted = true;
    deleted_.push_back({item.client, item.clock, item.length});
    if (item.kind == Kind::type) {
      const Type& inner = store_.type(store_.inner(item));
      for (ItemNumber child = inner.start; child != 0; child = store_.item(child).right) {
        pending_erase_.push_back(child);
      }
      for (const auto& [key, value] : inner.values) {
        pending_erase_.push_back(value);
      }
    }
  }
}

void Transaction::erase_range(const Range& range) {
  const std::uint32_t end = range.clock + range.length;
  std::size_t at = store_.find(range.client, range.clock);
  ItemNumber number = store_.client(range.client).entries[at].item;
  if (store_.item(number).clock < range.clock && !store_.item(number).deleted) {
    split(number, range.clock - store_.item(number).clock);
    ++at;
  }
  for (; at < store_.client(range.client).entries.size(); ++at) {
    number = store_.client(range.client).entries[at].item;
    const Item& item = store_.item(number);
    if (item.clock >= end) {
      return;
    }
    if (item.deleted) {
      continue;
    }
    if (end < item.end()) {
      split(number, end - item.clock);
    }
    store_.type(item.parent).markers.clear();
    erase(number);
  }
}

}  // namespace tablee::text
