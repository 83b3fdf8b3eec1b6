// text/json_check.h: whether a text is JSON, without reading it into anything.
//
// Source   RFC 8259, as JSON.parse of ECMAScript takes it: one value, white space around it, lone surrogates allowed in
//          escapes, control characters refused in strings.
// Limits   Arrays and objects at most `limits::value_depth_max` deep.
#pragma once

#include <string_view>

namespace tablee::text {

// Requires: valid UTF-8.
bool is_json(std::string_view text);

}  // namespace tablee::text
