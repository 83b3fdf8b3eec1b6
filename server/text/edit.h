// text/edit.h: texts edited by index. Used by the sources of this module only.
//
// Cost     An edit near a lately edited place costs the items between; elsewhere, those from the nearest place known.
//          A text with formats is read from its start.
// Source   Yjs 13.6, YText.js (insertText, deleteText, minimizeAttributeChanges): a text goes after the deleted units
//          and the superfluous formats that stand at its index. Departure: an edit leaves superfluous formats where
//          they are.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "text/transaction.h"

namespace tablee::text {

struct Insertion {
  std::string_view root;
  std::uint32_t at = 0;
  std::string_view utf8;
  std::uint64_t client = 0;
};
struct Erasure {
  std::string_view root;
  std::uint32_t at = 0;
  std::uint32_t length = 0;
};

Result<Nothing> insert_text(Store& store, Transaction& transaction, const Insertion& insertion);
Result<Nothing> erase_text(Store& store, Transaction& transaction, const Erasure& erasure);

}  // namespace tablee::text
