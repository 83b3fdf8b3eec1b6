// text/store.h: what a document is made of: items, by client and in the order of their types. Used by the sources of
// this module only.
//
// Shape    Every unit that was ever written has an item, alive, deleted or collected. Items of a client follow each
//          other without a gap; items of a type form a list, left to right, and one more for each key of a map, whose
//          last item is the value. Items, types, clients and keys are named by their number; 0 is none.
// Cost     56 bytes an item and 8 in the list of its client. Finding a unit is a binary search.
// Source   Yjs 13.6, StructStore.js and Item.js.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/payload.h"
#include "text/update.h"

namespace tablee::text {

using ItemNumber = std::uint32_t;
using TypeNumber = std::uint32_t;
using ClientNumber = std::uint32_t;
using KeyNumber = std::uint32_t;

struct Place {
  ClientNumber client = 0;  // 0: none
  std::uint32_t clock = 0;
  bool operator==(const Place&) const = default;
};

struct Item {
  std::uint32_t clock = 0;
  std::uint32_t length = 0;
  Place origin;
  Place right_origin;
  ItemNumber left = 0;
  ItemNumber right = 0;
  TypeNumber parent = 0;
  KeyNumber key = 0;
  Payload content;  // as WireStruct::content; of a type, nothing: `inner` names it
  ClientNumber client : 24 = 0;
  Kind kind : 7 = Kind::collected;
  bool deleted : 1 = false;

  std::uint32_t end() const { return clock + length; }
  Place last() const { return {client, clock + length - 1}; }
  bool countable() const { return kind != Kind::collected && kind != Kind::deleted && kind != Kind::format; }
  bool visible() const { return countable() && !deleted; }
};

// Where a unit of a type stands among the visible ones: an item and the index of its first unit.
struct Marker {
  ItemNumber item = 0;
  std::uint32_t index = 0;
};

constexpr std::uint8_t root_type = 255;

struct Type {
  std::uint8_t number = root_type;  // as on the wire; a root has none there
  bool formatted = false;
  ItemNumber holder = 0;  // 0: a root
  ItemNumber start = 0;
  std::uint32_t length = 0;                              // visible units
  std::string name;                                      // of a root, of an XML element or hook
  std::vector<std::pair<KeyNumber, ItemNumber>> values;  // by key
  std::vector<Marker> markers;  // lately used by edits; forgotten when anything else changes the type
};

struct Entry {
  std::uint32_t clock = 0;
  ItemNumber item = 0;
};

struct Client {
  std::uint64_t id = 0;
  std::uint32_t state = 0;   // the next clock
  std::uint32_t before = 0;  // the state before the transaction `touched_in`
  std::uint64_t touched_in = 0;
  std::vector<Entry> entries;
};

class Store {
 public:
  Store();

  Item& item(ItemNumber number) { return chunks_[number / chunk_items][number % chunk_items]; }
  const Item& item(ItemNumber number) const { return chunks_[number / chunk_items][number % chunk_items]; }
  Type& type(TypeNumber number) { return types_[number]; }
  const Type& type(TypeNumber number) const { return types_[number]; }
  Client& client(ClientNumber number) { return clients_[number]; }
  const Client& client(ClientNumber number) const { return clients_[number]; }
  std::string_view key(KeyNumber number) const { return keys_[number]; }
  ClientNumber clients_end() const { return static_cast<ClientNumber>(clients_.size()); }
  TypeNumber types_end() const { return static_cast<TypeNumber>(types_.size()); }

  // 0 when there is none.
  ClientNumber find_client(std::uint64_t id) const;
  ClientNumber client_of(std::uint64_t id);  // made when new
  // Highest id first, the order of the wire.
  const std::vector<ClientNumber>& clients_in_order() const { return in_order_; }
  std::uint32_t state_of(std::uint64_t id) const;
  TypeNumber find_root(std::string_view name) const;
  TypeNumber root_of(std::string_view name);
  std::size_t roots() const { return roots_.size(); }
  KeyNumber key_of(std::string_view key);

  ItemNumber new_item();
  void free_item(ItemNumber number);
  // The type an item holds, made or emptied with the item. Requires: an item of kind `type`.
  TypeNumber inner(const Item& item) const;
  void new_inner(ItemNumber holder, std::uint8_t number, std::string_view name);
  void free_inner(ItemNumber holder);

  // Requires: a clock below the client's state. The place in `entries` of the item that holds it.
  std::size_t find(ClientNumber client, std::uint32_t clock) const;
  ItemNumber item_at(Place place) const { return clients_[place.client].entries[find(place.client, place.clock)].item; }

  // The value of a key: the last item of its list.
  ItemNumber value(TypeNumber type, KeyNumber key) const;
  void set_value(TypeNumber type, KeyNumber key, ItemNumber item);

  // When the last search for a place passed an item (Transaction::left_among_rivals): only texts written by several
  // at one place need it.
  std::uint32_t& scanned(ItemNumber item);
  void forget_scans() { scanned_.clear(); }
  // A place in the list of a client; the list grows by little, since a document may have many.
  void add_entry(ClientNumber client, std::size_t at, Entry entry);

 private:
  static constexpr std::uint32_t chunk_items = 64;

  std::vector<std::unique_ptr<Item[]>> chunks_;
  ItemNumber items_end_ = 1;
  std::vector<ItemNumber> free_items_;
  std::vector<std::uint32_t> scanned_;
  std::vector<Type> types_;
  std::vector<TypeNumber> free_types_;
  std::vector<Client> clients_;
  std::vector<ClientNumber> in_order_;
  mutable ClientNumber found_lately_ = 0;
  std::map<std::string, TypeNumber, std::less<>> roots_;
  std::vector<std::string> keys_;
  std::map<std::string, KeyNumber, std::less<>> key_numbers_;
};

}  // namespace tablee::text
