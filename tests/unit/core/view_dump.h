// unit/core/view_dump.h: every section of a state as text, so that tests can compare screens.
//
// dump() writes any struct with a field list; all_sections() gives each section a key: "step", "table/2", "me/7".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "base/field.h"
#include "base/id.h"
#include "core/state.h"
#include "core/view.h"

namespace tablee::core::testing {

template <class T>
concept HasFields = requires {
  T::fields();
};

inline std::string dump(const std::string& text) {
  return "\"" + text + "\"";
}
inline std::string dump(bool value) {
  return value ? "true" : "false";
}
inline std::string dump(std::int64_t value) {
  return std::to_string(value);
}

template <class E>
requires std::is_enum_v<E> std::string dump(E value) {
  return std::string(names_of(value)[static_cast<std::size_t>(value)]);
}

template <class Tag>
std::string dump(Id<Tag> id) {
  return std::to_string(id.value);
}

template <class T>
std::string dump(const std::optional<T>& value);
template <class T>
std::string dump(const std::vector<T>& items);

template <HasFields T>
std::string dump(const T& value) {
  std::string out = "{";
  for_each_field<T>([&](const auto& each) { out += std::string(each.name) + ":" + dump(value.*(each.member)) + " "; });
  return out + "}";
}

template <class T>
std::string dump(const std::optional<T>& value) {
  return value ? dump(*value) : "none";
}

template <class T>
std::string dump(const std::vector<T>& items) {
  std::string out = "[";
  for (const T& item : items) {
    out += dump(item) + " ";
  }
  return out + "]";
}

inline std::map<std::string, std::string> all_sections(const State& state) {
  std::map<std::string, std::string> out;
  out["atelier"] = dump(view_atelier(state));
  out["step"] = dump(view_step(state));
  out["board"] = dump(view_board(state));
  out["vote"] = dump(view_vote(state));
  out["measure"] = dump(view_measure(state));
  out["questions"] = dump(view_questions(state));
  out["tally"] = dump(view_tally(state));
  out["avis"] = dump(view_avis(state));
  out["notices"] = dump(view_notices(state));
  out["projector"] = dump(view_projector(state));
  out["run"] = dump(view_run(state));
  out["counts"] = dump(view_counts(state));
  out["people"] = dump(view_people(state));
  out["sorting"] = dump(view_sorting(state));
  out["desk"] = dump(view_desk(state));
  out["programme"] = dump(view_programme(state));
  out["floor"] = dump(view_floor(state));
  out["speaking"] = dump(view_speaking(state));
  out["needs"] = dump(view_needs(state));
  out["captions"] = dump(view_captions(state));
  for (const auto& [id, table] : state.tables) {
    out["table/" + std::to_string(id.value)] = dump(view_table(state, id));
  }
  for (const auto& [id, person] : state.people) {
    out["me/" + std::to_string(id.value)] = dump(view_me(state, id));
    out["mine/" + std::to_string(id.value)] = dump(view_mine(state, id));
    if (state.companions.contains(id)) {
      out["helped/" + std::to_string(id.value)] = dump(view_helped(state, id));
    }
  }
  return out;
}

}  // namespace tablee::core::testing
