// Reading aloud: how soon the first sound comes, and what many listeners cost the room.
#pragma once

#include <vector>

#include "bench/rounds.h"
#include "bench/table.h"

namespace tablee::bench {

// False when a sentence or an acknowledgement did not come. Without espeak-ng: true, and no rows.
bool measure_speech(const Plan& plan, std::vector<Row>& rows);

}  // namespace tablee::bench
