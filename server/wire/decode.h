// wire/decode.h: bytes from tablets become typed frames, or refusals that name the field.
//
// Errors   malformed (not UTF-8, not JSON, too deep, not an object), unknown_type, unknown_field, missing_field,
//          wrong_type, out_of_range, too_long. The `field` of a refusal is a path: "points/0/option".
// Cost     One parse; nothing is kept of a refused frame but its number, when it could be read.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "wire/frame.h"

namespace tablee::wire {

struct Decoded {
  std::optional<std::uint64_t> number;  // of a command, good or bad
  Result<ClientFrame> frame;
};

Decoded decode_frame(std::string_view bytes);

}  // namespace tablee::wire
