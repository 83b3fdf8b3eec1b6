// text/position.h: a place in a text that stays where it is while others write.
//
// Shape    Beside a unit (before it, or after it when `association` is negative), or at the end of a type (at its start
//          when negative).
// Source   Yjs 13.6, RelativePosition.js. Departure: a position on a unit whose deletion somebody undid is not followed
//          to the new units, which only the replica that undid knows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/document.h"

namespace tablee::text {

// The index of a position as Yjs encodes it; nothing when its unit has not come or has been forgotten. `malformed` for
// other bytes.
Result<std::optional<std::uint32_t>> index_of_position(const Document& document, std::string_view encoded);

// Requires: an index at most the length of the root, and a negative or other association. Encoded as Yjs does.
std::string position_at(const Document& document, std::string_view root, std::uint32_t index, int association);

}  // namespace tablee::text
