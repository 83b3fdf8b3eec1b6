// drafting_world.h: a room whose two tables write an article each.
#pragma once

#include "unit/core/world.h"

namespace tablee::core::testing {

// Two tables; three clusters ranked third, first, second (two are kept); the draft step started.
struct DraftingRoom : Room {
  DraftingRoom() {
    north = add_table("North");
    south = add_table("South");
    anna = arrive(north);
    bilal = arrive(south);
    start("write");
    for (int i = 0; i < 2; ++i) {
      write_idea(anna, "idea");
    }
    write_idea(bilal, "idea");
    write_idea(bilal, "unsorted");
    start("cluster");
    for (std::uint32_t i = 1; i <= 3; ++i) {
      add_cluster("cluster " + std::to_string(i), {IdeaId{i}});
    }
    start("rank");
    must(person(anna), CastPoints{PollId{1}, ballot_key(1), {{ClusterId{3}, 2}, {ClusterId{1}, 1}}});
    must(person(bilal), CastPoints{PollId{1}, ballot_key(2), {{ClusterId{3}, 1}}});
    start("draft");
  }

  Result<Decision> edit(const Subject& subject, ArticleId article, const std::string& field, const std::string& text,
                        std::int64_t revision) {
    return say(subject, EditArticle{article, field, text, revision});
  }

  TableId north;
  TableId south;
  PersonId anna;
  PersonId bilal;
};

}  // namespace tablee::core::testing
