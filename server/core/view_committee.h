// core/view_committee.h: the board as those who sort see it, and what the members of a committee work on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/field.h"
#include "core/state.h"
#include "core/view_article.h"

namespace tablee::core {

struct SortingIdea {
  IdeaId id;
  std::string text;
  std::optional<TableId> table;
  bool late = false;
  Fate fate = Fate::open;
  std::optional<ClusterId> cluster;
  std::string reason;
  std::string contested;
  static constexpr auto fields() {
    return fields_of(
        field("id", &SortingIdea::id, "the idea"), field("text", &SortingIdea::text, "its words, unsigned"),
        field("table", &SortingIdea::table, "where it was written"),
        field("late", &SortingIdea::late, "received after the end"),
        field("fate", &SortingIdea::fate, "what became of it"), field("cluster", &SortingIdea::cluster, "where it is"),
        field("reason", &SortingIdea::reason, "set_aside: why"),
        field("contested", &SortingIdea::contested, "why its author says it is not in its place, or empty"));
  }
};

struct SortingCluster {
  ClusterId id;
  std::string title;
  std::vector<ClusterId> parents;
  static constexpr auto fields() {
    return fields_of(field("id", &SortingCluster::id, "the cluster"),
                     field("title", &SortingCluster::title, "its title"),
                     field("parents", &SortingCluster::parents, "clusters merged into it"));
  }
};

// The committee of the step that runs, as one person sees it.
struct CommitteeView {
  Texts title;
  Texts instruction;
  std::int64_t size = 0;
  std::int64_t members = 0;
  bool member = false;
  bool volunteers = false;
  StepKind work = StepKind::cluster;
  std::vector<SortingIdea> ideas;
  std::vector<SortingCluster> clusters;
  std::vector<TableArticle> articles;
  std::vector<ArticleField> frame;
  static constexpr auto fields() {
    return fields_of(
        field("title", &CommitteeView::title, "what it does"),
        field("instruction", &CommitteeView::instruction, "what its members are asked to do"),
        field("size", &CommitteeView::size, "how many it holds"),
        field("members", &CommitteeView::members, "how many are in it"),
        field("member", &CommitteeView::member, "this person is"),
        field("volunteers", &CommitteeView::volunteers, "whoever wants may come in, as long as there is a place"),
        field("ideas", &CommitteeView::ideas, "to its members alone: what there is to sort, oldest first"),
        field("clusters", &CommitteeView::clusters, "to its members alone: in order of creation, merged ones left out"),
        field("work", &CommitteeView::work, "cluster: it sorts ideas; draft: it writes articles"),
        field("articles", &CommitteeView::articles, "draft, to its members alone: what it writes"),
        field("frame", &CommitteeView::frame, "draft, to its members alone: the fields of an article"));
  }
};

std::vector<SortingIdea> sorting_ideas(const State& state);
std::vector<SortingCluster> sorting_clusters(const State& state);
// Absent: the step that runs has no committee, or not for this person.
std::optional<CommitteeView> view_committee(const State& state, PersonId person);

}  // namespace tablee::core
