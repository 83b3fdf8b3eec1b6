// text/document.h: a shared text document that any Yjs 13.6 replica can join.
//
// Shape    Root types by name; texts, lists, maps and XML inside them; each unit written by one client, in the order
//          of its clocks. What is deleted keeps its place and its length. Reading: text/read.h, text/view.h,
//          text/position.h.
// Units    Indexes and lengths are UTF-16 code units.
// Errors   A refused update or edit changes nothing. `malformed` for bytes that are no update, `out_of_range` for
//          clocks, lengths and indexes, `too_many` when more would wait, or more clients and roots come, than
//          text/limits.h takes. A struct whose neighbours have been forgotten keeps its clocks and loses its content,
//          as in Yjs: never an error.
// Order    Replicas that have the same updates hold the same content and the same deleted units, in whatever order
//          and however often they came.
// Source   Yjs 13.6, update format 1. Departures: text/update.h, text/order.h, text/transaction.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "text/update.h"

namespace tablee::text {

class Store;
struct Workshop;

class Document {
 public:
  Document();
  ~Document();
  // The same content, with nothing that waits and nothing to take.
  Document(const Document& other);
  Document(Document&&) noexcept;
  Document& operator=(const Document& other);
  Document& operator=(Document&&) noexcept;

  // Takes what an update holds that is not there yet.
  Result<Nothing> apply(std::string_view update);
  // What `apply` would refuse is refused, and with `conflict` what would leave something waiting. Changes nothing.
  Result<Nothing> takes_whole(std::string_view update) const;
  // All of an update that `takes_whole` does not refuse is there already.
  bool has_all_of(std::string_view update) const;
  // Something that came waits for units that have not.
  bool pending() const;

  // Writes a text in a root, before the unit `at`, in the name of a client. Formats go on as in Yjs.
  Result<Nothing> insert(std::string_view root, std::uint32_t at, std::string_view utf8, std::uint64_t client);
  // Deletes units of a root.
  Result<Nothing> erase(std::string_view root, std::uint32_t at, std::uint32_t length);

  // Everything applied or edited since the last call, as one update of this document's own; empty when nothing was.
  std::string take_changes();
  // What a replica with these states lacks; everything for one without.
  std::string missing_from(const StateVector& states) const;
  std::string state_vector() const;

  const Store& store() const;

 private:
  std::unique_ptr<Workshop> workshop_;
};

}  // namespace tablee::text
