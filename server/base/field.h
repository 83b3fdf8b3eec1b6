// base/field.h: what a message is made of, said once.
//
// A struct lists its fields: name, member, one sentence, bounds. Decoding, encoding, TypeScript types, the message list
// and the JSON Schema are all made from that list (wire/).
//
// Shape    `static constexpr auto fields()` returns fields_of(...), a list of Field; a message also has `static
//          constexpr std::string_view name`. Enumerations have a free function `names_of(E)` found by
//          argument-dependent lookup that returns a std::array of names in the order of the enumerators, starting at
//          0.
// Units    Bounds count code points for texts, items for lists, and limit the value for integers.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

namespace tablee {

struct Bounds {
  std::int64_t min = 0;
  std::int64_t max = std::numeric_limits<std::int64_t>::max();
};

constexpr Bounds between(std::int64_t min, std::int64_t max) {
  return Bounds{min, max};
}
constexpr Bounds up_to(std::int64_t max) {
  return Bounds{0, max};
}

template <class Owner, class Value>
struct Field {
  std::string_view name;
  Value Owner::*member;
  std::string_view about;
  Bounds bounds;
};

template <class Owner, class Value>
constexpr Field<Owner, Value> field(std::string_view name, Value Owner::*member, std::string_view about,
                                    Bounds bounds = {}) {
  return Field<Owner, Value>{name, member, about, bounds};
}

// A list of Field: called with a function, it gives it all of them at once. (A std::tuple says the same, and costs
// every file that includes a message five times as long to compile.)
template <class... Each>
constexpr auto fields_of(Each... each) {
  return [=](auto&& take) { return take(each...); };
}

// Calls visit(field) for each field of T, in order.
template <class T, class Visitor>
constexpr void for_each_field(Visitor&& visit) {
  T::fields()([&](const auto&... each) { (visit(each), ...); });
}

}  // namespace tablee
