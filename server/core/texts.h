// core/texts.h: one text for three readers.
#pragma once

#include <optional>
#include <string>

#include "base/field.h"
#include "base/limits.h"

namespace tablee::core {

// Where one is absent, screens show the French; the check says so (falc_missing).
struct Texts {
  std::string fr;
  std::optional<std::string> falc = {};
  std::optional<std::string> en = {};
  bool operator==(const Texts&) const = default;
  static constexpr auto fields() {
    return fields_of(
        field("fr", &Texts::fr, "in French", between(1, limits::instruction_chars_max)),
        field("falc", &Texts::falc, "in easy-to-read French (FALC)", between(1, limits::instruction_chars_max)),
        field("en", &Texts::en, "in English", between(1, limits::instruction_chars_max)));
  }
};

}  // namespace tablee::core
