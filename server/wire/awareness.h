// wire/awareness.h: who writes, as a page says it, under the name that the room knows them by.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tablee::wire {

// The JSON object with its members `name` and, where there is one, `user.name` set to `name`; "null" stays. Nothing for
// anything else.
std::optional<std::string> signed_presence(std::string_view json, std::string_view name);

}  // namespace tablee::wire
