// core/event_wishes.h: what people would like to write about, and what their tables write about.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/field.h"
#include "base/id.h"

namespace tablee::core {

struct WishesSet {
  static constexpr std::string_view name = "wishes_set";
  std::string step;
  PersonId person;
  std::vector<ClusterId> clusters;
  static constexpr auto fields() {
    return fields_of(field("step", &WishesSet::step, "the step whose tables are composed by them"),
                     field("person", &WishesSet::person, "whose"),
                     field("clusters", &WishesSet::clusters, "the subjects, the dearest first"));
  }
};

struct TableSubject {
  TableId table;
  ClusterId cluster;
  static constexpr auto fields() {
    return fields_of(field("table", &TableSubject::table, "the table"),
                     field("cluster", &TableSubject::cluster, "its subject"));
  }
};

}  // namespace tablee::core
