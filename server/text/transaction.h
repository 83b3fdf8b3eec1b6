// text/transaction.h: changes of a document that are made together: structs integrated, units deleted, then what can be
// forgotten is forgotten and what can be one item becomes one. Used by the sources of this module only.
//
// Order    begin, any number of changes, finish. What changed is added up until take_changes.
// Cost     An update of one keystroke is a search, an insertion into a list and a merge. A struct that competes with
//          n others for its place costs n.
// Source   Yjs 13.6, Item.js (integrate, splitItem, mergeWith), Transaction.js (cleanupTransactions): YATA, P.
//          Nicolaescu and others, « Near Real-Time Peer-to-Peer Shared Editing on Extensible Data Types », 2016.
//          Departure: a text is not tidied of superfluous formats, which replicas do while they receive.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/store.h"
#include "text/update.h"

namespace tablee::text {

struct Range {
  ClientNumber client = 0;
  std::uint32_t clock = 0;
  std::uint32_t length = 0;
};
// By client and clock; ranges that touch become one.
void sort_and_merge(std::vector<Range>& ranges);

class Transaction {
 public:
  explicit Transaction(Store& store) : store_(store) {}

  void begin();
  // Requires: what the struct refers to is in the store, and the client's state lies in [clock, clock + length).
  void integrate(ClientNumber client, const WireStruct& one);
  // A new text of a client, between two items that stand side by side in the type; 0 is its end.
  ItemNumber insert_text(ClientNumber client, TypeNumber type, ItemNumber left, ItemNumber right, std::string_view utf8,
                         std::uint32_t length);
  // Deletes what is left of a range. Requires: the client's state is at or past its end.
  void erase_range(const Range& range);
  void erase(ItemNumber item);
  // Cuts an item in two; the second starts `units` after the first.
  ItemNumber split(ItemNumber item, std::uint32_t units);
  void finish();
  // Whose state this transaction has changed.
  const std::vector<ClientNumber>& touched() const { return touched_; }

  // Everything since the last call, as one update; empty when nothing changed.
  std::string take_changes();

 private:
  struct Neighbours {
    ItemNumber left = 0;
    ItemNumber right = 0;
  };

  void touch(ClientNumber client);
  std::uint32_t state_before(ClientNumber client) const;
  ItemNumber ending_at(Place place);
  ItemNumber starting_at(Place place);
  ItemNumber add(ClientNumber client, std::uint32_t clock, std::uint32_t length, Kind kind);
  void add_collected(ClientNumber client, std::uint32_t clock, std::uint32_t length);
  bool find_parent(const WireStruct& one, bool continued, Item& item);
  ItemNumber first_beside(const Item& item) const;
  ItemNumber left_among_rivals(const Item& item, const Neighbours& beside);
  void link(ItemNumber number, Neighbours beside);
  void fill(ItemNumber number, const WireStruct& one, std::uint32_t offset);
  void settle(ItemNumber number);
  void collect(ItemNumber number);
  void collect_children(ItemNumber holder, std::vector<ItemNumber>& holders);
  void forget(ItemNumber number);
  bool merge(ItemNumber left, ItemNumber right);
  std::size_t merge_with_lefts(ClientNumber client, std::size_t at);
  void collect_deleted();
  void merge_deleted();
  void merge_touched();
  void merge_noted();

  Store& store_;
  std::uint64_t number_ = 0;
  std::uint32_t scans_ = 0;
  std::vector<ClientNumber> touched_;
  std::vector<Range> deleted_;
  std::vector<Place> to_merge_;
  std::vector<ItemNumber> pending_erase_;
  // Since the last take_changes.
  std::vector<Place> changed_;  // each client with its first new clock, by client
  std::vector<Range> all_deleted_;
};

}  // namespace tablee::text
