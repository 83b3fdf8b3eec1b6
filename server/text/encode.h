// text/encode.h: what is in a store, as Yjs writes it. Used by the sources of this module only.
//
// Source   Yjs 13.6, encoding.js (writeClientsStructs, writeStateVector), Item.js (write), DeleteSet.js: clients from
//          the highest id down, which makes the work of whoever reads light.
#pragma once

#include <string>
#include <vector>

#include "text/transaction.h"

namespace tablee::text {

// All units alive, deleted or forgotten, of each client from its clock on, and the ranges. Requires: by client, once
// each, clocks below the states; ranges sorted and merged.
std::string encode_structs_and_ranges(const Store& store, std::vector<Place> from, const std::vector<Range>& ranges);
// What a replica lacks that has these states, and every range that is deleted.
std::string encode_missing(const Store& store, const StateVector& states);
std::string encode_state_vector(const Store& store);
std::vector<Range> deleted_ranges(const Store& store);

}  // namespace tablee::text
