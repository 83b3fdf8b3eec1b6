// wire/json_fields.h: JSON made from field lists, and field lists read from JSON. Private to wire.
//
// Writing  append_value() adds to a string, without a tree in between: a frame of one person costs a few microseconds.
//          Members in the order of the list; an absent optional is an absent member; an enumeration is its name.
//          Requires valid UTF-8: every text came through decoding or from the program itself.
// Reading  FieldReader fills a struct and notes every Fault up to a bound. Members that are not in the list, missing or
//          repeated ones, `null`, numbers written with a point or an exponent, and values outside their bounds are
//          faults.
// Units    Bounds of texts count code points.
#pragma once

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"
#include "core/command.h"
#include "wire/field_types.h"
#include "wire/json.h"

namespace tablee::wire {

// ---- writing

// The text in quotes, with what RFC 8259 wants escaped, and nothing else.
void append_text(std::string& out, std::string_view text);

template <class T>
void append_value(std::string& out, const T& value);

// {"a":1,"b":2}, or ,"b":2} after members already written when `open` is true.
template <StructType T>
void append_members(std::string& out, const T& value, bool open) {
  if (!open) {
    out += '{';
  }
  for_each_field<T>([&]<class Value>(const Field<T, Value>& each) {
    const Value& member = value.*each.member;
    if constexpr (OptionalType<Value>) {
      if (!member) {
        return;
      }
    }
    if (open) {
      out += ',';
    }
    open = true;
    out += '"';
    out += each.name;
    out += "\":";
    append_value(out, member);
  });
  out += '}';
}

template <class T>
void append_value(std::string& out, const T& value) {
  if constexpr (OptionalType<T>) {
    append_value(out, *value);
  } else if constexpr (std::same_as<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (IntegerType<T>) {
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
    out.append(digits, end);
  } else if constexpr (IdType<T>) {
    append_value(out, std::uint64_t{value.value});
  } else if constexpr (TextType<T>) {
    append_text(out, value);
  } else if constexpr (EnumType<T>) {
    out += '"';
    out += names_of(value)[static_cast<std::size_t>(value)];
    out += '"';
  } else if constexpr (ListType<T>) {
    out += '[';
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (i != 0) {
        out += ',';
      }
      append_value(out, value[i]);
    }
    out += ']';
  } else {
    append_members(out, value, false);
  }
}

// ---- reading

enum class Expected { text, integer, boolean, list, object, choice, id };

struct Fault {
  Code code = Code::malformed;             // unknown_field, missing_field, wrong_type, out_of_range, too_long,
                                           // unknown_type (a role), malformed (a member given twice)
  std::string pointer;                     // RFC 6901
  Expected expected = Expected::text;      // of what is wrong or missing
  Bounds bounds;                           // what it must be within
  std::vector<std::string_view> possible;  // choices; for unknown_field, the members there are
};

// One English sentence for developers.
std::string fault_sentence(const Fault& fault);

// The refusal of a frame or a stored body: the field is the pointer without its first slash.
Refusal fault_refusal(const Fault& fault);

class FieldReader {
 public:
  // Stops reading once `faults_max` faults are noted. `zero_ids`: an id may be 0, naming nothing, as records have it.
  FieldReader(std::size_t faults_max, bool zero_ids) : faults_max_(faults_max), zero_ids_(zero_ids) {}

  template <class T>
  void read(const Json& json, T& out, const Bounds& bounds = {});
  const std::vector<Fault>& faults() const { return faults_; }

 private:
  struct Place {
    std::string_view name;  // of a member; items have none
    std::size_t index = 0;
    bool is_item = false;
  };

  bool full() const { return faults_.size() >= faults_max_; }
  void note(Code code, Expected expected, const Bounds& bounds = {}, std::vector<std::string_view> possible = {});
  std::string pointer() const;

