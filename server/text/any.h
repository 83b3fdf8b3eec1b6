// text/any.h: the values of lib0: what arrays, maps and attributes hold.
//
// Shape    One byte says the kind: 127 undefined, 126 null, 125 integer, 124 and 123 floating point of 32 and 64 bits,
//          122 integer of 64 bits, 121 false, 120 true, 119 text, 118 object, 117 list, 116 bytes. Values are kept as
//          they came, so that what is sent on is what was received.
// Source   lib0 0.2, encoding.writeAny and decoding.readAny. Departure: lists and objects nest at most
//          `limits::value_depth_max` deep, an integer is safe in JavaScript.
#pragma once

#include <string>
#include <string_view>

#include "text/lib0.h"

namespace tablee::text {

// Passes over one value; the reader fails when it is not one.
void skip_any(Reader& reader);

// Requires: a value that skip_any passes over. Appends it as JSON; what JSON lacks is an object with the member "$":
// {"$":"undef"}, {"$":"bin","v":base64}, {"$":"big","v":"123"}, {"$":"num","v":"NaN"}.
void append_any_as_json(Reader& reader, std::string& json);
// Appends a text as a JSON string.
void append_json_string(std::string_view utf8, std::string& json);
// Appends {"$":"bin","v":base64}.
void append_binary_as_json(std::string_view bytes, std::string& json);

}  // namespace tablee::text
