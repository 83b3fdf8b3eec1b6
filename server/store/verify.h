// store/verify.h: whether a journal is whole.
//
// A journal whose chain holds was written row after row by this program, or forged from the first changed row to the
// last: compare its head hash with one that was printed or shown before.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "store/log.h"

namespace tablee::store {

struct ChainHead {
  std::uint64_t rows = 0;
  std::string hash;
};

// Reads every committed row. Returns the last row's number and hash (number 0 and 64 zeros for an empty journal), or a
// refusal whose field is the number of the first broken row: not_found when it is missing, malformed when its hash does
// not match, out_of_range when its time is before the previous row's. An empty field: the journal could not be read.
Result<ChainHead> verify_chain(Log& log);

}  // namespace tablee::store
