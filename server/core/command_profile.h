// core/command_profile.h: how a participant wants their screen.
#pragma once

#include <string_view>

#include "base/field.h"
#include "core/profile.h"

namespace tablee::core {

// Kept under the person's card, for any tablet they take. The default one forgets what was kept.
struct SetProfile {
  static constexpr std::string_view name = "set_profile";
  Profile profile;
  static constexpr auto fields() { return fields_of(field("profile", &SetProfile::profile, "all their settings")); }
};

}  // namespace tablee::core
