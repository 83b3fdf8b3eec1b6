// core/command_wishes.h: what people would like to write about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "base/limits.h"

namespace tablee::core {

// The subjects of one participant, the dearest first; none: whatever comes. They replace those given before.
struct SetWishes {
  static constexpr std::string_view name = "set_wishes";
  std::string step;
  std::vector<ClusterId> clusters;
  static constexpr auto fields() {
    return fields_of(field("step", &SetWishes::step, "the step whose tables are composed by them", between(1, 32)),
                     field("clusters", &SetWishes::clusters, "the subjects, in order", up_to(limits::wishes_max)));
  }
};

}  // namespace tablee::core
