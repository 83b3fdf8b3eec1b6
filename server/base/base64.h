// base/base64.h: bytes as text. RFC 4648, section 4, with padding.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tablee {

std::string to_base64(std::string_view bytes);
// Nothing when this is not what to_base64 gives for some bytes.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace tablee
