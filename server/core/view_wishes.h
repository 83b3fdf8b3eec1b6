// core/view_wishes.h: the subjects a person may ask for, while tables are composed by wishes. Nobody else's screen has
// what they asked for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "base/id.h"

namespace tablee::core {

struct State;

struct WishSubject {
  ClusterId id;
  std::string title;
  static constexpr auto fields() {
    return fields_of(field("id", &WishSubject::id, "the cluster"), field("title", &WishSubject::title, "its title"));
  }
};

struct WishesView {
  std::string step;
  std::int64_t max = 0;
  std::vector<WishSubject> subjects;
  std::optional<std::vector<ClusterId>> chosen;
  static constexpr auto fields() {
    return fields_of(field("step", &WishesView::step, "the step whose tables are composed"),
                     field("max", &WishesView::max, "how many subjects each person may ask for"),
                     field("subjects", &WishesView::subjects, "in the order of the room's ranking"),
                     field("chosen", &WishesView::chosen,
                           "the person's, the dearest first; absent: nothing said; none: any will do"));
  }
};

// Absent: tables are not being composed by wishes.
std::optional<WishesView> view_wishes(const State& state, PersonId person);
// How many of those who are present have said theirs.
std::int64_t count_wishes(const State& state);

}  // namespace tablee::core
