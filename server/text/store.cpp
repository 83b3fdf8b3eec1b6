#include "text/store.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace tablee::text {

static_assert(sizeof(Item) == 56, "a document has thousands of them");

Store::Store() : types_(1), clients_(1), keys_(1) {}

ClientNumber Store::find_client(std::uint64_t id) const {
  if (clients_[found_lately_].id == id && found_lately_ != 0) {
    return found_lately_;
  }
  const auto at =
      std::lower_bound(in_order_.begin(), in_order_.end(), id,
                       [&](ClientNumber number, std::uint64_t wanted) { return clients_[number].id > wanted; });
  if (at == in_order_.end() || clients_[*at].id != id) {
    return 0;
  }
  found_lately_ = *at;
  return *at;
}

ClientNumber Store::client_of(std::uint64_t id) {
  if (const ClientNumber known = find_client(id); known != 0) {
    return known;
  }
  const auto number = static_cast<ClientNumber>(clients_.size());
  clients_.emplace_back().id = id;
  const auto at =
      std::lower_bound(in_order_.begin(), in_order_.end(), id,
                       [&](ClientNumber other, std::uint64_t wanted) { return clients_[other].id > wanted; });
  in_order_.insert(at, number);
  return number;
}

std::uint32_t Store::state_of(std::uint64_t id) const {
  const ClientNumber number = find_client(id);
  return number == 0 ? 0 : clients_[number].state;
}

TypeNumber Store::find_root(std::string_view name) const {
  const auto at = roots_.find(name);
  return at == roots_.end() ? 0 : at->second;
}

TypeNumber Store::root_of(std::string_view name) {
  if (const TypeNumber known = find_root(name); known != 0) {
    return known;
  }
  const TypeNumber number = types_end();
  types_.emplace_back().name = name;
  roots_.emplace(name, number);
  return number;
}

KeyNumber Store::key_of(std::string_view key) {
  const auto at = key_numbers_.find(key);
  if (at != key_numbers_.end()) {
    return at->second;
  }
  const auto number = static_cast<KeyNumber>(keys_.size());
  keys_.emplace_back(key);
  key_numbers_.emplace(key, number);
  return number;
}

ItemNumber Store::new_item() {
  if (!free_items_.empty()) {
    const ItemNumber number = free_items_.back();
    free_items_.pop_back();
    return number;
  }
  if (items_end_ / chunk_items >= chunks_.size()) {
    chunks_.push_back(std::make_unique<Item[]>(chunk_items));
  }
  return items_end_++;
}

void Store::free_item(ItemNumber number) {
  Item& gone = item(number);
  gone.content.clear();
  gone.origin = {};
  gone.right_origin = {};
  gone.left = gone.right = 0;
  gone.parent = 0;
  gone.key = 0;
  gone.deleted = false;
  free_items_.push_back(number);
}

TypeNumber Store::inner(const Item& item) const {
  TypeNumber number = 0;
  std::memcpy(&number, item.content.view().data(), sizeof number);
  return number;
}

void Store::new_inner(ItemNumber holder, std::uint8_t number, std::string_view name) {
  TypeNumber made = types_end();
  if (free_types_.empty()) {
    types_.emplace_back();
  } else {
    made = free_types_.back();
    free_types_.pop_back();
  }
  Type& type = types_[made];
  type.number = number;
  type.holder = holder;
  type.name = name;
  char bytes[sizeof made];
  std::memcpy(bytes, &made, sizeof made);
  item(holder).content.assign({bytes, sizeof made});
}

void Store::free_inner(ItemNumber holder) {
  const TypeNumber number = inner(item(holder));
  types_[number] = Type{};
  free_types_.push_back(number);
  item(holder).content.clear();
}

std::size_t Store::find(ClientNumber client, std::uint32_t clock) const {
  const std::vector<Entry>& entries = clients_[client].entries;
  TABLEE_CHECK(clock < clients_[client].state);
  if (entries.back().clock <= clock) {
    return entries.size() - 1;
  }
  const auto after = std::upper_bound(entries.begin(), entries.end(), clock,
                                      [](std::uint32_t wanted, const Entry& entry) { return wanted < entry.clock; });
  return static_cast<std::size_t>(after - entries.begin()) - 1;
}

ItemNumber Store::value(TypeNumber type, KeyNumber key) const {
  const auto& values = types_[type].values;
  const auto at = std::lower_bound(values.begin(), values.end(), std::pair{key, ItemNumber{0}});
  return at != values.end() && at->first == key ? at->second : 0;
}

void Store::set_value(TypeNumber type, KeyNumber key, ItemNumber item) {
  auto& values = types_[type].values;
  const auto at = std::lower_bound(values.begin(), values.end(), std::pair{key, ItemNumber{0}});
  if (at != values.end() && at->first == key) {
    at->second = item;
  } else {
    values.insert(at, {key, item});
  }
}

std::uint32_t& Store::scanned(ItemNumber item) {
  if (item >= scanned_.size()) {
    scanned_.resize(items_end_, 0);
  }
  return scanned_[item];
}

void Store::add_entry(ClientNumber client, std::size_t at, Entry entry) {
  std::vector<Entry>& entries = clients_[client].entries;
  if (entries.size() == entries.capacity()) {
    entries.reserve(entries.size() + entries.size() / 8 + 4);
  }
  entries.insert(entries.begin() + static_cast<std::ptrdiff_t>(at), entry);
}

}  // namespace tablee::text
