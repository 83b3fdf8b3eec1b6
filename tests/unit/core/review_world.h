// unit/core/review_world.h: the small atelier with tables that read one another.
//
// After `draft` come `review` (articles, rotation by 1 then 2, two turns), `rewrite` (the same articles, with the
// comments), and `check` (ideas and clusters, every table reads the others). Readers is three tables, each with a
// submitted article.
#pragma once

#include "unit/core/world.h"

namespace tablee::core::testing {

inline Scenario scenario_with_reviews(Scenario scenario = small_scenario()) {
  scenario.stores.push_back(Store{"comments", StoreObject::comment});
  scenario.stores.push_back(Store{"marks", StoreObject::comment});
  Step review = make_step("review", StepKind::review, TimerMode::soft, 20, 30);
  review.timer.turns = {Turn{10, std::nullopt, std::nullopt}, Turn{10, std::nullopt, std::nullopt}};
  Read articles{"articles"};
  articles.distribution = Distribution::rotation;
  articles.shifts = {1, 2};
  review.reads = {articles};
  Write comments = writes_to("comments");
  comments.max = 3;
  comments.characters = 100;
  comments.anchored = true;
  review.writes = {comments};
  Step rewrite = make_draft_step();
  rewrite.id = "rewrite";
  rewrite.reads = {Read{"articles"}, Read{"comments"}};
  Step check = make_step("check", StepKind::review, TimerMode::firm, 10, 15);
  check.reads = {Read{"ideas"}, Read{"clusters"}};
  check.writes = {writes_to("marks")};
  const auto after_draft = scenario.steps.begin() + 7;
  scenario.steps.insert(after_draft, {review, rewrite, check});
  return scenario;
}

struct Readers : Room {
  explicit Readers(Scenario scenario = scenario_with_reviews()) : Room(std::move(scenario)) {
    north = add_table("North");
    south = add_table("South");
    west = add_table("West");
    anna = arrive(north);
    bilal = arrive(south);
    chloe = arrive(west);
    start("write");
    write_idea(anna, "a bench");
    write_idea(bilal, "a tree");
    start("cluster");
    add_cluster("Places", {IdeaId{1}});
    start("draft");
    std::uint32_t number = 0;
    for (const TableId table : {north, south, west}) {
      const ArticleId article{++number};
      must(screen(table), EditArticle{article, "title", "Article of " + state.tables.at(table).title, 0});
      must(screen(table), EditArticle{article, "problem", "No bench. No bench\u00a0here,\nno shade.", 0});
    }
    start("review");
  }

  WriteComment about(ArticleId article, CommentKind kind = CommentKind::question,
                     const std::string& text = "Who pays?") {
    WriteComment command;
    command.step = "review";
    command.article = article;
    command.kind = kind;
    command.text = text;
    return command;
  }

  WriteComment mark(CommentKind kind, std::optional<IdeaId> idea, std::optional<ClusterId> cluster = std::nullopt) {
    WriteComment command;
    command.step = "check";
    command.kind = kind;
    command.idea = idea;
    command.cluster = cluster;
    return command;
  }

  // The next turn of the review.
  Decision turn(std::int64_t number) { return must(facilitator(), StartTurn{"review", number}); }

  TableId north, south, west;
  PersonId anna, bilal, chloe;
};

}  // namespace tablee::core::testing
