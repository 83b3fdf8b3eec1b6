// base/result.h: a value, or the refusal that explains why there is none.
//
// Shape    Refusal: a code from the closed list, the place (a field name or JSON pointer, may be empty), a detail for
//          developers. Result<T> has the member names of std::expected, which the oldest supported compiler lacks.
// Errors   value() on a refusal and error() on a value are broken invariants (TABLEE_CHECK).
// Source   ISO C++23 [expected]; departure: no monadic operations.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/check.h"

namespace tablee {

// The closed list of reasons. The order is the order of `code_names`; protocol/errors.md is generated from it.
enum class Code {
  malformed,       // not JSON, not UTF-8, or not one of the frames of the protocol
  unknown_type,    // no frame, command or role has this name
  unknown_field,   // a field the message does not have
  missing_field,   // a field the message must have
  wrong_type,      // a field of another JSON type
  out_of_range,    // a number or a choice outside its bounds
  too_long,        // a text or a list past its bound
  too_many,        // one more would pass a bound of the room
  not_allowed,     // this role may not do this
  not_found,       // no such person, table, idea, cluster, article, poll, step
  wrong_step,      // the programme is not at a step where this is possible
  wrong_state,     // not in the present state: already open, already closed, paused
  conflict,        // somebody else changed it first
  bad_credential,  // no card, table or link has this code
  rate_limited,    // too fast; try again a little later
  unsupported,     // a protocol version this server does not speak
  storage_low,     // the disk is nearly full
};

inline constexpr std::array<std::string_view, 17> code_names{
    "malformed", "unknown_type",   "unknown_field", "missing_field", "wrong_type", "out_of_range",
    "too_long",  "too_many",       "not_allowed",   "not_found",     "wrong_step", "wrong_state",
    "conflict",  "bad_credential", "rate_limited",  "unsupported",   "storage_low"};

constexpr auto names_of(Code) {
  return code_names;
}

struct Refusal {
  Code code = Code::malformed;
  std::string field;   // the field to mend, "" when the whole message is meant
  std::string detail;  // one English sentence for developers; screens translate `code` and `field`
  bool operator==(const Refusal&) const = default;
};

struct Nothing {
  bool operator==(const Nothing&) const = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}            // NOLINT: implicit on purpose
  Result(Refusal refusal) : held_(std::in_place_index<1>, std::move(refusal)) {}  // NOLINT: implicit on purpose

  bool has_value() const { return held_.index() == 0; }
  explicit operator bool() const { return has_value(); }

  const T& value() const {
    TABLEE_CHECK(has_value());
    return *std::get_if<0>(&held_);
  }
  T& value() {
    TABLEE_CHECK(has_value());
    return *std::get_if<0>(&held_);
  }
  const Refusal& error() const {
    TABLEE_CHECK(!has_value());
    return *std::get_if<1>(&held_);
  }
  const T& operator*() const { return value(); }
  T& operator*() { return value(); }
  const T* operator->() const { return &value(); }
  T* operator->() { return &value(); }

 private:
  std::variant<T, Refusal> held_;
};

inline Refusal refuse(Code code, std::string field, std::string detail) {
  return Refusal{code, std::move(field), std::move(detail)};
}

}  // namespace tablee
