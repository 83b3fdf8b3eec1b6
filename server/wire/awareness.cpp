#include "wire/awareness.h"

#include <nlohmann/json.hpp>

namespace tablee::wire {

std::optional<std::string> signed_presence(std::string_view json, std::string_view name) {
  nlohmann::json presence = nlohmann::json::parse(json, nullptr, false);
  if (presence.is_null()) {
    return "null";
  }
  if (!presence.is_object()) {
    return std::nullopt;
  }
  presence["name"] = name;
  if (const auto user = presence.find("user"); user != presence.end() && user->is_object()) {
    (*user)["name"] = name;
  }
  return presence.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace tablee::wire
