// wire/field_types.h: which kinds of members a field list may hold, and what a type is called. Private to wire.
//
// Shape    A member is a text, an integer, a boolean, an enumeration with names_of(), an id, a struct with fields(), a
//          std::vector of these, or a std::optional of any of these.
// Source   type_name() reads the text compilers give for a function signature; GCC 12 and Clang 14 are known to agree.
#pragma once

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/field.h"
#include "base/id.h"

namespace tablee::wire {

template <class T>
inline constexpr bool is_optional_type = false;
template <class T>
inline constexpr bool is_optional_type<std::optional<T>> = true;

template <class T>
inline constexpr bool is_list_type = false;
template <class T>
inline constexpr bool is_list_type<std::vector<T>> = true;

template <class T>
inline constexpr bool is_id_type = false;
template <class Tag>
inline constexpr bool is_id_type<Id<Tag>> = true;

template <class T>
concept OptionalType = is_optional_type<T>;
template <class T>
concept ListType = is_list_type<T>;
template <class T>
concept IdType = is_id_type<T>;
template <class T>
concept TextType = std::same_as<T, std::string>;
template <class T>
concept IntegerType = std::same_as<T, std::int64_t> || std::same_as<T, std::uint64_t>;
template <class T>
concept EnumType = std::is_enum_v<T>;
template <class T>
concept StructType = requires {
  T::fields();
};

// "SubmitIdea" for tablee::core::SubmitIdea, "PersonTag" for tablee::PersonTag.
template <class T>
constexpr std::string_view type_name() {
  constexpr std::string_view signature = __PRETTY_FUNCTION__;
  constexpr std::string_view mark = "T = ";
  constexpr std::size_t begin = signature.find(mark) + mark.size();
  constexpr std::size_t end = signature.find_first_of(";]", begin);
  constexpr std::string_view full = signature.substr(begin, end - begin);
  constexpr std::size_t colons = full.rfind("::");
  return colons == std::string_view::npos ? full : full.substr(colons + 2);
}

// "PersonId" for a PersonId.
template <class Tag>
std::string id_name(Id<Tag>) {
  constexpr std::string_view tag = type_name<Tag>();
  return std::string{tag.substr(0, tag.size() - std::string_view{"Tag"}.size())} + "Id";
}

}  // namespace tablee::wire