  void read_boolean(const Json& json, bool& out);
  void read_text(const Json& json, std::string& out, const Bounds& bounds);
  void read_integer(const Json& json, std::int64_t& out, const Bounds& bounds);
  void read_unsigned(const Json& json, std::uint64_t& out, const Bounds& bounds);
  void read_id(const Json& json, std::uint32_t& out);
  // The place of the text among `names`, or nothing and a fault.
  std::optional<std::size_t> read_choice(const Json& json, const std::string_view* names, std::size_t count,
                                         Code unknown);
  bool read_list(const Json& json, const Bounds& bounds);
  // Notes members that are not in `names` and repeated ones.
  void check_members(const Json& json, const std::string_view* names, std::size_t count);
  template <class T>
  void read_items(const Json& json, std::vector<T>& out);
  template <StructType T>
  void read_struct(const Json& json, T& out);

  std::vector<Fault> faults_;
  std::vector<Place> path_;
  std::size_t faults_max_;
  bool zero_ids_;
};

template <class T>
constexpr Expected expected_of() {
  if constexpr (OptionalType<T>) {
    return expected_of<typename T::value_type>();
  } else if constexpr (std::same_as<T, bool>) {
    return Expected::boolean;
  } else if constexpr (IntegerType<T>) {
    return Expected::integer;
  } else if constexpr (IdType<T>) {
    return Expected::id;
  } else if constexpr (TextType<T>) {
    return Expected::text;
  } else if constexpr (EnumType<T>) {
    return Expected::choice;
  } else {
    return ListType<T> ? Expected::list : Expected::object;
  }
}

template <class T>
void FieldReader::read(const Json& json, T& out, const Bounds& bounds) {
  if constexpr (OptionalType<T>) {
    read(json, out.emplace(), bounds);
  } else if constexpr (std::same_as<T, bool>) {
    read_boolean(json, out);
  } else if constexpr (std::same_as<T, std::uint64_t>) {
    read_unsigned(json, out, bounds);
  } else if constexpr (IntegerType<T>) {
    read_integer(json, out, bounds);
  } else if constexpr (IdType<T>) {
    read_id(json, out.value);
  } else if constexpr (TextType<T>) {
    read_text(json, out, bounds);
  } else if constexpr (EnumType<T>) {
    constexpr auto names = names_of(T{});
    const Code unknown = std::same_as<T, core::Role> ? Code::unknown_type : Code::out_of_range;
    if (const auto found = read_choice(json, names.data(), names.size(), unknown)) {
      out = static_cast<T>(*found);
    }
  } else if constexpr (ListType<T>) {
    if (read_list(json, bounds)) {
      read_items(json, out);
    }
  } else {
    read_struct(json, out);
  }
}

template <class T>
void FieldReader::read_items(const Json& json, std::vector<T>& out) {
  out.reserve(json.items.size());
  for (std::size_t i = 0; i < json.items.size() && !full(); ++i) {
    path_.push_back({{}, i, true});
    read(json.items[i], out.emplace_back());
    path_.pop_back();
  }
}

template <StructType T>
void FieldReader::read_struct(const Json& json, T& out) {
  if (json.kind != JsonKind::object) {
    note(Code::wrong_type, Expected::object);
    return;
  }
  constexpr auto names =
      T::fields()([](const auto&... each) { return std::array<std::string_view, sizeof...(each)>{each.name...}; });
  check_members(json, names.data(), names.size());
  for_each_field<T>([&]<class Value>(const Field<T, Value>& each) {
    if (full()) {
      return;
    }
    const Json* member = json.member(each.name);
    path_.push_back({each.name, 0, false});
    if (member != nullptr) {
      read(*member, out.*each.member, each.bounds);
    } else if (!OptionalType<Value>) {
      note(Code::missing_field, expected_of<Value>(), each.bounds);
    }
    path_.pop_back();
  });
}

// Reads the alternative of `Variant` whose name is `name`; nothing when no alternative has that name.
template <class Variant>
std::optional<Variant> read_named(std::string_view name, const Json& json, FieldReader& reader) {
  std::optional<Variant> found;
  const auto attempt = [&]<class T>(std::in_place_type_t<T>) {
    if (!found && T::name == name) {
      T value;
      reader.read(json, value);
      found.emplace(std::move(value));
    }
  };
  [&]<std::size_t... Index>(std::index_sequence<Index...>) {
    (attempt(std::in_place_type<std::variant_alternative_t<Index, Variant>>), ...);
  }
  (std::make_index_sequence<std::variant_size_v<Variant>>{});
  return found;
}

}  // namespace tablee::wire
