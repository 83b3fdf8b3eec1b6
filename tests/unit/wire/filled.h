// Examples of any struct that has a field list, made from the list: as full as its bounds allow, or as empty.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>

#include "wire/field_types.h"

namespace tablee::wire {

enum class Fill { full, empty };

template <class T>
T filled(Fill fill, const Bounds& bounds = {});

// Letters that need escaping or several bytes come first.
inline std::string filled_text(Fill fill, const Bounds& bounds) {
  constexpr std::string_view letters[] = {"\"", "\\", "\n", "\x01", "é", "€", "😀", "a"};
  const std::int64_t length = fill == Fill::empty ? bounds.min : std::min<std::int64_t>(bounds.max, 40);
  std::string text;
  for (std::int64_t i = 0; i < length; ++i) {
    text += letters[std::min<std::int64_t>(i, 7)];
  }
  return text;
}

template <StructType T>
T filled_struct(Fill fill) {
  T out;
  for_each_field<T>([&]<class Value>(const Field<T, Value>& each) {
    if constexpr (OptionalType<Value>) {
      if (fill == Fill::full) {
        out.*each.member = filled<typename Value::value_type>(fill, each.bounds);
      }
    } else {
      out.*each.member = filled<Value>(fill, each.bounds);
    }
  });
  return out;
}

template <class T>
T filled(Fill fill, const Bounds& bounds) {
  if constexpr (TextType<T>) {
    return filled_text(fill, bounds);
  } else if constexpr (std::same_as<T, bool>) {
    return fill == Fill::full;
  } else if constexpr (IntegerType<T>) {
    return static_cast<T>(fill == Fill::full ? bounds.max : bounds.min);
  } else if constexpr (IdType<T>) {
    return T{fill == Fill::full ? 0xffff'ffffU : 1U};
  } else if constexpr (EnumType<T>) {
    return static_cast<T>(fill == Fill::full ? names_of(T{}).size() - 1 : 0);
  } else if constexpr (ListType<T>) {
    const std::int64_t size = fill == Fill::full ? std::min<std::int64_t>(bounds.max, 3) : bounds.min;
    return T(static_cast<std::size_t>(size), filled<typename T::value_type>(fill));
  } else {
    return filled_struct<T>(fill);
  }
}

// Calls visit(value) with an example of every alternative of the variant.
template <class Variant, class Visitor>
void for_each_alternative(Fill fill, Visitor&& visit) {
  [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    (visit(filled<std::variant_alternative_t<Index, Variant>>(fill)), ...);
  }
  (std::make_index_sequence<std::variant_size_v<Variant>>{});
}

}  // namespace tablee::wire
