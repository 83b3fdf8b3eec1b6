// wire/describe_model.h: field lists as data, for the programs that print them. Private to wire.
//
// Shape    A Catalogue holds every struct and enumeration met while walking field lists, each once, a type after those
//          it is made of. TypeModel is a tree: a list has one inner type.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "wire/field_types.h"

namespace tablee::wire {

enum class TypeKind { text, integer, boolean, id, enumeration, structure, list };

struct TypeModel {
  TypeKind kind = TypeKind::text;
  std::string name;                        // of ids, enumerations and structures
  std::shared_ptr<const TypeModel> inner;  // of lists
};

struct FieldModel {
  std::string name;
  std::string about;
  TypeModel type;
  Bounds bounds;
  bool optional = false;
};

struct StructModel {
  std::string name;
  std::vector<FieldModel> fields;
};

struct EnumModel {
  std::string name;
  std::vector<std::string> values;
};

class Catalogue {
 public:
  // Adds T and everything it is made of; returns T's own model.
  template <StructType T>
  const StructModel& add();
  const StructModel& find(std::string_view name) const;

  const std::vector<StructModel>& structs() const { return structs_; }
  const std::vector<EnumModel>& enums() const { return enums_; }
  const std::vector<std::string>& ids() const { return ids_; }

 private:
  template <class T>
  TypeModel type_of();
  template <EnumType T>
  void add_enum();
  bool has_struct(std::string_view name) const;

  std::vector<StructModel> structs_;
  std::vector<EnumModel> enums_;
  std::vector<std::string> ids_;
};

template <class T>
struct InnerType {
  using type = T;
};
template <class T>
struct InnerType<std::optional<T>> {
  using type = T;
};

template <StructType T>
const StructModel& Catalogue::add() {
  const std::string name{type_name<T>()};
  if (!has_struct(name)) {
    StructModel model{name, {}};
    for_each_field<T>([&]<class Value>(const Field<T, Value>& each) {
      model.fields.push_back({std::string{each.name}, std::string{each.about},
                              type_of<typename InnerType<Value>::type>(), each.bounds, OptionalType<Value>});
    });
    structs_.push_back(std::move(model));
  }
  return find(name);
}

template <class T>
TypeModel Catalogue::type_of() {
  if constexpr (TextType<T>) {
    return {TypeKind::text, "", nullptr};
  } else if constexpr (std::same_as<T, bool>) {
    return {TypeKind::boolean, "", nullptr};
  } else if constexpr (IntegerType<T>) {
    return {TypeKind::integer, "", nullptr};
  } else if constexpr (IdType<T>) {
    const std::string name = id_name(T{});
    if (std::find(ids_.begin(), ids_.end(), name) == ids_.end()) {
      ids_.push_back(name);
    }
    return {TypeKind::id, name, nullptr};
  } else if constexpr (EnumType<T>) {
    add_enum<T>();
    return {TypeKind::enumeration, std::string{type_name<T>()}, nullptr};
  } else if constexpr (ListType<T>) {
    return {TypeKind::list, "", std::make_shared<const TypeModel>(type_of<typename T::value_type>())};
  } else {
    static_assert(StructType<T>, "a field list holds a member of a kind the wire does not know");
    add<T>();
    return {TypeKind::structure, std::string{type_name<T>()}, nullptr};
  }
}

template <EnumType T>
void Catalogue::add_enum() {
  const std::string name{type_name<T>()};
  if (std::any_of(enums_.begin(), enums_.end(), [&](const EnumModel& each) { return each.name == name; })) {
    return;
  }
  EnumModel model{name, {}};
  for (const std::string_view value : names_of(T{})) {
    model.values.emplace_back(value);
  }
  enums_.push_back(std::move(model));
}

}  // namespace tablee::wire
