#include "host/sections.h"

#include <doctest/doctest.h>

#include "room.h"

namespace sections_test {

using namespace tablee;
using host::Kept;
using host::Sections;

TEST_CASE("a section is made once, and again only when it is stale; equal bytes are not new") {
  core::State state;
  state.scenario = host_test::small_scenario();
  Sections sections(state);
  Kept& kept = sections.shared(core::Section::projector);
  CHECK(sections.refresh(core::Section::projector, kept));
  const host::SharedFrame first = kept.frame;
  CHECK_FALSE(sections.refresh(core::Section::projector, kept));
  kept.stale = true;
  CHECK_FALSE(sections.refresh(core::Section::projector, kept));
  CHECK(kept.frame == first);
  state.scene_message = "Bonjour";
  kept.stale = true;
  CHECK(sections.refresh(core::Section::projector, kept));
  CHECK(kept.frame != first);
}

TEST_CASE("a change that nothing marked is found out") {
  core::State state;
  state.scenario = host_test::small_scenario();
  Sections sections(state);
  sections.refresh(core::Section::projector, sections.shared(core::Section::projector));
  CHECK(sections.all_fresh(true, {}));
  state.scene_message = "Bonjour";
  CHECK_FALSE(sections.all_fresh(true, {}));
  core::Touched touched;
  touched.sections.set(static_cast<std::size_t>(core::Section::projector));
  sections.mark(touched);
  CHECK(sections.all_fresh(true, {}));
}

TEST_CASE("marking names one table or one person, or all of them") {
  core::State state;
  state.scenario = host_test::small_scenario();
  for (std::uint32_t id = 1; id <= 2; ++id) {
    state.tables[TableId{id}].id = TableId{id};
    state.people[PersonId{id}].id = PersonId{id};
  }
  Sections sections(state);
  const auto make_all = [&] {
    for (std::uint32_t id = 1; id <= 2; ++id) {
      sections.refresh(core::Section::table, sections.of_table(TableId{id}), TableId{id});
      for (const core::Section section : {core::Section::me, core::Section::mine}) {
        sections.refresh(section, sections.of_person(section, PersonId{id}), {}, PersonId{id});
      }
    }
  };
  make_all();
  core::Touched one;
  one.tables = {TableId{2}};
  one.people = {PersonId{1}};
  sections.mark(one);
  CHECK_FALSE(sections.of_table(TableId{1}).stale);
  CHECK(sections.of_table(TableId{2}).stale);
  CHECK(sections.of_person(core::Section::me, PersonId{1}).stale);
  CHECK_FALSE(sections.of_person(core::Section::me, PersonId{2}).stale);
  make_all();
  core::Touched seat;
  seat.seats = {PersonId{2}};
  sections.mark(seat);
  CHECK(sections.of_person(core::Section::me, PersonId{2}).stale);
  CHECK_FALSE(sections.of_person(core::Section::mine, PersonId{2}).stale);
  make_all();
  core::Touched all;
  all.all_tables = true;
  all.all_people = true;
  sections.mark(all);
  CHECK(sections.of_table(TableId{1}).stale);
  CHECK(sections.of_person(core::Section::me, PersonId{2}).stale);
  sections.forget(PersonId{2});
  CHECK(sections.of_person(core::Section::me, PersonId{2}).frame == nullptr);
}

}  // namespace sections_test
